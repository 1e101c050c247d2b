package org.muster.cli.game;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.muster.games.TableGame;

/// Games as a table with the columns `game_id,players,coalition,value`; a coalition is player numbers from 1 joined by
/// `|`,
/// coalitions that are not listed are worth 0.
final class GameCsv {
    private static final List<String> COLUMNS = List.of("game_id", "players", "coalition", "value");
    private static final int MOST_PLAYERS = 24;

    private GameCsv() {}

    private static final class Table {
        private final int n;
        private final BigDecimal[] values;
        private final boolean[] given;

        Table(int n) {
            this.n = n;
            this.values = new BigDecimal[1 << n];
            Arrays.fill(values, BigDecimal.ZERO);
            this.given = new boolean[1 << n];
        }
    }

    static List<GameProblem> read(String file, String text) throws FlawedInput {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, Table> tables = new LinkedHashMap<>();
        List<NamedCsvRecord> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (IOException | RuntimeException e) {
            throw new FlawedInput(
                    List.of(new Flaw(file, 0, 0, "this is no CSV: " + e.getMessage(), "Write one row a coalition")));
        }
        if (records.isEmpty() || !records.getFirst().getHeader().containsAll(COLUMNS)) {
            throw new FlawedInput(List.of(new Flaw(
                    file, 1, 1, "the columns are not " + String.join(",", COLUMNS), "Begin with that header row")));
        }
        for (NamedCsvRecord row : records) {
            readRow(file, row, tables, flaws);
        }
        if (!flaws.isEmpty()) {
            throw new FlawedInput(flaws);
        }
        List<GameProblem> problems = new ArrayList<>();
        tables.forEach((id, table) -> problems.add(problem(file, id, table)));
        return problems;
    }

    private static void readRow(String file, NamedCsvRecord row, Map<String, Table> tables, List<Flaw> flaws) {
        int line = (int) row.getStartingLineNumber();
        String id = row.getField("game_id");
        int n = smallNumber(row.getField("players"));
        if (n < 1 || n > MOST_PLAYERS) {
            flaws.add(new Flaw(
                    file,
                    line,
                    2,
                    "players is \"%s\"".formatted(row.getField("players")),
                    "Give 1 to " + MOST_PLAYERS));
            return;
        }
        Table table = tables.computeIfAbsent(id, k -> new Table(n));
        if (table.n != n) {
            flaws.add(new Flaw(
                    file,
                    line,
                    2,
                    "game %s has %d players in an earlier row".formatted(id, table.n),
                    "Give the same number in every row"));
            return;
        }
        int mask = 0;
        for (String player : row.getField("coalition").split("\\|", -1)) {
            int i = player.isBlank() ? 0 : smallNumber(player.trim());
            if (i < (row.getField("coalition").isBlank() ? 0 : 1) || i > n) {
                flaws.add(new Flaw(
                        file,
                        line,
                        3,
                        "player \"%s\" is not one of 1 to %d".formatted(player, n),
                        "Join player numbers by |"));
                return;
            }
            mask |= i == 0 ? 0 : 1 << (i - 1);
        }
        try {
            BigDecimal value = new BigDecimal(row.getField("value").trim());
            if (mask == 0 && value.signum() != 0) {
                flaws.add(new Flaw(
                        file, line, 4, "the empty coalition is worth " + value, "It is worth 0: leave the row out"));
            }
            if (table.given[mask]) {
                flaws.add(new Flaw(
                        file,
                        line,
                        3,
                        "coalition %s stands twice".formatted(row.getField("coalition")),
                        "Give each coalition once"));
            }
            table.given[mask] = true;
            table.values[mask] = value;
        } catch (NumberFormatException e) {
            flaws.add(new Flaw(file, line, 4, "the value is \"%s\"".formatted(row.getField("value")), "Give a number"));
        }
    }

    private static int smallNumber(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }

    private static GameProblem problem(String file, String id, Table table) {
        NumberArray numbers = new NumberArray();
        for (BigDecimal value : table.values) {
            numbers.add(value);
        }
        TableGame game = TableGame.wrapping(numbers.inUnits());
        List<String> names =
                IntStream.rangeClosed(1, table.n).mapToObj(String::valueOf).toList();
        return new GameProblem(
                file,
                id,
                table.n,
                names,
                new GameContent.Values(arena -> game, numbers.unit(), GameContent.Origin.TABLE),
                GameProblem.Extras.NONE);
    }
}
