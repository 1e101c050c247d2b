package org.muster.share.verdict;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.muster.games.Fraction;
import org.muster.share.exact.Decimals;

/// How unequal amounts are.
public final class Inequality {
    private Inequality() {}

    /// The Gini coefficient: half the mean difference over the mean, `sum_k (2k - n - 1) x_k / (n sum x)` with amounts
    /// ascending. 0 where all are the same, or where they add up to nothing. O(n log n).
    ///
    /// Source: C. Gini, *Variabilità e mutabilità*, 1912.
    ///
    /// @return four decimals
    public static BigDecimal gini(Collection<Long> amounts) {
        List<Long> ascending = amounts.stream().sorted().toList();
        int n = ascending.size();
        BigInteger sum = BigInteger.ZERO;
        BigInteger weighted = BigInteger.ZERO;
        for (int k = 0; k < n; k++) {
            BigInteger amount = BigInteger.valueOf(ascending.get(k));
            sum = sum.add(amount);
            weighted = weighted.add(amount.multiply(BigInteger.valueOf(2L * (k + 1) - n - 1)));
        }
        if (sum.signum() <= 0) {
            return BigDecimal.ZERO.setScale(4);
        }
        return Decimals.of(new Fraction(weighted, sum.multiply(BigInteger.valueOf(n))), 4);
    }
}
