package org.muster.cli.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.muster.gamefile.GameProblem;
import org.muster.games.Coalitions;
import org.muster.games.concept.Concept;
import org.muster.input.Counted;
import org.muster.input.Shown;
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
    @SuppressWarnings("NullAway.Init") // set by picocli before call
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
                    call.json() ? json(problem, solution) : text(problem, solution), List.of(solution)));
        });
    }

    private static String json(GameProblem problem, Solution solution) {
        ObjectNode node = GameHead.of(problem);
        node.putArray("solutions").add(solution.json());
        node.set("value", solution.value());
        solution.certificate().ifPresent(c -> node.setAll(c));
        node.put("seconds", solution.seconds());
        node.put("scans", solution.scans());
        node.put("lps", solution.lps());
        return node.toString();
    }

    private static String text(GameProblem problem, Solution solution) {
        if (!solution.answered()) {
            return "%s: %s.".formatted(problem.id(), solution.why());
        }
        var certificate = solution.certificate().orElseThrow();
        List<String> parts = new ArrayList<>();
        certificate.get("parts").forEach(part -> {
            List<String> names = new ArrayList<>();
            part.forEach(i -> names.add(Shown.plain(problem.players().get(i.intValue()))));
            parts.add(names.stream().collect(Collectors.joining(" + ")));
        });
        return String.format(
                Locale.ROOT,
                "%s, %s: %s\n  %s\n  %s; cost of stability %s\n  %.3f s, %s, %s",
                Shown.plain(problem.id()),
                Counted.of(problem.n(), "players"),
                worth(solution.value().doubleValue(), certificate),
                String.join("\n  ", parts),
                certificate.get("proven_optimal").booleanValue() ? "proven optimal" : "not proven optimal",
                SolutionText.decimal(certificate.get("cost_of_stability").doubleValue()),
                solution.seconds(),
                Counted.of(solution.scans(), "scans"),
                Counted.of(solution.lps(), "linear programs"));
    }

    private static String worth(double value, JsonNode certificate) {
        boolean costs = certificate.has(StructureJson.LOWER_BOUND);
        double bound = certificate
                .get(costs ? StructureJson.LOWER_BOUND : StructureJson.UPPER_BOUND)
                .doubleValue();
        return (costs ? "costs %s in all, at least %s is needed" : "worth %s together, at most %s is possible")
                .formatted(SolutionText.decimal(value), SolutionText.decimal(bound));
    }
}
