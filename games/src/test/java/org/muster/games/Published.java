package org.muster.games;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The games and solutions of `tu_games.csv` and `tu_solutions.csv`.
public final class Published {
    /// One solution: a number per player.
    public record Solution(String game, String concept, List<Double> values, List<String> fractions, double tolerance) {
        @Override
        public String toString() {
            return game + " " + concept;
        }
    }

    private Published() {}

    public static Map<String, TableGame> games() {
        Map<String, double[]> tables = new LinkedHashMap<>();
        for (String line : lines("tu_games.csv")) {
            String[] cells = line.split(",");
            double[] table = tables.computeIfAbsent(cells[0], id -> new double[1 << Integer.parseInt(cells[1])]);
            int mask = 0;
            for (String player : cells[2].split("\\|")) {
                mask |= 1 << Integer.parseInt(player) - 1;
            }
            table[mask] = Double.parseDouble(cells[3]);
        }
        Map<String, TableGame> games = new LinkedHashMap<>();
        tables.forEach((id, table) -> games.put(id, TableGame.of(table)));
        return games;
    }

    public static List<Solution> solutions() {
        Map<String, Solution> found = new LinkedHashMap<>();
        for (String line : lines("tu_solutions.csv")) {
            String plain = line.replaceFirst("\"[^\"]*\"", "q").replaceFirst("^([^,]*),[^,]*,", "$1,");
            String[] cells = plain.split(",");
            Solution solution = found.computeIfAbsent(
                    cells[0] + cells[1],
                    k -> new Solution(
                            cells[0], cells[1], new ArrayList<>(), new ArrayList<>(), Double.parseDouble(cells[5])));
            solution.values().add(Double.parseDouble(cells[3]));
            solution.fractions().add(cells[4]);
        }
        return List.copyOf(found.values());
    }

    public static Solution solution(String game, String concept) {
        return solutions().stream()
                .filter(s -> s.game().equals(game) && s.concept().equals(concept))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Published.class.getResourceAsStream("/games/" + file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
