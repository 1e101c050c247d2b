package org.muster.games.scan;

/// The obvious loops.
final class PlainKernel implements Kernel {
    @Override
    public void accumulate(double[] values, int offset, double[] buffer, double[] sums) {
        for (int size = 0; size < CLASSES; size++) {
            for (int lane = 0; lane < LINE; lane++) {
                sums[size * LINE + lane] = 0;
            }
            for (int k = Kernels.CLASS_START[size]; k < Kernels.CLASS_START[size + 1]; k++) {
                int line = Kernels.LINES_BY_CLASS[k];
                for (int lane = 0; lane < LINE; lane++) {
                    double value = values[offset + line + lane];
                    buffer[line + lane] += value;
                    sums[size * LINE + lane] += value;
                }
            }
        }
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
