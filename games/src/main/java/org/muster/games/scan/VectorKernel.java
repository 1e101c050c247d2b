package org.muster.games.scan;

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
        for (int part = 0; part < LINE; part += LANES) {
            for (int size = 0; size < CLASSES; size++) {
                sumOfClass(
                                values,
                                offset + part,
                                buffer,
                                part,
                                Kernels.CLASS_START[size],
                                Kernels.CLASS_START[size + 1])
                        .intoArray(sums, size * LINE + part);
            }
        }
    }

    private static DoubleVector sumOfClass(double[] values, int offset, double[] buffer, int part, int from, int to) {
        int[] lines = Kernels.LINES_BY_CLASS;
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int k = from; k < to; k++) {
            int line = lines[k];
            DoubleVector value = DoubleVector.fromArray(SPECIES, values, offset + line);
            DoubleVector.fromArray(SPECIES, buffer, line + part).add(value).intoArray(buffer, line + part);
            sum = sum.add(value);
        }
        return sum;
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
