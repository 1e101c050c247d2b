package org.muster.plan.fold;

import java.util.Arrays;

/// States of one step of the walk, each once: rows of equal length in one array, found by open addressing.
final class States {
    private static final int FIRST = 64;

    private final int width;
    private long[] rows;
    private int[] slots = new int[2 * FIRST];
    private int size;

    /// @param width numbers a state
    States(int width) {
        this.width = width;
        this.rows = new long[FIRST * width];
    }

    int size() {
        return size;
    }

    void copy(int state, long[] into) {
        System.arraycopy(rows, state * width, into, 0, width);
    }

    /// The number of the state, which is added where it is new.
    int numberOf(long[] state) {
        int slot = slotOf(state, 0);
        while (slots[slot] != 0) {
            int at = (slots[slot] - 1) * width;
            if (Arrays.equals(rows, at, at + width, state, 0, width)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (size * width == rows.length) {
            rows = Arrays.copyOf(rows, Math.multiplyExact(2, rows.length));
        }
        System.arraycopy(state, 0, rows, size * width, width);
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int state = 0; state < size; state++) {
            int slot = slotOf(rows, state * width);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = state + 1;
        }
    }

    private int slotOf(long[] from, int at) {
        long hash = 0;
        for (int i = at; i < at + width; i++) {
            hash = (hash ^ from[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash & slots.length - 1;
    }
}
