package org.muster.gamefile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.games.Game;
import org.muster.games.concept.Extras;
import org.muster.games.concept.GameContent;
import org.muster.input.Counted;
import org.muster.input.Problem;
import org.muster.input.Shown;

/// Games as a table with the columns `game_id,players,coalition,value`; a coalition is player numbers from 1 joined by
/// `|`. Every coalition has its row: one that was forgotten is not worth nothing.
final class GameCsv {
    private static final List<String> COLUMNS = List.of("game_id", "players", "coalition", "value");
    private static final int MOST_PLAYERS = 24;

    private GameCsv() {}

    private static final class Table {
        private final int n;
        private final int line;
        private final @Nullable BigDecimal[] values;

        Table(int n, int line) {
            this.n = n;
            this.line = line;
            this.values = new BigDecimal[1 << n];
        }

        List<String> names() {
            return IntStream.rangeClosed(1, n).mapToObj(String::valueOf).toList();
        }
    }

    static List<GameProblem> read(String file, String text) throws FlawedInput {
        List<Problem> flaws = new ArrayList<>();
        Map<String, Table> tables = new LinkedHashMap<>();
        List<NamedCsvRecord> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (IOException | RuntimeException e) {
            throw new FlawedInput(
                    List.of(Flaws.at(file, 0, 0, "this is no CSV: " + e.getMessage(), "Write one row a coalition")));
        }
        if (records.isEmpty() && text.lines().findFirst().orElse("").contains(COLUMNS.getFirst())) {
            throw new FlawedInput(List.of(Flaws.at(
                    file, 1, 1, "there is a header and no game", "Write one row a coalition, such as g,2,1|2,5")));
        }
        if (records.isEmpty() || !records.getFirst().getHeader().containsAll(COLUMNS)) {
            throw new FlawedInput(List.of(Flaws.at(
                    file, 1, 1, "the columns are not " + String.join(",", COLUMNS), "Begin with that header row")));
        }
        for (NamedCsvRecord row : records) {
            readRow(file, row, tables, flaws);
        }
        if (flaws.isEmpty()) {
            tables.forEach((id, table) -> MissingCoalitions.among(table.values, table.names())
                    .ifPresent(missing -> flaws.add(Flaws.at(
                            file,
                            table.line,
                            1,
                            "game %s gives %s".formatted(Shown.plain(id), missing),
                            MissingCoalitions.RIGHT))));
        }
        if (!flaws.isEmpty()) {
            throw new FlawedInput(flaws);
        }
        List<GameProblem> problems = new ArrayList<>();
        tables.forEach((id, table) -> problems.add(problem(file, id, table)));
        return problems;
    }

    private static void readRow(String file, NamedCsvRecord row, Map<String, Table> tables, List<Problem> flaws) {
        int line = (int) row.getStartingLineNumber();
        if (row.getFields().size() < row.getHeader().size()) {
            flaws.add(Flaws.at(
                    file,
                    line,
                    row.getFields().size(),
                    String.format(
                            Locale.ROOT,
                            "the row has %d fields, the header %d",
                            row.getFields().size(),
                            row.getHeader().size()),
                    "Write every comma, also where fields are empty"));
            return;
        }
        String id = row.getField("game_id");
        int n = smallNumber(row.getField("players"));
        if (n < 1 || n > MOST_PLAYERS) {
            flaws.add(Flaws.at(
                    file,
                    line,
                    2,
                    "players is \"%s\"".formatted(row.getField("players")),
                    "Give 1 to " + MOST_PLAYERS));
            return;
        }
        Table table = tables.computeIfAbsent(id, k -> new Table(n, line));
        if (table.n != n) {
            flaws.add(Flaws.at(
                    file,
                    line,
                    2,
                    "game %s has %s in an earlier row".formatted(id, Counted.of(table.n, "players")),
                    "Give the same number in every row"));
            return;
        }
        int mask = 0;
        for (String player : row.getField("coalition").split("\\|", -1)) {
            int i = player.isBlank() ? 0 : smallNumber(player.trim());
            if (i < (row.getField("coalition").isBlank() ? 0 : 1) || i > n) {
                flaws.add(Flaws.at(
                        file,
                        line,
                        3,
                        String.format(Locale.ROOT, "player \"%s\" is not one of 1 to %d", player, n),
                        "Join player numbers by |"));
                return;
            }
            if (i > 0 && (mask >> (i - 1) & 1) == 1) {
                flaws.add(Flaws.at(
                        file,
                        line,
                        3,
                        String.format(
                                Locale.ROOT, "coalition \"%s\" names player %d twice", row.getField("coalition"), i),
                        "Name each player once"));
                return;
            }
            mask |= i == 0 ? 0 : 1 << (i - 1);
        }
        try {
            BigDecimal value = new BigDecimal(row.getField("value").trim());
            if (!JsonFields.isTaken(value)) {
                flaws.add(Flaws.at(file, line, 4, "the value is " + shown(row), JsonFields.RANGE));
                return;
            }
            if (mask == 0 && value.signum() != 0) {
                flaws.add(Flaws.at(
                        file, line, 4, "the empty coalition is worth " + value, "It is worth 0: leave the row out"));
            }
            if (table.values[mask] != null) {
                flaws.add(Flaws.at(
                        file,
                        line,
                        3,
                        "coalition %s stands twice".formatted(row.getField("coalition")),
                        "Give each coalition once"));
            }
            table.values[mask] = value;
        } catch (NumberFormatException e) {
            flaws.add(Flaws.at(file, line, 4, "the value is " + shown(row), "Give a number"));
        }
    }

    private static String shown(NamedCsvRecord row) {
        String text = Shown.plain(row.getField("value"));
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\"";
    }

    private static int smallNumber(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }

    private static GameProblem problem(String file, String id, Table table) {
        NumberArray numbers = new NumberArray();
        for (BigDecimal value : table.values) {
            numbers.add(value == null ? BigDecimal.ZERO : value); // only the empty coalition has none
        }
        Game game = numbers.table();
        return new GameProblem(
                file,
                id,
                table.n,
                table.names(),
                new GameContent.Values(arena -> game, numbers.unit(), GameContent.Origin.TABLE, numbers.rounding()),
                Extras.NONE);
    }
}
