package org.muster.pledge.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;

/// Where a pledge stood in a year, as it was known on a day.
///
/// @param pledge  the pledge
/// @param year    the year that the figures are for
/// @param knownAt the day of knowledge
/// @param members one standing for each member that had made the pledge by the end of the year, in the pledge's order
public record Standings(Pledge pledge, int year, LocalDate knownAt, List<Standing> members) {
    public Standings {
        Objects.requireNonNull(pledge);
        members = List.copyOf(members);
    }

    /// How many met it, did not, and of how many that is not known. The three add up to the members.
    public record Counts(int met, int notMet, int notKnown) {}

    /// Works out where a pledge stood.
    ///
    /// A member counts in a year if it had made the pledge by the end of the year, and by the day of knowledge.
    /// Time: linear in members, given the figures' index.
    public static Standings of(Pledge pledge, int year, Knowledge knowledge) {
        LocalDate endOfYear = LocalDate.of(year, 12, 31);
        LocalDate day = knowledge.day().isBefore(endOfYear) ? knowledge.day() : endOfYear;
        Assessor assessor = new Assessor(pledge, year, knowledge);
        return new Standings(
                pledge,
                year,
                knowledge.day(),
                pledge.partiesOn(day).stream()
                        .map(party -> assessor.standing(party.member()))
                        .toList());
    }

    /// The latest year for which a figure of the pledge's measure was known about one who made it; its start where
    /// there was none.
    public static int latestYear(Pledge pledge, Knowledge knowledge) {
        return knowledge.published().all().stream()
                .filter(figure -> figure.measure().equals(pledge.measure())
                        && figure.year() >= pledge.startYear()
                        && pledge.who().stream().anyMatch(p -> p.member().equals(figure.member())))
                .mapToInt(Figure::year)
                .max()
                .orElse(pledge.startYear());
    }

    /// The counts.
    public Counts counts() {
        int met = (int)
                members.stream().filter(s -> s.met().equals(Optional.of(true))).count();
        int notMet = (int)
                members.stream().filter(s -> s.met().equals(Optional.of(false))).count();
        return new Counts(met, notMet, members.size() - met - notMet);
    }
}
