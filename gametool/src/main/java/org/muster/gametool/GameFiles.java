package org.muster.gametool;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.gamefile.GameProblem;
import org.muster.gamefile.GameReader;
import org.muster.gamefile.GameReading;
import org.muster.input.Problem;

/// Reads all files of a call; where any has a flaw, tells all flaws and gives nothing.
final class GameFiles {
    private static final String STANDARD_INPUT = "-";

    private GameFiles() {}

    static Optional<List<GameProblem>> read(List<String> files, PrintWriter err) {
        List<GameProblem> games = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String file : files) {
            GameReading reading =
                    file.equals(STANDARD_INPUT) ? GameReader.read(file, System.in) : GameReader.read(file);
            games.addAll(reading.games());
            problems.addAll(reading.problems());
        }
        problems.forEach(problem -> err.println(problem.sentence()));
        err.flush();
        return problems.isEmpty() ? Optional.of(games) : Optional.empty();
    }

    /// The names in lists of names with commas between them.
    static List<String> split(List<String> concepts) {
        List<String> names = new ArrayList<>();
        for (String list : concepts) {
            for (String name : list.split(",", -1)) {
                if (!name.isBlank()) {
                    names.add(name.trim());
                }
            }
        }
        return names;
    }
}
