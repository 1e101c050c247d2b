package org.muster.report.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.report.write.Html;

/// The phases of a mission over time: a row per line with a bar from its first day to its last, filled as far as it is
/// covered. On a narrow screen the bar stands under its words (see `page.css`).
public final class Timeline {
    private Timeline() {}

    /// The phases beside each other, as wide as they are long.
    public static String html(List<Phase> phases, Plan plan) {
        LocalDate start = phases.getFirst().from();
        double days = ChronoUnit.DAYS.between(start, phases.getLast().to()) + 1.0;
        StringBuilder html = new StringBuilder("<div class=\"timeline\">");
        for (Phase phase : phases) {
            String place = String.format(
                    Locale.ROOT,
                    "left:%.2f%%;width:%.2f%%",
                    100 * ChronoUnit.DAYS.between(start, phase.from()) / days,
                    100 * phase.days() / days);
            heading(html, phase);
            for (Requirement line : phase.requirements()) {
                row(html, line, missing(plan, phase, line), place);
            }
        }
        return html.append("</div>").toString();
    }

    private static void heading(StringBuilder html, Phase phase) {
        html.append("<p class=\"phase\">")
                .append(Html.text(phase.title() + (phase.followUp() ? " (day after)" : "")))
                .append(" <small>")
                .append(phase.from())
                .append(" to ")
                .append(phase.to())
                .append("</small></p>");
    }

    private static long missing(Plan plan, Phase phase, Requirement line) {
        return plan.gaps().stream()
                .filter(g -> g.phase().equals(phase.id()) && g.requirement().equals(line.id()))
                .mapToLong(Plan.Gap::missing)
                .sum();
    }

    private static void row(StringBuilder html, Requirement line, long missing, String place) {
        long there = line.quantity() - missing;
        html.append("<div class=\"line\" title=\"")
                .append(Html.text(line.id() + ": " + there + " of " + Counted.of(line.quantity(), line.capability())))
                .append("\"><span>")
                .append(Html.text(line.id()))
                .append("</span><span>")
                .append(there)
                .append(" / ")
                .append(line.quantity())
                .append("</span><div class=\"track\"><i class=\"")
                .append(missing > 0 && line.isEssential() ? "gap" : "open")
                .append("\" style=\"")
                .append(place)
                .append("\"><b style=\"")
                .append(String.format(Locale.ROOT, "width:%.2f%%", 100.0 * there / line.quantity()))
                .append("\"></b></i></div></div>");
    }
}
