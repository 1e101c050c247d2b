package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// For many allocations of costs at once the coalition that pays most beyond what it would cost it alone.
///
/// In a block the 11 lowest players vary: what they pay together stands in a table per allocation, what the others pay
/// is one number, and one vectorised maximum tells whether the block holds a worse coalition than those met before, so
/// that it is entered rarely. Parts of the game in which no coalition can be worse are left out ([Game#leastBeyond]).
final class LeaverScan {
    private LeaverScan() {}

    /// The coalition with the largest excess for every allocation; of equal ones the one with the smallest mask.
    static List<Optional<Core.Worst>> of(Game costs, List<double[]> pays, int threads) {
        Found found = found(costs, pays, threads);
        List<Optional<Core.Worst>> worst = new ArrayList<>();
        for (int r = 0; r < pays.size(); r++) {
            worst.add(
                    found.mask[r] == 0
                            ? Optional.empty()
                            : Optional.of(new Core.Worst(found.mask[r], found.excess[r])));
        }
        return worst;
    }

    private static Found found(Game costs, List<double[]> pays, int threads) {
        int n = costs.players();
        long all = Coalitions.grand(n);
        if (n < Kernel.BLOCK_BITS) {
            return direct(costs, pays, all);
        }
        List<double[]> low = pays.stream()
                .map(x -> Coalitions.sums(negated(x), 0, Kernel.BLOCK_BITS))
                .toList();
        int chunks = Blocks.chunks(Blocks.count(costs));
        List<Found> parts = Parallel.inOrder(chunks, threads, chunk -> {
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
        return best;
    }

    /// Whether a coalition between `fixed` and all of `free` may be worse than the worst so far, under any
    /// allocation; the one for which it was last so is asked first.
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

    private static Found direct(Game costs, List<double[]> pays, long all) {
        Found found = new Found(pays.size());
        for (long mask = 1; mask < all; mask++) {
            double cost = costs.value(mask);
            for (int r = 0; r < pays.size(); r++) {
                found.offer(r, mask, Coalitions.sum(pays.get(r), mask) - cost);
            }
        }
        return found;
    }

    /// The worst coalition of every allocation so far; 0 where none pays more than alone.
    private static final class Found {
        private final double[] excess;
        private final long[] mask;

        Found(int allocations) {
            excess = new double[allocations];
            mask = new long[allocations];
        }

        void offer(int allocation, long coalition, double by) {
            if (by > excess[allocation]) {
                excess[allocation] = by;
                mask[allocation] = coalition;
            }
        }

        void enter(int allocation, long high, long all, double[] negative, double[] low, double paysHigh) {
            for (int j = 0; j < negative.length; j++) {
                if (high + j != 0 && high + j != all) {
                    offer(allocation, high + j, negative[j] - low[j] + paysHigh);
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
