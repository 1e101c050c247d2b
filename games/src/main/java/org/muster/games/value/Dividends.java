package org.muster.games.value;

import java.util.Locale;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Game;

/// Harsanyi dividends: what each coalition adds beyond all its parts, `d(S) = sum over T in S of (-1)^|S-T| v(T)`.
///
/// The Moebius transform in place, O(n 2^n) time and 8 bytes a coalition, n <= 26. From the dividends come the weighted
/// Shapley value and the interaction indices.
///
/// Source: J. C. Harsanyi, *A simplified bargaining model for the n-person cooperative game*, 1963.
public final class Dividends {
    /// The most players for which all dividends are kept in memory.
    public static final int MOST_PLAYERS = 26;

    private final int players;
    private final double[] dividends;

    private Dividends(int players, double[] dividends) {
        this.players = players;
        this.dividends = dividends;
    }

    public static Dividends of(Game game) {
        int n = game.players();
        if (n > MOST_PLAYERS) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "dividends are kept for up to %d players, not %d", MOST_PLAYERS, n));
        }
        double[] d = new double[1 << n];
        game.read(0, d.length, d, 0);
        for (int b = 0; b < n; b++) {
            subtractLowerHalves(d, 1 << b);
        }
        return new Dividends(n, d);
    }

    private static void subtractLowerHalves(double[] d, int bit) {
        for (int base = 0; base < d.length; base += 2 * bit) {
            for (int j = base; j < base + bit; j++) {
                d[j + bit] -= d[j];
            }
        }
    }

    public int players() {
        return players;
    }

    /// `d(S)`.
    public double of(long coalition) {
        return dividends[Math.toIntExact(coalition)];
    }

    /// All dividends, indexed by mask: the caller's own copy.
    public double[] all() {
        return dividends.clone();
    }

    /// The weighted Shapley value: every coalition shares its dividend in proportion to its members' weights.
    ///
    /// Source: E. Kalai, D. Samet, *On weighted Shapley values*, 1987 (one weight system, all weights positive).
    ///
    /// @param weights one per player, all above 0
    public Answer weightedShapley(double[] weights) {
        if (weights.length != players) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d weights for %d players", weights.length, players));
        }
        for (double weight : weights) {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight of a weighted value is above 0, not " + weight);
            }
        }
        double[] values = new double[players];
        double scale = 0;
        for (int mask = 1; mask < dividends.length; mask++) {
            if (dividends[mask] == 0) {
                continue;
            }
            double perWeight = dividends[mask] / Coalitions.sum(weights, mask);
            scale = Math.max(scale, Math.abs(dividends[mask]));
            for (int rest = mask; rest != 0; rest &= rest - 1) {
                int i = Integer.numberOfTrailingZeros(rest);
                values[i] += perWeight * weights[i];
            }
        }
        return Answer.numerical(values, 1e-12 * Math.max(scale, Double.MIN_NORMAL) * players, 1, 0);
    }

    /// The Shapley interaction index of a coalition: the mean over orders of what its members add together beyond
    /// apart.
    ///
    /// `sum over T containing S of d(T) / (|T| - |S| + 1)`. For one player it is the Shapley value. O(2^(n-|S|)).
    ///
    /// Source: M. Grabisch, M. Roubens, *An axiomatic approach to the concept of interaction*, 1999.
    public double shapleyInteraction(long coalition) {
        double sum = 0;
        long others = Coalitions.grand(players) & ~coalition;
        for (long extra = others; ; extra = (extra - 1) & others) {
            sum += of(coalition | extra) / (Long.bitCount(extra) + 1);
            if (extra == 0) {
                return sum;
            }
        }
    }

    /// The Banzhaf interaction index: the mean over coalitions of the others of what the members add together beyond
    /// apart.
    ///
    /// `sum over T containing S of d(T) / 2^(|T|-|S|)`. For one player it is the absolute Banzhaf value. O(2^(n-|S|)).
    public double banzhafInteraction(long coalition) {
        double sum = 0;
        long others = Coalitions.grand(players) & ~coalition;
        for (long extra = others; ; extra = (extra - 1) & others) {
            sum += of(coalition | extra) / (1L << Long.bitCount(extra));
            if (extra == 0) {
                return sum;
            }
        }
    }
}
