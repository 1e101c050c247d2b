package org.muster.plan.fold;

import java.util.Arrays;

/// One backward and one forward pass over a diagram with a chance for every player, in floating-point numbers.
final class Weighed {
    private Weighed() {}

    static Fold.Chances of(Diagram diagram, double[] willing) {
        double[] from = backward(diagram, willing);
        double overall = diagram.isEverDone() ? from[0] : 0;
        double[] with = new double[diagram.players()];
        double[] without = new double[diagram.players()];
        Arrays.fill(with, overall);
        Arrays.fill(without, overall);
        double[] to = new double[diagram.states()];
        if (diagram.isEverDone()) {
            to[0] = 1;
        }
        double done = 0;
        for (int step = 0; step < diagram.steps(); step++) {
            int player = diagram.player(step);
            double q = willing[player];
            double in = done;
            double out = done;
            for (int s = diagram.first(step); s < diagram.first(step + 1); s++) {
                int whenOut = diagram.out(s);
                int whenIn = diagram.in(s);
                out += to[s] * value(from, whenOut);
                in += to[s] * value(from, whenIn);
                done += pass(to, whenOut, to[s] * (1 - q)) + pass(to, whenIn, to[s] * q);
            }
            with[player] = in;
            without[player] = out;
        }
        return new Fold.Chances(overall, with, without);
    }

    /// By state: the chance that those who are left finish.
    private static double[] backward(Diagram diagram, double[] willing) {
        double[] from = new double[diagram.states()];
        for (int step = diagram.steps() - 1; step >= 0; step--) {
            double q = willing[diagram.player(step)];
            for (int s = diagram.first(step); s < diagram.first(step + 1); s++) {
                from[s] = (1 - q) * value(from, diagram.out(s)) + q * value(from, diagram.in(s));
            }
        }
        return from;
    }

    private static double value(double[] from, int target) {
        return target >= 0 ? from[target] : target == Diagram.DONE ? 1 : 0;
    }

    /// Hands a weight on; what of it is done.
    private static double pass(double[] to, int target, double weight) {
        if (target >= 0) {
            to[target] += weight;
            return 0;
        }
        return target == Diagram.DONE ? weight : 0;
    }
}
