package org.muster.pledge.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;

/// How the figures of a pledge changed from release to release.
public final class Revisions {
    private Revisions() {}

    /// One version of a number.
    ///
    /// @param vintage its release
    /// @param figure  the number
    /// @param met     whether the pledge was met by it
    public record Version(Vintage vintage, Figure figure, boolean met) {}

    /// All versions of one year's number, oldest release first.
    public record Cell(int year, List<Version> versions) {
        public Cell {
            versions = List.copyOf(versions);
        }

        /// Whether the pledge was met by one release and not by another.
        public boolean verdictChanged() {
            return versions.stream().map(Version::met).distinct().count() > 1;
        }
    }

    /// The numbers of a member by year, each with all its versions that were known on the day.
    public static List<Cell> of(Pledge pledge, String member, Knowledge knowledge) {
        Figures figures = knowledge.published();
        TreeMap<Integer, List<Version>> byYear = new TreeMap<>();
        for (Figure figure : figures.all()) {
            if (figure.member().equals(member) && figure.measure().equals(pledge.measure())) {
                byYear.computeIfAbsent(figure.year(), year -> new ArrayList<>())
                        .add(new Version(figures.vintageOf(figure), figure, pledge.isMetBy(figure.value())));
            }
        }
        return byYear.entrySet().stream()
                .map(entry -> new Cell(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// How many met the pledge in a year, by one release.
    ///
    /// @param vintage the release
    /// @param year    the year
    /// @param met     members that met it
    /// @param known   members with a figure
    public record Count(Vintage vintage, int year, int met, int known) {}

    /// The counts of a year, release by release. Only members that had made the pledge by the end of the year count.
    public static List<Count> counts(Pledge pledge, int year, Knowledge knowledge) {
        Figures figures = knowledge.published();
        List<String> who = pledge.partiesOn(LocalDate.of(year, 12, 31)).stream()
                .map(Pledge.Party::member)
                .toList();
        TreeMap<String, List<Figure>> byVintage = new TreeMap<>();
        for (Figure figure : figures.all()) {
            if (figure.measure().equals(pledge.measure()) && figure.year() == year && who.contains(figure.member())) {
                byVintage
                        .computeIfAbsent(figure.vintage(), id -> new ArrayList<>())
                        .add(figure);
            }
        }
        return byVintage.values().stream()
                .map(of -> new Count(
                        figures.vintageOf(of.getFirst()),
                        year,
                        (int) of.stream().filter(f -> pledge.isMetBy(f.value())).count(),
                        of.size()))
                .sorted(Comparator.comparing((Count count) -> count.vintage().knownFrom())
                        .thenComparing(count -> count.vintage().id()))
                .toList();
    }

    /// The newest version that was known on the day; empty where there was none.
    public static Optional<Version> newest(Cell cell) {
        return cell.versions().isEmpty()
                ? Optional.empty()
                : Optional.of(cell.versions().getLast());
    }
}
