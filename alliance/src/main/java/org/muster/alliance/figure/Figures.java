package org.muster.alliance.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The figures of an alliance as they were known on a day.
///
/// Money of the day comes out in whole units of its currency, whatever scale it was written down in, so that a million
/// EUR and 1,000,000 EUR are one number to whoever adds up. Money at the prices of a year keeps its scale where all
/// figures of its measure have the same.
///
/// Two clocks: a figure is **for** a year and **known from** the day of its release. A reader opened at a date of
/// knowledge holds no figure of a later release, so that nothing computed from it can see past that date.
public final class Figures {
    private final List<Figure> known;
    private final Map<String, Vintage> vintages;
    private final Map<Cell, List<Figure>> byCell;
    private final Map<Series, List<Figure>> bySeries;
    private final LocalDate knownAt;

    private record Cell(String member, String measure, int year) {}

    private record Series(String member, String measure) {}

    private Figures(List<Figure> known, Map<String, Vintage> vintages, LocalDate knownAt) {
        this.known = known;
        this.vintages = vintages;
        this.knownAt = knownAt;
        this.byCell = new LinkedHashMap<>();
        this.bySeries = new LinkedHashMap<>();
        for (Figure figure : known) {
            byCell.computeIfAbsent(
                            new Cell(figure.member(), figure.measure(), figure.year()), cell -> new ArrayList<>())
                    .add(figure);
            bySeries.computeIfAbsent(new Series(figure.member(), figure.measure()), series -> new ArrayList<>())
                    .add(figure);
        }
    }

    /// All figures whose release is in `vintages`, with no date of knowledge: everything that the folder holds.
    public static Figures of(List<Figure> figures, List<Vintage> vintages) {
        return knownAt(figures, vintages, LocalDate.MAX);
    }

    /// The figures that were known on `day`, oldest release first.
    ///
    /// @throws IllegalArgumentException if a figure's vintage is not among `vintages`
    public static Figures knownAt(List<Figure> figures, List<Vintage> vintages, LocalDate day) {
        Map<String, Vintage> byId = new LinkedHashMap<>();
        vintages.forEach(vintage -> byId.put(vintage.id(), vintage));
        record Dated(Figure figure, LocalDate knownFrom) {}
        List<Dated> dated = new ArrayList<>();
        for (Figure figure : onOneScale(figures)) {
            Vintage vintage = byId.get(figure.vintage());
            if (vintage == null) {
                throw new IllegalArgumentException("no vintage is called " + figure.vintage());
            }
            if (vintage.isKnownOn(day)) {
                dated.add(new Dated(figure, vintage.knownFrom()));
            }
        }
        dated.sort(Comparator.comparing(Dated::knownFrom));
        List<Figure> known = dated.stream().map(Dated::figure).toList();
        return new Figures(known, Map.copyOf(byId), day);
    }

    private static List<Figure> onOneScale(List<Figure> figures) {
        Map<String, Unit> units = new HashMap<>();
        Map<String, Integer> exponents = new HashMap<>();
        Set<String> mixed = new HashSet<>();
        for (Figure figure : figures) {
            Unit unit = units.computeIfAbsent(figure.unit(), Unit::of);
            Integer before = exponents.putIfAbsent(figure.measure(), unit.exponent());
            if (before != null && before != unit.exponent()) {
                mixed.add(figure.measure());
            }
        }
        List<Figure> scaled = new ArrayList<>(figures.size());
        for (Figure figure : figures) {
            Unit unit = units.computeIfAbsent(figure.unit(), Unit::of);
            boolean plain = unit.isOfTheDay() || mixed.contains(figure.measure());
            scaled.add(
                    plain && !figure.unit().equals(unit.counted())
                            ? new Figure(
                                    figure.member(),
                                    figure.measure(),
                                    figure.year(),
                                    unit.oneByOne(figure.value()),
                                    unit.counted(),
                                    figure.vintage(),
                                    figure.provenance())
                            : figure);
        }
        return scaled;
    }

    /// The date of knowledge; [LocalDate#MAX] where there is none.
    public LocalDate knownAt() {
        return knownAt;
    }

    /// Every figure known, oldest release first, in the folder's order within a release.
    public List<Figure> all() {
        return known;
    }

    /// The release of a figure.
    public Vintage vintageOf(Figure figure) {
        Vintage vintage = vintages.get(figure.vintage());
        if (vintage == null) {
            throw new IllegalArgumentException("no vintage is called " + figure.vintage());
        }
        return vintage;
    }

    /// Every version of one number, oldest release first.
    public List<Figure> history(String member, String measure, int year) {
        return List.copyOf(byCell.getOrDefault(new Cell(member, measure, year), List.of()));
    }

    /// The newest version of one number.
    public Optional<Figure> latest(String member, String measure, int year) {
        List<Figure> versions = byCell.get(new Cell(member, measure, year));
        return versions == null ? Optional.empty() : Optional.of(versions.getLast());
    }

    /// The newest version of the number for the latest year up to `year` for which there is one.
    public Optional<Figure> latestUpTo(String member, String measure, int year) {
        return bySeries.getOrDefault(new Series(member, measure), List.of()).stream()
                .filter(f -> f.year() <= year)
                .max(Comparator.comparingInt(Figure::year)
                        .thenComparing(f -> vintageOf(f).knownFrom()));
    }
}
