package org.muster.report.game;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.gamefile.GameProblem;
import org.muster.games.Label;
import org.muster.games.concept.Outcome;
import org.muster.input.Counted;
import org.muster.input.Shown;

/// Solutions as a table for people: concepts down, players across while they fit, else players down.
public final class SolutionText {
    private static final int ACROSS = 8;

    /// Of longer lists only so many are shown.
    static final int MOST_SHOWN = 40;

    /// Longer fractions are shown as decimals.
    private static final int SHORT = 12;

    private static final int MOST_WIDE = 60;

    /// Tolerances from here on are no rounding, but of answers that were stopped early: nothing is hidden by them.
    private static final double MOST_NOISE = 1e-6;

    /// Numbers below the one and from the other on are written with a power of ten.
    private static final double LEAST_PLAIN = 1e-4;

    private static final double MOST_PLAIN = 1e16;

    private SolutionText() {}

    /// The solutions, without a line end after the last line.
    public static String of(GameProblem problem, List<Solution> solutions) {
        StringBuilder text = new StringBuilder();
        text.append("%s (%s), %s\n"
                .formatted(Shown.plain(problem.id()), Shown.plain(problem.file()), Counted.of(problem.n(), "players")));
        if (problem.n() <= ACROSS) {
            List<String> header = new ArrayList<>(List.of("concept"));
            problem.players().forEach(name -> header.add(Shown.plain(name)));
            header.add("label");
            align(rows(problem, header, solutions), 1, 1, text);
            return text.toString();
        }
        Map<Boolean, List<Solution>> split =
                solutions.stream().collect(Collectors.partitioningBy(solution -> ofPlayers(problem, solution)));
        List<Solution> down = split.getOrDefault(true, List.of());
        List<Solution> others = split.getOrDefault(false, List.of());
        PlayersDown.write(problem, down, text);
        if (!others.isEmpty()) {
            text.append(down.isEmpty() ? "" : "\n");
            align(rows(problem, List.of("concept", "value", "label"), others), 1, 1, text);
        }
        return text.toString();
    }

    /// Whether there is one number for each player.
    private static boolean ofPlayers(GameProblem problem, Solution solution) {
        JsonNode value = solution.value();
        return solution.answered()
                && value.isArray()
                && value.size() == problem.players().size()
                && !value.path(0).isArray();
    }

    private static List<List<String>> rows(GameProblem problem, List<String> header, List<Solution> solutions) {
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (Solution solution : solutions) {
            List<String> row = row(problem, solution);
            while (row.size() < header.size()) {
                row.add(row.size() - 1, "");
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> row(GameProblem problem, Solution solution) {
        List<String> row = new ArrayList<>(List.of(solution.concept()));
        if (!solution.answered()) {
            row.add("-");
            row.add((solution.outcome() instanceof Outcome.Failed ? "failed: " : "not defined: ") + solution.why());
            return row;
        }
        if (ofPlayers(problem, solution)) {
            row.addAll(numbers(solution));
        } else if (solution.value().isArray()) {
            row.add(shortened(numbers(solution)));
        } else {
            row.add(number(solution.value(), solution.fraction().orElse(solution.value()), true, noise(solution)));
        }
        row.add(label(solution));
        return row;
    }

    /// The numbers of a list: fractions where all of them are short, else decimals.
    static List<String> numbers(Solution solution) {
        JsonNode value = solution.value();
        JsonNode fraction = solution.fraction().orElse(value);
        boolean allShort = ofShort(fraction);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            numbers.add(number(value.get(i), fraction.get(i), allShort, noise(solution)));
        }
        return numbers;
    }

    /// Whether all digits of the answer are shown: fractions and decimals that end soon, but not a third in decimals.
    private static boolean isWhollyShown(JsonNode fraction, boolean asFractions) {
        if (fraction.isTextual()) {
            boolean asFraction = asFractions && fraction.asText().length() <= SHORT;
            return asFraction || ShownFraction.of(fraction.asText()).isWhole();
        }
        boolean all = true;
        for (JsonNode each : fraction) {
            all &= isWhollyShown(each, asFractions);
        }
        return all;
    }

    private static String shortened(List<String> all) {
        if (all.isEmpty()) {
            return "none";
        }
        String text = String.join(", ", all.subList(0, Math.min(MOST_SHOWN, all.size())));
        return all.size() > MOST_SHOWN ? text + ", ... (" + all.size() + " in all: use --json)" : text;
    }

    static String label(Solution solution) {
        String word = solution.label().word();
        return switch (solution.label()) {
            case Label.Numerical n ->
                word + (n.tolerance() == 0 ? " (0)" : String.format(Locale.ROOT, " (%.0e)", n.tolerance()));
            case Label.Estimated e ->
                Double.isInfinite(widest(e))
                        ? word + " (too few coalitions for an interval)"
                        : word + String.format(Locale.ROOT, " (within %.2g, %.4g %%)", widest(e), 100 * e.confidence());
            case Label.Exact e -> word + rounded(solution);
            case Label.Certified c -> word + rounded(solution);
        };
    }

    /// What is said beside an exact answer of which not all digits are shown.
    private static String rounded(Solution solution) {
        return solution.fraction()
                .filter(fraction -> !isWhollyShown(fraction, ofShort(fraction)))
                .map(fraction -> ", shown rounded")
                .orElse("");
    }

    private static boolean ofShort(JsonNode fraction) {
        if (!fraction.isArray()) {
            return true;
        }
        boolean all = true;
        for (JsonNode each : fraction) {
            all &= each.isArray() || each.asText().length() <= SHORT;
        }
        return all;
    }

    private static double widest(Label.Estimated label) {
        double widest = 0;
        for (int i = 0; i < label.lower().size(); i++) {
            widest = Math.max(widest, (label.upper().get(i) - label.lower().get(i)) / 2);
        }
        return widest;
    }

    /// Below it, a number is none: it may well be 0.
    private static double noise(Solution solution) {
        return solution.label() instanceof Label.Numerical n && n.tolerance() < MOST_NOISE ? n.tolerance() : 0;
    }

    private static String number(JsonNode value, JsonNode fraction, boolean asFraction, double noise) {
        if (fraction.isTextual()) {
            return asFraction && fraction.asText().length() <= SHORT
                    ? fraction.asText()
                    : ShownFraction.of(fraction.asText()).decimal();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isArray()) {
            List<String> each = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                each.add(number(value.get(i), fraction.path(i), true, noise));
            }
            return "(" + String.join(", ", each) + ")";
        }
        if (!value.isNumber()) {
            return value.toString();
        }
        double number = value.doubleValue();
        return decimal(Math.abs(number) <= noise ? 0 : number);
    }

    /// Up to six digits behind the point; very small and very large numbers with a power of ten.
    public static String decimal(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < LEAST_PLAIN || size >= MOST_PLAIN)) {
            return String.format(Locale.ROOT, "%.6g", value);
        }
        return String.format(Locale.ROOT, "%.6f", value)
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "")
                .replaceFirst("^-0$", "0");
    }

    /// Writes columns under each other: the first `left` and the last `right` of them begin at the same place, those
    /// between end there.
    static void align(List<List<String>> rows, int left, int right, StringBuilder text) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], Math.min(row.get(c).length(), MOST_WIDE));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String cell = row.get(c);
                String blank = " ".repeat(Math.max(0, widths[c] - cell.length()));
                boolean begins = c < left || c >= columns - right;
                line.append("  ").append(begins ? cell + blank : blank + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
