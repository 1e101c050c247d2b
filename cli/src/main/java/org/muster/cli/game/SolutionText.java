package org.muster.cli.game;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.games.Label;

/// Solutions as a table for people: concepts down, players across while they fit, else players down.
final class SolutionText {
    private static final int ACROSS = 8;

    /// Numbers below the one and from the other on are written with a power of ten.
    private static final double LEAST_PLAIN = 1e-4;

    private static final double MOST_PLAIN = 1e16;

    private SolutionText() {}

    static String of(GameProblem problem, List<Solution> solutions) {
        StringBuilder text = new StringBuilder();
        text.append("%s (%s), %d players%n".formatted(problem.id(), problem.file(), problem.n()));
        List<List<String>> rows = new ArrayList<>();
        boolean across = problem.n() <= ACROSS;
        List<String> header = new ArrayList<>(List.of("concept"));
        if (across) {
            header.addAll(problem.players());
        } else {
            header.add("value");
        }
        header.add("label");
        rows.add(header);
        for (Solution solution : solutions) {
            rows.add(row(problem, solution, across));
        }
        rows.forEach(row -> {
            while (row.size() < header.size()) {
                row.add(row.size() - 1, "");
            }
        });
        align(rows, text);
        return text.toString();
    }

    private static List<String> row(GameProblem problem, Solution solution, boolean across) {
        List<String> row = new ArrayList<>(List.of(solution.concept()));
        if (!solution.why().isEmpty()) {
            row.add("-");
            row.add("not defined: " + solution.why());
            return row;
        }
        JsonNode value = solution.value();
        JsonNode fraction = solution.fraction().orElse(value);
        boolean perPlayer =
                value.isArray() && value.size() == problem.n() && !value.path(0).isArray();
        if (across && perPlayer) {
            for (int i = 0; i < value.size(); i++) {
                row.add(number(value.get(i), fraction.get(i)));
            }
        } else if (value.isArray()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                String each = number(value.get(i), fraction.get(i));
                all.add(
                        perPlayer && i < problem.players().size()
                                ? problem.players().get(i) + " " + each
                                : each);
            }
            row.add(shortened(all));
        } else {
            row.add(number(value, fraction));
        }
        row.add(label(solution));
        return row;
    }

    private static String shortened(List<String> all) {
        if (all.isEmpty()) {
            return "none";
        }
        int shown = 40;
        String text = String.join(", ", all.subList(0, Math.min(shown, all.size())));
        return all.size() > shown ? text + ", ... (" + all.size() + " in all: use --json)" : text;
    }

    private static String label(Solution solution) {
        String word = solution.label().word();
        return switch (solution.label()) {
            case Label.Numerical n ->
                word + (n.tolerance() == 0 ? " (0)" : String.format(Locale.ROOT, " (%.0e)", n.tolerance()));
            case Label.Estimated e ->
                Double.isInfinite(widest(e))
                        ? word + " (too few coalitions for an interval)"
                        : word + String.format(Locale.ROOT, " (within %.2g, %.4g %%)", widest(e), 100 * e.confidence());
            case Label.Exact e -> word;
            case Label.Certified c -> word;
        };
    }

    private static double widest(Label.Estimated label) {
        double widest = 0;
        for (int i = 0; i < label.lower().size(); i++) {
            widest = Math.max(widest, (label.upper().get(i) - label.lower().get(i)) / 2);
        }
        return widest;
    }

    private static String number(JsonNode value, JsonNode fraction) {
        if (fraction.isTextual() && fraction.asText().length() <= 12) {
            return fraction.asText();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isArray()) {
            List<String> each = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                each.add(number(value.get(i), fraction.path(i)));
            }
            return "(" + String.join(", ", each) + ")";
        }
        return value.isNumber() ? decimal(value.doubleValue()) : value.toString();
    }

    /// Up to six digits behind the point; very small and very large numbers with a power of ten.
    static String decimal(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < LEAST_PLAIN || size >= MOST_PLAIN)) {
            return String.format(Locale.ROOT, "%.6g", value);
        }
        return String.format(Locale.ROOT, "%.6f", value)
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "")
                .replaceFirst("^-0$", "0");
    }

    private static void align(List<List<String>> rows, StringBuilder text) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], Math.min(row.get(c).length(), 60));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int c = 0; c < columns; c++) {
                String cell = row.get(c);
                boolean left = c == 0 || c == columns - 1;
                line.append(left ? cell : " ".repeat(Math.max(0, widths[c] - cell.length())) + cell);
                line.append(left ? " ".repeat(Math.max(0, widths[c] - cell.length())) : "")
                        .append("  ");
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
    }
}
