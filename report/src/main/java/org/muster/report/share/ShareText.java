package org.muster.report.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.PriceBasis;
import org.muster.answer.PlanAnswer;
import org.muster.answer.ShareAnswer;
import org.muster.plan.atlas.Atlas;
import org.muster.report.bill.GainWords;
import org.muster.report.bill.SpareWords;
import org.muster.report.bill.WhoPaysText;
import org.muster.report.write.Screen;
import org.muster.share.WhoPays;
import org.muster.share.game.MissionGame;
import org.muster.share.rule.Joining;
import org.muster.share.verdict.Verdict;

/// A shared bill as text.
public final class ShareText {
    private static final int NAMED = 12;

    private final PlanAnswer report;
    private final ShareAnswer share;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private ShareText(ShareAnswer share, Screen screen) {
        this.share = share;
        this.report = share.plan();
        this.screen = screen;
    }

    /// The report as text.
    public static String write(ShareAnswer share, Screen screen) {
        ShareText text = new ShareText(share, screen);
        text.head();
        text.atlas();
        text.spares();
        text.matrix();
        text.verdicts();
        text.gains();
        text.explain();
        text.notes();
        return text.out.toString();
    }

    private void heading(String title) {
        out.append('\n').append(screen.title(title));
    }

    private void head() {
        WhoPays whoPays = report.whoPays();
        out.append(screen.title(report.mission().title() + " ("
                + report.alliance().id() + ", " + report.mission().id() + ")"));
        out.append(screen.wrapped(
                "Bill " + whoPays.currency() + " " + report.grouped(whoPays.totalMinor()) + ", plan "
                        + report.plan().status().word() + " (" + report.proofPhrase() + "), "
                        + whoPays.participants().size() + " go: "
                        + String.join(", ", whoPays.participants()) + ".",
                "  "));
        report.record()
                .ifPresent(record ->
                        out.append(screen.wrapped(record.beside(report.plan().coalition()), "  ")));
        String basis = PriceBasis.sentence(report.plan().bill());
        if (!basis.isEmpty()) {
            out.append(screen.wrapped(basis, "  "));
        }
        if (report.plan().status() == org.muster.plan.Plan.Status.WAIVED) {
            out.append(
                    screen.wrapped(screen.amber("WAIVED") + ": " + report.plan().reason() + ".", "  "));
        }
        whoPays.game().ifPresent(game -> out.append(screen.wrapped(basis(game), "  ")));
        if (!share.noGame().isEmpty()) {
            out.append(screen.wrapped("Costs of coalitions are not known: " + share.noGame() + ".", "  "));
        }
    }

    private String basis(MissionGame game) {
        String differs = game.costOfAll() == report.whoPays().totalMinor()
                ? ""
                : " All together could do it at the least for " + report.grouped(game.costOfAll())
                        + "; rules by cost are stretched to the bill.";
        return "Obligation game (every coalition owes the whole mission, whatever it is worth to it; "
                + game.method().word() + "): " + game.account() + differs;
    }

    private void atlas() {
        share.atlas().ifPresent(atlas -> {
            heading("Who can");
            out.append(screen.wrapped(
                    String.format(
                                    java.util.Locale.ROOT,
                                    "%,d of %,d coalitions can do it",
                                    atlas.feasible(),
                                    atlas.coalitions())
                            + (atlas.minimalCount().isEmpty()
                                    ? "."
                                    : String.format(
                                            java.util.Locale.ROOT,
                                            "; of them %,d can spare nobody.",
                                            atlas.minimalCount().getAsLong())),
                    "  "));
            out.append(screen.wrapped(
                    "Indispensable: "
                            + (atlas.indispensable().isEmpty() ? "nobody" : String.join(", ", atlas.indispensable()))
                            + ".",
                    "  "));
            atlas.minimal().stream().findFirst().ifPresent(one -> out.append(screen.wrapped(cheapest(one), "  ")));
        });
    }

    private String cheapest(Atlas.Priced one) {
        return "The cheapest that can spare nobody: " + names(one.members()) + " for " + report.grouped(one.costMinor())
                + ".";
    }

