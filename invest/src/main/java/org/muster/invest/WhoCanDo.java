package org.muster.invest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.muster.games.Fraction;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.atlas.SingleCoalitions;
import org.muster.plan.fold.Bracketed;
import org.muster.plan.fold.Fold;

/// Which coalitions of willing members can do a mission, asked for chances.
sealed interface WhoCanDo {
    /// Allies, in the alliance's order.
    List<String> players();

    /// How it is known.
    HowKnown method();

    /// The chance that the mission can run, and by player the same where that player is sure to stay at home. Proven
    /// never to be more than the truth.
    Chances chances(List<Fraction> willing);

    /// The chance that the mission can run, proven never to be more than the truth.
    Fraction chance(List<Fraction> willing);

    /// The same, proven never to be less than the truth.
    Fraction most(List<Fraction> willing);

    /// Whether both are the truth.
    default boolean isExact() {
        return method() == HowKnown.FOLD || method() == HowKnown.PLANNER;
    }

    /// Coalitions of each size that can, from nobody to all; of a bracket those that can for sure; none
    /// where coalitions are drawn.
    List<BigInteger> bySize();

    /// The same where coalitions that have to be drawn are drawn so.
    default WhoCanDo drawn(Sampling sampling) {
        return this;
    }

    /// Whether all together can.
    default boolean runs() {
        return bySize().stream().anyMatch(count -> count.signum() > 0);
    }

    /// A chance, and by player the chance without it.
    record Chances(Fraction overall, List<Fraction> without) {
        public Chances {
            without = List.copyOf(without);
        }
    }

    /// By a fold over all coalitions.
    record Folded(List<String> players, Bracketed folds) implements WhoCanDo {
        @Override
        public HowKnown method() {
            return folds.exact() ? HowKnown.FOLD : HowKnown.BRACKET;
        }

        @Override
        public Chances chances(List<Fraction> willing) {
            Fold.ExactChances exact = folds.harder().exactChances(willing);
            return new Chances(exact.overall(), exact.without());
        }

        @Override
        public Fraction chance(List<Fraction> willing) {
            return folds.harder().exactChance(willing);
        }

        @Override
        public Fraction most(List<Fraction> willing) {
            return folds.easier().exactChance(willing);
        }

        @Override
        public List<BigInteger> bySize() {
            return folds.harder().countsBySize();
        }
    }

    /// By the planner, coalition by coalition of those that matter.
    record Asked(AskedCoalitions coalitions) implements WhoCanDo {
        @Override
        public List<String> players() {
            return coalitions.players();
        }

        @Override
        public HowKnown method() {
            return HowKnown.PLANNER;
        }

        @Override
        public Chances chances(List<Fraction> willing) {
            List<Fraction> without = new ArrayList<>();
            Fraction overall = chance(willing);
            for (int i = 0; i < players().size(); i++) {
                if (coalitions.matter().contains(players().get(i))
                        || coalitions.can().get(0)) {
                    List<Fraction> others = new ArrayList<>(willing);
                    others.set(i, Fraction.ZERO);
                    without.add(chance(others));
                } else {
                    without.add(overall);
                }
            }
            return new Chances(overall, without);
        }

        @Override
        public Fraction most(List<Fraction> willing) {
            return chance(willing);
        }

        /// Player by player over the table, with the numerators of chances as weights.
        @Override
        public Fraction chance(List<Fraction> willing) {
            BitSet can = coalitions.can();
            BigInteger[] weights = new BigInteger[1 << coalitions.matter().size()];
            for (int c = 0; c < weights.length; c++) {
                weights[c] = can.get(c) ? BigInteger.ONE : BigInteger.ZERO;
            }
            BigInteger whole = BigInteger.ONE;
            int left = weights.length;
            for (int i = coalitions.matter().size() - 1; i >= 0; i--) {
                Fraction q = willing.get(players().indexOf(coalitions.matter().get(i)));
                BigInteger out = q.denominator().subtract(q.numerator());
                left /= 2;
                for (int c = 0; c < left; c++) {
                    weights[c] = weights[c].multiply(out).add(weights[c + left].multiply(q.numerator()));
                }
                whole = whole.multiply(q.denominator());
            }
            Fraction chance = new Fraction(weights[0], whole);
            return can.get(0) ? chance.minus(nobody(willing)) : chance;
        }

