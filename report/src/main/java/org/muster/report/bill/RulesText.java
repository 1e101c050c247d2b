package org.muster.report.bill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.answer.PlanAnswer;
import org.muster.report.write.Screen;
import org.muster.share.WhoPays;

/// Who pays under the rules as a short table: a line for each that comes to other amounts than those before it.
public final class RulesText {
    /// Rules that have nothing to go by are named up to so many.
    private static final int MOST_NAMED = 4;

    private final PlanAnswer report;
    private final WhoPays whoPays;
    private final Screen screen;
    private final Map<Map<String, Long>, String> seen = new HashMap<>();
    private final Map<String, List<String>> alike = new LinkedHashMap<>();

    private RulesText(PlanAnswer report, Screen screen) {
        this.report = report;
        this.whoPays = report.whoPays();
        this.screen = screen;
    }

    /// The table of rules, as wide as the screen.
    ///
    /// @param withWorth whether to say from what worth of the mission on all gain
    public static String write(PlanAnswer report, boolean withWorth, Screen screen) {
        return new RulesText(report, screen).text(withWorth);
    }

    private String text(boolean withWorth) {
        if (whoPays.totalMinor() == 0) {
            return "There is nothing to pay.\n";
        }
        List<List<String>> rows = new ArrayList<>();
        for (WhoPays.Column column : whoPays.columns()) {
            String rule = column.rule().id();
            String before = seen.putIfAbsent(column.amounts(), rule);
            if (before == null) {
                rows.add(row(column, withWorth));
            } else {
                alike.computeIfAbsent(before, k -> new ArrayList<>()).add(rule);
            }
        }
        List<String> header = List.of("Rule", withWorth ? "Gain*" : "Those who go", "The others", "Pays most");
        return (rows.isEmpty() ? "" : screen.table(header, 1, rows)) + notes(withWorth && !rows.isEmpty());
    }

    private List<String> row(WhoPays.Column column, boolean withWorth) {
        return List.of(
                column.rule().id(),
                withWorth ? GainWords.timesTheBill(column, whoPays) : report.grouped(column.participantsTotal()),
                report.grouped(column.nonParticipantsTotal()),
                column.amounts().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .max(Map.Entry.comparingByValue())
                        .map(entry -> entry.getKey() + " " + report.grouped(entry.getValue()))
                        .orElse("nobody"));
    }

    private String notes(boolean withWorth) {
        List<String> says = new ArrayList<>();
        if (withWorth) {
            says.add("* All gain from a worth of so many bills on.");
        }
        if (!alike.isEmpty()) {
            says.add("The same: "
                    + alike.entrySet().stream()
                            .map(same -> String.join(", ", same.getValue()) + " as " + same.getKey())
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        if (!whoPays.notApplicable().isEmpty()) {
            int without = whoPays.notApplicable().size();
            says.add(
                    without > MOST_NAMED
                            ? without + " more rules have nothing to go by here: --full says why."
                            : "Nothing to go by: "
                                    + String.join(", ", whoPays.notApplicable().keySet()) + ".");
        }
        return says.isEmpty() ? "" : screen.wrapped(String.join(" ", says), "  ");
    }
}
