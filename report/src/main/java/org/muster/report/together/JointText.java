package org.muster.report.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muster.answer.JointAnswer;
import org.muster.answer.PlanAnswer;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.plan.together.JointPlan;
import org.muster.report.plan.PlanText;
import org.muster.report.write.Screen;

/// Missions planned together, as text.
public final class JointText {
    private static final int MOST_SHARED = 10;

    private JointText() {}

    /// What fits a screen: each mission in a row, and what they share.
    public static String summary(JointAnswer report, Screen screen) {
        return overview(report, screen, MOST_SHARED)
                + "\n"
                + screen.wrapped(
                        "More: --full for every mission's plan, --html FILE for a page, --json; why a mission lacks"
                                + " something beside others: muster why-not FOLDER MISSION --with MISSION.",
                        "  ");
    }

    /// The overview, and then every mission's own plan in full.
    public static String full(JointAnswer report, Screen screen) {
        return overview(report, screen, Integer.MAX_VALUE)
                + report.reports().stream()
                        .map(one -> "\n" + screen.bold("-".repeat(Math.min(screen.width(), 78))) + "\n"
                                + PlanText.write(one, screen))
                        .collect(Collectors.joining());
    }

    private static String overview(JointAnswer report, Screen screen, int mostShared) {
        StringBuilder out = new StringBuilder();
        int missions = report.reports().size();
        out.append(screen.title(
                report.alliance().title() + ": " + (missions == 1 ? "one mission" : missions + " missions together")));
        String verdict = report.covered() + " of " + missions + " covered";
        String said = screen.wrapped(verdict + ". " + sureness(report) + around(report), "  ");
        out.append(report.covered() == missions ? screen.green(verdict) : screen.red(verdict))
                .append(said.substring(verdict.length()));
        out.append('\n').append(missions(report, screen));
        out.append(screen.wrapped(
                "All together it costs " + report.alliance().currency() + " " + report.grouped(report.totalMinor())
                        + ".",
                "  "));
        report.reports()
                .forEach(one -> one.record()
                        .ifPresent(record -> out.append(screen.wrapped(
                                one.plan().mission() + ": "
                                        + record.beside(one.plan().coalition()),
                                "  "))));
        out.append(gaps(report, screen));
        out.append(shared(report, screen, mostShared));
        return out.toString();
    }

    private static String sureness(JointAnswer report) {
        return report.reports().stream()
                .map(PlanAnswer::sharedProofPhrase)
                .findFirst()
                .map(phrase -> Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".")
                .orElse("");
    }

    private static String around(JointAnswer report) {
        return report.joint().around().isEmpty()
                ? ""
                : " Planned around what " + String.join(", ", report.joint().around()) + " uses.";
    }

    private static String missions(JointAnswer report, Screen screen) {
        List<List<String>> rows = new ArrayList<>();
        for (PlanAnswer one : report.reports()) {
            Plan plan = one.plan();
            rows.add(List.of(
                    plan.mission(),
                    one.mission().priority().isPresent()
                            ? String.valueOf(one.mission().priority().getAsInt())
                            : "",
                    plan.status().word().toUpperCase(Locale.ROOT),
                    plan.coalition().isEmpty() ? "nobody" : String.join(" ", plan.coalition()),
                    String.valueOf(plan.gaps().size()),
                    one.grouped(plan.bill().totalMinor())));
        }
        return screen.table(
                List.of(
                        "Mission",
                        "Priority",
                        "Status",
                        "Who goes",
                        "Lines short",
                        "Bill " + report.alliance().currency()),
                4,
                rows);
    }

    private static String gaps(JointAnswer report, Screen screen) {
        StringBuilder out = new StringBuilder();
        for (PlanAnswer one : report.reports()) {
            for (Plan.Gap gap : one.plan().gaps()) {
                out.append(screen.wrapped(
                        "- " + gap.missing() + " of " + Counted.of(gap.quantity(), gap.capability()) + " ("
                                + one.unitOf(gap.capability()) + ") on line " + gap.lineKey() + " of "
                                + one.plan().mission() + (gap.essential() ? "" : ", desirable"),
                        "  "));
            }
        }
        if (out.isEmpty()) {
            return "";
        }
        boolean alike = report.reports().stream()
                        .map(one -> one.mission().priority())
                        .distinct()
                        .count()
                == 1;
        String hint = alike && report.reports().size() > 1
                ? screen.wrapped(
                        "Their priorities are equal, so that all their lines count alike. A `priority: 1` in a mission's"
                                + " file has it covered first.",
                        "  ")
                : "";
        return screen.bold("Missing") + "\n" + out + hint;
    }

    private static String shared(JointAnswer report, Screen screen, int most) {
        List<JointPlan.Shared> contested = report.contested();
        if (contested.isEmpty()) {
            return "\n"
                    + screen.wrapped("The missions take nothing that another one of them uses in the same time.", "  ");
        }
        StringBuilder out = new StringBuilder("\n" + screen.bold("What they share") + "\n");
        contested.stream()
                .limit(most)
                .forEach(shared -> out.append(screen.wrapped(
                        "- " + report.nameOf(shared) + ", " + shared.capacity() + " in all: "
                                + shared.units().entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + entry.getValue())
                                        .collect(Collectors.joining(", "))
                                + (shared.isUsedUp() ? ", nothing left" : ""),
                        "  ")));
        if (contested.size() > most) {
            out.append("- and ").append(contested.size() - most).append(" more, see --full\n");
        }
        return out.toString();
    }
}
