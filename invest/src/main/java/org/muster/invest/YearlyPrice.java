package org.muster.invest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.key.Apportionment;
import org.muster.games.Fraction;
import org.muster.input.Refusal;

/// What a portfolio costs in a year, exactly: yearly prices and capital spread over its life as an annuity.
public final class YearlyPrice {
    /// Sums of a few of these stay in 64 bits.
    private static final BigDecimal MOST_TOLD = BigDecimal.valueOf(2_000_000_000_000_000_000L);

    private YearlyPrice() {}

    /// What a block costs in a year, in minor units: the yearly price, and what a loan of the price paid once takes in
    /// equal yearly payments at the end of each year, `once * i / (1 - (1 + i)^-n)`; at a rate of 0 the `n`-th part.
    ///
    /// @param ratePercent the yearly rate `i`, in percent
    public static Fraction perBlock(InvestCandidate.Price price, BigDecimal ratePercent) {
        Fraction yearly = Fraction.of(price.perYearMinor());
        Fraction once = Fraction.of(price.onceMinor());
        Fraction rate = Fraction.of(ratePercent).over(100);
        if (rate.isZero() || once.isZero()) {
            return yearly.plus(once.over(price.lifeYears()));
        }
        Fraction growth = Fraction.ONE;
        for (int year = 0; year < price.lifeYears(); year++) {
            growth = growth.times(Fraction.ONE.plus(rate));
        }
        return yearly.plus(once.times(rate).times(growth).over(growth.minus(Fraction.ONE)));
    }

    /// Whole minor units that add up to the sum of all, rounded: by largest remainder.
    static List<Long> whole(List<Fraction> parts) {
        Fraction sum = parts.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (sum.isZero()) {
            return parts.stream().map(part -> 0L).toList();
        }
        List<BigDecimal> weights = new ArrayList<>();
        BigInteger common = BigInteger.ONE;
        for (Fraction part : parts) {
            common = common.multiply(part.denominator()).divide(common.gcd(part.denominator()));
        }
        for (Fraction part : parts) {
            weights.add(new BigDecimal(part.numerator().multiply(common.divide(part.denominator()))));
        }
        return Apportionment.byLargestRemainder(rounded(sum), weights);
    }

    /// The nearest whole minor unit, halves to the even one.
    ///
    /// @throws Refusal beyond what is told
    public static long rounded(Fraction minor) {
        return told(minor, RoundingMode.HALF_EVEN);
    }

    /// The least whole number of minor units that is not less.
    ///
    /// @throws Refusal beyond what is told
    public static long roundedUp(Fraction minor) {
        return told(minor, RoundingMode.CEILING);
    }

    private static long told(Fraction minor, RoundingMode way) {
        BigDecimal whole = new BigDecimal(minor.numerator()).divide(new BigDecimal(minor.denominator()), 0, way);
        if (whole.abs().compareTo(MOST_TOLD) > 0) {
            throw new Refusal(
                    "an amount of " + whole.precision() + " digits in the smallest unit of the currency comes out,"
                            + " more than is told exactly. Write prices and costs in a larger unit, in all files of the folder");
        }
        return whole.longValueExact();
    }
}
