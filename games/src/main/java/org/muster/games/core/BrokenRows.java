package org.muster.games.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The most broken rows met so far, at most a given number; ties are kept by a hash of the sets, so that the rows that
/// stay come from all over the game and do not depend on the order in which they were met.
final class BrokenRows {
    private record Row(Cut cut, double by, long hash) {}

    private static final Comparator<Row> LEAST_FIRST =
            Comparator.comparingDouble(Row::by).thenComparingLong(Row::hash);

    private final int most;
    private final PriorityQueue<Row> rows = new PriorityQueue<>(LEAST_FIRST);

    BrokenRows(int most) {
        this.most = most;
    }

    /// What a row must be broken by to be kept.
    double needed() {
        Row least = rows.peek();
        return least == null || rows.size() < most ? Double.NEGATIVE_INFINITY : least.by();
    }

    void offer(Cut cut, double by) {
        if (by < needed()) {
            return;
        }
        rows.add(new Row(cut, by, mix(cut.plus() * 31 + cut.minus())));
        if (rows.size() > most) {
            rows.poll();
        }
    }

    void offerAll(BrokenRows others) {
        others.rows.forEach(row -> offer(row.cut(), row.by()));
    }

    /// The kept rows, the most broken first.
    List<Cut> worstFirst() {
        Collection<Row> kept = rows;
        List<Row> sorted = new ArrayList<>(kept);
        sorted.sort(LEAST_FIRST.reversed());
        return sorted.stream().map(Row::cut).toList();
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
