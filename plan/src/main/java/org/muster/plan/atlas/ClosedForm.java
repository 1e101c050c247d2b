package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.cost.CoverGame;

/// The cost of a separable mission for every coalition, and whether it can do the mission, in closed form.
///
/// Blocks of 2^10 coalitions are worked at once. Players with conditions are the last ones, so that whoever drops out
/// changes only the block's high part: such a block is worked once more without them, and each coalition takes its
/// value from the block of its largest subset in which all conditions hold.
final class ClosedForm implements Game {
    /// Players that vary inside a block.
    static final int LOW = Threshold.LOW;

    private static final int BLOCK = 1 << LOW;

    /// Words that the bits of a block take.
    private static final int WORDS = BLOCK / Long.SIZE;

    private final CoverGame cover;
    private final LongToDoubleFunction costOf;
    private final Game costs;
    private final double costOfNobody;
    private final long fixed;
    private final long interested;
    private final Closure closure;
    private final List<Threshold> feasible;

    /// @param cover      the lines, without whatever arises whoever goes
    /// @param fixed      what arises whoever goes, in minor units
    /// @param interested players with an interest: a coalition without any costs nothing
    /// @param closure    conditions of players, which are the last ones
    /// @param feasible   what all has to hold for a coalition to be able to do the mission
    ClosedForm(CoverGame cover, long fixed, long interested, Closure closure, List<Threshold> feasible) {
        this.cover = cover;
        this.costOf = cover.costOf();
        this.costs = cover.costGame();
        this.costOfNobody = cover.costOfNobody();
        this.fixed = fixed;
        this.interested = interested;
        this.closure = closure;
        this.feasible = List.copyOf(feasible);
    }

    CoverGame cover() {
        return cover;
    }

    Closure closure() {
        return closure;
    }

    @Override
    public int players() {
        return cover.players();
    }

    @Override
    public double wholeBound() {
        return costOfNobody + fixed;
    }

    @Override
    public double value(long coalition) {
        return (coalition & interested) == 0 ? 0 : fixed + costOfLines(closure.of(coalition));
    }

    /// What the lines cost those who take part, whatever their conditions.
    double costOfLines(long taking) {
        return taking == 0 ? costOfNobody : costOf.applyAsDouble(taking);
    }

    /// Costs fall as members join; only who has no interest pays nothing.
    @Override
    public double leastBeyond(double[] x, long fixedPlayers, long free) {
        double cost = (fixedPlayers & interested) == 0 ? 0 : value(fixedPlayers | free);
        return cost - Coalitions.sum(x, fixedPlayers) - positive(x, free);
    }

    /// The largest sum of `x` that players of `free` can have.
    private static double positive(double[] x, long free) {
        double sum = 0;
        for (long rest = free; rest != 0; rest &= rest - 1) {
            sum += Math.max(0, x[Long.numberOfTrailingZeros(rest)]);
        }
        return sum;
    }

    /// Whether the coalition covers every essential line, the day after included, with the mission's floor and lead.
    boolean isFeasible(long coalition) {
        long taking = closure.of(coalition);
        return coalition != 0 && feasible.stream().allMatch(t -> t.holds(taking));
    }

    /// Whether whole blocks can be worked: they are not larger than the game, and no conditional player varies inside.
    boolean isBlocked() {
        return players() >= LOW && closure.conditional().stream().allMatch(one -> one.player() >= LOW);
    }

    @Override
    public void read(long first, int count, double[] into, int at) {
        if (!isBlocked() || first % BLOCK != 0 || count % BLOCK != 0) {
            Game.super.read(first, count, into, at);
            return;
        }
        List<Scratch> scratch = SCRATCH.get();
        for (int done = 0; done < count; done += BLOCK) {
            long high = (first + done) >>> LOW;
            takingPart(high, into, at + done, scratch, 0);
            finish(high << LOW, into, at + done);
        }
    }

    /// Adds what arises whoever goes; nobody, and who has no interest, pays nothing.
    private void finish(long first, double[] into, int at) {
        for (int j = at; j < at + BLOCK; j++) {
            into[j] += fixed;
        }
        if ((first & interested) == 0) {
            for (int j = 0; j < BLOCK; j++) {
                if ((j & interested) == 0) {
                    into[at + j] = 0;
                }
            }
        }
    }

    /// Kept by each thread: making it anew for each block would take as long as the work.
    private static final ThreadLocal<List<Scratch>> SCRATCH = ThreadLocal.withInitial(ArrayList::new);

    /// What is needed while a block is worked, one for each time that somebody drops out of what is left.
    static final class Scratch {
        private final int[] missing = new int[BLOCK];
        private final double[] without = new double[BLOCK];
        private final long[] fewer = new long[WORDS];
        /// For each coalition the conditional players that drop out of it, as a pattern over those in the block.
        private final int[] dropped = new int[BLOCK];
        /// Bit `p` says that pattern `p` occurs.
        private long patterns;

