package org.muster.games.scan;

/// The obvious loops.
final class PlainKernel implements Kernel {
    @Override
    public void accumulate(double[] values, int offset, double[] buffer, double[] sums) {
        for (int j = 0; j < BLOCK; j++) {
            buffer[j] += values[offset + j];
        }
        for (int size = 0; size < CLASSES; size++) {
            sumLines(values, offset, Kernels.CLASS_START[size], Kernels.CLASS_START[size + 1], sums, size * LINE);
        }
    }

    /// One variable a lane: the sums stay in registers.
    private static void sumLines(double[] values, int offset, int from, int to, double[] sums, int at) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int k = from; k < to; k++) {
            int line = offset + Kernels.LINES_BY_CLASS[k];
            a += values[line];
            b += values[line + 1];
            c += values[line + 2];
            d += values[line + 3];
            e += values[line + 4];
            f += values[line + 5];
            g += values[line + 6];
            h += values[line + 7];
        }
        sums[at] = a;
        sums[at + 1] = b;
        sums[at + 2] = c;
        sums[at + 3] = d;
        sums[at + 4] = e;
        sums[at + 5] = f;
        sums[at + 6] = g;
        sums[at + 7] = h;
    }

    @Override
    public double most(double[] values, int offset, double[] x) {
        double a = Double.NEGATIVE_INFINITY;
        double b = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < BLOCK; j += 2) {
            double p = values[offset + j] - x[j];
            double q = values[offset + j + 1] - x[j + 1];
            a = p > a ? p : a;
            b = q > b ? q : b;
        }
        return Math.max(a, b);
    }

    @Override
    public double least(double[] values, int offset, double[] x) {
        double a = Double.POSITIVE_INFINITY;
        double b = Double.POSITIVE_INFINITY;
        for (int j = 0; j < BLOCK; j += 2) {
            double p = values[offset + j] - x[j];
            double q = values[offset + j + 1] - x[j + 1];
            a = p < a ? p : a;
            b = q < b ? q : b;
        }
        return Math.min(a, b);
    }

    @Override
    public double sum(double[] values, int offset) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < BLOCK; j += 4) {
            a += values[offset + j];
            b += values[offset + j + 1];
            c += values[offset + j + 2];
            d += values[offset + j + 3];
        }
        return a + b + (c + d);
    }
}
