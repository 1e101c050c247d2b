package org.muster.report.pledge;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.forecast.MemberForecast;
import org.muster.pledge.standing.Standing;
import org.muster.pledge.standing.Standings;
import org.muster.report.write.Screen;

/// A pledge as text that fits a screen: how many met it, who, who not with what they are short of and the chance
/// that it comes.
public final class PledgeSummary {
    private static final int MOST_ROWS = 14;

    private final PledgeReport report;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private PledgeSummary(PledgeReport report, Screen screen) {
        this.report = report;
        this.screen = screen;
    }

    /// The summary, as wide as the screen.
    public static String write(PledgeReport report, Screen screen) {
        PledgeSummary text = new PledgeSummary(report, screen);
        text.head();
        text.named("Met", Optional.of(true));
        text.notMet();
        text.named("Not known", Optional.empty());
        text.rest();
        return text.out.toString();
    }

    private void line(String words) {
        out.append(screen.wrapped(words, "  "));
    }

    private void head() {
        Standings.Counts counts = report.standings().counts();
        line(report.pledge().title());
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
        line(String.format(
                Locale.ROOT, "met %d, not met %d, not known %d", counts.met(), counts.notMet(), counts.notKnown()));
    }

    private List<Standing> those(Optional<Boolean> met) {
        return report.standings().members().stream()
                .filter(standing -> standing.met().equals(met))
                .toList();
    }

    private void named(String title, Optional<Boolean> met) {
        List<Standing> members = those(met);
        if (!members.isEmpty()) {
            out.append('\n');
            line(title + ": " + members.stream().map(this::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private void notMet() {
        List<Standing> members = those(Optional.of(false));
        if (members.isEmpty()) {
            return;
        }
        int due = report.pledge().dueYear();
        List<List<String>> rows = new ArrayList<>();
        members.stream().limit(MOST_ROWS).forEach(standing -> {
            Optional<MemberForecast> forecast = report.forecast(standing.member());
            rows.add(List.of(
                    name(standing),
                    standing.figure().map(this::value).orElse("-"),
                    Standing.word(standing.verdicts().onTrack()),
                    forecast.map(one -> PledgeText.percent(one.metIn(), due)).orElse("-"),
                    forecast.map(one -> PledgeText.crossing(one.crossing())).orElse("-")));
        });
        out.append('\n');
        out.append(screen.table(
                List.of("Not met", String.valueOf(report.standings().year()), "On track", "Met in " + due, "Crossing"),
                1,
                rows));
        if (members.size() > MOST_ROWS) {
            line("And " + (members.size() - MOST_ROWS) + " more: "
                    + members.stream().skip(MOST_ROWS).map(Standing::member).collect(Collectors.joining(", ")) + ".");
        }
    }

    private String name(Standing standing) {
        return report.alliance().member(standing.member()).map(Member::name).orElse(standing.member());
    }

    private String value(Figure figure) {
        return figure.value()
                .setScale(report.pledge().decimals(), RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void rest() {
        out.append('\n');
        line("A forecast carries on what figures hint at; it cannot know a war, a crisis or a change of government.");
        line("Source: " + report.pledge().provenance().source());
        line("More: --full for every member and verdict, --member CODE, --html FILE for charts, --json.");
    }
}
