package org.muster.pledge.known;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.figure.OutsideFigure;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.source.Provenance;
import org.muster.alliance.source.Status;
import org.muster.input.Refusal;

/// The figures of an alliance as they were known on a day.
///
/// Two readers stand side by side. [#published] holds what had been released by that day and nothing else; every
/// verdict comes from it. [#forForecasts] adds the stand-ins of the folder: later releases that take the place of
/// missing ones, cut off at the last year that the missing release can have held. Whoever shows a forecast shows
/// [#standIns] beside it.
public final class Knowledge {
    private final Alliance alliance;
    private final LocalDate day;
    private final Figures published;
    private final Figures forForecasts;
    private final List<StandIn> standIns;

    private Knowledge(
            Alliance alliance, LocalDate day, Figures published, Figures forForecasts, List<StandIn> standIns) {
        this.alliance = alliance;
        this.day = day;
        this.published = published;
        this.forForecasts = forForecasts;
        this.standIns = standIns;
    }

    /// Whether releases that are not at hand may be replaced in forecasts.
    public enum Replacement {
        STAND_INS,
        NONE
    }

    /// Opens the figures at a day.
    public static Knowledge at(Alliance alliance, LocalDate day, Replacement replacement) {
        Figures published = Figures.knownAt(alliance.figures(), alliance.vintages(), day);
        List<StandIn> used = replacement == Replacement.NONE
                ? List.of()
                : alliance.standIns().stream()
                        .filter(standIn -> !standIn.knownFrom().isAfter(day))
                        .toList();
        if (used.isEmpty()) {
            return new Knowledge(alliance, day, published, published, List.of());
        }
        List<Figure> figures = new ArrayList<>(alliance.figures());
        List<Vintage> vintages = new ArrayList<>(alliance.vintages());
        for (StandIn standIn : used) {
            String id = idOf(standIn);
            vintages.add(new Vintage(
                    id,
                    standIn.vintage() + " standing in",
                    standIn.knownFrom(),
                    standIn.provenance().source()));
            alliance.figures().stream()
                    .filter(figure -> figure.vintage().equals(standIn.vintage())
                            && figure.measure().equals(standIn.measure())
                            && figure.year() <= standIn.upTo())
                    .map(figure -> standingIn(figure, id, standIn))
                    .forEach(figures::add);
        }
        Figures forForecasts = Figures.knownAt(figures, vintages, day);
        List<StandIn> needed =
                used.stream().filter(standIn -> isNeeded(standIn, forForecasts)).toList();
        return new Knowledge(alliance, day, published, forForecasts, needed);
    }

    /// Whether a stand-in gives the newest version of any number: real releases push it aside.
    private static boolean isNeeded(StandIn standIn, Figures figures) {
        String id = idOf(standIn);
        return figures.all().stream()
                .filter(figure -> figure.vintage().equals(id))
                .anyMatch(figure -> figures.latest(figure.member(), figure.measure(), figure.year())
                        .filter(figure::equals)
                        .isPresent());
    }

    private static String idOf(StandIn standIn) {
        return "%s for %s, %s".formatted(standIn.vintage(), standIn.knownFrom(), standIn.measure());
    }

    private static Figure standingIn(Figure figure, String vintage, StandIn standIn) {
        return new Figure(
                figure.member(),
                figure.measure(),
                figure.year(),
                figure.value(),
                figure.unit(),
                vintage,
                new Provenance(Status.DERIVED, standIn.provenance().source() + "; by " + figure.vintage()));
    }

    /// The date of knowledge.
    public LocalDate day() {
        return day;
    }

    /// What had been released by the day.
    public Figures published() {
        return published;
    }

    /// What had been released by the day, and what stands in for missing releases.
    public Figures forForecasts() {
        return forForecasts;
    }

    /// What is known from outside of how a measure moves: the years that were over before that of the day. There is no
    /// day of release for it, and the values may have been revised since.
    public List<OutsideFigure> outside(String measure) {
        return alliance.outside().stream()
                .filter(one -> one.measure().equals(measure) && one.year() < day.getYear())
                .toList();
    }

    /// The year from which members have been bound by a pledge on the measure: by this one, or by an earlier one
    /// that had been made by the day.
    public int firstPledged(Pledge pledge) {
        return alliance.pledges().stream()
                .filter(one ->
                        one.measure().equals(pledge.measure()) && !one.made().isAfter(day))
                .mapToInt(Pledge::startYear)
                .reduce(pledge.startYear(), Math::min);
    }

    /// The stand-ins from which [#forForecasts] takes at least one number, in the folder's order.
    public List<StandIn> standIns() {
        return standIns;
    }

    /// The newest version of one number that was released by the day.
    public Optional<Figure> latest(String member, String measure, int year) {
        return published.latest(member, measure, year);
    }

    /// The number for another year, by the release of `beside` where that has it, else the newest.
    public Optional<Figure> beside(Figure beside, int year) {
        List<Figure> history = published.history(beside.member(), beside.measure(), year);
        return history.stream()
                .filter(figure -> figure.vintage().equals(beside.vintage()))
                .findFirst()
                .or(() -> history.isEmpty() ? Optional.empty() : Optional.of(history.getLast()));
    }

    /// The digits after the point with which the release of a figure publishes its measure: the most that any of its
    /// figures has.
    public int decimals(Figure figure) {
        return published.all().stream()
                .filter(one ->
                        one.vintage().equals(figure.vintage()) && one.measure().equals(figure.measure()))
                .mapToInt(one -> Math.max(one.value().scale(), 0))
                .max()
                .orElse(0);
    }

    /// The real growth of a base in a year.
    ///
    /// @param percent what it was, or was to be
    /// @param ahead   years between the release and the year: below zero an outcome, released once the year was
    ///                over; 0 and above a forecast, also where the year is over by now
    public record Growth(BigDecimal percent, int ahead) {
        /// Whether it tells what came, and not what was expected.
        public boolean isOutcome() {
            return ahead < 0;
        }
    }

    /// The real growth of a base in a year: as published, else worked out from two levels of one release.
    ///
    /// @param growth measure of the growth in percent
    /// @param level  measure of the base at constant prices
    public static Optional<Growth> growth(Figures figures, String member, String growth, String level, int year) {
        Optional<Growth> published =
                figures.latest(member, growth, year).map(figure -> new Growth(figure.value(), ahead(figures, figure)));
        if (published.isPresent()) {
            return published;
        }
        return figures.latest(member, level, year)
                .flatMap(now -> figures.history(member, level, year - 1).stream()
                        .filter(before -> before.vintage().equals(now.vintage())
                                && before.value().signum() > 0)
                        .findFirst()
                        .map(before -> new Growth(
                                now.value()
                                        .divide(before.value(), java.math.MathContext.DECIMAL64)
                                        .subtract(BigDecimal.ONE)
                                        .movePointRight(2),
                                ahead(figures, now))));
    }

    private static int ahead(Figures figures, Figure figure) {
        return figure.year() - figures.vintageOf(figure).knownFrom().getYear();
    }

    /// The day on which the newest release of an alliance became known: the date of knowledge where none is given.
    ///
    /// @throws IllegalArgumentException if the alliance has no release
    public static LocalDate newest(Alliance alliance) {
        return alliance.vintages().stream()
                .map(Vintage::knownFrom)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new Refusal("the folder has no release of figures"));
    }
}
