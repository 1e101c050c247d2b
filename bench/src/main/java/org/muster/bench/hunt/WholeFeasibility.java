package org.muster.bench.hunt;

/// Whether any `w >= 0` meets `A w = b`, for matrices of zeros and ones: a tableau of whole numbers over one common
/// denominator, which stays within the minors of the matrix; whatever would leave a long is an exception, not a wrong
/// answer.
final class WholeFeasibility {
    private static final int IDLE_STEPS = 30;

    private final long[][] lines;
    private final int[] basis;
    private final int columns;
    private final int count;
    private long denominator = 1;

    private WholeFeasibility(long[][] a, long[] b) {
        this.count = a.length;
        this.columns = a[0].length;
        this.lines = new long[count + 1][columns + 1];
        this.basis = new int[count];
        for (int i = 0; i < count; i++) {
            int sign = b[i] < 0 ? -1 : 1;
            for (int j = 0; j < columns; j++) {
                lines[i][j] = sign * a[i][j];
                lines[count][j] -= lines[i][j];
            }
            lines[i][columns] = sign * b[i];
            lines[count][columns] -= lines[i][columns];
            basis[i] = -1; // artificial
        }
    }

    static boolean holds(long[][] a, long[] b) {
        return new WholeFeasibility(a, b).run();
    }

    private boolean run() {
        int idle = 0;
        while (lines[count][columns] != 0) {
            int entering = entering(idle > IDLE_STEPS);
            if (entering < 0) {
                return false;
            }
            int leaving = leaving(entering);
            idle = lines[leaving][columns] == 0 ? idle + 1 : 0;
            pivot(leaving, entering);
        }
        return true;
    }

    private int entering(boolean first) {
        int entering = -1;
        for (int j = 0; j < columns; j++) {
            if (lines[count][j] < 0 && (entering < 0 || lines[count][j] < lines[count][entering])) {
                entering = j;
                if (first) {
                    return j;
                }
            }
        }
        return entering;
    }

    /// There always is one: what is made small has 0 as its bound.
    private int leaving(int entering) {
        int leaving = -1;
        for (int i = 0; i < count; i++) {
            if (lines[i][entering] > 0 && (leaving < 0 || isBefore(i, leaving, entering))) {
                leaving = i;
            }
        }
        return leaving;
    }

    private boolean isBefore(int i, int k, int entering) {
        long own = Math.multiplyExact(lines[i][columns], lines[k][entering]);
        long other = Math.multiplyExact(lines[k][columns], lines[i][entering]);
        return own < other || (own == other && basis[i] < basis[k]);
    }

    private void pivot(int leaving, int entering) {
        long by = lines[leaving][entering];
        for (int i = 0; i <= count; i++) {
            long factor = lines[i][entering];
            for (int j = 0; i != leaving && j <= columns; j++) {
                lines[i][j] = Math.subtractExact(
                                Math.multiplyExact(lines[i][j], by), Math.multiplyExact(factor, lines[leaving][j]))
                        / denominator;
            }
        }
        denominator = by;
        basis[leaving] = entering;
    }
}
