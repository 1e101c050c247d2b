package org.muster.pledge.standing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;

/// Where one member stood with a pledge in a year.
///
/// @param member   code of the member
/// @param figure   the number as released; empty where it is not known
/// @param met      whether the pledge was met; empty where that is not known
/// @param verdicts what else can be said
/// @param missing  the money that was missing; empty where the pledge was met or the sum is not known
/// @param exempt   why the member cannot be measured; empty where it can
/// @param optOut   what it said when it declined; empty where it did not
public record Standing(
        String member,
        Optional<Figure> figure,
        Optional<Boolean> met,
        Verdicts verdicts,
        Optional<MissingMoney> missing,
        Optional<Pledge.Exemption> exempt,
        Optional<Pledge.OptOut> optOut) {
    /// How the number is known.
    public String status() {
        return figure.map(f -> f.provenance().status().word()).orElse(exempt.isPresent() ? "exempt" : "not known");
    }

    /// Verdicts beside the main one, each empty where it is not known.
    ///
    /// Source: the Wales declaration of 2014, paragraph 14, as predicates (halt any decline, increase in real
    /// terms, move towards the target).
    ///
    /// @param metUnrounded   whether the target is met without rounding
    /// @param declining      whether the amount fell in real terms against the year before
    /// @param risingInReal   whether it rose in real terms
    /// @param gapClosing     whether the way to the target is shorter than in the year before
    /// @param onTrack        whether the value is on the pledge's path, or beyond
    /// @param metTogether    whether measure and capped addition come to their total
    /// @param realChange     change of the amount in real terms, in percent
    /// @param needed         what the path asks for in the year
    public record Verdicts(
            Optional<Boolean> metUnrounded,
            Optional<Boolean> declining,
            Optional<Boolean> risingInReal,
            Optional<Boolean> gapClosing,
            Optional<Boolean> onTrack,
            Optional<Boolean> metTogether,
            Optional<BigDecimal> realChange,
            Optional<BigDecimal> needed) {
        static final Verdicts UNKNOWN = new Verdicts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// What was missing to the target.
    ///
    /// @param amount in `unit`
    /// @param unit   with its price basis, for example `million USD (2015 prices)`
    /// @param basis  where the base comes from
    public record MissingMoney(BigDecimal amount, String unit, String basis) {}

    /// Money for a gap in percent of the base, at the size that the base had when it was last released up to a year.
    ///
    /// @param gap       in percent of the base
    /// @param knowledge what is known, stand-ins included
    public static Optional<MissingMoney> moneyFor(
            double gap, Pledge pledge, String member, int year, Knowledge knowledge) {
        return pledge.ratio()
                .flatMap(ratio -> new Base(ratio, knowledge.forForecasts()).lastReleased(member, year))
                .map(base -> new MissingMoney(
                        base.amount()
                                .multiply(BigDecimal.valueOf(gap))
                                .movePointLeft(2)
                                .setScale(0, RoundingMode.HALF_UP),
                        base.unit(),
                        base.basis()));
    }

    /// The word for a verdict: yes, no, not known.
    public static String word(Optional<Boolean> verdict) {
        return verdict.map(yes -> yes ? "yes" : "no").orElse("not known").toLowerCase(Locale.ROOT);
    }
}
