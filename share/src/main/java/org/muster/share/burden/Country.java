package org.muster.share.burden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import org.muster.input.Refusal;

/// One member in one year as one release has it.
///
/// @param member           its code
/// @param gdp              gross domestic product in millions of money
/// @param defence          defence expenditure, in the same money
/// @param burdenPercent    defence in percent of GDP as published, not recomputed
/// @param equipmentPercent equipment in percent of defence; empty where not published
/// @param population       people; empty where not on record
public record Country(
        String member,
        BigDecimal gdp,
        BigDecimal defence,
        BigDecimal burdenPercent,
        Optional<BigDecimal> equipmentPercent,
        Optional<BigDecimal> population) {
    public Country {
        Objects.requireNonNull(member);
        if (gdp.signum() <= 0) {
            throw new Refusal("the GDP of " + member + " is not above zero");
        }
    }

    /// A member of which only GDP and the published share are known: defence is worked out from them.
    public static Country of(String member, BigDecimal gdp, BigDecimal burdenPercent) {
        return new Country(
                member,
                gdp,
                gdp.multiply(burdenPercent, MathContext.DECIMAL128).movePointLeft(2),
                burdenPercent,
                Optional.empty(),
                Optional.empty());
    }

    /// What it would take to reach a target, in the money of the GDP; zero where it is reached.
    public BigDecimal shortfall(BigDecimal targetPercent) {
        return gdp.multiply(targetPercent).movePointLeft(2).subtract(defence).max(BigDecimal.ZERO);
    }
}
