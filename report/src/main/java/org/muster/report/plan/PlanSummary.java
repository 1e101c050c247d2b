package org.muster.report.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.bill.PriceBasis;
import org.muster.answer.PlanAnswer;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.report.bill.InventedText;
import org.muster.report.bill.RulesText;
import org.muster.report.write.Screen;

/// A plan as text that fits a screen: the answer first, then who goes, what is missing, what it costs, and who pays.
public final class PlanSummary {
    private static final int MOST_GAPS = 5;
    private static final int MOST_CATEGORIES = 4;
    private static final int MOST_WANTED = 2;
    private static final int MOST_BY_NAME = 12;

    private final PlanAnswer report;
    private final Plan plan;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private PlanSummary(PlanAnswer report, Screen screen) {
        this.report = report;
        this.plan = report.plan();
        this.screen = screen;
    }

    /// The summary.
    public static String write(PlanAnswer report, Screen screen) {
        PlanSummary text = new PlanSummary(report, screen);
        text.out.append(verdict(report, screen)).append('\n');
        text.whoGoes();
        text.missing();
        text.cost();
        text.whoPays();
        text.rest();
        return text.out.toString();
    }

    /// Title, status and how sure it is.
    public static String verdict(PlanAnswer report, Screen screen) {
        Plan plan = report.plan();
        String word = plan.status().word().toUpperCase(Locale.ROOT);
        String said = screen.wrapped(word + ": " + plan.reason() + ".", "  ");
        String proof = report.proofPhrase();
        String beside = report.record()
                .map(record -> screen.wrapped(record.beside(plan.coalition()), "  "))
                .orElse("");
        return screen.title(report.mission().title() + " (" + plan.alliance() + ", " + plan.mission() + ")")
                + coloured(plan.status(), word, screen)
                + said.substring(word.length())
                + screen.wrapped(Character.toUpperCase(proof.charAt(0)) + proof.substring(1) + ".", "  ")
                + beside
                + report.alsoWantedInWords().stream()
                        .limit(MOST_WANTED)
                        .map(line -> screen.wrapped(line, "  "))
                        .collect(Collectors.joining());
    }

    private static String coloured(Plan.Status status, String word, Screen screen) {
        return switch (status) {
            case COVERED -> screen.green(word);
            case WAIVED -> screen.amber(word);
            case GAPS, REFUSED -> screen.red(word);
        };
    }

    private void whoGoes() {
        int going = plan.coalition().size();
        out.append(screen.wrapped(
                going == 0
                        ? "Nobody goes."
                        : Counted.of(going, "member goes", "members go") + ": "
                                + plan.coalition().stream()
                                        .map(member -> (going > MOST_BY_NAME ? member : report.nameOf(member))
                                                + (plan.lead()
                                                                .filter(member::equals)
                                                                .isPresent()
                                                        ? " (lead)"
                                                        : ""))
                                        .collect(Collectors.joining(", "))
                                + ".",
                "  "));
    }

    private void missing() {
        List<Plan.Gap> gaps = plan.gaps();
        if (gaps.isEmpty()) {
            out.append("Nothing is missing.\n");
            return;
        }
        out.append(screen.bold("Missing")).append('\n');
        gaps.stream()
                .limit(MOST_GAPS)
                .forEach(gap -> out.append(screen.wrapped(
                        "- from " + gap.from() + ": " + gap.missing() + " of "
                                + Counted.of(gap.quantity(), gap.capability())
                                + " ("
                                + report.unitOf(gap.capability()) + ") on line " + gap.lineKey()
                                + (gap.essential() ? "" : ", desirable"),
                        "  ")));
        if (gaps.size() > MOST_GAPS) {
            out.append("- and on ").append(gaps.size() - MOST_GAPS).append(" more, see --full\n");
        }
    }

    private void cost() {
        Map<String, Long> byCategory = new LinkedHashMap<>();
        for (CostLine line : plan.bill().lines()) {
            byCategory.merge(line.category(), line.amountMinor(), Math::addExact);
        }
        String parts = byCategory.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_CATEGORIES)
                .map(entry -> entry.getKey() + " " + report.grouped(entry.getValue()))
                .collect(Collectors.joining(", "));
        out.append(screen.wrapped(
                "It costs " + report.alliance().currency() + " "
                        + report.grouped(plan.bill().totalMinor()) + (parts.isEmpty() ? "" : ": " + parts)
                        + (byCategory.size() > MOST_CATEGORIES
                                ? " and " + (byCategory.size() - MOST_CATEGORIES) + " more"
                                : "")
                        + ".",
                "  "));
        String basis = PriceBasis.sentence(plan.bill());
        if (!basis.isEmpty()) {
            out.append(screen.wrapped(basis, "  "));
        }
    }

    private void whoPays() {
        out.append('\n')
                .append(screen.bold("Who pays, by rule (" + report.alliance().currency() + ")"))
                .append('\n')
                .append(RulesText.write(report, false, screen));
    }

    private void rest() {
        out.append('\n')
                .append(InventedText.write(report.illustrative(), screen))
                .append(screen.wrapped(
                        "More: --full for who brings what and who pays what, --html FILE for a page, --json.", "  "));
    }
}
