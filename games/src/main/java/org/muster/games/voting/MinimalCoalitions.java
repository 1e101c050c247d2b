package org.muster.games.voting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Undefined;

/// Power indices that look at minimal or vulnerable winning coalitions, by enumeration of all coalitions of a simple
/// game:
/// one bit a coalition, O(n 2^n), up to 26 voters. Exact fractions.
public final class MinimalCoalitions {
    /// The most voters for which all coalitions are looked at.
    public static final int MOST_VOTERS = 26;

    private final int n;
    /// By voter and size: minimal winning coalitions.
    private final long[][] minimal;
    /// By voter and number of critical voters: winning coalitions in which the voter is critical.
    private final long[][] critical;

    private MinimalCoalitions(int n) {
        this.n = n;
        this.minimal = new long[n][n + 1];
        this.critical = new long[n][n + 1];
    }

    /// Looks at all coalitions of a simple game.
    public static MinimalCoalitions of(Game game) {
        int n = game.players();
        if (n > MOST_VOTERS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "minimal coalitions are listed for up to %d voters, not %d", MOST_VOTERS, n));
        }
        BitSet wins = new BitSet(1 << n);
        int block = (int) Math.min(2048, Coalitions.count(n));
        double[] values = new double[block];
        for (int first = 0; first < 1 << n; first += block) {
            game.read(first, block, values, 0);
            for (int j = 0; j < block; j++) {
                if (values[j] != 0 && values[j] != 1) {
                    throw new IllegalArgumentException(
                            "power indices need a simple game with values 0 and 1, but coalition %s is worth %s"
                                    .formatted(Coalitions.players(first + j), values[j]));
                }
                wins.set(first + j, values[j] == 1);
            }
        }
        MinimalCoalitions counts = new MinimalCoalitions(n);
        for (int mask = wins.nextSetBit(0); mask >= 0; mask = wins.nextSetBit(mask + 1)) {
            counts.count(mask, wins);
        }
        return counts;
    }

    private void count(int mask, BitSet wins) {
        int needed = 0;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int bit = rest & -rest;
            needed |= wins.get(mask ^ bit) ? 0 : bit;
        }
        int size = Integer.bitCount(needed);
        for (int rest = needed; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest);
            critical[i][size]++;
            if (needed == mask) {
                minimal[i][size]++;
            }
        }
    }

    /// Every minimal winning coalition is as likely as any other and shares power equally.
    ///
    /// Source: J. Deegan, E. W. Packel, *A new index of power for simple n-person games*, 1978.
    public Answer deeganPackel() {
        return shares(minimal, true);
    }

    /// Minimal winning coalitions with the voter over the same for all voters (public good index).
    ///
    /// Source: M. J. Holler, *Forming coalitions and measuring voting power*, 1982.
    public Answer holler() {
        return shares(minimal, false);
    }

    /// Every vulnerable coalition shares power equally among its critical voters.
    ///
    /// Source: R. J. Johnston, *On the measurement of power: some reactions to Laver*, 1978.
    public Answer johnston() {
        return shares(critical, true);
    }

    private Answer shares(long[][] counts, boolean dividedBySize) {
        List<Fraction> parts = new ArrayList<>();
        Fraction all = Fraction.ZERO;
        for (int i = 0; i < n; i++) {
            Fraction sum = Fraction.ZERO;
            for (int s = 1; s <= n; s++) {
                sum = sum.plus(
                        new Fraction(BigInteger.valueOf(counts[i][s]), BigInteger.valueOf(dividedBySize ? s : 1)));
            }
            parts.add(sum);
            all = all.plus(sum);
        }
        if (all.isZero()) {
            throw new Undefined("no voter is critical in any winning coalition");
        }
        Fraction sum = all;
        return Answer.exact(parts.stream().map(p -> p.over(sum)).toList(), 1);
    }
}
