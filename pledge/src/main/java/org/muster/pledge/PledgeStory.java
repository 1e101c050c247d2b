package org.muster.pledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.ledger.Consolidated;
import org.muster.pledge.ledger.LedgerView;

/// A pledge at every moment at which something new became known of it, and the contributions beside it.
///
/// @param asked         the answer that was asked for
/// @param moments       answers by day of knowledge, the one asked for among them
/// @param truth         what is known in the end
/// @param contributions stages of all contributions after each day on which something moved; empty without a ledger
public record PledgeStory(
        PledgeReport asked, List<PledgeReport> moments, Knowledge truth, List<Contributions> contributions) {
    public PledgeStory {
        moments = List.copyOf(moments);
        contributions = List.copyOf(contributions);
    }

    /// The ledger on a day.
    ///
    /// @param day   the day
    /// @param total stages of what members promised, in minor units
    public record Contributions(LocalDate day, Consolidated.Stages total) {}

    /// Tells the story of a report: the same pledge on the day on which it was made, on its own day, and on the day
    /// of each release that has a figure of its measure, or stands in for one.
    public static PledgeStory of(PledgeReport asked, Knowledge.Replacement replacement, int paths, long seed) {
        Alliance alliance = asked.alliance();
        Pledge pledge = asked.pledge();
        LocalDate end = Knowledge.newest(alliance);
        TreeSet<LocalDate> days =
                new TreeSet<>(List.of(pledge.made(), asked.knowledge().day()));
        for (Vintage vintage : alliance.vintages()) {
            if (alliance.figures().stream().anyMatch(figure -> isAbout(figure, vintage, pledge))) {
                days.add(vintage.knownFrom());
            }
        }
        if (replacement == Knowledge.Replacement.STAND_INS) {
            alliance.standIns().stream()
                    .filter(standIn -> standIn.measure().equals(pledge.measure()))
                    .forEach(standIn -> days.add(standIn.knownFrom()));
        }
        List<PledgeReport> moments = new ArrayList<>();
        for (LocalDate day : days.tailSet(pledge.made())) {
            moments.add(
                    day.equals(asked.knowledge().day())
                            ? asked
                            : PledgeReport.of(
                                    alliance,
                                    pledge,
                                    Optional.empty(),
                                    Knowledge.at(alliance, day, replacement),
                                    paths,
                                    seed));
        }
        return new PledgeStory(
                asked, moments, Knowledge.at(alliance, end, Knowledge.Replacement.NONE), contributions(alliance));
    }

    private static boolean isAbout(Figure figure, Vintage vintage, Pledge pledge) {
        return figure.vintage().equals(vintage.id())
                && figure.measure().equals(pledge.measure())
                && figure.year() >= pledge.startYear();
    }

    private static List<Contributions> contributions(Alliance alliance) {
        Optional<LocalDate> end =
                alliance.ledger().events().stream().map(LedgerEvent::knownFrom).max(LocalDate::compareTo);
        if (end.isEmpty()) {
            return List.of();
        }
        LedgerView whole = LedgerView.of(alliance.ledger(), alliance.currency(), LocalDate.MAX, end.get());
        return whole.moments().stream()
                .map(day -> new Contributions(
                        day,
                        Consolidated.of(LedgerView.of(alliance.ledger(), alliance.currency(), day, end.get()))
                                .total()))
                .toList();
    }

    /// The place of the answer that was asked for among the moments.
    public int askedAt() {
        return moments.indexOf(asked);
    }

    /// What stood in for missing releases at any moment.
    public List<StandIn> standIns() {
        LinkedHashSet<StandIn> all = new LinkedHashSet<>();
        moments.forEach(moment -> all.addAll(moment.forecasts().standIns()));
        return List.copyOf(all);
    }
}
