package org.muster.report.together;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.mission.Phase;
import org.muster.answer.JointAnswer;
import org.muster.answer.PlanAnswer;
import org.muster.plan.Plan;
import org.muster.plan.together.JointPlan;
import org.muster.report.bill.WhoPaysSection;
import org.muster.report.plan.Timeline;
import org.muster.report.write.Html;
import org.muster.report.write.Table;

/// Missions planned together as one self-contained page: the answer, one timeline of missions, units and pools, and who
/// pays for each.
public final class JointPage {
    private static final String CSS = """
            .axis{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:.25rem .75rem;align-items:center}
            .axis .bars{position:relative;height:1.4rem;background:color-mix(in srgb,currentColor 8%,transparent);border-radius:3px}
            .axis .bars i{position:absolute;top:0;bottom:0;border-radius:3px;overflow:hidden;font-style:normal;font-size:.75rem;
            line-height:1.4rem;padding:0 .3rem;white-space:nowrap;color:#fff;box-sizing:border-box;print-color-adjust:exact;-webkit-print-color-adjust:exact}
            .m0{background:#1f5fa8}.m1{background:#a8501f}.m2{background:#2a7a45}.m3{background:#7a2a6e}.m4{background:#6b6b1e}.m5{background:#444}
            .rest{background:transparent;color:inherit!important}
            .key span{padding:.1rem .4rem;border-radius:3px;color:#fff;margin-right:.4rem}
            @media (max-width:40rem){.axis{grid-template-columns:1fr}}
            """;

    private static final int COLOURS = 6;

    private final JointAnswer report;
    private final LocalDate start;
    private final double days;
    private final StringBuilder out = new StringBuilder();

    private JointPage(JointAnswer report) {
        this.report = report;
        this.start = report.reports().stream()
                .flatMap(one -> one.mission().phases().stream())
                .map(Phase::from)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        LocalDate end = report.reports().stream()
                .flatMap(one -> one.mission().phases().stream())
                .map(Phase::to)
                .max(LocalDate::compareTo)
                .orElse(start);
        this.days = ChronoUnit.DAYS.between(start, end) + 1.0;
    }

    /// The page.
    public static String write(JointAnswer report) {
        JointPage page = new JointPage(report);
        page.head();
        page.timeline();
        page.sources();
        report.reports().forEach(page::mission);
        page.out.append(Html.foot());
        return page.out.toString();
    }

    private void head() {
        String title = report.reports().size() + " missions together";
        out.append(Html.head(title, CSS))
                .append("<header><p class=\"where\">")
                .append(Html.text(report.alliance().title()))
                .append("</p><h1>")
                .append(title)
                .append("</h1><p class=\"verdict ")
                .append(report.covered() == report.reports().size() ? "covered" : "gaps")
                .append("\"><strong>")
                .append(report.covered())
                .append(" of ")
                .append(report.reports().size())
                .append(" covered</strong> ")
                .append(Html.text(report.reports().stream()
                        .map(PlanAnswer::sharedProofPhrase)
                        .findFirst()
                        .orElse("")))
                .append("</p>");
        Table.Draft missions = Table.of(
                4,
                "Mission",
                "Priority",
                "Status",
                "Who goes",
                "Lines short",
                "Bill " + report.alliance().currency());
        for (PlanAnswer one : report.reports()) {
            Plan plan = one.plan();
            missions.row(
                    one.mission().title(),
                    one.mission().priority().isPresent()
                            ? String.valueOf(one.mission().priority().getAsInt())
                            : "",
                    plan.status().word() + ": " + plan.reason(),
                    plan.coalition().isEmpty()
                            ? "nobody"
                            : String.join(
                                    ", ",
                                    plan.coalition().stream().map(one::nameOf).toList()),
                    String.valueOf(plan.gaps().size()),
                    one.grouped(plan.bill().totalMinor()));
        }
        missions.row("All", "", "", "", "", report.grouped(report.totalMinor()));
        out.append(missions.table().html()).append("</header>\n");
    }

