package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;

/// Finds broken rows by one pass over all coalitions of a table or a streamed game.
///
/// A block is entered only where its largest excess beats the lowest level, which one vectorised maximum over the block
/// tells; so almost all of the time is the reading of the table. O(2^n).
final class TableSeparation implements Separation {
    private final Game game;
    private final Excess excess;
    private final int threads;
    private final long all;
    private final double grand;

    TableSeparation(Game game, Excess excess, int threads) {
        this.game = game;
        this.excess = excess;
        this.threads = threads;
        this.all = Coalitions.grand(game.players());
        this.grand = game.value(all);
    }

    @Override
    public int players() {
        return game.players();
    }

    @Override
    public double grand() {
        return grand;
    }

    @Override
    public List<Cut> seeds() {
        List<Cut> seeds = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            addIfItCounts(seeds, 1L << i);
        }
        for (int i = 0; i < game.players(); i++) {
            addIfItCounts(seeds, all & ~(1L << i));
        }
        return seeds;
    }

    private void addIfItCounts(List<Cut> cuts, long mask) {
        if (mask != 0 && mask != all) {
            cuts.add(cut(mask));
        }
    }

    private Cut cut(long mask) {
        double value = game.value(mask);
        return Cut.of(mask, value, excess.weight(game, mask, value));
    }

    @Override
    public Cut opposite(Cut cut) {
        return cut(all & ~cut.plus());
    }

    @Override
    public List<Cut> broken(double[] x, List<Level> levels, double tolerance, int most) {
        if (game.players() < Kernel.BLOCK_BITS) {
            BrokenRows found = new BrokenRows(most);
            for (long mask = 1; mask < all; mask++) {
                consider(mask, game.value(mask), Coalitions.sum(x, mask), levels, tolerance, found);
            }
            return found.worstFirst();
        }
        int chunks = Blocks.chunks(Blocks.count(game));
        double[] sumsOfLow = Coalitions.sums(x, 0, Kernel.BLOCK_BITS);
        List<BrokenRows> parts = Parallel.inOrder(
                chunks, threads, chunk -> brokenInChunk(chunk, chunks, x, sumsOfLow, levels, tolerance, most));
        BrokenRows best = new BrokenRows(most);
        parts.forEach(best::offerAll);
        return best.worstFirst();
    }

    /// What is done with a coalition met in a pass.
    interface Visitor {
        void at(long mask, double value, double share);
    }

    /// Meets every coalition that counts, except the empty and the grand one, whose `v(S) - x(S) - weight(S) e` is
    /// above `-slack` in floating point; one visitor a chunk.
    void near(double[] x, double e, double slack, Supplier<Visitor> visitors) {
        if (game.players() < Kernel.BLOCK_BITS) {
            Visitor visitor = visitors.get();
            for (long mask = 1; mask < all; mask++) {
                double value = game.value(mask);
                double share = Coalitions.sum(x, mask);
                double weight = excess.weight(game, mask, value);
                if (weight > 0 && value - share - weight * e > -slack) {
                    visitor.at(mask, value, share);
                }
            }
            return;
        }
        double[] sumsOfLow = Coalitions.sums(x, 0, Kernel.BLOCK_BITS);
        int chunks = Blocks.chunks(Blocks.count(game));
        Parallel.inOrder(chunks, threads, chunk -> {
            nearInChunk(chunk, chunks, x, sumsOfLow, e, slack, visitors.get());
            return chunk;
        });
    }

    private void nearInChunk(
            int chunk, int chunks, double[] x, double[] sumsOfLow, double e, double slack, Visitor visitor) {
        Kernel kernel = Kernel.best();
        double[] adjusted = new double[excess == Excess.PLAIN ? 0 : Kernel.BLOCK];
        Reach reach = reach(x, e);
        Blocks.walk(game, chunk, chunks, (in, free) -> reach.most(in, free) > -slack, (block, values, offset) -> {
            long high = block << Kernel.BLOCK_BITS;
            double sumOfHigh = Coalitions.sum(x, high);
            boolean plain = excess == Excess.PLAIN;
            if (!plain) {
                adjust(values, offset, high, e, adjusted);
            }
            double[] read = plain ? values : adjusted;
            int from = plain ? offset : 0;
            double beat = (plain ? e : 0) + sumOfHigh - slack;
            if (kernel.most(read, from, sumsOfLow) > beat) {
                for (int j = 0; j < Kernel.BLOCK; j++) {
                    if (read[from + j] - sumsOfLow[j] > beat && high + j != 0 && high + j != all) {
                        visitor.at(high + j, values[offset + j], sumsOfLow[j] + sumOfHigh);
                    }
                }
            }
        });
    }

    private BrokenRows brokenInChunk(
            int chunk, int chunks, double[] x, double[] sumsOfLow, List<Level> levels, double tolerance, int most) {
        BrokenRows found = new BrokenRows(most);
        Kernel kernel = Kernel.best();
        double lowest = levels.getLast().e();
        double[] adjusted = new double[excess == Excess.PLAIN ? 0 : Kernel.BLOCK];
        Reach reach = reach(x, lowest);
        Blocks.MayMatter mayMatter = (in, free) -> reach.most(in, free) > Math.max(tolerance, found.needed());
        Blocks.walk(game, chunk, chunks, mayMatter, (block, values, offset) -> {
            long high = block << Kernel.BLOCK_BITS;
            double sumOfHigh = Coalitions.sum(x, high);
            double[] read = values;
            int from = offset;
            double level = lowest;
            if (excess != Excess.PLAIN) {
                adjust(values, offset, high, lowest, adjusted);
                read = adjusted;
                from = 0;
                level = 0;
            }
            double beat = level + sumOfHigh + Math.max(tolerance, found.needed());
            if (kernel.most(read, from, sumsOfLow) > beat) {
                for (int j = 0; j < Kernel.BLOCK; j++) {
                    if (read[from + j] - sumsOfLow[j] > beat && high + j != 0 && high + j != all) {
                        consider(high + j, values[offset + j], sumsOfLow[j] + sumOfHigh, levels, tolerance, found);
                    }
                }
            }
        });
        return found;
    }

    /// How far `v(S) - x(S) - weight(S) e` may reach, by what the game knows of itself.
    private interface Reach {
        double most(long fixed, long free);
    }

    /// More than it is by all that rounding may have taken away; infinite where weights are values themselves.
    private Reach reach(double[] x, double e) {
        if (excess != Excess.PLAIN && excess != Excess.PER_CAPITA) {
            return (fixed, free) -> Double.POSITIVE_INFINITY;
        }
        double perHead = excess == Excess.PLAIN ? 0 : e;
        double constant = excess == Excess.PLAIN ? e : 0;
        double[] all = new double[x.length];
        double size = Math.abs(e) * x.length + Math.abs(grand);
        for (int i = 0; i < x.length; i++) {
            all[i] = x[i] + perHead;
            size += Math.abs(x[i]);
        }
        double bound = game.wholeBound();
        double margin = 0x1p-44 * (size + (Double.isNaN(bound) ? 0 : bound));
        return (fixed, free) -> game.mostBeyond(all, fixed, free) - constant + margin;
    }

    /// `v(S) - weight(S) e` for the block; minus infinity for coalitions that do not count.
    private void adjust(double[] values, int offset, long high, double e, double[] adjusted) {
        double[] others = new double[0];
        if (excess == Excess.DISRUPTION) {
            others = new double[Kernel.BLOCK];
            game.read(all & ~(high + Kernel.BLOCK - 1), Kernel.BLOCK, others, 0);
        }
        int size = Long.bitCount(high);
        for (int j = 0; j < Kernel.BLOCK; j++) {
            double value = values[offset + j];
            double weight = switch (excess) {
                case PLAIN -> 1;
                case PER_CAPITA -> size + Integer.bitCount(j);
                case PROPORTIONAL -> value;
                case DISRUPTION ->
                    game.rounding() > 0
                            ? excess.weight(game, high + j, value)
                            : grand - others[Kernel.BLOCK - 1 - j] - value;
            };
            adjusted[j] = weight > 0 ? value - weight * e : Double.NEGATIVE_INFINITY;
        }
    }

    private void consider(
            long mask, double value, double share, List<Level> levels, double tolerance, BrokenRows found) {
        double weight = excess.weight(game, mask, value);
        if (weight <= 0) {
            return;
        }
        for (int k = levels.size() - 1; k >= 0; k--) {
            Level level = levels.get(k);
            double by = value - share - weight * level.e();
            if (by <= tolerance || by < found.needed()) {
                return; // levels fall (Level.falling), so higher ones are broken by less
            }
            if (level.binds(mask, 0)) {
                found.offer(Cut.of(mask, value, weight), by);
                return;
            }
        }
    }
}
