package org.muster.report.invest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.pool.Pool;
import org.muster.invest.Explained;
import org.muster.invest.InvestAnswer;
import org.muster.invest.NeedInCommon;
import org.muster.invest.YearlyPrice;

/// The words of needs in common that the forms of an answer share: how often how much is needed, and what a unit in
/// common is worth.
final class NeedWords {
    private final InvestAnswer answer;
    private final Alliance alliance;
    private final InvestWords words;

    NeedWords(InvestAnswer answer, InvestWords words) {
        this.answer = answer;
        this.alliance = answer.question().alliance();
        this.words = words;
    }

    /// The header of [#needed].
    static final List<String> NEEDED = List.of("At least so many", "Needed", "Nobody has them");

    /// How often so many units are needed beyond cheaper offers, and how often nobody has them; a row for each step of
    /// either, of many those between left out.
    List<List<String>> needed(NeedInCommon need) {
        TreeSet<Long> units = new TreeSet<>();
        need.needed().forEach(tail -> units.add(tail.units()));
        need.missing().forEach(tail -> units.add(tail.units()));
        List<Long> all = List.copyOf(units);
        int step = Math.ceilDiv(all.size(), 2 * MOST_LINES);
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            if (k % step == 0 || k + 1 == all.size()) {
                rows.add(List.of(
                        count(all.get(k)),
                        InvestWords.number(NeedInCommon.times(need.needed(), all.get(k))),
                        InvestWords.number(NeedInCommon.times(need.missing(), all.get(k)))));
            }
        }
        return rows;
    }

    /// `Planting teams, for Planting teams on call`.
    String title(NeedInCommon need) {
        String name =
                alliance.capability(need.capability()).map(Capability::name).orElse(need.capability());
        return name + ", as by "
                + answer.candidates().get(words.place(need.candidate())).title();
    }

    /// What the curve shows.
    String curve(NeedInCommon need) {
        String moments = need.period() == Pool.Period.PHASE ? "phases of missions" : "missions";
        return "How many " + moments + " in a year on average (upwards) need at least so many "
                + words.unit(need.capability())
                + " (to the right) beyond what willing members and others offer at most at the price of a draw. "
                + (need.held() > 0
                        ? "Up to the line at " + count(need.held())
                                + ": held in common by the best. Beyond it, light: dearer"
                                + " offers and charters; dark: nobody has them."
                        : "The best holds none. Light: dearer offers and charters; dark: nobody has them.");
    }

    /// The header of [#unitValues].
    static final List<String> UNIT_VALUES = List.of("Units", "Needed so often", "Each is worth");

    /// Lines of a table at most, of which the last stands for the rest.
    private static final int MOST_LINES = 12;

    /// What units are worth, a row for those that are worth the same; of many rows those between are drawn together.
    List<List<String>> unitValues(NeedInCommon need) {
        List<NeedInCommon.UnitValue> values = need.unitValues();
        List<List<String>> rows = new ArrayList<>();
        int rest = values.size();
        int k = 0;
        while (k < values.size()) {
            int together = Math.ceilDiv(rest, MOST_LINES - rows.size());
            NeedInCommon.UnitValue first = values.get(k);
            NeedInCommon.UnitValue last = values.get(k + together - 1);
            rows.add(List.of(
                    first.from() == last.to() ? count(first.from()) : count(first.from()) + " to " + count(last.to()),
                    range(
                            InvestWords.number(NeedInCommon.times(need.needed(), last.to())),
                            InvestWords.number(NeedInCommon.times(need.needed(), first.from()))),
                    range(
                            words.grouped(YearlyPrice.rounded(last.value())),
                            words.grouped(YearlyPrice.rounded(first.value())))));
            k += together;
            rest -= together;
        }
        return rows;
    }

    /// The header of [#blockValues].
    static final List<String> BLOCK_VALUES = List.of("Blocks", "Each takes off");

    /// What blocks take off the cost of lines, those together that take off the same; empty where that is not known, or
    /// it is told unit by unit.
    List<List<String>> blockValues(Explained.OfCandidate candidate) {
        boolean told = candidate
                .need()
                .map(need -> need.atLeast().isEmpty() && need.notTold().isEmpty())
                .orElse(true);
        List<List<String>> rows = new ArrayList<>();
        if (told) {
            return rows;
        }
        int from = 1;
        for (int k = 1; k < candidate.lines().size(); k++) {
            long here = YearlyPrice.rounded(
                    candidate.lines().get(k - 1).minus(candidate.lines().get(k)));
            boolean last = k + 1 == candidate.lines().size()
                    || here
                            != YearlyPrice.rounded(candidate
                                    .lines()
                                    .get(k)
                                    .minus(candidate.lines().get(k + 1)));
            if (last) {
                rows.add(List.of(from == k ? count(k) : count(from) + " to " + count(k), words.grouped(here)));
                from = k + 1;
            }
        }
        return rows;
    }

    private static Map<String, List<String>> byWhy(Map<String, String> whys) {
        Map<String, List<String>> missions = new LinkedHashMap<>();
        whys.forEach((mission, why) ->
                missions.computeIfAbsent(why, k -> new ArrayList<>()).add(mission));
        return missions;
    }

    private static String range(String least, String most) {
        return least.equals(most) ? least : least + " to " + most;
    }

    private static String count(long units) {
        return String.format(Locale.ROOT, "%,d", units);
    }

    /// What is to be said of a need, one sentence each.
    List<String> need(NeedInCommon need) {
        List<String> sentences = new ArrayList<>();
        String moments = need.period() == Pool.Period.PHASE
                ? "phases of a mission that need it, a year on average"
                : "missions that need it, a year on average";
        if (!need.unitValues().isEmpty()) {
            sentences.add(
                    "Needed so often: " + moments + ", beyond what is offered at most at the price of a draw. Each is"
                            + " worth: what it takes off the lines' cost of " + InvestWords.list(need.valued())
                            + ", without what failures count; the first units save most.");
        } else if (!answer.question().plan().weighsMoney() && !need.missions().isEmpty()) {
            sentences.add("No price of a failure is declared for " + InvestWords.list(need.missions())
                    + ", so that no unit has a worth in money.");
        } else if (!need.valued().isEmpty()) {
            sentences.add(
                    "A unit in common takes nothing off what lines cost: a missing one counts no more than its draw, and nothing"
                            + " dearer is offered. What it is for is the chance.");
        }
        byWhy(need.atLeast())
                .forEach((why, missions) -> sentences.add("For " + InvestWords.list(missions)
                        + " at least so much is needed, and what a unit spares there is not told: " + why + "."));
        byWhy(need.notTold())
                .forEach((why, missions) -> sentences.add("What " + InvestWords.list(missions)
                        + (missions.size() == 1 ? " needs" : " need")
                        + " cannot be told unit by unit, and is not counted: " + why + "."));
        return sentences;
    }
}
