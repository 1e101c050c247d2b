package org.muster.games.scan;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The loops in vectors of the machine's own width (8 doubles with AVX-512, 4 with AVX2).
///
/// Comparison and blend stand in for `max`: the library's `max` orders NaN and -0.0, which costs several instructions
/// a vector and is not needed, since tables hold finite numbers only. Four accumulators hide the latency of the blend.
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    static boolean fits() {
        return LANES >= 2 && LANES <= LINE;
    }

    @Override
    public void accumulate(double[] values, int offset, double[] buffer, double[] sums) {
        Arrays.fill(sums, 0, CLASSES * LINE, 0);
        for (int part = 0; part < LINE; part += LANES) {
            for (int group = 0; group < GROUPS; group++) {
                int at = group * GROUP + part;
                addGroup(values, offset + at, buffer, at, sums, Integer.bitCount(group) * LINE + part);
            }
        }
    }

    /// Eight lines, whose indices end in three bits of which none, one, two or all are set: memory is read in its
    /// order, and a class's sum is loaded once for three lines.
    private static void addGroup(double[] values, int from, double[] buffer, int to, double[] sums, int at) {
        DoubleVector none = taken(values, from, buffer, to);
        DoubleVector one = taken(values, from + LINE, buffer, to + LINE)
                .add(taken(values, from + 2 * LINE, buffer, to + 2 * LINE))
                .add(taken(values, from + 4 * LINE, buffer, to + 4 * LINE));
        DoubleVector two = taken(values, from + 3 * LINE, buffer, to + 3 * LINE)
                .add(taken(values, from + 5 * LINE, buffer, to + 5 * LINE))
                .add(taken(values, from + 6 * LINE, buffer, to + 6 * LINE));
        DoubleVector three = taken(values, from + 7 * LINE, buffer, to + 7 * LINE);
        add(none, sums, at);
        add(one, sums, at + LINE);
        add(two, sums, at + 2 * LINE);
        add(three, sums, at + 3 * LINE);
    }

    @Override
    public void fold(double[] block, double[] sums) {
        Arrays.fill(sums, 0);
        for (int part = 0; part < LINE; part += LANES) {
            for (int group = 0; group < GROUPS; group++) {
                foldGroup(block, group, part, sums);
            }
        }
    }

    private static void foldGroup(double[] block, int group, int part, double[] sums) {
        int from = group * GROUP + part;
        DoubleVector v1 = DoubleVector.fromArray(SPECIES, block, from + LINE);
        DoubleVector v2 = DoubleVector.fromArray(SPECIES, block, from + 2 * LINE);
        DoubleVector v3 = DoubleVector.fromArray(SPECIES, block, from + 3 * LINE);
        DoubleVector v4 = DoubleVector.fromArray(SPECIES, block, from + 4 * LINE);
        DoubleVector v5 = DoubleVector.fromArray(SPECIES, block, from + 5 * LINE);
        DoubleVector v6 = DoubleVector.fromArray(SPECIES, block, from + 6 * LINE);
        DoubleVector v7 = DoubleVector.fromArray(SPECIES, block, from + 7 * LINE);
        DoubleVector none = DoubleVector.fromArray(SPECIES, block, from);
        DoubleVector one = v1.add(v2).add(v4);
        DoubleVector two = v3.add(v5).add(v6);
        int at = Integer.bitCount(group) * LINE + part;
        addHeld(v1, v3.add(v5), v7, sums, at);
        addHeld(v2, v3.add(v6), v7, sums, CLASSES * LINE + at);
        addHeld(v4, v5.add(v6), v7, sums, 2 * CLASSES * LINE + at);
        for (int holders = group << 3 | 1 << LINE_PLAYERS; holders != 0; holders &= holders - 1) {
            int ofPlayer = Integer.numberOfTrailingZeros(holders) * CLASSES * LINE + at;
            add(none, sums, ofPlayer);
            addHeld(one, two, v7, sums, ofPlayer);
        }
    }

    private static void addHeld(DoubleVector one, DoubleVector two, DoubleVector three, double[] sums, int at) {
        add(one, sums, at + LINE);
        add(two, sums, at + 2 * LINE);
        add(three, sums, at + 3 * LINE);
    }

    private static DoubleVector taken(double[] values, int from, double[] buffer, int to) {
        DoubleVector value = DoubleVector.fromArray(SPECIES, values, from);
        add(value, buffer, to);
        return value;
    }

    private static void add(DoubleVector value, double[] to, int at) {
        DoubleVector.fromArray(SPECIES, to, at).add(value).intoArray(to, at);
    }

    @Override
    public double most(double[] values, int offset, double[] x) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int j = 0; j < BLOCK; j += 4 * LANES) {
            a = greater(a, values, offset, x, j);
            b = greater(b, values, offset, x, j + LANES);
            c = greater(c, values, offset, x, j + 2 * LANES);
            d = greater(d, values, offset, x, j + 3 * LANES);
        }
        return a.max(b).max(c.max(d)).reduceLanes(VectorOperators.MAX);
    }

    private static DoubleVector greater(DoubleVector best, double[] values, int offset, double[] x, int j) {
        DoubleVector excess =
                DoubleVector.fromArray(SPECIES, values, offset + j).sub(DoubleVector.fromArray(SPECIES, x, j));
        return best.blend(excess, excess.compare(VectorOperators.GT, best));
    }

    @Override
    public double least(double[] values, int offset, double[] x) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int j = 0; j < BLOCK; j += 4 * LANES) {
            a = smaller(a, values, offset, x, j);
            b = smaller(b, values, offset, x, j + LANES);
            c = smaller(c, values, offset, x, j + 2 * LANES);
            d = smaller(d, values, offset, x, j + 3 * LANES);
        }
        return a.min(b).min(c.min(d)).reduceLanes(VectorOperators.MIN);
    }

    private static DoubleVector smaller(DoubleVector best, double[] values, int offset, double[] x, int j) {
        DoubleVector excess =
                DoubleVector.fromArray(SPECIES, values, offset + j).sub(DoubleVector.fromArray(SPECIES, x, j));
        return best.blend(excess, excess.compare(VectorOperators.LT, best));
    }

    @Override
    public double sum(double[] values, int offset) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int j = 0; j < BLOCK; j += 4 * LANES) {
            a = a.add(DoubleVector.fromArray(SPECIES, values, offset + j));
            b = b.add(DoubleVector.fromArray(SPECIES, values, offset + j + LANES));
            c = c.add(DoubleVector.fromArray(SPECIES, values, offset + j + 2 * LANES));
            d = d.add(DoubleVector.fromArray(SPECIES, values, offset + j + 3 * LANES));
        }
        return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
    }
}
