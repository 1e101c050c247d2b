package org.muster.pledge.standing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.standing.Standing.MissingMoney;
import org.muster.pledge.standing.Standing.Verdicts;

/// Judges one member after another by one pledge, in one year, with what was known on one day.
final class Assessor {
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Pledge pledge;
    private final int year;
    private final Knowledge knowledge;

    Assessor(Pledge pledge, int year, Knowledge knowledge) {
        this.pledge = pledge;
        this.year = year;
        this.knowledge = knowledge;
    }

    Standing standing(String member) {
        Optional<Figure> figure = knowledge.latest(member, pledge.measure(), year);
        return new Standing(
                member,
                figure,
                figure.map(f -> pledge.isMetBy(f.value())),
                figure.map(this::verdicts).orElse(Verdicts.UNKNOWN),
                figure.flatMap(this::missing),
                pledge.exemptionOf(member),
                pledge.optOutOf(member, knowledge.day()));
    }

    private Verdicts verdicts(Figure now) {
        Optional<Figure> before = knowledge.beside(now, year - 1);
        Optional<BigDecimal> real = realChange(now);
        Optional<BigDecimal> needed = needed(now);
        return new Verdicts(
                Optional.of(pledge.isMetUnrounded(now.value())),
                real.map(change -> change.signum() < 0),
                real.map(change -> change.signum() > 0),
                before.flatMap(b -> closing(now, b)),
                needed.map(path -> reaches(now.value(), path)),
                metTogether(now),
                real,
                needed);
    }

    /// Whether the gap is smaller than it was. Of two releases that publish with different precision, both values are
    /// rounded to the coarser one; where they are the same then, nobody can say.
    private Optional<Boolean> closing(Figure now, Figure before) {
        int ofNow = knowledge.decimals(now);
        int ofBefore = knowledge.decimals(before);
        if (now.vintage().equals(before.vintage()) || ofNow == ofBefore) {
            return Optional.of(gap(now.value()).compareTo(gap(before.value())) < 0);
        }
        int decimals = Math.min(ofNow, ofBefore);
        int sign = gap(now.value().setScale(decimals, RoundingMode.HALF_UP))
                .compareTo(gap(before.value().setScale(decimals, RoundingMode.HALF_UP)));
        return sign == 0 ? Optional.empty() : Optional.of(sign < 0);
    }

    /// The way to the target; below zero where it is passed.
    private BigDecimal gap(BigDecimal value) {
        BigDecimal gap = pledge.target().subtract(value);
        return pledge.comparison() == Pledge.Comparison.AT_LEAST ? gap : gap.negate();
    }

    private boolean reaches(BigDecimal value, BigDecimal needed) {
        int sign = value.setScale(pledge.decimals(), RoundingMode.HALF_UP).compareTo(needed);
        return pledge.comparison() == Pledge.Comparison.AT_LEAST ? sign >= 0 : sign <= 0;
    }

    /// What the path asks for: equal steps from the start year's value in the same release to the target. Who was at
    /// the target at the start should stay there; from the year in which it is due everybody should be.
    private Optional<BigDecimal> needed(Figure now) {
        if (year >= pledge.dueYear()) {
            return Optional.of(pledge.target());
        }
        if (pledge.path() == Pledge.Path.FREE || year < pledge.startYear()) {
            return Optional.empty();
        }
        return knowledge.beside(now, pledge.startYear()).map(start -> {
            if (gap(start.value()).signum() <= 0) {
                return pledge.target();
            }
            BigDecimal step = pledge.target()
                    .subtract(start.value())
                    .multiply(BigDecimal.valueOf(year - (long) pledge.startYear()))
                    .divide(BigDecimal.valueOf(pledge.dueYear() - (long) pledge.startYear()), EXACT_ENOUGH);
            return start.value().add(step).setScale(pledge.decimals(), RoundingMode.HALF_UP);
        });
    }

    /// The change of the amount in real terms, in percent: from two amounts at constant prices of one release, else
    /// from two shares of one release and the real growth of the base.
    private Optional<BigDecimal> realChange(Figure now) {
        if (pledge.ratio().isEmpty()) {
            return Optional.empty();
        }
        Pledge.Ratio ratio = pledge.ratio().get();
        Optional<BigDecimal> ofAmounts = knowledge
                .latest(now.member(), ratio.amount(), year)
                .flatMap(amount ->
                        sameRelease(amount, year - 1).flatMap(before -> change(before.value(), amount.value())));
        if (ofAmounts.isPresent()) {
            return ofAmounts;
        }
        // What was forecast is no outcome, even where the year is over by now: then it is not known.
        Optional<BigDecimal> growth = Knowledge.growth(
                        knowledge.published(), now.member(), ratio.growth(), ratio.base(), year)
                .filter(Knowledge.Growth::isOutcome)
                .map(Knowledge.Growth::percent);
        return growth.flatMap(g -> sameRelease(now, year - 1)
                .flatMap(before -> change(
                        before.value(), now.value().multiply(HUNDRED.add(g)).divide(HUNDRED, EXACT_ENOUGH))));
    }

    private Optional<Figure> sameRelease(Figure figure, int otherYear) {
        return knowledge
                .beside(figure, otherYear)
                .filter(before -> before.vintage().equals(figure.vintage()));
    }

    private static Optional<BigDecimal> change(BigDecimal before, BigDecimal now) {
        return before.signum() <= 0
                ? Optional.empty()
                : Optional.of(now.divide(before, EXACT_ENOUGH)
                        .subtract(BigDecimal.ONE)
                        .multiply(HUNDRED)
                        .setScale(2, RoundingMode.HALF_UP));
    }

    private Optional<Boolean> metTogether(Figure now) {
        return pledge.addition()
                .flatMap(addition -> knowledge
                        .latest(now.member(), addition.measure(), year)
                        .map(added -> addition.together(now.value(), added.value())
                                        .setScale(pledge.decimals(), RoundingMode.HALF_UP)
                                        .compareTo(addition.total())
                                >= 0));
    }

    private Optional<MissingMoney> missing(Figure now) {
        BigDecimal gap = gap(now.value());
        if (pledge.ratio().isEmpty()
                || pledge.comparison() != Pledge.Comparison.AT_LEAST
                || gap.signum() <= 0
                || pledge.isMetBy(now.value())) {
            return Optional.empty();
        }
        return new Base(pledge.ratio().get(), knowledge.published())
                .of(now.member(), year)
                .map(base -> new MissingMoney(
                        gap.multiply(base.amount())
                                .divide(HUNDRED, EXACT_ENOUGH)
                                .setScale(0, RoundingMode.HALF_UP),
                        base.unit(),
                        base.basis()));
    }
}
