package org.muster.report.pledge;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muster.alliance.figure.Figure;
import org.muster.input.Counted;
import org.muster.input.Rounded;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.forecast.MemberForecast;
import org.muster.pledge.forecast.Outlook;
import org.muster.pledge.standing.Standing;
import org.muster.pledge.standing.Standings;
import org.muster.report.write.Screen;

/// A pledge as text for a terminal.
public final class PledgeText {
    private final PledgeReport report;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private PledgeText(PledgeReport report, Screen screen) {
        this.report = report;
        this.screen = screen;
    }

    /// All of it, as wide as the screen.
    ///
    /// @param only the only member to be told of
    public static String write(PledgeReport report, Optional<String> only, Screen screen) {
        PledgeText text = new PledgeText(report, screen);
        text.head();
        if (only.isPresent()) {
            report.standings().members().stream()
                    .filter(standing -> standing.member().equals(only.get()))
                    .forEach(text::inFull);
        } else {
            text.members();
            text.together();
        }
        text.notes();
        return text.out.toString();
    }

    private void head() {
        Standings.Counts counts = report.standings().counts();
        out.append(screen.title(report.pledge().title()));
        line(String.format(
                Locale.ROOT,
                "%s %s %s %s, due in %d; figures of %d as known on %s",
                report.pledge().measure(),
                report.pledge().comparison().word().replace('_', ' '),
                report.pledge().target().toPlainString(),
                report.pledge().unit(),
                report.pledge().dueYear(),
                report.standings().year(),
                report.knowledge().day()));
        out.append(String.format(
                Locale.ROOT, "met %d, not met %d, not known %d\n", counts.met(), counts.notMet(), counts.notKnown()));
        report.forecasts()
                .count()
                .ifPresent(count -> line(String.format(
                        Locale.ROOT,
                        "forecast of %d: %.1f of %d at the target, with 80 percent %d to %d",
                        count.year(),
                        count.expected(),
                        count.of(),
                        count.low(),
                        count.high())));
        out.append('\n');
    }

    private void members() {
        int due = report.pledge().dueYear();
        List<List<String>> rows = new ArrayList<>();
        for (Standing standing : report.standings().members()) {
            Optional<MemberForecast> forecast = report.forecast(standing.member());
            rows.add(List.of(
                    name(standing.member()),
                    standing.figure().map(Figure::vintage).orElse(standing.status()),
                    years(standing.member()),
                    standing.figure().map(this::value).orElse("-"),
                    Standing.word(standing.met()),
                    Standing.word(standing.verdicts().risingInReal()),
                    Standing.word(standing.verdicts().gapClosing()),
                    Standing.word(standing.verdicts().onTrack()),
                    forecast.map(f -> percent(f.metIn(), due)).orElse("-"),
                    forecast.map(f -> crossing(f.crossing())).orElse("-")));
        }
        out.append(screen.table(
                List.of(
                        "Member",
                        "Release",
                        "Years",
                        String.valueOf(report.standings().year()),
                        "Met",
                        "Rising",
                        "Gap closes",
                        "On track",
                        "Met in " + due,
                        "Crossing"),
                1,
                rows));
    }

    private void together() {
        report.sizeAndShare()
                .ifPresent(size -> line(String.format(
                        Locale.ROOT,
                        "\nTogether %s, without the largest %s; rank correlation of size and share %s (p %.3f, %s)",
                        Rounded.of(size.together(), 2),
                        Rounded.of(size.withoutLargest(), 2),
                        Rounded.signed(size.ranks().rho(), 3),
                        size.ranks().pValue(),
                        Counted.of(size.ranks().count(), "members"))));
    }

    /// The years since the start as blocks, from zero to twice the target.
    private String years(String member) {
        int start = report.pledge().startYear();
        int end = Math.max(start, report.standings().year());
        double most = 2 * report.pledge().target().doubleValue();
        return Sparkline.of(
                IntStream.rangeClosed(start, end)
                        .mapToObj(year -> report.knowledge()
                                .latest(member, report.pledge().measure(), year)
                                .map(figure -> figure.value().doubleValue()))
                        .toList(),
                0,
                most);
    }