    private void timeline() {
        out.append("<section><h2>Missions, units and pool hours over time</h2><p class=\"key\">");
        for (int m = 0; m < report.reports().size(); m++) {
            out.append("<span class=\"")
                    .append(colour(m))
                    .append("\">")
                    .append(Html.text(report.reports().get(m).plan().mission()))
                    .append("</span>");
        }
        out.append("</p><div class=\"axis\">");
        for (int m = 0; m < report.reports().size(); m++) {
            PlanAnswer one = report.reports().get(m);
            row(one.mission().title());
            for (Phase phase : one.mission().phases()) {
                boolean isShort =
                        one.plan().gaps().stream().anyMatch(gap -> gap.phase().equals(phase.id()));
                bar(phase.from(), phase.to(), colour(m), phase.title() + (isShort ? " (short)" : ""));
            }
            out.append("</div>");
        }
        for (JointPlan.Shared shared : report.contested()) {
            stacked(shared);
        }
        out.append("</div><p><small>")
                .append(start)
                .append(" to ")
                .append(start.plusDays((long) days - 1))
                .append(
                        ". Under the missions: units, crews and hours that several of them use in the same time, or of which")
                .append(
                        " nothing is left; the length of a part is its share of what there is.</small></p></section>\n");
    }

    private String colour(int mission) {
        return "m" + Math.min(mission, COLOURS - 1);
    }

    private void row(String name) {
        out.append("<div>").append(Html.text(name)).append("</div><div class=\"bars\">");
    }

    private void bar(LocalDate from, LocalDate to, String style, String text) {
        place(
                100 * ChronoUnit.DAYS.between(start, from) / days,
                100 * (ChronoUnit.DAYS.between(from, to) + 1) / days,
                style,
                text,
                text + ", " + from + " to " + to);
    }

    private void place(double left, double width, String style, String text, String title) {
        out.append("<i class=\"")
                .append(style)
                .append("\" style=\"")
                .append(String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", left, width))
                .append("\" title=\"")
                .append(Html.text(title))
                .append("\">")
                .append(Html.text(text))
                .append("</i>");
    }

    /// A source over the days on which it is shared, cut into what each mission has of it.
    private void stacked(JointPlan.Shared shared) {
        row(report.nameOf(shared));
        LocalDate from = shared.from().isBefore(start) ? start : shared.from();
        LocalDate last = start.plusDays((long) days - 1);
        LocalDate to = shared.to().isAfter(last) ? last : shared.to();
        double left = 100 * ChronoUnit.DAYS.between(start, from) / days;
        double width = 100 * (ChronoUnit.DAYS.between(from, to) + 1) / days;
        double at = left;
        for (Map.Entry<String, Long> entry : shared.units().entrySet()) {
            double part = shared.capacity() == 0 ? 0 : width * entry.getValue() / shared.capacity();
            if (entry.getValue() > 0) {
                place(
                        at,
                        part,
                        colour(indexOf(entry.getKey())),
                        String.valueOf(entry.getValue()),
                        entry.getKey() + ": " + entry.getValue() + " of " + shared.capacity());
            }
            at += part;
        }
        if (!shared.isUsedUp()) {
            long left2 = shared.capacity()
                    - shared.units().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            place(at, left + width - at, "rest", left2 + " left", left2 + " of " + shared.capacity() + " left");
        }
        out.append("</div>");
    }

    /// Missions whose plans were given come after the others.
    private int indexOf(String mission) {
        List<String> missions =
                report.reports().stream().map(one -> one.plan().mission()).toList();
        int index = missions.indexOf(mission);
        return index < 0 ? COLOURS - 1 : index;
    }

    private void sources() {
        if (report.contested().isEmpty()) {
            return;
        }
        List<String> missions = report.contested().stream()
                .flatMap(shared -> shared.units().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> header = new ArrayList<>(List.of("What", "There are"));
        header.addAll(missions);
        List<List<String>> rows = new ArrayList<>();
        for (JointPlan.Shared shared : report.contested()) {
            List<String> row = new ArrayList<>(List.of(report.nameOf(shared), String.valueOf(shared.capacity())));
            missions.forEach(
                    mission -> row.add(Optional.ofNullable(shared.units().get(mission))
                            .map(String::valueOf)
                            .orElse("")));
            rows.add(row);
        }
        out.append("<section><h2>What they share</h2>")
                .append(new Table(header, 1, rows).html())
                .append("</section>\n");
    }

    private void mission(PlanAnswer one) {
        out.append("<section><h2>")
                .append(Html.text(one.mission().title()))
                .append("</h2>")
                .append(one.record()
                        .map(record ->
                                "<p>" + Html.text(record.beside(one.plan().coalition())) + "</p>")
                        .orElse(""))
                .append(Timeline.html(one.mission().phases(), one.plan()))
                .append("<h3>Who pays</h3>")
                .append(WhoPaysSection.write(one))
                .append("<p>Invented, not published: ")
                .append(Html.text(one.illustrative().isEmpty() ? "nothing" : String.join("; ", one.illustrative())))
                .append(".</p></section>\n");
    }
}
