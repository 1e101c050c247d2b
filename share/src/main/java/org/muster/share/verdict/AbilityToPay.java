package org.muster.share.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.games.Fraction;
import org.muster.share.exact.Decimals;

/// How far amounts are from ability to pay.
public final class AbilityToPay {
    private AbilityToPay() {}

    /// Half the sum of the differences between shares of the amounts and shares of the allies' income, in percentage
    /// points: 0 where everybody pays as its income is, 100 where only those without income pay.
    ///
    /// @param amounts minor units per member; those who are no allies have no income here
    /// @return        two decimals; empty where an ally's income is missing, or nothing is paid
    public static Optional<BigDecimal> distance(
            Map<String, Long> amounts, List<String> allies, Map<String, Figure> incomes) {
        Fraction income = Fraction.ZERO;
        for (String ally : allies) {
            Figure figure = incomes.get(ally);
            if (figure == null) {
                return Optional.empty();
            }
            income = income.plus(Fraction.of(figure.value()));
        }
        Fraction paid = Fraction.ZERO;
        for (long amount : amounts.values()) {
            paid = paid.plus(Fraction.of(amount));
        }
        if (paid.isZero() || income.isZero()) {
            return Optional.empty();
        }
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<String, Long> entry : amounts.entrySet()) {
            Figure figure = incomes.get(entry.getKey());
            Fraction able = figure != null && allies.contains(entry.getKey())
                    ? Fraction.of(figure.value()).over(income)
                    : Fraction.ZERO;
            Fraction away = Fraction.of(entry.getValue()).over(paid).minus(able);
            sum = sum.plus(away.sign() < 0 ? away.negated() : away);
        }
        return Optional.of(Decimals.of(sum.times(50), 2));
    }
}
