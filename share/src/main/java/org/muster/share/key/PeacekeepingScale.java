package org.muster.share.key;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.alliance.key.Key;
import org.muster.games.Fraction;
import org.muster.share.exact.Decimals;
import org.muster.share.explain.Explanation;

/// The United Nations' scale for peacekeeping: the regular scale with discounts by level, which the members of level A
/// take over in proportion to their regular rates:
/// `pk_i = reg_i (1 - d)` below level A; `pk_i = reg_i (1 + premium / sum of A's regular rates)` in it.
///
/// Source: General Assembly resolution 55/235 of 2000 (levels as recalled).
public final class PeacekeepingScale {
    /// Its name in explanations.
    public static final String METHOD = "UN peacekeeping scale, version 1 (A/RES/55/235)";

    /// Levels with their discounts on the regular rate.
    public enum Level {
        /// Permanent members of the Security Council: take over all discounts.
        A("0"),
        B("0"),
        C("0.075"),
        D("0.20"),
        E("0.40"),
        F("0.60"),
        G("0.70"),
        H("0.80"),
        I("0.80"),
        J("0.90");

        private final BigDecimal discount;

        Level(String discount) {
            this.discount = new BigDecimal(discount);
        }

        /// The part of the regular rate that is waived.
        public BigDecimal discount() {
            return discount;
        }
    }

    /// A scale.
    ///
    /// @param key    the rates
    /// @param factor by which the rates of level A are raised, exactly
    public record Scale(WorkedKey key, Fraction factor) {}

    private PeacekeepingScale() {}

    /// One member's rate before rounding, below level A.
    public static BigDecimal discounted(BigDecimal regular, Level level) {
        return regular.multiply(BigDecimal.ONE.subtract(level.discount()));
    }

    /// The scale.
    ///
    /// @param regular  the regular scale in percent, summing to exactly 100
    /// @param levels   the level of every member; B where a member has none
    /// @param decimals places; the published scale has 4
    /// @throws IllegalArgumentException with a sentence, where the scale does not sum to 100 or nobody is in level A
    public static Scale of(Map<String, BigDecimal> regular, Map<String, Level> levels, int decimals) {
        KeyFromBase.requireDecimals(decimals);
        BigDecimal sum = regular.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(Key.WHOLE) != 0) {
            throw new IllegalArgumentException("the regular scale sums to " + sum.toPlainString() + ", not 100");
        }
        BigDecimal others = BigDecimal.ZERO;
        BigDecimal permanent = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> rate : regular.entrySet()) {
            Level level = levels.getOrDefault(rate.getKey(), Level.B);
            if (level == Level.A) {
                permanent = permanent.add(rate.getValue());
            } else {
                others = others.add(discounted(rate.getValue(), level));
            }
        }
        if (permanent.signum() == 0) {
            throw new IllegalArgumentException("nobody in level A is there to take over the discounts");
        }
        Fraction premium = Fraction.of(Key.WHOLE.subtract(others).subtract(permanent));
        Fraction factor = Fraction.ONE.plus(premium.over(Fraction.of(permanent)));
        Map<String, Fraction> exact = new LinkedHashMap<>();
        regular.forEach((member, rate) -> {
            Level level = levels.getOrDefault(member, Level.B);
            exact.put(
                    member, level == Level.A ? Fraction.of(rate).times(factor) : Fraction.of(discounted(rate, level)));
        });
        String how = "1 + %s / %s".formatted(Decimals.text(premium, decimals), permanent.toPlainString());
        return new Scale(
                WorkedKey.rounded(
                        METHOD,
                        exact,
                        decimals,
                        m -> explain(
                                regular.getOrDefault(m, BigDecimal.ZERO),
                                levels.getOrDefault(m, Level.B),
                                exact.getOrDefault(m, Fraction.ZERO),
                                factor,
                                how)),
                factor);
    }

    private static Explanation explain(BigDecimal rate, Level level, Fraction exact, Fraction factor, String how) {
        Explanation regular = Explanation.input("regular rate", rate.toPlainString() + " %", "regular scale", "");
        Explanation step = level == Level.A
                ? Explanation.worked(
                        "factor of level A", Decimals.text(factor, 6), how + " (discounts taken over / regular rates)")
                : Explanation.input(
                        "discount of level " + level,
                        level.discount().movePointRight(2).stripTrailingZeros().toPlainString() + " %",
                        "A/RES/55/235, as recalled",
                        "");
        return Explanation.worked(
                "exact rate",
                Decimals.text(exact, 8) + " %",
                level == Level.A ? "regular rate x factor" : "regular rate x (1 - discount)",
                regular,
                step);
    }
}
