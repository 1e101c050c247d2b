package org.muster.share.key;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.alliance.figure.Figure;
import org.muster.games.Fraction;
import org.muster.input.Counted;
import org.muster.input.Refusal;
import org.muster.share.exact.Decimals;
import org.muster.share.explain.Explanation;

/// A key in proportion to a base such as gross national income: `share_i = 100 base_i / sum of bases`.
///
/// Source: NATO, *NATO funding* (relative gross national income); EU own resources.
public final class KeyFromBase {
    /// Its name in explanations.
    public static final String METHOD = "key from a base, version 1 (share = 100 x base / sum of bases)";

    private KeyFromBase() {}

    /// The key of a base.
    ///
    /// @param base     one figure per member, none negative, their sum above zero; all of one unit
    /// @param decimals places, 0 to 12
    /// @throws Refusal with a sentence, where these conditions do not hold
    public static WorkedKey of(Map<String, Figure> base, int decimals) {
        requireDecimals(decimals);
        BigDecimal sum = BigDecimal.ZERO;
        String unit = "";
        for (Figure figure : base.values()) {
            if (figure.value().signum() < 0) {
                throw new Refusal("the base of %s is %s, below zero"
                        .formatted(figure.member(), figure.value().toPlainString()));
            }
            if (!unit.isEmpty() && !unit.equals(figure.unit())) {
                throw new Refusal("the bases are in different units, %s and %s".formatted(unit, figure.unit()));
            }
            unit = figure.unit();
            sum = sum.add(figure.value());
        }
        if (sum.signum() == 0) {
            throw new Refusal("the bases add up to nothing");
        }
        Map<String, Fraction> exact = new LinkedHashMap<>();
        Fraction whole = Fraction.of(sum);
        base.forEach((member, figure) ->
                exact.put(member, Fraction.of(figure.value()).times(100).over(whole)));
        String total = sum.toPlainString() + " " + unit;
        return WorkedKey.rounded(METHOD, exact, decimals, member -> {
            Figure figure = base.get(member);
            Fraction share = exact.get(member);
            if (figure == null || share == null) {
                throw new IllegalArgumentException(member);
            }
            return Explanation.worked(
                    "exact share",
                    Decimals.text(share, decimals + 6) + " %",
                    "100 x base / sum of bases",
                    input(figure),
                    Explanation.worked("sum of bases", total, "over " + Counted.of(base.size(), "members")));
        });
    }

    /// A figure as an input of an explanation.
    public static Explanation input(Figure figure) {
        return Explanation.input(
                figure.measure() + " of " + figure.member() + ", " + figure.year(),
                figure.value().toPlainString() + " " + figure.unit(),
                figure.provenance().source() + " ("
                        + figure.provenance().status().word() + ")",
                figure.vintage());
    }

    static void requireDecimals(int decimals) {
        if (decimals < 0 || decimals > 12) {
            throw new Refusal("a key has 0 to 12 decimals, not " + decimals);
        }
    }
}