    private void inFull(Standing standing) {
        out.append(screen.bold(name(standing.member()))).append('\n');
        Standing.Verdicts verdicts = standing.verdicts();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("value", standing.figure().map(this::value).orElse("not known")));
        rows.add(List.of(
                "release",
                standing.figure()
                        .map(f -> f.vintage() + ", " + standing.status())
                        .orElse(standing.status())));
        rows.add(List.of("met", Standing.word(standing.met())));
        rows.add(List.of("met without rounding", Standing.word(verdicts.metUnrounded())));
        rows.add(List.of("declining in real terms", Standing.word(verdicts.declining())));
        rows.add(List.of("rising in real terms", Standing.word(verdicts.risingInReal())));
        rows.add(List.of(
                "real change",
                verdicts.realChange().map(c -> c.toPlainString() + " percent").orElse("not known")));
        rows.add(List.of("gap closing", Standing.word(verdicts.gapClosing())));
        rows.add(List.of(
                "path asks for", verdicts.needed().map(n -> n.toPlainString()).orElse("not known")));
        rows.add(List.of("on track", Standing.word(verdicts.onTrack())));
        rows.add(List.of(
                "money still missing",
                standing.missing()
                        .map(m -> "%s %s; %s".formatted(m.amount().toPlainString(), m.unit(), m.basis()))
                        .orElse(standing.met().orElse(false) ? "none" : "not known")));
        standing.exempt().ifPresent(e -> rows.add(List.of("exempt", e.reason())));
        standing.optOut()
                .ifPresent(o -> rows.add(List.of(
                        "declined",
                        "since %s%s: %s"
                                .formatted(
                                        o.on(),
                                        o.instead()
                                                .map(i -> ", instead " + i.toPlainString())
                                                .orElse(""),
                                        o.reason()))));
        rows.forEach(row -> line("  %-24s %s".formatted(row.getFirst(), row.getLast())));
        report.expectedMissing(standing.member())
                .ifPresent(m -> line("  %-24s %s"
                        .formatted(
                                "expected in " + report.pledge().dueYear(),
                                "%s %s missing; %s".formatted(m.amount().toPlainString(), m.unit(), m.basis()))));
        report.forecast(standing.member()).ifPresent(this::fan);
    }

    private void fan(MemberForecast forecast) {
        out.append('\n');
        line(String.format(
                Locale.ROOT,
                "Forecast after %d (%s%s); year of crossing: %s",
                forecast.lastYear(),
                Rounded.of(forecast.last(), 2),
                forecast.standsIn() ? ", of a release that stands in" : "",
                crossing(forecast.crossing())));
        List<List<String>> rows = new ArrayList<>();
        for (Outlook outlook : forecast.fan()) {
            List<String> row = new ArrayList<>();
            row.add(String.valueOf(outlook.year()));
            for (double q : PledgeJson.QUANTILES) {
                row.add(Rounded.of(outlook.quantile(q), 2));
            }
            row.add(percent(forecast.metIn(), outlook.year()));
            row.add(percent(forecast.everReachedBy(), outlook.year()));
            rows.add(row);
        }
        out.append(screen.table(
                List.of("Year", "10 %", "25 %", "50 %", "75 %", "90 %", "Met in it", "Ever reached by it"), 0, rows));
    }

    private void notes() {
        if (!report.forecasts().standIns().isEmpty()) {
            out.append('\n');
            line("Forecasts use releases that stand in for missing ones (--no-stand-ins leaves them out):");
            report.forecasts()
                    .standIns()
                    .forEach(s -> line(String.format(
                            Locale.ROOT,
                            "  %s of %s up to %d, as if known from %s: %s",
                            s.measure(),
                            s.vintage(),
                            s.upTo(),
                            s.knownFrom(),
                            s.provenance().source())));
        }
        out.append('\n');
        line("A forecast carries on what figures hint at; it cannot know a war, a crisis or a change of government.");
        line("Source: " + report.pledge().provenance().source());
    }

    private void line(String text) {
        out.append(screen.wrapped(text, "    "));
    }

    private String name(String member) {
        return report.alliance().member(member).orElseThrow().name();
    }

    private String value(Figure figure) {
        return figure.value()
                .setScale(report.pledge().decimals(), RoundingMode.HALF_UP)
                .toPlainString();
    }

    static String percent(Map<Integer, Double> byYear, int year) {
        Double probability = byYear.get(year);
        return probability == null ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * probability);
    }

    static String crossing(MemberForecast.Crossing crossing) {
        if (crossing.low().isEmpty()) {
            return "later";
        }
        if (crossing.low().equals(crossing.high())) {
            return String.valueOf(crossing.low().get());
        }
        return "%s (%s-%s)"
                .formatted(
                        crossing.median().map(String::valueOf).orElse("later"),
                        crossing.low().get(),
                        crossing.high().map(String::valueOf).orElse("later"));
    }
}
