package org.muster.report.together;

import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.plan.together.GivingWay;
import org.muster.report.write.Screen;

/// Why a mission lacks something beside others, as text.
public final class GivingWayText {
    private GivingWayText() {}

    /// The text, as wide as the screen.
    public static String write(GivingWay answer, Alliance alliance, Screen screen) {
        StringBuilder out = new StringBuilder();
        out.append(screen.wrapped(
                "Beside the others " + answer.mission() + " is "
                        + answer.beside().status().word() + ": "
                        + answer.beside().reason() + ".",
                "  "));
        answer.beside().gaps().forEach(gap -> out.append(gap(gap, screen)));
        if (!answer.isBecauseOfOthers()) {
            out.append(screen.wrapped(
                    "The other missions are not the reason: alone it would lack as much. Ask without --with.", "  "));
            return out.toString();
        }
        out.append(screen.wrapped(
                "Alone it would be " + answer.alone().status().word() + ": what is missing is with other missions.",
                "  "));
        if (answer.ways().isEmpty()) {
            out.append(screen.wrapped("No other mission alone could give way so that it lacks less.", "  "));
        }
        for (GivingWay.Way way : answer.ways()) {
            out.append('\n')
                    .append(screen.bold("If " + way.mission() + " gave way"))
                    .append('\n');
            out.append(screen.wrapped("- it has by now " + held(way), "  "));
            out.append(screen.wrapped(
                    "- " + answer.mission() + " would then lack "
                            + (way.left().isEmpty() ? "nothing" : gaps(way.left())),
                    "  "));
            out.append(screen.wrapped(
                    "- " + way.mission() + " would then be "
                            + way.lost().status().word() + ", and lack "
                            + (way.lost().gaps().isEmpty()
                                    ? "nothing"
                                    : gaps(way.lost().gaps())),
                    "  "));
            out.append(screen.wrapped("- all together it would cost " + cost(way, alliance), "  "));
        }
        return out.toString();
    }

    private static String cost(GivingWay.Way way, Alliance alliance) {
        return way.costMinor() == 0
                ? "the same"
                : alliance.currency() + " " + Money.grouped(Math.abs(way.costMinor()), alliance.currency())
                        + (way.costMinor() < 0 ? " less" : " more");
    }

    private static String gap(Plan.Gap gap, Screen screen) {
        return screen.wrapped("- short of " + words(gap) + (gap.essential() ? "" : ", desirable"), "  ");
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
