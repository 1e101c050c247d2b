package org.muster.report.bill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.answer.PlanAnswer;
import org.muster.report.write.Screen;
import org.muster.share.WhoPays;

/// The matrix of members by rules as text, in as many tables as the screen needs.
public final class WhoPaysText {
    private final PlanAnswer report;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private WhoPaysText(PlanAnswer report, Screen screen) {
        this.report = report;
        this.screen = screen;
    }

    /// A row a member, a column a rule, as wide as the screen.
    public static String write(PlanAnswer report, Screen screen) {
        WhoPaysText text = new WhoPaysText(report, screen);
        text.whoPays();
        return text.out.toString();
    }

    private void whoPays() {
        WhoPays whoPays = report.whoPays();
        if (whoPays.totalMinor() == 0) {
            out.append("There is nothing to pay.\n");
            return;
        }
        int widest = report.grouped(whoPays.totalMinor()).length() + 3;
        int perTable = Math.max(1, (screen.width() - 24) / Math.max(16, widest));
        for (int from = 0; from < whoPays.columns().size(); from += perTable) {
            matrix(whoPays.columns().subList(from, Math.min(whoPays.columns().size(), from + perTable)));
        }
        if (whoPays.receivedMinor() != 0) {
            out.append(screen.wrapped(
                    "Received for released hours, under every rule, and taken off in the amounts above: "
                            + String.join(
                                    ", ",
                                    whoPays.received().entrySet().stream()
                                            .map(e -> report.nameOf(e.getKey()) + " " + report.grouped(e.getValue()))
                                            .toList())
                            + "; together " + report.grouped(whoPays.receivedMinor())
                            + ", as much as the bill holds for it.",
                    "  "));
        }
        report.keyOutOfTime().ifPresent(sentence -> out.append(screen.wrapped(sentence, "  ")));
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        whoPays.notApplicable()
                .forEach((rule, reason) ->
                        byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(rule));
        byReason.forEach((reason, rules) -> out.append(screen.wrapped(
                "Without rule" + (rules.size() == 1 ? " " : "s ") + String.join(", ", rules) + ": " + reason + ".",
                "  ")));
    }

    private void matrix(List<WhoPays.Column> columns) {
        List<String> header = new ArrayList<>(List.of("Member"));
        columns.forEach(column -> header.add(column.rule().id()));
        List<List<String>> rows = new ArrayList<>();
        for (String member : report.alliance().memberCodes()) {
            boolean goes = report.plan().coalition().contains(member);
            boolean pays = report.whoPays().columns().stream()
                    .anyMatch(c -> c.amounts().getOrDefault(member, 0L) != 0);
            if (pays || goes) {
                List<String> row = new ArrayList<>(List.of((goes ? "* " : "  ") + report.nameOf(member)));
                columns.forEach(c -> row.add(report.grouped(c.amounts().getOrDefault(member, 0L))));
                rows.add(row);
            }
        }
        rows.add(totals(
                "those who go (*)",
                columns.stream().map(WhoPays.Column::participantsTotal).toList()));
        rows.add(totals(
                "the others",
                columns.stream().map(WhoPays.Column::nonParticipantsTotal).toList()));
        rows.add(totals(
                report.whoPays().receivedMinor() == 0 ? "total" : "bill less received",
                columns.stream().map(c -> report.whoPays().netMinor()).toList()));
        rows.add(farthest(columns));
        out.append(screen.table(header, 1, rows)).append('\n');
    }

    private List<String> totals(String title, List<Long> minor) {
        List<String> row = new ArrayList<>(List.of(title));
        minor.forEach(m -> row.add(report.grouped(m)));
        return row;
    }

    /// The member whose part of the bill lies farthest above its part of the allies' income, in percentage points.
    private static List<String> farthest(List<WhoPays.Column> columns) {
        List<String> row = new ArrayList<>(List.of("most above income"));
        for (WhoPays.Column column : columns) {
            row.add(column.distance().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(e -> e.getKey() + " " + (e.getValue().signum() > 0 ? "+" : "")
                            + e.getValue().toPlainString() + " pp")
                    .orElse("-"));
        }
        return row;
    }
}
