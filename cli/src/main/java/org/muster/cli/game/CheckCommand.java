package org.muster.cli.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.gamefile.GameProblem;
import org.muster.games.Coalitions;
import org.muster.games.CostGame;
import org.muster.games.Game;
import org.muster.games.property.Properties;
import org.muster.input.Counted;
import org.muster.input.Shown;
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
    @SuppressWarnings("NullAway.Init") // set by picocli before call
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
            return Optional.of(
                    new GameCall.Answered(call.json() ? json(problem, findings) : text(problem, findings), List.of()));
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

    private static String about(GameProblem problem) {
        return problem.content().isCost() ? "savings game of the costs" : "game";
    }

    private static String json(GameProblem problem, List<Properties.Finding> findings) {
        ObjectNode node = GameHead.of(problem);
        node.put("about", about(problem));
        ArrayNode list = node.putArray("properties");
        for (Properties.Finding finding : findings) {
            ObjectNode one = list.addObject();
            one.put("property", finding.name());
            switch (finding.verdict()) {
                case HOLDS -> one.put("holds", true);
                case FAILS -> one.put("holds", false);
                case NOT_CHECKED -> one.putNull("holds");
            }
            ArrayNode witness = one.putArray("witness");
            finding.witness().forEach(mask -> witness.add(Proofs.coalition(mask)));
            one.put("why", finding.sentence());
        }
        return node.toString();
    }

    private static String text(GameProblem problem, List<Properties.Finding> findings) {
        StringBuilder text = new StringBuilder("%s (%s): the file is right; %s of %s"
                .formatted(
                        Shown.plain(problem.id()),
                        Shown.plain(problem.file()),
                        about(problem),
                        Counted.of(problem.n(), "players")));
        for (Properties.Finding finding : findings) {
            String verdict = switch (finding.verdict()) {
                case HOLDS -> "yes";
                case FAILS -> "no: " + finding.sentence();
                case NOT_CHECKED -> "not checked: too many players";
            };
            text.append(String.format(Locale.ROOT, "\n  %-14s %s", finding.name(), verdict));
        }
        return text.toString();
    }
}