        /// The one for a depth, made where there is none yet.
        private static Scratch at(List<Scratch> all, int depth) {
            if (all.size() == depth) {
                all.add(new Scratch());
            }
            return all.get(depth);
        }

        /// Bit `p` says that pattern `p` of players that drop out occurs; bit 0 is none.
        long patterns() {
            return patterns;
        }

        /// Whether exactly the players of the pattern drop out of the `j`-th coalition of the block.
        boolean isDropped(int j, int pattern) {
            return dropped[j] == pattern;
        }
    }

    /// The cost of the lines for the largest valid subset of every coalition of the block.
    private void takingPart(long high, double[] into, int at, List<Scratch> all, int depth) {
        Scratch scratch = Scratch.at(all, depth);
        costs.read(high << LOW, BLOCK, into, at);
        if (high == 0) {
            into[at] = costOfNobody;
        }
        List<Closure.Conditional> here = dropOuts(high, scratch);
        for (long rest = scratch.patterns & ~1L; rest != 0; rest &= rest - 1) {
            int pattern = Long.numberOfTrailingZeros(rest);
            takingPart(without(high, here, pattern), scratch.without, 0, all, depth + 1);
            for (int j = 0; j < BLOCK; j++) {
                if (scratch.dropped[j] == pattern) {
                    into[at + j] = scratch.without[j];
                }
            }
        }
    }

    /// The high part without the players of a pattern over `here`.
    static long without(long high, List<Closure.Conditional> here, int pattern) {
        long left = high;
        for (int rest = pattern; rest != 0; rest &= rest - 1) {
            left &= ~(1L << (here.get(Integer.numberOfTrailingZeros(rest)).player() - LOW));
        }
        return left;
    }

    /// Fills `scratch.dropped` and `scratch.patterns`; the conditional players of the block.
    List<Closure.Conditional> dropOuts(long high, Scratch scratch) {
        List<Closure.Conditional> here = closure.in(high << LOW);
        scratch.patterns = 1;
        boolean any = false;
        for (int k = 0; k < here.size(); k++) {
            Arrays.fill(scratch.missing, 0);
            boolean some = false;
            for (Threshold condition : here.get(k).conditions()) {
                some |= condition.mark(high, scratch.missing);
            }
            if (some && !any) {
                Arrays.fill(scratch.dropped, 0);
                any = true;
            }
            if (some) {
                addBit(scratch.missing, k, scratch.dropped);
            }
        }
        if (any) {
            for (int pattern : scratch.dropped) {
                scratch.patterns |= 1L << pattern;
            }
        }
        return here;
    }

    private static void addBit(int[] missing, int bit, int[] dropped) {
        for (int j = 0; j < BLOCK; j++) {
            dropped[j] |= (missing[j] >>> 31) << bit;
        }
    }

    /// Sets bit `j` of `bits[at..]` for every coalition of the block that can do the mission; 16 words a block.
    void feasible(long high, long[] bits, int at) {
        for (Threshold one : feasible) {
            if (one.failsEverywhere(high)) {
                Arrays.fill(bits, at, at + WORDS, 0);
                return;
            }
        }
        feasible(high, bits, at, SCRATCH.get(), 0);
        if (high == 0) {
            bits[at] &= ~1L;
        }
    }

    /// Sets the bits of one block: where nobody drops out, by the block's own marks; where somebody does, by those of
    /// the block without them.
    private void feasible(long high, long[] bits, int at, List<Scratch> all, int depth) {
        Scratch scratch = Scratch.at(all, depth);
        markInfeasible(high, scratch, bits, at);
        List<Closure.Conditional> here = dropOuts(high, scratch);
        for (long rest = scratch.patterns & ~1L; rest != 0; rest &= rest - 1) {
            int pattern = Long.numberOfTrailingZeros(rest);
            feasible(without(high, here, pattern), scratch.fewer, 0, all, depth + 1);
            for (int word = 0; word < WORDS; word++) {
                long dropped = where(scratch.dropped, word * Long.SIZE, pattern);
                bits[at + word] = (bits[at + word] & ~dropped) | (scratch.fewer[word] & dropped);
            }
        }
    }

    private void markInfeasible(long high, Scratch scratch, long[] bits, int at) {
        boolean some = false;
        for (Threshold one : feasible) {
            if (one.mayFail(high)) {
                if (!some) {
                    Arrays.fill(scratch.missing, 0);
                }
                some = true;
                one.mark(high, scratch.missing);
            }
        }
        for (int word = 0; word < WORDS; word++) {
            bits[at + word] = some ? notNegative(scratch.missing, word * Long.SIZE) : -1L;
        }
    }

    private static long notNegative(int[] missing, int from) {
        long packed = 0;
        for (int j = 0; j < Long.SIZE; j++) {
            packed |= (~missing[from + j] >>> 31 & 1L) << j;
        }
        return packed;
    }

    private static long where(int[] dropped, int from, int pattern) {
        long packed = 0;
        for (int j = 0; j < Long.SIZE; j++) {
            packed |= dropped[from + j] == pattern ? 1L << j : 0;
        }
        return packed;
    }
}