    private static String names(List<String> members) {
        return members.size() <= NAMED
                ? String.join(", ", members)
                : String.join(", ", members.subList(0, NAMED)) + " and " + (members.size() - NAMED) + " more";
    }

    private void matrix() {
        heading("Who pays, by rule (" + report.alliance().currency() + ")");
        out.append(WhoPaysText.write(report, screen));
    }

    private void verdicts() {
        heading("Beside each rule");
        List<List<String>> rows = new ArrayList<>();
        for (WhoPays.Column column : report.whoPays().columns()) {
            Verdict verdict = column.verdict();
            rows.add(List.of(
                    column.rule().id(),
                    percent(column.nonParticipantsTotal()),
                    verdict.inequality().toPlainString(),
                    verdict.distanceFromAbility().map(d -> d.toPlainString()).orElse("-"),
                    freeRider(verdict),
                    joining(verdict.joining())));
        }
        out.append(screen.table(List.of("Rule", "Others %", "Gini", "Off ability", "Free ride", "Joining"), 1, rows));
        out.append(screen.wrapped(
                "Others %: part of the bill borne by those who stay out. Gini: of what the allies pay, 0 all the same. Off"
                        + " ability: half the sum of |share of bill - share of income|, in points. Free ride: the most that"
                        + " somebody who stays out gains by its declared benefit less what it pays. Joining: who pays more"
                        + " when another joins (A for B: A pays more when B joins).",
                ""));
    }

    private static String joining(Joining.Result joining) {
        return switch (joining.verdict()) {
            case NOBODY_PAYS_MORE -> "nobody";
            case SOMEBODY_PAYS_MORE ->
                joining.pays().orElse("") + " for " + joining.joins().orElse("");
            case NOT_TESTED -> "not tested";
        };
    }

    private String percent(long minor) {
        long total = report.whoPays().netMinor();
        return total == 0
                ? "-"
                : java.math.BigDecimal.valueOf(minor)
                        .movePointRight(2)
                        .divide(java.math.BigDecimal.valueOf(total), 1, java.math.RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private String freeRider(Verdict verdict) {
        return verdict.freeRiding().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> e.getKey() + " " + report.grouped(e.getValue()))
                .orElse("-");
    }

    private void spares() {
        heading("Who can be spared, and at what price");
        SpareWords words = new SpareWords(share);
        out.append(screen.wrapped(String.join(" ", words.answer()), ""));
        if (!words.rows().isEmpty()) {
            out.append(screen.table(words.header(), SpareWords.TEXTS, words.rows()));
        }
        words.pairs().forEach(line -> out.append(screen.wrapped("- " + line, "  ")));
        words.construction().forEach(line -> out.append(screen.wrapped("- " + line, "  ")));
    }

    private void gains() {
        GainWords words = new GainWords(report);
        if (!words.isDeclared()) {
            out.append('\n').append(screen.wrapped(GainWords.UNDECLARED, ""));
            return;
        }
        heading("At what worth members gain");
        words.gains().forEach((rule, line) -> out.append(screen.wrapped("- " + rule + ": " + line, "  ")));
        heading("Who would rather do only what is worth it to itself");
        words.leavers().forEach(line -> out.append(screen.wrapped("- " + line, "  ")));
    }

    /// Why a member pays what it pays; empty where that is not asked.
    static String explanation(ShareAnswer share, Screen screen) {
        ShareText text = new ShareText(share, screen);
        text.explain();
        return text.out.toString();
    }

    private void explain() {
        share.explain().ifPresent(member -> {
            heading("Why " + report.nameOf(member) + " pays what it pays");
            for (WhoPays.Column column : report.whoPays().columns()) {
                column.why()
                        .apply(member)
                        .lines()
                        .forEach(line -> out.append(line).append('\n'));
            }
        });
    }

    private void notes() {
        if (!report.plan().illustrative().isEmpty()) {
            heading("Illustrative (invented, not published)");
            out.append(screen.wrapped(String.join("; ", report.plan().illustrative()) + ".", ""));
        }
        if (!report.alliance().attributions().isEmpty()) {
            heading("Sources");
            report.alliance().attributions().forEach(line -> out.append(screen.wrapped("- " + line, "  ")));
        }
    }
}
