package org.muster.report.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.bill.PriceBasis;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.answer.PlanAnswer;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.plan.model.SourceKind;
import org.muster.report.bill.WhoPaysText;
import org.muster.report.write.Screen;

/// A plan as text that a minister's aide can read.
public final class PlanText {
    private final PlanAnswer report;
    private final Plan plan;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private PlanText(PlanAnswer report, Screen screen) {
        this.report = report;
        this.plan = report.plan();
        this.screen = screen;
    }

    /// The report as text.
    public static String write(PlanAnswer report, Screen screen) {
        PlanText text = new PlanText(report, screen);
        text.verdict();
        text.whoGoes();
        text.lines();
        text.missing();
        text.bill();
        text.whoPays();
        text.notes();
        return text.out.toString();
    }

    private void verdict() {
        out.append(screen.title(report.mission().title() + " (" + plan.alliance() + ", " + plan.mission() + ")"));
        String word = plan.status().word().toUpperCase(java.util.Locale.ROOT);
        out.append(
                switch (plan.status()) {
                    case COVERED -> screen.green(word);
                    case WAIVED -> screen.amber(word);
                    case GAPS, REFUSED -> screen.red(word);
                });
        out.append(screen.wrapped(": " + plan.reason() + ".", "  "));
        out.append(screen.wrapped(modePhrase() + " " + capitalised(report.proofPhrase()) + ".", "  "));
        report.record().ifPresent(record -> out.append(screen.wrapped(record.beside(plan.coalition()), "  ")));
        report.alsoWantedInWords().forEach(line -> out.append(screen.wrapped(line, "  ")));
    }

    private String modePhrase() {
        if (!plan.objectors().isEmpty()) {
            return "Coalition of the willing, because " + String.join(", ", plan.objectors()) + " object(s).";
        }
        return switch (plan.mode()) {
            case COLLECTIVE -> "Collective mission.";
            case COALITION -> "Coalition of the willing.";
        };
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void heading(String title) {
        out.append('\n').append(screen.title(title));
    }

    private void whoGoes() {
        heading("Who goes: "
                + (plan.coalition().isEmpty()
                        ? "nobody"
                        : Counted.of(plan.coalition().size(), "members")));
        if (plan.coalition().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (String member : plan.coalition()) {
            rows.add(List.of(
                    report.nameOf(member) + (plan.lead().filter(member::equals).isPresent() ? " (lead)" : ""),
                    brings(member),
                    report.grouped(plan.assignments().stream()
                            .filter(a -> a.member().filter(member::equals).isPresent())
                            .mapToLong(Plan.Assignment::costMinor)
                            .sum())));
        }
        out.append(screen.table(
                List.of("Member", "Brings", "Cost " + report.alliance().currency()), 2, rows));
    }

    private String brings(String member) {
        Map<String, Long> most = new LinkedHashMap<>();
        for (Phase phase : report.mission().phases()) {
            Map<String, Long> inPhase = new LinkedHashMap<>();
            plan.assignments().stream()
                    .filter(a -> a.phase().equals(phase.id())
                            && a.member().filter(member::equals).isPresent())
                    .forEach(a -> inPhase.merge(report.capabilityOf(a), a.units(), Long::sum));
            inPhase.forEach((capability, units) -> most.merge(capability, units, Math::max));
        }
        if (most.isEmpty()) {
            return hasPartInADrawnPool(member) ? "its part in the pools" : "nothing (the mission asks for it)";
        }
        return String.join(
                ", ",
                most.entrySet().stream()
                        .map(e -> Counted.of(e.getValue(), e.getKey()))
                        .toList());
    }

    private boolean hasPartInADrawnPool(String member) {
        return plan.assignments().stream()
                .filter(a -> a.source() == SourceKind.POOL)
                .flatMap(a -> report.alliance().pool(a.id()).stream())
                .anyMatch(pool -> pool.entitlements().getOrDefault(member, 0L) > 0
                        || pool.crews().getOrDefault(member, 0L) > 0
                        || pool.neededCrews().contains(member));
    }

    private void lines() {
        heading("With what");
        List<List<String>> rows = new ArrayList<>();
        for (Phase phase : report.mission().phases()) {
            String title =
                    phase.title() + (phase.followUp() ? " (day after)" : "") + " " + phase.from() + " to " + phase.to();
            for (Requirement line : phase.requirements()) {
                rows.add(List.of(
                        title,
                        line.id() + (line.isEssential() ? "" : " (desirable)"),
                        servedBy(phase, line),
                        covered(phase, line) + " of " + line.quantity()));
                title = "";
            }
        }
        out.append(screen.table(List.of("Phase", "Line", "Served by", "Covered"), 3, rows));
    }

    private String servedBy(Phase phase, Requirement line) {
        List<String> sources = plan.assignments().stream()
                .filter(a -> a.phase().equals(phase.id()) && a.requirement().equals(line.id()))
                .map(a -> a.member().orElse(a.source().word() + " " + a.id()) + " " + a.units())
                .toList();
        return sources.isEmpty() ? "nobody" : String.join(", ", sources);
    }

    private long covered(Phase phase, Requirement line) {
        return plan.assignments().stream()
                .filter(a -> a.phase().equals(phase.id()) && a.requirement().equals(line.id()))
                .mapToLong(Plan.Assignment::units)
                .sum();
    }

    private void missing() {
        heading("What is missing");
        if (plan.gaps().isEmpty()) {
            out.append("Nothing.\n");
            return;
        }
        for (Plan.Gap gap : plan.gaps()) {
            out.append(screen.wrapped(
                    "- from " + gap.from() + ": " + gap.missing() + " of "
                            + Counted.of(gap.quantity(), gap.capability()) + " (" + report.unitOf(gap.capability())
                            + ") on line "
                            + gap.lineKey() + (gap.essential() ? "" : ", desirable"),
                    "  "));
        }
    }

    private void bill() {
        heading("What it costs");
        Map<String, Long> byCategory = new LinkedHashMap<>();
        boolean invented = false;
        for (CostLine line : plan.bill().lines()) {
            byCategory.merge(line.category(), line.amountMinor(), Math::addExact);
            invented |= line.illustrative();
        }
        List<List<String>> rows = new ArrayList<>();
        byCategory.forEach((category, minor) -> rows.add(List.of(category, report.grouped(minor))));
        rows.add(List.of("total", report.grouped(plan.bill().totalMinor())));
        out.append(screen.table(List.of("Category", report.alliance().currency()), 1, rows));
        String basis = PriceBasis.sentence(plan.bill());
        if (!basis.isEmpty()) {
            out.append(screen.wrapped(basis, ""));
        }
        if (invented) {
            out.append("Amounts rest on illustrative (invented) figures: see the end.\n");
        }
    }

    private void whoPays() {
        heading("Who pays, by rule (" + report.alliance().currency() + ")");
        out.append(WhoPaysText.write(report, screen));
    }

    private void notes() {
        if (!report.illustrative().isEmpty()) {
            heading("Illustrative (invented, not published)");
            out.append(screen.wrapped(String.join("; ", report.illustrative()) + ".", ""));
        }
        if (!report.alliance().attributions().isEmpty()) {
            heading("Sources");
            report.alliance().attributions().forEach(line -> out.append(screen.wrapped("- " + line, "  ")));
        }
    }
}
