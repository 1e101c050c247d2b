package org.muster.cli.game;

import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muster.cli.Folders;
import org.muster.cli.Phases;
import org.muster.cli.ProgressFlag;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// What every call of `muster game` on files does: read all of them, answer game by game, and print only if every game
/// could be answered.
final class GameCall {
    /// The exit code where a concept was asked for that could not be worked out.
    private static final int FAILED = 1;

    @Option(names = "--json", description = "One JSON object a line for each game.")
    private boolean json;

    @Option(
            names = "--threads",
            defaultValue = "0",
            description = "Threads to use (default: all). Answers do not depend on it.")
    private int threads;

    @Mixin
    private final ProgressFlag progress = new ProgressFlag();

    /// Answers one game.
    @FunctionalInterface
    interface Answerer {
        /// What to print for the game; empty where it cannot be answered, which the answerer has then told on `err`.
        ///
        /// @param arena holds the game's tables; closed once the answer is there
        Optional<Answered> answer(GameProblem problem, Arena arena, PrintWriter err);
    }

    /// What to print for a game.
    ///
    /// @param failed concepts for which nothing was found that holds, with the reasons
    record Answered(String text, List<String> failed) {
        Answered {
            failed = List.copyOf(failed);
        }

        static Answered of(String text, List<Solution> solutions) {
            return new Answered(
                    text,
                    solutions.stream()
                            .filter(s -> s.outcome() == Solution.Outcome.FAILED)
                            .map(s -> "%s could not be worked out: %s.".formatted(s.concept(), s.why()))
                            .toList());
        }
    }

    /// Does the work, with what it is said meanwhile.
    <T> T during(PrintWriter err, String what, Supplier<T> work) {
        return Phases.during(err, progress.isTold(), () -> what, work);
    }

    boolean json() {
        return json;
    }

    int threads() {
        return Threads.of(threads);
    }

    /// The concepts of a game with floating-point answers and no proofs.
    Map<String, Concept> concepts(GameProblem problem, Arena arena) {
        return new Catalogue(problem, new TableConcepts.Wish(false, false, threads()), arena).concepts();
    }

    /// Answers the games in the files; the exit code.
    int answer(CommandSpec spec, List<String> files, Answerer answerer) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<List<GameProblem>> problems = GameFiles.read(files, err);
        if (problems.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        List<String> lines = new ArrayList<>();
        boolean failed = false;
        for (GameProblem problem : problems.get()) {
            try (Arena arena = Arena.ofShared()) {
                Optional<Answered> answered = answerer.answer(problem, arena, err);
                if (answered.isPresent()) {
                    lines.add(answered.get().text());
                    failed |= tellFailed(problem, answered.get(), err);
                }
            } catch (OutOfMemoryError e) {
                err.println(
                        "%s: %d players do not fit into the memory that Java may use. Give fewer players, or more memory."
                                .formatted(problem.file(), problem.n()));
            }
        }
        err.flush();
        if (lines.size() < problems.get().size()) {
            return Folders.BAD_INPUT;
        }
        lines.forEach(out::println);
        out.flush();
        return failed ? FAILED : 0;
    }

    private static boolean tellFailed(GameProblem problem, Answered answered, PrintWriter err) {
        answered.failed().forEach(sentence -> err.println("%s: %s".formatted(problem.file(), sentence)));
        if (!answered.failed().isEmpty()) {
            err.println(problem.file()
                    + ": give fewer players, fewer digits or coarser numbers; the Shapley value of any game of up to 62"
                    + " players, and the power of voters by it, comes with --estimate.");
        }
        return !answered.failed().isEmpty();
    }
}