        /// Where what is held in common would do, somebody has to go all the same.
        private static Fraction nobody(List<Fraction> willing) {
            Fraction nobody = Fraction.ONE;
            for (Fraction q : willing) {
                nobody = nobody.times(Fraction.ONE.minus(q));
            }
            return nobody;
        }

        @Override
        public List<BigInteger> bySize() {
            int idle = players().size() - coalitions.matter().size();
            BigInteger[] counts = new BigInteger[players().size() + 1];
            Arrays.fill(counts, BigInteger.ZERO);
            long[] mattering = new long[coalitions.matter().size() + 1];
            BitSet can = coalitions.can();
            for (int c = can.nextSetBit(0); c >= 0; c = can.nextSetBit(c + 1)) {
                mattering[Integer.bitCount(c)]++;
            }
            BigInteger ways = BigInteger.ONE;
            for (int others = 0; others <= idle; others++) {
                for (int k = 0; k < mattering.length; k++) {
                    counts[k + others] = counts[k + others].add(ways.multiply(BigInteger.valueOf(mattering[k])));
                }
                ways = ways.multiply(BigInteger.valueOf(idle - others)).divide(BigInteger.valueOf(others + 1));
            }
            counts[0] = BigInteger.ZERO;
            return List.of(counts);
        }
    }

    /// By the planner, for coalitions that are drawn.
    record Drawn(SingleCoalitions coalitions, Sampling sampling) implements WhoCanDo {
        @Override
        public WhoCanDo drawn(Sampling other) {
            return new Drawn(coalitions, other);
        }

        @Override
        public List<String> players() {
            return coalitions.players();
        }

        @Override
        public HowKnown method() {
            return HowKnown.ESTIMATED;
        }

        /// How many of the draws can, and by player without it.
        private int[] times(List<Fraction> willing, boolean withoutEach) {
            int n = players().size();
            int[] thresholds = willing.stream().mapToInt(Sampling::threshold).toArray();
            int[] places = players().stream()
                    .mapToInt(player -> coalitions.matter().indexOf(player))
                    .toArray();
            int[] times = new int[n + 1];
            for (int[] draw : sampling.numbers(n)) {
                BitSet matter = new BitSet();
                int going = 0;
                for (int i = 0; i < n; i++) {
                    if (draw[i] < thresholds[i]) {
                        going++;
                        if (places[i] >= 0) {
                            matter.set(places[i]);
                        }
                    }
                }
                if (going == 0 || !coalitions.can(matter)) {
                    continue;
                }
                times[n]++;
                for (int i = 0; withoutEach && i < n; i++) {
                    boolean goes = draw[i] < thresholds[i];
                    boolean can = !goes || going > 1;
                    if (can && goes && places[i] >= 0) {
                        matter.clear(places[i]);
                        can = coalitions.can(matter);
                        matter.set(places[i]);
                    }
                    times[i] += can ? 1 : 0;
                }
            }
            return times;
        }

        @Override
        public Chances chances(List<Fraction> willing) {
            int[] times = times(willing, true);
            List<Fraction> without = new ArrayList<>();
            for (int i = 0; i < players().size(); i++) {
                without.add(least(times[i], willing, i));
            }
            return new Chances(least(times[players().size()], willing, players().size()), without);
        }

        /// Where no draw can, all others together may all the same: so it is told for sure who cannot be spared.
        private Fraction least(int times, List<Fraction> willing, int left) {
            if (times > 0 || sampling.told() == Sampling.Told.SHARE) {
                return sampling.least(times);
            }
            BitSet others = new BitSet();
            Fraction together = Fraction.ONE;
            for (int i = 0; i < players().size(); i++) {
                int place = coalitions.matter().indexOf(players().get(i));
                if (i != left) {
                    together = together.times(willing.get(i));
                    if (place >= 0) {
                        others.set(place);
                    }
                }
            }
            return together.isZero() || !coalitions.can(others) ? Fraction.ZERO : together;
        }

        @Override
        public Fraction chance(List<Fraction> willing) {
            return sampling.least(times(willing, false)[players().size()]);
        }

        @Override
        public Fraction most(List<Fraction> willing) {
            return sampling.most(times(willing, false)[players().size()]);
        }

        @Override
        public List<BigInteger> bySize() {
            return List.of();
        }

        @Override
        public boolean runs() {
            BitSet all = new BitSet();
            all.set(0, coalitions.matter().size());
            return coalitions.can(all);
        }
    }
}
