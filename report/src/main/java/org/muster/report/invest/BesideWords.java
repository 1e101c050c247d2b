package org.muster.report.invest;

import java.util.ArrayList;
import java.util.List;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.games.Fraction;
import org.muster.invest.AtOnceChance;
import org.muster.invest.HowKnown;
import org.muster.invest.InvestAnswer;
import org.muster.invest.InvestQuestion;
import org.muster.invest.Portfolio;
import org.muster.invest.Waiting;
import org.muster.invest.YearlyPrice;

/// The words of what is told beside the best that the forms of an answer share: what is best at every price, missions
/// at once, what decisions have in common, and what waiting is worth.
final class BesideWords {
    private final InvestAnswer answer;
    private final InvestWords words;

    BesideWords(InvestAnswer answer, InvestWords words) {
        this.answer = answer;
        this.words = words;
    }

    /// The header of [#frontier].
    List<String> frontierHeader() {
        List<String> header = new ArrayList<>(List.of("Blocks", "Price", "Fail a year", "Not run", "Hang", "Weakest"));
        if (!answer.frontierMoney().isEmpty()) {
            header.add("Weighed");
        }
        return header;
    }

    /// What is best at every price.
    List<List<String>> frontier() {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < answer.frontier().size(); k++) {
            Portfolio point = answer.frontier().get(k);
            List<String> row = new ArrayList<>(List.of(
                    blocks(point),
                    words.grouped(answer.priceOf(point)),
                    InvestWords.number(point.failuresPerYear()),
                    String.valueOf(point.notRunnable().size()),
                    String.valueOf(point.hanging()),
                    InvestWords.percent(answer.weakest(point))));
            if (!answer.frontierMoney().isEmpty()) {
                row.add(words.grouped(YearlyPrice.rounded(answer.frontierMoney().get(k))));
            }
            rows.add(row);
        }
        return rows;
    }

    /// What the columns mean.
    static final String FRONTIER_MEANS =
            "Not run: missions that cannot run. Hang: how often a mission that can run cannot without one member. Weakest: the"
                    + " least chance, in percent, of one that can run without one member, of those without whom something"
                    + " in the list lets it run.";

    private String blocks(Portfolio point) {
        List<String> some = new ArrayList<>();
        for (int c = 0; c < answer.candidates().size(); c++) {
            int level = point.levels().get(c);
            if (level > 0) {
                some.add(answer.candidates().get(c).id() + (level > 1 ? " x " + level : ""));
            }
        }
        return some.isEmpty() ? "nothing" : String.join(", ", some);
    }

    /// The header of [#atOnce].
    static final List<String> AT_ONCE = List.of("One", "Other", "Now", "Then", "Known by");

    /// Every two missions whose days meet, with what chance both can run at once.
    List<List<String>> atOnce() {
        return answer.atOnce().stream()
                .map(one -> List.of(
                        one.missions().getFirst(),
                        one.missions().getLast(),
                        ends(one.now()),
                        ends(one.then()),
                        one.method() == HowKnown.ESTIMATED ? "draws (estimated)" : "all coalitions"))
                .toList();
    }

    private static String ends(AtOnceChance.Ends ends) {
        String least = InvestWords.percent(ends.least());
        return ends.least().equals(ends.most()) ? least : least + " to " + InvestWords.percent(ends.most());
    }

    /// What that means, or why there is nothing to tell; nothing where it was not asked.
    List<String> atOnceMeans() {
        if (!answer.question().asks(InvestQuestion.Besides.AT_ONCE)) {
            return List.of();
        }
        if (!answer.atOnce().isEmpty()) {
            return List.of("Of years in which both come: the same willing members do both, and no unit, hour or crew is"
                    + " counted twice. The best is not chosen by it.");
        }
        return answer.notInTime().isEmpty()
                ? List.of("No two missions of the plan that come in the same world have days that meet.")
                : List.of();
    }

    /// The header of [#correlated].
    static final List<String> CORRELATED =
            List.of("Mission", "Each by itself", "By the worlds", "Nested", "Never above");

    /// By mission, what it costs with the best by what members' decisions have to do with one another.
    List<List<String>> correlated() {
        List<List<String>> rows = new ArrayList<>();
        answer.correlated()
                .forEach((mission, one) -> rows.add(List.of(
                        mission,
                        words.grouped(YearlyPrice.rounded(one.independent())),
                        words.grouped(YearlyPrice.rounded(one.worlds())),
                        words.grouped(YearlyPrice.rounded(one.nested())),
                        words.grouped(YearlyPrice.rounded(one.atMost())))));
        return rows;
    }

    /// What the columns mean.
    static final String CORRELATED_MEANS =
            "Each by itself: as if each member decided alone, with its chance over all worlds. Nested: given each one's"
                    + " chance in a world, whoever goes, all who are more willing go too. Never above: whatever decisions"
                    + " have in common; the two differ by those who go only with others. What is missing where nobody"
                    + " goes is counted here.";

    /// What a second purchase is worth, one sentence each; nothing where that was not asked.
    List<String> waiting() {
        if (!answer.question().asks(InvestQuestion.Besides.WAITING)) {
            return List.of();
        }
        if (answer.question().alliance().investments().worlds().size() < 2) {
            return List.of("There is one world: nothing becomes known later, so that there is nothing to wait for.");
        }
        if (!answer.question().plan().weighsMoney()) {
            return List.of("No price of a failure is declared: what waiting is worth is told in money, and no money is"
                    + " weighed.");
        }
        return answer.waiting().map(this::waiting).orElse(List.of());
    }

    private List<String> waiting(Waiting waiting) {
        List<String> sentences = new ArrayList<>();
        String first = holdings(waiting.first());
        sentences.add("From " + waiting.knownFrom() + " it is known which world it is. Bought before: "
                + (first.isEmpty() ? "nothing" : first) + ". Then, "
                + InvestWords.list(waiting.worlds().stream()
                        .map(one -> "in " + one.world() + " "
                                + (holdings(one.second()).isEmpty() ? "nothing" : holdings(one.second())))
                        .toList())
                + ".");
        sentences.add("Price and missions together cost " + words.money(waiting.rp()) + " a year on average so (RP); "
                + words.money(waiting.once()) + " with one purchase for all worlds: waiting is worth "
                + words.money(waiting.worth()) + ".");
        sentences.add("If it were known before anything is bought, " + words.money(waiting.ws())
                + " (WS): to know it would be worth " + words.money(waiting.evpi())
                + " (EVPI). With the first purchase that is best for the mean world, " + words.money(waiting.eev())
                + " (EEV): to count with all worlds is worth " + words.money(waiting.vss()) + " (VSS).");
        List<String> cannot = answer.candidates().stream()
                .map(InvestCandidate::id)
                .filter(id -> !waiting.canWait().contains(id))
                .toList();
        sentences.add((cannot.isEmpty()
                        ? "Everything in the list would still come in time"
                        : "Too late, if ordered then: " + String.join(", ", cannot))
                + ". By money alone, within the budget in every world and without the chances that are asked for; what"
                + " can wait costs nothing before.");
        return sentences;
    }

    private String holdings(List<Integer> levels) {
        return words.holdings(new Portfolio(levels, Fraction.ZERO, List.of()));
    }
}
