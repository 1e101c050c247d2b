package org.muster.games.core;

import java.util.ArrayDeque;
import java.util.Arrays;

/// Minimum cuts in small dense networks of up to 64 nodes, by shortest augmenting paths.
///
/// Source: J. Edmonds, R. M. Karp, *Theoretical improvements in algorithmic efficiency for network flow problems*,
/// 1972.
final class MinimumCut {
    private static final double EMPTY = 1e-12;

    private MinimumCut() {}

    /// The nodes on the source's side of a minimum cut, as a mask.
    static long sourceSide(double[][] capacity, int source, int sink) {
        int nodes = capacity.length;
        double scale =
                Arrays.stream(capacity).flatMapToDouble(Arrays::stream).max().orElse(1);
        double empty = EMPTY * Math.max(scale, Double.MIN_NORMAL);
        double[][] left = new double[nodes][];
        for (int a = 0; a < nodes; a++) {
            left[a] = capacity[a].clone();
        }
        int[] before = new int[nodes];
        while (reach(left, source, sink, before, empty)) {
            double flow = Double.POSITIVE_INFINITY;
            for (int b = sink; b != source; b = before[b]) {
                flow = Math.min(flow, left[before[b]][b]);
            }
            for (int b = sink; b != source; b = before[b]) {
                left[before[b]][b] -= flow;
                left[b][before[b]] += flow;
            }
        }
        long side = 0;
        for (int a = 0; a < nodes; a++) {
            side |= before[a] >= 0 ? 1L << a : 0;
        }
        return side;
    }

    private static boolean reach(double[][] left, int source, int sink, int[] before, double empty) {
        Arrays.fill(before, -1);
        before[source] = source;
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(source);
        while (!open.isEmpty()) {
            int a = open.remove();
            for (int b = 0; b < left.length; b++) {
                if (before[b] < 0 && left[a][b] > empty) {
                    before[b] = a;
                    if (b == sink) {
                        return true;
                    }
                    open.add(b);
                }
            }
        }
        return false;
    }
}
