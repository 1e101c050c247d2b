package org.muster.share.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// For every rule the coalition that would rather leave: the one that pays most beyond what it would cost it alone.
///
/// One pass over all coalitions serves all rules. In a block the 11 lowest members vary: what they pay together stands
/// in
/// a table per rule, what the others pay is one number, and one vectorised maximum tells whether the block holds a
/// worse
/// coalition than those met before, so that it is entered rarely. Whole numbers below 2^53: exact. O(rules 2^n) time,
/// 16 KiB a rule; chunks of blocks run on several threads, the result does not depend on how many.
public final class Leavers {
    /// A coalition that pays more than alone.
    ///
    /// @param coalition  its members
    /// @param paysMinor  what the rule asks of them together, in minor units
    /// @param aloneMinor what the mission would cost them alone, in minor units
    public record Leaver(List<String> coalition, long paysMinor, long aloneMinor) {
        /// What it pays beyond its cost alone, in minor units, above zero.
        public long excessMinor() {
            return paysMinor - aloneMinor;
        }
    }

    private Leavers() {}

    /// The coalition with the largest excess for every rule; empty where nobody would rather leave. Of equal ones the
    /// one with the smallest mask. The empty coalition and all together do not count.
    ///
    /// @param game    complete
    /// @param amounts per rule minor units by member; members that are no players are not looked at
    public static List<Optional<Leaver>> of(MissionGame game, List<Map<String, Long>> amounts, int threads) {
        if (!game.isComplete()) {
            throw new IllegalArgumentException("a game that is estimated cannot be scanned");
        }
        List<double[]> pays = amounts.stream().map(rule -> pays(game, rule)).toList();
        long[] worst = worst(game.costs(), pays, threads);
        List<Optional<Leaver>> leavers = new ArrayList<>();
        for (int r = 0; r < worst.length; r++) {
            leavers.add(worst[r] == 0 ? Optional.empty() : Optional.of(leaver(game, pays.get(r), worst[r])));
        }
        return leavers;
    }

    /// The single members that pay more than alone, for one rule.
    public static List<Leaver> singles(MissionGame game, Map<String, Long> amounts) {
        double[] pays = pays(game, amounts);
        List<Leaver> singles = new ArrayList<>();
        for (int i = 0; i < pays.length && pays.length > 1; i++) {
            if (pays[i] > game.costs().value(1L << i)) {
                singles.add(leaver(game, pays, 1L << i));
            }
        }
        return singles;
    }

    private static Leaver leaver(MissionGame game, double[] pays, long coalition) {
        return new Leaver(game.names(coalition), (long) Coalitions.sum(pays, coalition), game.cost(coalition));
    }

    private static double[] pays(MissionGame game, Map<String, Long> amounts) {
        return game.players().stream()
                .mapToDouble(player -> amounts.getOrDefault(player, 0L))
                .toArray();
    }

    private static long[] worst(Game costs, List<double[]> pays, int threads) {
        int n = costs.players();
        long all = Coalitions.grand(n);
        if (n < Kernel.BLOCK_BITS) {
            return direct(costs, pays, all);
        }
        List<double[]> low = pays.stream()
                .map(x -> Coalitions.sums(negated(x), 0, Kernel.BLOCK_BITS))
                .toList();
        int chunks = Blocks.chunks(Blocks.count(costs));
        List<Found> parts = Blocks.run(chunks, threads, chunk -> {
            Found found = new Found(pays.size());
            double[] negative = new double[Kernel.BLOCK];
            Kernel kernel = Kernel.best();
            Blocks.walk(costs, chunk, chunks, new MayLeave(costs, pays, found), (block, values, offset) -> {
                for (int j = 0; j < Kernel.BLOCK; j++) {
                    negative[j] = -values[offset + j];
                }
                long high = block << Kernel.BLOCK_BITS;
                for (int r = 0; r < pays.size(); r++) {
                    double paysHigh = Coalitions.sum(pays.get(r), high);
                    // the most of (what the low ones pay) - c(S); entered only where it beats what was met before
                    if (kernel.most(negative, 0, low.get(r)) + paysHigh > found.excess[r]) {
                        found.enter(r, high, all, negative, low.get(r), paysHigh);
                    }
                }
            });
            return found;
        });
        Found best = new Found(pays.size());
        parts.forEach(best::take);
        return best.mask;
    }

    /// Whether a coalition between `fixed` and all of `free` may be worse than the worst so far, under any rule; the
    /// rule
    /// for which it was last so is asked first.
    private static final class MayLeave implements Blocks.MayMatter {
        private final Game costs;
        private final List<double[]> pays;
        private final Found found;
        private int last;

        MayLeave(Game costs, List<double[]> pays, Found found) {
            this.costs = costs;
            this.pays = pays;
            this.found = found;
        }

        @Override
        public boolean test(long fixed, long free) {
            for (int k = 0; k < pays.size(); k++) {
                int r = (last + k) % pays.size();
                if (-costs.leastBeyond(pays.get(r), fixed, free) > found.excess[r]) {
                    last = r;
                    return true;
                }
            }
            return false;
        }
    }

    private static double[] negated(double[] x) {
        double[] negated = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            negated[i] = -x[i];
        }
        return negated;
    }

    private static long[] direct(Game costs, List<double[]> pays, long all) {
        Found found = new Found(pays.size());
        for (long mask = 1; mask < all; mask++) {
            double cost = costs.value(mask);
            for (int r = 0; r < pays.size(); r++) {
                found.offer(r, mask, Coalitions.sum(pays.get(r), mask) - cost);
            }
        }
        return found.mask;
    }

    /// The worst coalition of every rule so far; 0 where none pays more than alone.
    private static final class Found {
        private final double[] excess;
        private final long[] mask;

        Found(int rules) {
            excess = new double[rules];
            mask = new long[rules];
        }

        void offer(int rule, long coalition, double by) {
            if (by > excess[rule]) {
                excess[rule] = by;
                mask[rule] = coalition;
            }
        }

        void enter(int rule, long high, long all, double[] negative, double[] low, double paysHigh) {
            for (int j = 0; j < negative.length; j++) {
                if (high + j != 0 && high + j != all) {
                    offer(rule, high + j, negative[j] - low[j] + paysHigh);
                }
            }
        }

        void take(Found later) {
            for (int r = 0; r < mask.length; r++) {
                offer(r, later.mask[r], later.excess[r]);
            }
        }
    }
}
