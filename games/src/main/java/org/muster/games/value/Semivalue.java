package org.muster.games.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.muster.games.Answer;
import org.muster.games.Fraction;

/// Values that average a player's marginal contributions with weights that depend on the size of the coalition only:
/// `phi_i = sum over S without i of p(|S|) (v(S + i) - v(S))`.
///
/// A semivalue in the strict sense has `sum over s of C(n-1, s) p(s) = 1`, which is not required here (least-square
/// values use others). O(n^2) once the [SizeSums] are known.
///
/// Source: P. Dubey, A. Neyman, R. J. Weber, *Value theory without efficiency*, 1981.
public final class Semivalue {
    private Semivalue() {}

    /// The value with the given weights.
    ///
    /// @param weight `p(s)` for `s` = 0 .. n-1
    /// @return       exact where the sums are, else numerical
    public static Answer of(SizeSums sums, IntFunction<Fraction> weight) {
        int n = sums.players();
        List<Fraction> with = new ArrayList<>(List.of(Fraction.ZERO));
        List<Fraction> without = new ArrayList<>();
        for (int s = 0; s < n; s++) {
            Fraction p = weight.apply(s);
            with.add(p);
            without.add(p.negated());
        }
        without.add(Fraction.ZERO);
        return combination(sums, with, without);
    }

    /// The binomial semivalue with probability `q` (Banzhaf for 1/2): everyone else joins with chance `q` on their own.
    public static Answer binomial(SizeSums sums, Fraction q) {
        int n = sums.players();
        Fraction not = Fraction.ONE.minus(q);
        return of(sums, s -> power(q, s).times(power(not, n - 1 - s)));
    }

    /// For every player the sum over sizes of `with[s]` times the coalitions with the player and `without[s]` times
    /// those without.
    static Answer combination(SizeSums sums, List<Fraction> with, List<Fraction> without) {
        return sums.isWhole() ? exact(sums, with, without) : numerical(sums, with, without);
    }

    private static Answer exact(SizeSums sums, List<Fraction> with, List<Fraction> without) {
        int n = sums.players();
        // One common denominator keeps the inner sums whole.
        BigInteger common = BigInteger.ONE;
        for (int s = 0; s <= n; s++) {
            common = lcm(lcm(common, with.get(s).denominator()), without.get(s).denominator());
        }
        // Those without a player are all less those with: only what differs is worked out player by player.
        BigInteger all = BigInteger.ZERO;
        BigInteger[] more = new BigInteger[n + 1];
        for (int s = 0; s <= n; s++) {
            BigInteger out = over(without.get(s), common);
            all = all.add(out.multiply(sums.exactTotal(s)));
            more[s] = over(with.get(s), common).subtract(out);
        }
        List<Fraction> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            BigInteger sum = all;
            for (int s = 0; s <= n; s++) {
                sum = sum.add(sums.exactly(i, s).multiply(more[s]));
            }
            values.add(new Fraction(sum, common));
        }
        return Answer.exact(values, sums.scans());
    }

    private static Answer numerical(SizeSums sums, List<Fraction> with, List<Fraction> without) {
        int n = sums.players();
        double[] values = new double[n];
        double scale = 0;
        for (int s = 0; s <= n; s++) {
            double in = with.get(s).doubleValue();
            double out = without.get(s).doubleValue();
            for (int i = 0; i < n; i++) {
                double held = sums.of(i, s);
                values[i] += in * held + out * (sums.total(s) - held);
            }
            scale += Math.abs(in * sums.total(s)) + Math.abs(out * sums.total(s));
        }
        return Answer.numerical(values, 1e-12 * Math.max(scale, Double.MIN_NORMAL), sums.scans(), 0);
    }

    private static BigInteger over(Fraction weight, BigInteger common) {
        return weight.numerator().multiply(common.divide(weight.denominator()));
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    private static Fraction power(Fraction base, int exponent) {
        return new Fraction(base.numerator().pow(exponent), base.denominator().pow(exponent));
    }
}
