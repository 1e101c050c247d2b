package org.muster.report.game;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.gamefile.GameProblem;
import org.muster.input.Shown;

/// Solutions of many players: a line a player, a column a concept, as many columns beside each other as fit.
final class PlayersDown {
    private static final int WIDTH = 110;

    private PlayersDown() {}

    /// @param solutions each with one number a player
    static void write(GameProblem problem, List<Solution> solutions, StringBuilder text) {
        List<String> players =
                column("player", problem.players().stream().map(Shown::plain).toList(), "label");
        int used = width(players);
        List<List<String>> columns = new ArrayList<>(List.of(players));
        for (Solution solution : solutions) {
            List<String> column = column(
                    solution.concept(), underEachOther(SolutionText.numbers(solution)), SolutionText.label(solution));
            int more = 2 + width(column);
            if (columns.size() > 1 && used + more > WIDTH) {
                write(columns, problem.players().size(), text);
                text.append('\n');
                columns = new ArrayList<>(List.of(players));
                used = width(players);
            }
            columns.add(column);
            used += more;
        }
        if (columns.size() > 1) {
            write(columns, problem.players().size(), text);
        }
    }

    /// Decimals with as many digits behind the point as the longest of them.
    private static List<String> underEachOther(List<String> numbers) {
        if (!numbers.stream().allMatch(number -> number.matches("-?[0-9]+([.][0-9]+)?"))) {
            return numbers;
        }
        List<BigDecimal> decimals = numbers.stream().map(BigDecimal::new).toList();
        int digits = decimals.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return decimals.stream()
                .map(decimal -> decimal.setScale(digits).toPlainString())
                .toList();
    }

    private static List<String> column(String head, List<String> cells, String foot) {
        List<String> column = new ArrayList<>(List.of(head));
        column.addAll(cells.subList(0, Math.min(SolutionText.MOST_SHOWN, cells.size())));
        column.add(foot);
        return column;
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(0);
    }

    private static void write(List<List<String>> columns, int players, StringBuilder text) {
        List<List<String>> rows = new ArrayList<>();
        for (int line = 0; line < columns.getFirst().size(); line++) {
            int at = line;
            rows.add(columns.stream().map(column -> column.get(at)).toList());
        }
        SolutionText.align(rows, 1, 0, text);
        if (players > SolutionText.MOST_SHOWN) {
            text.append(String.format(
                    Locale.ROOT,
                    "  (the first %d of %d players; all with --json)\n",
                    SolutionText.MOST_SHOWN,
                    players));
        }
    }
}
