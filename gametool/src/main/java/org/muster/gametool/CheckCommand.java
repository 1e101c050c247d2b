package org.muster.gametool;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.gamefile.GameProblem;
import org.muster.games.Coalitions;
import org.muster.games.CostGame;
import org.muster.games.Game;
import org.muster.games.property.Properties;
import org.muster.input.Shown;
import org.muster.report.game.PropertiesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster game check FILE...`: whether the files are right, and what the games are.
@Command(
        name = "check",
        description =
                "Checks game files, and says what the games are: monotone, superadditive, convex, balanced, essential.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Game files, JSON or CSV; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final GameCall call = new GameCall();

    @Override
    public Integer call() {
        return call.answer(spec, files, (problem, arena, err) -> {
            List<Properties.Finding> findings = game(problem, arena)
                    .map(g -> Properties.of(
                            g,
                            problem.players().stream().map(Shown::plain).toList(),
                            problem.content().unit(),
                            call.threads()))
                    .orElse(List.of());
            return Optional.of(new GameCall.Answered(
                    call.json() ? PropertiesReport.json(problem, findings) : PropertiesReport.text(problem, findings),
                    List.of()));
        });
    }

    /// The value game, for costs the savings game; nothing where there are too many players for one.
    private static Optional<Game> game(GameProblem problem, Arena arena) {
        if (problem.n() > Coalitions.MOST_PLAYERS) {
            return Optional.empty();
        }
        Game game = problem.content().game(arena);
        return Optional.of(problem.content().isCost() ? new CostGame(game).savings() : game);
    }
}
