package org.muster.gametool;

import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muster.gamefile.GameProblem;
import org.muster.games.concept.Catalogue;
import org.muster.games.concept.Outcome;
import org.muster.games.concept.Wish;
import org.muster.games.estimate.ShapleyEstimate;
import org.muster.input.Counted;
import org.muster.report.game.Solution;
import org.muster.terminal.Failure;
import org.muster.terminal.Phases;
import org.muster.terminal.ProgressFlag;
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
    /// @param failed solutions for which nothing was found that holds
    record Answered(String text, List<Solution> failed) {
        Answered {
            failed = List.copyOf(failed);
        }

        static Answered of(String text, List<Solution> solutions) {
            return new Answered(
                    text,
                    solutions.stream()
                            .filter(s -> s.outcome() instanceof Outcome.Failed)
                            .toList());
        }
    }

    /// Does the work, with what it is said meanwhile.
    <T> T during(PrintWriter err, String what, Supplier<T> work) {
        return Phases.during(err, progress.isTold(), progress.isAskedFor(), () -> what, work);
    }

    boolean json() {
        return json;
    }

    int threads() {
        return Threads.of(threads);
    }

    /// The concepts of a game with floating-point answers and no proofs.
    Catalogue concepts(GameProblem problem, Arena arena) {
        return concepts(problem, new Wish(false, false, threads()), arena);
    }

    /// The concepts of a game.
    static Catalogue concepts(GameProblem problem, Wish wish, Arena arena) {
        return Catalogue.of(problem.content(), problem.n(), problem.extras(), wish, arena);
    }

    /// Answers the games in the files; the exit code.
    int answer(CommandSpec spec, List<String> files, Answerer answerer) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<List<GameProblem>> problems = GameFiles.read(files, err);
        if (problems.isEmpty()) {
            return Failure.BAD_INPUT;
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
                err.println("%s: %s not fit into the memory that Java may use. Give fewer players, or more memory."
                        .formatted(problem.file(), Counted.of(problem.n(), "player does", "players do")));
            }
        }
        err.flush();
        if (lines.size() < problems.get().size()) {
            return Failure.BAD_INPUT;
        }
        lines.forEach(out::println);
        out.flush();
        return failed ? FAILED : 0;
    }

    private static boolean tellFailed(GameProblem problem, Answered answered, PrintWriter err) {
        Set<String> advice = new LinkedHashSet<>();
        for (Solution solution : answered.failed()) {
            err.println("%s: %s could not be worked out: %s."
                    .formatted(problem.file(), solution.concept(), solution.why()));
            if (solution.outcome() instanceof Outcome.Failed failed) {
                advice.add(failed.advice());
            }
        }
        advice.forEach(what -> err.println(String.format(
                Locale.ROOT,
                "%s: %s; the Shapley value of any game of up to %d players, and the power of voters by it, comes with --estimate.",
                problem.file(),
                what,
                ShapleyEstimate.MOST_PLAYERS)));
        return !answered.failed().isEmpty();
    }
}
