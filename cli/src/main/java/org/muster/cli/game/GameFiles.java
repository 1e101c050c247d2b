package org.muster.cli.game;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads all files of a call; where any has a flaw, tells all flaws and gives nothing.
final class GameFiles {
    private GameFiles() {}

    static Optional<List<GameProblem>> read(List<String> files, PrintWriter err) {
        List<GameProblem> problems = new ArrayList<>();
        boolean flawed = false;
        for (String file : files) {
            try {
                problems.addAll(GameReader.read(file));
            } catch (FlawedInput e) {
                flawed = true;
                e.flaws().forEach(flaw -> err.println(flaw.sentence()));
            }
        }
        err.flush();
        return flawed ? Optional.empty() : Optional.of(problems);
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
