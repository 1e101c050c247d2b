package org.muster.report.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.answer.PlanAnswer;
import org.muster.share.WhoPays;
import org.muster.share.game.BenefitGame;
import org.muster.share.game.Leavers;
import org.muster.share.verdict.Gains;

/// Who gains, and who would rather do only what is worth it to itself, in words: the same on every face.
public final class GainWords {
    private static final int NAMED = 12;

    private final PlanAnswer report;
    private final WhoPays whoPays;

    /// The words of one bill.
    public GainWords(PlanAnswer report) {
        this.report = report;
        this.whoPays = report.whoPays();
    }

    /// Whether benefits are declared, so that there is something to say.
    public boolean isDeclared() {
        return whoPays.columns().stream()
                .anyMatch(column -> column.verdict().gains().isPresent());
    }

    /// What is said where no worth is declared.
    public static final String UNDECLARED =
            "Whether anybody gains is not said: no benefits are declared for this mission. Declare"
                    + " them, and its worth, in sharing.yaml (docs/sharing.md).";

    /// At what worth members gain, one line a rule.
    public Map<String, String> gains() {
        Map<String, String> says = new LinkedHashMap<>();
        for (WhoPays.Column column : whoPays.columns()) {
            column.verdict().gains().ifPresent(gains -> says.put(column.rule().id(), words(gains)));
        }
        return says;
    }

    /// The worth from which on all with a declared share gain under a rule, in bills; empty where it is not known.
    static String timesTheBill(WhoPays.Column column, WhoPays whoPays) {
        return column.verdict()
                .gains()
                .filter(gains -> gains.allFrom().isPresent() && whoPays.netMinor() > 0)
                .map(gains -> BigDecimal.valueOf(gains.allFrom().getAsLong())
                        .divide(BigDecimal.valueOf(whoPays.netMinor()), 1, RoundingMode.HALF_EVEN)
                        .toPlainString())
                .orElse("");
    }

    /// Why nobody can say who would rather do only what is worth it to itself; empty where it is known.
    public Optional<String> unknownLeavers() {
        return whoPays.benefitGame().isPresent()
                ? Optional.empty()
                : Optional.of("Who would rather do only what is worth it to itself is not said: "
                        + whoPays.noBenefitGame() + ".");
    }

    /// Rules under which somebody would rather do only what is worth it to itself.
    public List<String> leaving() {
        return whoPays.columns().stream()
                .filter(column -> !column.verdict().leavers().isEmpty())
                .map(column -> column.rule().id())
                .toList();
    }

    private String words(Gains gains) {
        StringBuilder words = new StringBuilder();
        if (gains.allFrom().isPresent()) {
            words.append("all with a declared share gain from ")
                    .append(report.grouped(gains.allFrom().getAsLong()))
                    .append(" on")
                    .append(times(gains.allFrom().getAsLong()))
                    .append("; below that ")
                    .append(named(gains.last()))
                    .append(gains.last().size() == 1 ? " is first not to" : " are first not to, all together");
        } else {
            words.append("nobody with a declared share pays anything");
        }
        for (Gains.At at : gains.at()) {
            words.append("; at ")
                    .append(at.words())
                    .append(", ")
                    .append(report.grouped(at.worthMinor()))
                    .append(", ");
            if (at.losers().isEmpty()) {
                words.append("nobody loses");
            } else {
                words.append(at.losers().size())
                        .append(at.losers().size() == 1 ? " loses " : " lose ")
                        .append(report.grouped(at.sumMinor()))
                        .append(", most ")
                        .append(at.losers().keySet().iterator().next());
            }
        }
        long unjudged =
                gains.notJudged().values().stream().mapToLong(Long::longValue).sum();
        if (unjudged > 0) {
            words.append("; not judged, without a declared share: ")
                    .append(named(List.copyOf(gains.notJudged().keySet())))
                    .append(" with ")
                    .append(report.grouped(unjudged));
        }
        return words.append('.').toString();
    }

    private String times(long worth) {
        long bill = whoPays.netMinor();
        return bill <= 0
                ? ""
                : ", " + BigDecimal.valueOf(worth).divide(BigDecimal.valueOf(bill), 1, RoundingMode.HALF_EVEN)
                        + " times the bill";
    }

    private static String named(List<String> members) {
        return members.size() <= NAMED
                ? SpareWords.listed(members, "and")
                : String.join(", ", members.subList(0, NAMED)) + " and " + (members.size() - NAMED) + " more";
    }

    /// Who would rather do only what is worth it to itself: what was looked at first, then what was found.
    public List<String> leavers() {
        Optional<String> unknown = unknownLeavers();
        if (unknown.isPresent()) {
            return List.of(unknown.get());
        }
        BenefitGame game = whoPays.benefitGame().orElseThrow();
        List<String> says = new ArrayList<>();
        says.add("Benefit game, worth " + report.grouped(game.worthMinor()) + ": " + game.account() + " "
                + (game.byLine()
                        ? "All coalitions of allies were compared under every rule."
                        : "Benefits are declared for the mission as a whole: only single members were compared, because where"
                                + " costs fall as members join no larger coalition could come out; declare them by line for"
                                + " more."));
        List<String> none = new ArrayList<>();
        for (WhoPays.Column column : whoPays.columns()) {
            List<Leavers.Leaver> leavers = column.verdict().leavers();
            if (leavers.isEmpty()) {
                none.add(column.rule().id());
            } else {
                says.add(column.rule().id() + ": " + words(leavers, game));
            }
        }
        if (!none.isEmpty()) {
            says.add("Nobody under " + String.join(", ", none) + ".");
        }
        return says;
    }

    private String words(List<Leavers.Leaver> leavers, BenefitGame game) {
        Leavers.Leaver worst = leavers.getFirst();
        long benefit = benefit(worst, game);
        List<String> singles = leavers.stream()
                .filter(leaver -> leaver.coalition().size() == 1)
                .map(leaver -> leaver.coalition().getFirst())
                .toList();
        return named(worst.coalition()) + (worst.coalition().size() == 1 ? " pays " : " pay ")
                + report.grouped(worst.paysMinor()) + " for a benefit of " + report.grouped(benefit)
                + " and by " + (worst.coalition().size() == 1 ? "itself" : "themselves") + " would gain "
                + report.grouped(benefit - worst.aloneMinor())
                + (singles.isEmpty() ? "; no single member" : "; each by itself: " + named(singles)) + ".";
    }

    /// What the mission is worth to a coalition, in minor units.
    static long benefit(Leavers.Leaver leaver, BenefitGame game) {
        return leaver.coalition().stream()
                .mapToLong(member -> game.benefits().getOrDefault(member, 0L))
                .sum();
    }
}
