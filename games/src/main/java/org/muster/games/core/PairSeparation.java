package org.muster.games.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// Rows over pairs of coalitions, `e(S) - e(T)`, for the modiclus: found from the coalitions with the largest and the
/// smallest excess of one pass, so that `4^n` pairs cost no more than `2^n` coalitions.
///
/// For each level it is enough to know the best coalition and the best of another class (another product with the
/// level's null vector) at both ends: the most broken pair that the level binds is among their four combinations.
final class PairSeparation implements Separation {
    private static final int KEPT = 16;

    private final Game game;
    private final int threads;

    PairSeparation(Game game, int threads) {
        this.game = game;
        this.threads = threads;
    }

    @Override
    public int players() {
        return game.players();
    }

    @Override
    public double grand() {
        return game.grandValue();
    }

    @Override
    public List<Cut> seeds() {
        List<Cut> seeds = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            Cut alone = new Cut(1L << i, 0, game.value(1L << i), 1);
            seeds.add(alone);
            seeds.add(opposite(alone));
        }
        return seeds;
    }

    @Override
    public Cut opposite(Cut cut) {
        return new Cut(cut.minus(), cut.plus(), -cut.value(), cut.weight());
    }

    @Override
    public List<Cut> broken(double[] x, List<Level> levels, double tolerance, int most) {
        Ends ends = ends(x, levels);
        BrokenRows found = new BrokenRows(most);
        for (Found top : ends.top().all()) {
            for (Found bottom : ends.bottom().all()) {
                double difference = top.excess() + bottom.excess();
                for (int k = levels.size() - 1; k >= 0; k--) {
                    double by = difference - levels.get(k).e();
                    if (by > tolerance && levels.get(k).binds(top.mask(), bottom.mask())) {
                        double value = game.value(top.mask()) - game.value(bottom.mask());
                        found.offer(new Cut(top.mask(), bottom.mask(), value, 1), by);
                        break;
                    }
                }
            }
        }
        return found.worstFirst();
    }

    private record Found(long mask, double excess) {}

    private record Ends(End top, End bottom) {}

    private Ends ends(double[] x, List<Level> levels) {
        int n = game.players();
        if (n < Kernel.BLOCK_BITS) {
            Ends ends = new Ends(new End(levels), new End(levels));
            for (long mask = 0; mask < Coalitions.count(n); mask++) {
                double excess = game.value(mask) - Coalitions.sum(x, mask);
                ends.top().offer(mask, excess);
                ends.bottom().offer(mask, -excess);
            }
            return ends;
        }
        int chunks = Blocks.chunks(Blocks.count(game));
        double[] sumsOfLow = Coalitions.sums(x, 0, Kernel.BLOCK_BITS);
        Ends all = new Ends(new End(levels), new End(levels));
        for (Ends part : Parallel.inOrder(chunks, threads, chunk -> endsOfChunk(chunk, chunks, x, sumsOfLow, levels))) {
            part.top().all().forEach(f -> all.top().offer(f.mask(), f.excess()));
            part.bottom().all().forEach(f -> all.bottom().offer(f.mask(), f.excess()));
        }
        return all;
    }

    private Ends endsOfChunk(int chunk, int chunks, double[] x, double[] sumsOfLow, List<Level> levels) {
        Ends ends = new Ends(new End(levels), new End(levels));
        Kernel kernel = Kernel.best();
        Blocks.walk(game, chunk, chunks, (block, values, offset) -> {
            long high = block << Kernel.BLOCK_BITS;
            double sumOfHigh = Coalitions.sum(x, high);
            if (kernel.most(values, offset, sumsOfLow) - sumOfHigh > ends.top().needed()) {
                for (int j = 0; j < Kernel.BLOCK; j++) {
                    ends.top().offer(high + j, values[offset + j] - sumsOfLow[j] - sumOfHigh);
                }
            }
            if (-(kernel.least(values, offset, sumsOfLow) - sumOfHigh)
                    > ends.bottom().needed()) {
                for (int j = 0; j < Kernel.BLOCK; j++) {
                    ends.bottom().offer(high + j, -(values[offset + j] - sumsOfLow[j] - sumOfHigh));
                }
            }
        });
        return ends;
    }

    /// The largest of one end: the best few, and for each level the best and the best of another class.
    private static final class End {
        private final List<Level> levels;
        private final List<Found> best = new ArrayList<>();
        private final Found[] first;
        private final Found[] second;

        End(List<Level> levels) {
            this.levels = levels;
            this.first = new Found[levels.size()];
            this.second = new Found[levels.size()];
            Arrays.fill(first, new Found(0, Double.NEGATIVE_INFINITY));
            Arrays.fill(second, new Found(0, Double.NEGATIVE_INFINITY));
        }

        double needed() {
            double needed = best.size() < KEPT
                    ? Double.NEGATIVE_INFINITY
                    : best.getLast().excess();
            for (Found f : second) {
                needed = Math.min(needed, f.excess());
            }
            return needed;
        }

        void offer(long mask, double excess) {
            if (best.size() < KEPT || excess > best.getLast().excess()) {
                int at = best.size();
                while (at > 0 && best.get(at - 1).excess() < excess) {
                    at--;
                }
                best.add(at, new Found(mask, excess));
                if (best.size() > KEPT) {
                    best.removeLast();
                }
            }
            for (int k = 0; k < first.length; k++) {
                if (excess > second[k].excess()) {
                    raise(k, new Found(mask, excess));
                }
            }
        }

        private void raise(int k, Found found) {
            boolean firstIsReal = first[k].excess() > Double.NEGATIVE_INFINITY;
            boolean sameClass = firstIsReal && !levels.get(k).binds(found.mask(), first[k].mask());
            if (found.excess() > first[k].excess()) {
                if (firstIsReal && !sameClass) {
                    second[k] = first[k];
                }
                first[k] = found;
            } else if (!sameClass) {
                second[k] = found;
            }
        }

        List<Found> all() {
            List<Found> all = new ArrayList<>(best);
            for (int k = 0; k < first.length; k++) {
                for (Found f : List.of(first[k], second[k])) {
                    if (f.excess() > Double.NEGATIVE_INFINITY && !all.contains(f)) {
                        all.add(f);
                    }
                }
            }
            return all;
        }
    }
}
