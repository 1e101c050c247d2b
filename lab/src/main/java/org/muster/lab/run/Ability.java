package org.muster.lab.run;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.input.Refusal;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.fold.Fold;
import org.muster.solve.SolveOptions;

/// Which coalitions of willing allies can do a mission, and with what chance they can.
interface Ability {
    /// Both are sums over all coalitions, in floating-point numbers that are all positive.
    ///
    /// @param overall the chance that the mission can be done
    /// @param hung    how many members decide it on average where it is done
    record Chance(double overall, double hung) {}

    /// Whose ability is not asked for.
    Ability NOBODY = new Ability() {
        @Override
        public Chance chance(double[] willing) {
            throw new IllegalStateException("nobody asked which coalitions can");
        }

        @Override
        public boolean can(BitSet coalition) {
            throw new IllegalStateException("nobody asked which coalitions can");
        }
    };

    /// With what chance it can be done.
    ///
    /// @param willing the chance of each ally, in the alliance's order
    Chance chance(double[] willing);

    /// Whether a coalition can, by one bit an ally.
    boolean can(BitSet coalition);

    /// Reads a mission so.
    ///
    /// @throws Refusal where it can neither be folded nor asked for coalition by coalition
    static Ability of(Alliance alliance, Mission mission, SolveOptions options) {
        WhoCan who = WhoCan.of(alliance, mission);
        Optional<Fold> fold = who.ability().flatMap(ability -> Fold.of(ability, Fold.MOST_STATES));
        if (fold.isPresent()) {
            return new Folded(fold.get());
        }
        List<String> matter = AskedCoalitions.mattering(alliance, mission);
        if (matter.size() > AskedCoalitions.MOST_MATTERING) {
            throw new Refusal(
                    who.problems(),
                    "which coalitions can do mission " + mission.id() + " can neither be folded nor asked for, since "
                            + matter.size() + " members matter for it, more than " + AskedCoalitions.MOST_MATTERING);
        }
        return new Tabled(AskedCoalitions.of(alliance, mission, Optional.empty(), options));
    }

    /// By a fold over all coalitions.
    final class Folded implements Ability {
        private final Fold fold;

        Folded(Fold fold) {
            this.fold = fold;
        }

        @Override
        public Chance chance(double[] willing) {
            Fold.Chances chances = fold.chances(willing);
            double[] with = chances.with();
            double[] without = chances.without();
            double hung = 0;
            for (int i = 0; i < willing.length; i++) {
                hung += willing[i] * Math.max(0, with[i] - without[i]);
            }
            return new Chance(chances.overall(), hung);
        }

        @Override
        public boolean can(BitSet coalition) {
            double[] sure = new double[fold.players()];
            coalition.stream().forEach(i -> sure[i] = 1);
            return fold.chances(sure).overall() > 0.5;
        }
    }

    /// By the planner, for every coalition of those that matter.
    final class Tabled implements Ability {
        private final AskedCoalitions table;

        Tabled(AskedCoalitions table) {
            this.table = table;
        }

        @Override
        public Chance chance(double[] willing) {
            BitSet can = table.can();
            int[] player =
                    table.matter().stream().mapToInt(table.players()::indexOf).toArray();
            double nobody = 1;
            for (double one : willing) {
                nobody *= 1 - one;
            }
            double overall = 0;
            double hung = 0;
            for (int c = can.nextSetBit(0); c >= 0; c = can.nextSetBit(c + 1)) {
                double weight = 1;
                int decide = 0;
                for (int i = 0; i < player.length; i++) {
                    boolean in = ((c >>> i) & 1) != 0;
                    weight *= in ? willing[player[i]] : 1 - willing[player[i]];
                    decide += in && !can.get(c & ~(1 << i)) ? 1 : 0;
                }
                overall += weight;
                hung += weight * decide;
            }
            return new Chance(can.get(0) ? overall - nobody : overall, hung);
        }

        @Override
        public boolean can(BitSet coalition) {
            int mask = 0;
            for (int i = 0; i < table.matter().size(); i++) {
                mask |= coalition.get(table.players().indexOf(table.matter().get(i))) ? 1 << i : 0;
            }
            return !coalition.isEmpty() && table.can().get(mask);
        }
    }
}
