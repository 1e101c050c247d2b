package org.muster.games.cost;

import java.util.Arrays;
import java.util.List;
import org.muster.games.Coalitions;
import org.muster.games.Game;

/// The cost of a cover game for every coalition, block by block: `base + sign * c(S)`, and 0 for nobody.
///
/// The cost of a line is the value of a small linear program, so it is also the largest value of the dual: with the
/// distinct prices `p_0 < p_1 < ... < p_K` (the last is the market's) and `q_i` units from player `i` at price `p(i)`,
///
/// `c_l(S) = max over k of [ p_k r - sum over i in S with p(i) < p_k of (p_k - p(i)) q_i ]`.
///
/// Each bracket is additive over players. So a block of coalitions that differ in the lowest [#LOW] players only needs,
/// for each price, a number for its high part and a table for its low part, and costs one subtraction and one maximum a
/// coalition and price, in whole numbers and in loops that the compiler turns into vector code. Prices that cannot be
/// the marginal one anywhere in the block are left out: usually two or three stay. Source of the duality: D. Gale,
/// *The Theory of Linear Economic Models* (1960), chapter 3.
final class CoverCosts implements Game {
    /// Players that vary inside a block.
    static final int LOW = 10;

    private final CoverGame cover;
    private final long base;
    private final int sign;
    private final double bound;
    private final List<CoverLine> lines;

    CoverCosts(CoverGame cover, long base, int sign) {
        this.cover = cover;
        this.base = base;
        this.sign = sign;
        this.bound = Math.max(1.0, (double) Math.max(base, cover.costOfNobody()));
        this.lines = cover.players() < LOW
                ? List.of()
                : cover.lines().stream().map(CoverLine::new).toList();
    }

    @Override
    public int players() {
        return cover.players();
    }

    @Override
    public double value(long coalition) {
        return coalition == 0 ? 0 : (double) (base + sign * cover.cost(coalition));
    }

    @Override
    public double wholeBound() {
        return bound;
    }

    /// Costs fall as players join, so that the largest of these coalitions costs least; only nobody pays nothing.
    @Override
    public double leastBeyond(double[] x, long fixed, long free) {
        double least = ofLines(sign > 0 ? fixed | free : fixed);
        return (fixed == 0 ? Math.min(0, least) : least) - Coalitions.sum(x, fixed) - signedSum(x, free, 1);
    }

    @Override
    public double mostBeyond(double[] x, long fixed, long free) {
        double most = ofLines(sign > 0 ? fixed : fixed | free);
        return (fixed == 0 ? Math.max(0, most) : most) - Coalitions.sum(x, fixed) + signedSum(x, free, -1);
    }

    private double ofLines(long coalition) {
        return (double) (base + sign * cover.cost(coalition));
    }

    /// The largest sum of `factor` times `x` that players of `free` can have.
    private static double signedSum(double[] x, long free, int factor) {
        double sum = 0;
        for (long rest = free; rest != 0; rest &= rest - 1) {
            sum += Math.max(0, factor * x[Long.numberOfTrailingZeros(rest)]);
        }
        return sum;
    }

    private static final ThreadLocal<CoverLine.Scratch> SCRATCH = ThreadLocal.withInitial(CoverLine.Scratch::new);

    @Override
    public void read(long first, int count, double[] into, int at) {
        int block = 1 << LOW;
        if (lines.isEmpty() || first % block != 0 || count % block != 0) {
            Game.super.read(first, count, into, at);
            return;
        }
        CoverLine.Scratch scratch = SCRATCH.get().fitting(lines);
        for (int done = 0; done < count; done += block) {
            readBlock((first + done) >>> LOW, into, at + done, scratch);
        }
        if (first == 0) {
            into[at] = 0;
        }
    }

    private void readBlock(long high, double[] into, int at, CoverLine.Scratch scratch) {
        Arrays.fill(into, at, at + (1 << LOW), (double) base);
        for (CoverLine line : lines) {
            line.addTo(into, at, high, sign, scratch);
        }
    }
}
