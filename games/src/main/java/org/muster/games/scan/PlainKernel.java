package org.muster.games.scan;

import java.util.Arrays;

/// The obvious loops.
final class PlainKernel implements Kernel {
    @Override
    public void accumulate(double[] values, int offset, double[] buffer, double[] sums) {
        Arrays.fill(sums, 0, CLASSES * LINE, 0);
        for (int group = 0; group < GROUPS; group++) {
            addGroup(values, offset + group * GROUP, buffer, group * GROUP, sums, Integer.bitCount(group) * LINE);
        }
    }

    /// Eight lines, whose indices end in three bits of which none, one, two or all are set.
    private static void addGroup(double[] values, int from, double[] buffer, int to, double[] sums, int at) {
        for (int j = 0; j < GROUP; j++) {
            buffer[to + j] += values[from + j];
        }
        for (int lane = 0; lane < LINE; lane++) {
            int v = from + lane;
            sums[at + lane] += values[v];
            sums[at + LINE + lane] += values[v + LINE] + values[v + 2 * LINE] + values[v + 4 * LINE];
            sums[at + 2 * LINE + lane] += values[v + 3 * LINE] + values[v + 5 * LINE] + values[v + 6 * LINE];
            sums[at + 3 * LINE + lane] += values[v + 7 * LINE];
        }
    }

    @Override
    public void fold(double[] block, double[] sums) {
        Arrays.fill(sums, 0);
        for (int group = 0; group < GROUPS; group++) {
            for (int lane = 0; lane < LINE; lane++) {
                foldGroup(block, group, lane, sums);
            }
        }
    }

    private static void foldGroup(double[] block, int group, int lane, double[] sums) {
        int from = group * GROUP + lane;
        double v1 = block[from + LINE];
        double v2 = block[from + 2 * LINE];
        double v3 = block[from + 3 * LINE];
        double v4 = block[from + 4 * LINE];
        double v5 = block[from + 5 * LINE];
        double v6 = block[from + 6 * LINE];
        double v7 = block[from + 7 * LINE];
        int at = Integer.bitCount(group) * LINE + lane;
        addHeld(v1, v3 + v5, v7, sums, at);
        addHeld(v2, v3 + v6, v7, sums, CLASSES * LINE + at);
        addHeld(v4, v5 + v6, v7, sums, 2 * CLASSES * LINE + at);
        for (int holders = group << 3 | 1 << LINE_PLAYERS; holders != 0; holders &= holders - 1) {
            int ofPlayer = Integer.numberOfTrailingZeros(holders) * CLASSES * LINE + at;
            sums[ofPlayer] += block[from];
            addHeld(v1 + v2 + v4, v3 + v5 + v6, v7, sums, ofPlayer);
        }
    }

    private static void addHeld(double one, double two, double three, double[] sums, int at) {
        sums[at + LINE] += one;
        sums[at + 2 * LINE] += two;
        sums[at + 3 * LINE] += three;
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
