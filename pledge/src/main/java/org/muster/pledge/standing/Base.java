package org.muster.pledge.standing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.pledge.Pledge;

/// The base of a ratio in a year: as released for that year, else the last release carried on with published growth.
final class Base {
    private final Pledge.Ratio ratio;
    private final Figures figures;

    Base(Pledge.Ratio ratio, Figures figures) {
        this.ratio = ratio;
        this.figures = figures;
    }

    /// A base with where it comes from.
    record Amount(BigDecimal amount, String unit, String basis) {}

    /// The newest base for a year up to this one, as it was released; empty where there is none.
    Optional<Amount> lastReleased(String member, int year) {
        return figures.latestUpTo(member, ratio.base(), year)
                .map(from -> new Amount(
                        from.value(),
                        from.unit(),
                        String.format(
                                Locale.ROOT,
                                "at the size of %s in %d (%s)",
                                ratio.base(),
                                from.year(),
                                from.vintage())));
    }

    /// Empty where no base is known up to the year, or growth is missing for a year on the way.
    Optional<Amount> of(String member, int year) {
        Optional<Figure> last = figures.latestUpTo(member, ratio.base(), year);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Figure from = last.get();
        BigDecimal amount = from.value();
        Set<String> by = new TreeSet<>();
        for (int y = from.year() + 1; y <= year; y++) {
            Optional<Figure> growth = figures.latest(member, ratio.growth(), y);
            if (growth.isEmpty()) {
                return Optional.empty();
            }
            by.add(growth.get().vintage());
            amount = amount.multiply(BigDecimal.valueOf(100).add(growth.get().value()))
                    .divide(BigDecimal.valueOf(100), MathContext.DECIMAL64);
        }
        String basis = String.format(Locale.ROOT, "%s of %d (%s)", ratio.base(), from.year(), from.vintage());
        return Optional.of(new Amount(
                amount,
                from.unit(),
                by.isEmpty()
                        ? basis
                        : String.format(
                                Locale.ROOT,
                                "%s, carried to %d with growth as published (%s)",
                                basis,
                                year,
                                String.join(", ", by))));
    }
}
