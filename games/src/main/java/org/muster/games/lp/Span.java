package org.muster.games.lp;

import java.util.Random;

/// The linear span of small whole vectors, kept modulo the prime 2^61 - 1.
///
/// What is independent modulo the prime is independent; the reverse fails with a chance of about 2^-61 for vectors that
/// were not chosen to make it fail. The null vector turns the test "is this vector in the span" into one inner product.
public final class Span {
    /// The prime.
    public static final long PRIME = (1L << 61) - 1;

    private final int dim;
    private final long prime;
    private final long[][] rows;
    private final int[] pivots;
    private int rank;

    /// The empty span.
    public Span(int dim) {
        this(dim, PRIME);
    }

    /// The empty span modulo a smaller prime, below 2^31: for searches that must keep a table over the remainders.
    public Span(int dim, long prime) {
        this.dim = dim;
        this.prime = prime;
        this.rows = new long[dim][];
        this.pivots = new int[dim];
    }

    /// A copy that grows on its own.
    public Span copy() {
        Span copy = new Span(dim, prime);
        for (int r = 0; r < rank; r++) {
            copy.rows[r] = rows[r].clone();
            copy.pivots[r] = pivots[r];
        }
        copy.rank = rank;
        return copy;
    }

    public int rank() {
        return rank;
    }

    public boolean isFull() {
        return rank == dim;
    }

    /// Adds the indicator vector of a set; true where it was not in the span before.
    public boolean add(long mask) {
        return add(mask, 0);
    }

    /// Adds the difference of two indicator vectors; true where it was not in the span before.
    public boolean add(long plus, long minus) {
        long[] row = new long[dim];
        for (int i = 0; i < dim; i++) {
            row[i] = reduce(((plus >>> i) & 1) - ((minus >>> i) & 1));
        }
        for (int r = 0; r < rank; r++) {
            subtract(row, rows[r], row[pivots[r]]);
        }
        int pivot = 0;
        while (pivot < dim && row[pivot] == 0) {
            pivot++;
        }
        if (pivot == dim) {
            return false;
        }
        long by = inverse(row[pivot]);
        for (int i = 0; i < dim; i++) {
            row[i] = times(row[i], by);
        }
        for (int r = 0; r < rank; r++) {
            subtract(rows[r], row, rows[r][pivot]);
        }
        rows[rank] = row;
        pivots[rank] = pivot;
        rank++;
        return true;
    }

    /// A random vector orthogonal to the span modulo the prime: a vector whose product with it is not 0 is outside.
    public long[] nullVector(Random random) {
        long[] z = new long[dim];
        boolean[] bound = new boolean[dim];
        for (int r = 0; r < rank; r++) {
            bound[pivots[r]] = true;
        }
        for (int i = 0; i < dim; i++) {
            z[i] = bound[i] ? 0 : 1 + random.nextLong(prime - 1);
        }
        for (int r = 0; r < rank; r++) {
            long sum = 0;
            for (int i = 0; i < dim; i++) {
                if (!bound[i]) {
                    sum = reduce(sum + times(rows[r][i], z[i]));
                }
            }
            z[pivots[r]] = reduce(-sum);
        }
        return z;
    }

    private void subtract(long[] from, long[] row, long factor) {
        if (factor != 0) {
            for (int i = 0; i < from.length; i++) {
                from[i] = reduce(from[i] - times(factor, row[i]));
            }
        }
    }

    /// A number between `-prime` and `2 prime` taken to `0 .. prime-1`.
    private long reduce(long x) {
        return x < 0 ? x + prime : x >= prime ? x - prime : x;
    }

    private long times(long a, long b) {
        if (prime != PRIME) {
            return a * b % prime;
        }
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return reduce((low & PRIME) + ((low >>> 61) | (high << 3)));
    }

    private long inverse(long a) {
        long result = 1;
        long base = a;
        for (long exponent = prime - 2; exponent != 0; exponent >>= 1) {
            if ((exponent & 1) != 0) {
                result = times(result, base);
            }
            base = times(base, base);
        }
        return result;
    }
}
