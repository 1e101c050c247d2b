package org.muster.games;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A game whose `2^n` values stand in memory, on the heap or off it, indexed by mask.
///
/// On the heap it holds doubles; off the heap doubles (8 bytes a coalition), floats or ints (4 bytes each): 2 GiB for
/// 28 players in doubles, 16 GiB for 32 players in ints. The table is immutable once built.
public final class TableGame implements Game {
    /// How a value is stored off the heap.
    public enum Storage {
        DOUBLE(8),
        FLOAT(4),
        INT(4);

        private final int bytes;

        Storage(int bytes) {
            this.bytes = bytes;
        }

        /// Bytes for each coalition.
        public int bytes() {
            return bytes;
        }
    }

    private final int players;
    private final double @Nullable [] heap;
    private final @Nullable MemorySegment segment;
    private final Storage storage;
    private volatile double bound = Double.NEGATIVE_INFINITY;

    private TableGame(int players, double @Nullable [] heap, @Nullable MemorySegment segment, Storage storage) {
        this.players = players;
        this.heap = heap;
        this.segment = segment;
        this.storage = storage;
    }

    /// The game with the given values, indexed by mask; the array is copied.
    ///
    /// @throws IllegalArgumentException where the length is no power of two, a value is not a number, or `v[0]` is not
    /// 0
    public static TableGame of(double... values) {
        return wrapping(values.clone());
    }

    /// The game with the given whole values, indexed by mask.
    public static TableGame ofInts(int... values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            copy[i] = values[i];
        }
        return wrapping(copy);
    }

    /// The game with the given whole values, indexed by mask, such as costs in minor units.
    ///
    /// @throws IllegalArgumentException where a value lies beyond 2^53, the largest range that a double holds exactly
    public static TableGame ofLongs(long... values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > 1L << 53 || values[i] == Long.MIN_VALUE) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "the value %d of coalition %d is beyond 2^53, the largest this table holds exactly",
                        values[i],
                        i));
            }
            copy[i] = values[i];
        }
        return wrapping(copy);
    }

    /// The game over the array itself, without a copy: the caller gives the array away.
    public static TableGame wrapping(double[] values) {
        int players = Integer.numberOfTrailingZeros(values.length);
        if (values.length < 2 || values.length != 1 << players) {
            throw new IllegalArgumentException(
                    "a table of all coalitions has 2^n values (2, 4, 8, ...), not " + values.length);
        }
        if (values[0] != 0) {
            throw new IllegalArgumentException("the empty coalition is worth 0, not " + values[0]);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "the value of coalition %d is %s, not a number", i, values[i]));
            }
        }
        return new TableGame(players, values, null, Storage.DOUBLE);
    }

    /// Works every value out once and keeps it on the heap, or off it in `arena` from 24 players on.
    public static TableGame tabulate(int players, Arena arena, LongToDoubleFunction value) {
        if (players >= 24) {
            return offHeap(players, Storage.DOUBLE, arena, value);
        }
        double[] values = new double[1 << players];
        for (int mask = 1; mask < values.length; mask++) {
            values[mask] = value.applyAsDouble(mask);
        }
        return wrapping(values);
    }

    /// Works every value out once, in ascending mask order, and keeps it off the heap as long as `arena` lives.
    ///
    /// @throws IllegalArgumentException where there are more than 32 players or a value does not fit the storage
    public static TableGame offHeap(int players, Storage storage, Arena arena, LongToDoubleFunction value) {
        if (players < 1 || players > Coalitions.MOST_PLAYERS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "a table holds 1 to %d players, not %d", Coalitions.MOST_PLAYERS, players));
        }
        long count = 1L << players;
        MemorySegment segment = arena.allocate(count * storage.bytes(), 64);
        for (long mask = 1; mask < count; mask++) {
            store(segment, storage, mask, value.applyAsDouble(mask));
        }
        return new TableGame(players, null, segment, storage);
    }

    /// The game over a segment of `2^n` finite doubles that the caller gives away, the first of them 0.
    public static TableGame over(int players, MemorySegment doubles) {
        if (players < 1 || players > Coalitions.MOST_PLAYERS || doubles.byteSize() != 8L << players) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a table of %d players takes %d bytes, not %d",
                    players,
                    8L << players,
                    doubles.byteSize()));
        }
        return new TableGame(players, null, doubles, Storage.DOUBLE);
    }

    private static void store(MemorySegment segment, Storage storage, long mask, double value) {
        switch (storage) {
            case DOUBLE -> segment.setAtIndex(ValueLayout.JAVA_DOUBLE, mask, value);
            case FLOAT -> segment.setAtIndex(ValueLayout.JAVA_FLOAT, mask, (float) value);
            case INT -> {
                if (value != (int) value) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT, "the value %s of coalition %d does not fit an int", value, mask));
                }
                segment.setAtIndex(ValueLayout.JAVA_INT, mask, (int) value);
            }
        }
    }

    @Override
    public int players() {
        return players;
    }

    /// Bytes that the values take.
    public long bytes() {
        return (1L << players) * storage.bytes();
    }

    @Override
    public double value(long coalition) {
        if (heap != null) {
            return heap[Math.toIntExact(coalition)];
        }
        MemorySegment table = offHeapTable();
        return switch (storage) {
            case DOUBLE -> table.getAtIndex(ValueLayout.JAVA_DOUBLE, coalition);
            case FLOAT -> table.getAtIndex(ValueLayout.JAVA_FLOAT, coalition);
            case INT -> table.getAtIndex(ValueLayout.JAVA_INT, coalition);
        };
    }

    @Override
    public void read(long first, int count, double[] into, int at) {
        if (heap != null) {
            System.arraycopy(heap, Math.toIntExact(first), into, at, count);
            return;
        }
        MemorySegment table = offHeapTable();
        switch (storage) {
            case DOUBLE -> MemorySegment.copy(table, ValueLayout.JAVA_DOUBLE, first * 8, into, at, count);
            case FLOAT -> {
                for (int j = 0; j < count; j++) {
                    into[at + j] = table.getAtIndex(ValueLayout.JAVA_FLOAT, first + j);
                }
            }
            case INT -> {
                for (int j = 0; j < count; j++) {
                    into[at + j] = table.getAtIndex(ValueLayout.JAVA_INT, first + j);
                }
            }
        }
    }

    private MemorySegment offHeapTable() {
        MemorySegment table = segment;
        if (table == null) {
            throw new AssertionError("a table is on the heap or off it");
        }
        return table;
    }

    @Override
    public double @Nullable [] heap() {
        return heap;
    }

    /// Found by one pass on first use and kept.
    @Override
    public double wholeBound() {
        if (bound == Double.NEGATIVE_INFINITY) {
            bound = findWholeBound();
        }
        return bound;
    }

    private double findWholeBound() {
        int block = (int) Math.min(1L << players, 4096);
        double[] values = new double[block];
        double most = 0;
        for (long first = 0; first < 1L << players; first += block) {
            read(first, block, values, 0);
            most = Math.max(most, mostOfWhole(values));
            if (Double.isNaN(most)) {
                return Double.NaN;
            }
        }
        return most;
    }

    private static double mostOfWhole(double[] values) {
        double most = 0;
        boolean whole = true;
        for (double value : values) {
            whole &= value == Math.rint(value);
            most = Math.max(most, Math.abs(value));
        }
        return whole ? most : Double.NaN;
    }
}
