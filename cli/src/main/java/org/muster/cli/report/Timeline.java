package org.muster.cli.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.plan.Plan;

/// The phases of a mission over time as SVG: a bar per line, filled as far as it is covered.
final class Timeline {
    private static final int LEFT = 230;
    private static final int WIDTH = 900;
    private static final int ROW = 22;

    /// Room that a figure such as `240 / 240` takes.
    private static final int FIGURE = 70;

    private Timeline() {}

    static String svg(List<Phase> phases, Plan plan) {
        LocalDate start = phases.getFirst().from();
        double days = ChronoUnit.DAYS.between(start, phases.getLast().to()) + 1.0;
        int rows = phases.stream().mapToInt(p -> p.requirements().size() + 1).sum();
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"timeline\" viewBox=\"0 0 ")
                .append(LEFT + WIDTH + 10)
                .append(' ')
                .append(rows * ROW + 8)
                .append("\" role=\"img\" aria-label=\"Timeline of phases with coverage and gaps\">");
        int row = 0;
        for (Phase phase : phases) {
            double x = LEFT + WIDTH * ChronoUnit.DAYS.between(start, phase.from()) / days;
            double width = WIDTH * phase.days() / days;
            heading(svg, phase, row++);
            for (Requirement line : phase.requirements()) {
                bar(svg, phase, line, plan, row++, x, width);
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void heading(StringBuilder svg, Phase phase, int row) {
        svg.append("<text class=\"phase\" x=\"0\" y=\"")
                .append(row * ROW + 17)
                .append("\">")
                .append(Html.text(phase.title() + (phase.followUp() ? " (day after)" : "")))
                .append(" \u00b7 ")
                .append(phase.from())
                .append(" to ")
                .append(phase.to())
                .append("</text>");
    }

    private static void bar(
            StringBuilder svg, Phase phase, Requirement line, Plan plan, int row, double x, double width) {
        long missing = plan.gaps().stream()
                .filter(g -> g.phase().equals(phase.id()) && g.requirement().equals(line.id()))
                .mapToLong(Plan.Gap::missing)
                .sum();
        double covered = 1.0 - (double) missing / line.quantity();
        String says =
                line.id() + ": " + (line.quantity() - missing) + " of " + line.quantity() + " " + line.capability();
        svg.append("<g><title>").append(Html.text(says)).append("</title>");
        svg.append("<text x=\"12\" y=\"")
                .append(row * ROW + 16)
                .append("\">")
                .append(Html.text(line.id()))
                .append("</text>");
        rect(svg, missing > 0 && line.isEssential() ? "gap" : "open", x, row, width);
        rect(svg, "covered", x, row, width * covered);
        // On a bar with colour under it the figure takes the colour of the paper.
        boolean coloured = width * covered > FIGURE || (missing > 0 && line.isEssential());
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"share%s\" x=\"%.1f\" y=\"%d\">%d / %d</text></g>",
                coloured ? " on" : "",
                x + 6,
                row * ROW + 16,
                line.quantity() - missing,
                line.quantity()));
    }

    private static void rect(StringBuilder svg, String style, double x, int row, double width) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                style,
                x,
                row * ROW + 3,
                Math.max(0, width),
                ROW - 5));
    }
}
