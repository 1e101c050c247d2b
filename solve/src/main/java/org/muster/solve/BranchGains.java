package org.muster.solve;

import java.util.HashMap;
import java.util.Map;

/// What splitting on a variable has raised the bound by so far, for each unit by which it moved up or down: the
/// pseudo-costs by which the next variable is chosen.
///
/// Source: M. Benichou et al., *Experiments in mixed-integer linear programming*, Mathematical Programming 1 (1971).
final class BranchGains {
    /// Of a variable's product of gains, at least this part of the usual one counts.
    private static final double LEAST = 1e-6;

    private final Map<Integer, Mean> up = new HashMap<>();
    private final Map<Integer, Mean> down = new HashMap<>();
    private final Mean all = new Mean();

    private static final class Mean {
        private double sum;
        private int times;

        void add(double value) {
            sum += value;
            times++;
        }

        double or(double otherwise) {
            return times == 0 ? otherwise : sum / times;
        }
    }

    /// Learns from a branch that has been looked into.
    void learn(Branch branch, long bound) {
        if (branch.variable() < 0 || branch.bound() == Long.MIN_VALUE || bound == Long.MIN_VALUE) {
            return;
        }
        double perUnit = (double) (bound - branch.bound()) / Math.abs(branch.distance());
        (branch.distance() > 0 ? up : down)
                .computeIfAbsent(branch.variable(), j -> new Mean())
                .add(perUnit);
        all.add(perUnit);
    }

    /// How much splitting on a variable promises: both sides should raise the bound.
    ///
    /// @param fraction how far the variable is above the next whole number below
    double promise(int variable, double fraction) {
        double usual = Math.max(1, all.or(1));
        double upwards = mean(up, variable, usual) * (1 - fraction);
        double downwards = mean(down, variable, usual) * fraction;
        return Math.max(upwards, LEAST * usual) * Math.max(downwards, LEAST * usual);
    }

    private static double mean(Map<Integer, Mean> means, int variable, double usual) {
        Mean known = means.get(variable);
        return known == null ? usual : known.or(usual);
    }
}
