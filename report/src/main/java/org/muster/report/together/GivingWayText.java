package org.muster.report.together;

import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.plan.together.GivingWay;
import org.muster.report.write.Paper;
import org.muster.report.write.Screen;

/// Why a mission lacks something beside others, as text.
public final class GivingWayText {
    private GivingWayText() {}

    /// The text, as wide as the screen.
    public static String write(GivingWay answer, Alliance alliance, Screen screen) {
        return paper(answer, alliance).text(screen);
    }

    /// The same as a page.
    public static String page(GivingWay answer, Alliance alliance) {
        return paper(answer, alliance).page("Why not, beside other missions: " + answer.mission());
    }

    private static Paper paper(GivingWay answer, Alliance alliance) {
        Paper paper = new Paper();
        paper.verdict(
                answer.beside().status().word(),
                "Beside the others " + answer.mission() + " is "
                        + answer.beside().status().word() + ": "
                        + answer.beside().reason() + ".",
                "  ");
        answer.beside().gaps().forEach(gap -> paper.point(gap(gap)));
        if (!answer.isBecauseOfOthers()) {
            return paper.sentence(
                    "The other missions are not the reason: alone it would lack as much. Ask without --with.", "  ");
        }
        paper.sentence(
                "Alone it would be " + answer.alone().status().word() + ": what is missing is with other missions.",
                "  ");
        if (answer.ways().isEmpty()) {
            paper.sentence("No other mission alone could give way so that it lacks less.", "  ");
        }
        for (GivingWay.Way way : answer.ways()) {
            paper.heading("If " + way.mission() + " gave way")
                    .point("it has by now " + held(way))
                    .point(answer.mission() + " would then lack "
                            + (way.left().isEmpty() ? "nothing" : gaps(way.left())))
                    .point(way.mission() + " would then be "
                            + way.lost().status().word() + ", and lack "
                            + (way.lost().gaps().isEmpty()
                                    ? "nothing"
                                    : gaps(way.lost().gaps())))
                    .point("all together it would cost " + cost(way, alliance));
        }
        return paper;
    }

    private static String cost(GivingWay.Way way, Alliance alliance) {
        return way.costMinor() == 0
                ? "the same"
                : alliance.currency() + " " + Money.grouped(Math.abs(way.costMinor()), alliance.currency())
                        + (way.costMinor() < 0 ? " less" : " more");
    }

    private static String gap(Plan.Gap gap) {
        return "short of " + words(gap) + (gap.essential() ? "" : ", desirable");
    }

    private static String words(Plan.Gap gap) {
        return gap.missing() + " of " + Counted.of(gap.quantity(), gap.capability()) + " on line " + gap.lineKey();
    }

    private static String gaps(java.util.List<Plan.Gap> gaps) {
        return gaps.stream().map(GivingWayText::words).collect(Collectors.joining(", "));
    }

    private static String held(GivingWay.Way way) {
        return way.held().stream()
                .map(shared -> shared.units().getOrDefault(way.mission(), 0L) + " of "
                        + shared.kind().word() + " "
                        + shared.id()
                        + shared.period().map(year -> " in " + year).orElse(""))
                .collect(Collectors.joining(", "));
    }
}
