package org.muster.gametool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.games.Coalitions;
import org.muster.games.concept.Concept;
import org.muster.report.game.Solution;
import org.muster.report.game.StructureReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster game structure FILE...`: who should join together.
@Command(
        name = "structure",
        description = "The best way to split all players into coalitions, with proof of how good it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Side conditions stand in the file: forbidden (lists of players that must not be together), least_size, most_size."
        })
final class StructureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Game files, JSON or CSV; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final GameCall call = new GameCall();

    @Override
    public Integer call() {
        return call.answer(spec, files, (problem, arena, err) -> {
            Optional<Concept> concept = call.concepts(problem, arena).find("coalition_structure");
            if (concept.isEmpty()) {
                err.println(String.format(
                        Locale.ROOT,
                        "%s: this game has no values over all coalitions. Give a game of at most %d players.",
                        problem.file(),
                        Coalitions.MOST_PLAYERS));
                return Optional.empty();
            }
            Solution solution = call.during(
                    err,
                    problem.id() + ": coalition structure",
                    () -> Solution.of(concept.get(), "coalition_structure"));
            return Optional.of(GameCall.Answered.of(
                    call.json() ? StructureReport.json(problem, solution) : StructureReport.text(problem, solution),
                    List.of(solution)));
        });
    }
}
