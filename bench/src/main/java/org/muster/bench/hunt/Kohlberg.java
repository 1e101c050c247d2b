package org.muster.bench.hunt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Kohlberg's criterion, without rounding: a payoff is the nucleolus if and only if for every level of dissatisfaction
/// no shift of payoffs helps one of the coalitions at or above it without hurting another (or a player at the lower
/// bound).
///
/// That no such shift exists is a balanced collection: weights, at least 1 on the coalitions of the level and not
/// negative on players at their bound, with which they add up to what was settled before. Coalitions that earlier
/// levels settle need no further look.
///
/// Source: E. Kohlberg, *On the nucleolus of a characteristic function game*, 1971; with lower bounds and rank: T.-D.
/// Nguyen, *Simplifying the Kohlberg criterion on the nucleolus*, 2016.
final class Kohlberg {
    /// What the criterion says of a payoff.
    enum Verdict {
        HOLDS,
        FAILS,
        /// The criterion holds, and for other payoffs as well.
        HOLDS_FOR_SEVERAL
    }

    private final Table game;
    private final Dissatisfaction of;
    private final boolean bounded;
    private final BigInteger[] x;
    private final BigInteger down;
    private final List<Integer> settled = new ArrayList<>();
    private final List<long[]> basis = new ArrayList<>();

    private Kohlberg(Table game, Dissatisfaction of, boolean bounded, List<Ratio> payoff) {
        this.game = game;
        this.of = of;
        this.bounded = bounded;
        BigInteger common = BigInteger.ONE;
        for (Ratio part : payoff) {
            common = common.multiply(part.down()).divide(common.gcd(part.down()));
        }
        this.down = common;
        this.x = new BigInteger[payoff.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = payoff.get(i).up().multiply(common.divide(payoff.get(i).down()));
        }
    }

    /// @param bounded whether nobody may get less than alone
    static Verdict of(Table game, Dissatisfaction of, boolean bounded, List<Ratio> payoff) {
        return new Kohlberg(game, of, bounded, payoff).verdict();
    }

    /// How dissatisfied a coalition is: `excess / weight`, the excess over the common denominator.
    private record Level(int mask, BigInteger excess, BigInteger weight) {
        int compare(Level other) {
            return excess.multiply(other.weight).compareTo(other.excess.multiply(weight));
        }
    }

    private Verdict verdict() {
        int n = game.players();
        if (x.length != n || excess(game.grand()).signum() != 0) {
            return Verdict.FAILS;
        }
        List<Integer> atBound = new ArrayList<>();
        for (int i = 0; bounded && i < n; i++) {
            int above = excess(1 << i).signum();
            if (above > 0) {
                return Verdict.FAILS;
            }
            if (above == 0) {
                atBound.add(1 << i);
            }
        }
        settle(game.grand());
        List<Level> levels = sorted();
        for (int from = 0; from < levels.size() && settled.size() < n; ) {
            int to = from;
            List<Integer> open = new ArrayList<>();
            while (to < levels.size() && levels.get(to).compare(levels.get(from)) == 0) {
                int mask = levels.get(to).mask();
                if (!isSettled(mask)) {
                    open.add(mask);
                }
                to++;
            }
            if (!open.isEmpty() && !isBalanced(open, atBound)) {
                return Verdict.FAILS;
            }
            open.forEach(this::settle);
            from = to;
        }
        // players at their bound may settle what no coalition does
        boolean one = settled.size() == n || (bounded && onlyBoundsAreLeft(atBound));
        return one ? Verdict.HOLDS : Verdict.HOLDS_FOR_SEVERAL;
    }

    private BigInteger excess(int mask) {
        BigInteger sum = game.value(mask).multiply(down);
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            sum = sum.subtract(x[Integer.numberOfTrailingZeros(rest)]);
        }
        return sum;
    }

    private List<Level> sorted() {
        List<Level> levels = new ArrayList<>();
        for (int mask = 1; mask < game.grand(); mask++) {
            BigInteger weight = of.weight(game, mask);
            if (weight.signum() > 0) {
                levels.add(new Level(mask, excess(mask), weight));
            }
        }
        Comparator<Level> rising = Level::compare;
        levels.sort(rising.reversed());
        return levels;
    }

    /// Weights of at least 1 on the open coalitions and 0 on those at the bound, with which they lie in the span of
    /// what is settled.
    private boolean isBalanced(List<Integer> open, List<Integer> atBound) {
        int n = game.players();
        int columns = open.size() + atBound.size() + 2 * settled.size();
        long[][] a = new long[n][columns];
        long[] b = new long[n];
        for (int i = 0; i < n; i++) {
            int j = 0;
            for (int mask : open) {
                a[i][j++] = mask >> i & 1;
                b[i] -= mask >> i & 1;
            }
            for (int mask : atBound) {
                a[i][j++] = mask >> i & 1;
            }
            for (int mask : settled) {
                a[i][j++] = mask >> i & 1;
                a[i][j++] = -(mask >> i & 1);
            }
        }
        return WholeFeasibility.holds(a, b);
    }

    /// Whether every shift that leaves the settled coalitions as they are hurts a player at the bound: each of a few of
    /// them, together with what is settled, is fixed.
    private boolean onlyBoundsAreLeft(List<Integer> atBound) {
        boolean grown = true;
        while (grown && settled.size() < game.players()) {
            grown = false;
            for (int mask : atBound) {
                if (!isSettled(mask) && isBalanced(List.of(mask), atBound)) {
                    settle(mask);
                    grown = true;
                }
            }
        }
        return settled.size() == game.players();
    }

    private boolean isSettled(int mask) {
        return isZero(reduced(mask));
    }

    private void settle(int mask) {
        long[] rest = reduced(mask);
        if (!isZero(rest)) {
            basis.add(rest);
            settled.add(mask);
        }
    }

    private static boolean isZero(long[] row) {
        for (long part : row) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }

    /// The indicator vector less its part in the span, up to a factor.
    private long[] reduced(int mask) {
        long[] row = new long[game.players()];
        for (int i = 0; i < row.length; i++) {
            row[i] = mask >> i & 1;
        }
        for (long[] other : basis) {
            int pivot = 0;
            while (other[pivot] == 0) {
                pivot++;
            }
            long factor = row[pivot];
            long common = 0;
            for (int i = 0; i < row.length && factor != 0; i++) {
                row[i] = Math.subtractExact(
                        Math.multiplyExact(row[i], other[pivot]), Math.multiplyExact(factor, other[i]));
                common = gcd(common, row[i]);
            }
            for (int i = 0; i < row.length && common > 1; i++) {
                row[i] /= common;
            }
        }
        return row;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }
}
