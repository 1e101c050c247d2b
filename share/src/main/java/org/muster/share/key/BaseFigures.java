package org.muster.share.key;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.input.Refusal;

/// The figures that a key of the allies is worked out from, as they were known on a day.
public final class BaseFigures {
    private BaseFigures() {}

    /// The newest version known of a measure for a year, one per ally.
    ///
    /// @throws Refusal with a sentence naming the allies without one
    public static Map<String, Figure> of(Alliance alliance, String measure, int year, LocalDate knownAt) {
        Figures figures = Figures.knownAt(alliance.figures(), alliance.vintages(), knownAt);
        Map<String, Figure> base = new LinkedHashMap<>();
        List<String> without = new ArrayList<>();
        for (Member member : alliance.members()) {
            if (member.isAlly()) {
                Optional<Figure> figure = figures.latest(member.code(), measure, year);
                figure.ifPresent(f -> base.put(member.code(), f));
                if (figure.isEmpty()) {
                    without.add(member.code());
                }
            }
        }
        if (!without.isEmpty()) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "no %s of %d is on record%s for %s",
                    measure,
                    year,
                    knownAt.equals(LocalDate.MAX) ? "" : " as known on " + knownAt,
                    String.join(", ", without)));
        }
        return base;
    }

    /// Yearly averages of income (`gni`) and people (`population`) of the allies over a base period, without debt.
    ///
    /// @throws Refusal with a sentence, where a year has no figure or the years are in no order
    public static UnScaleInput.Period period(Alliance alliance, int from, int to, LocalDate knownAt) {
        if (to < from) {
            throw new Refusal(String.format(Locale.ROOT, "a base period ends in %d, before it begins in %d", to, from));
        }
        Map<String, BigDecimal> income = new LinkedHashMap<>();
        Map<String, BigDecimal> people = new LinkedHashMap<>();
        for (int year = from; year <= to; year++) {
            of(alliance, "gni", year, knownAt).forEach((m, f) -> income.merge(m, f.value(), BigDecimal::add));
            of(alliance, "population", year, knownAt).forEach((m, f) -> people.merge(m, f.value(), BigDecimal::add));
        }
        BigDecimal years = BigDecimal.valueOf(to - from + 1L);
        Map<String, UnScaleInput.Economy> economies = new LinkedHashMap<>();
        income.forEach((member, sum) -> economies.put(
                member,
                new UnScaleInput.Economy(
                        sum.divide(years, MathContext.DECIMAL128),
                        people.getOrDefault(member, BigDecimal.ZERO).divide(years, MathContext.DECIMAL128),
                        BigDecimal.ZERO)));
        return new UnScaleInput.Period(from + " to " + to, economies);
    }
}
