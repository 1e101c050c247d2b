package org.muster.cli.game;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.muster.games.Coalitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Game files, JSON or CSV.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object a line for each game.")
    private boolean json;

    @Option(
            names = "--threads",
            defaultValue = "0",
            description = "Threads to use (default: all). Answers do not depend on it.")
    private int threads;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<List<GameProblem>> problems = GameFiles.read(files, err);
        if (problems.isEmpty()) {
            return 2;
        }
        List<String> lines = new ArrayList<>();
        boolean refused = false;
        for (GameProblem problem : problems.get()) {
            try (Arena arena = Arena.ofShared()) {
                TableConcepts.Wish wish = new TableConcepts.Wish(false, false, Threads.of(threads));
                Map<String, Concept> known = new Catalogue(problem, wish, arena).concepts();
                Concept concept = known.get("coalition_structure");
                if (concept == null) {
                    refused = true;
                    err.println("%s: this game has no values over all coalitions. Give a game of at most %d players."
                            .formatted(problem.file(), Coalitions.MOST_PLAYERS));
                    continue;
                }
                Progress.tell(err, problem.id() + ": coalition structure", problem.n());
                long start = System.nanoTime();
                Solution solution;
                try {
                    solution = concept.solve().apply("coalition_structure");
                } catch (ArithmeticException none) {
                    solution = Solution.undefined("coalition_structure", String.valueOf(none.getMessage()));
                }
                Progress.done(err);
                Solution timed = solution.named("coalition_structure", (System.nanoTime() - start) / 1e9);
                lines.add(json ? json(problem, timed) : text(problem, timed));
            }
        }
        err.flush();
        if (refused) {
            return 2;
        }
        lines.forEach(out::println);
        out.flush();
        return 0;
    }

    private static String json(GameProblem problem, Solution solution) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", problem.file());
        node.put("id", problem.id());
        node.put("n", problem.n());
        node.putArray("solutions").add(solution.json());
        node.set("value", solution.value());
        solution.certificate().ifPresent(c -> node.setAll((ObjectNode) c));
        node.put("seconds", solution.seconds());
        node.put("scans", solution.scans());
        node.put("lps", solution.lps());
        return node.toString();
    }

    private static String text(GameProblem problem, Solution solution) {
        if (!solution.why().isEmpty()) {
            return "%s: %s.".formatted(problem.id(), solution.why());
        }
        var certificate = solution.certificate().orElseThrow();
        List<String> parts = new ArrayList<>();
        certificate.get("parts").forEach(part -> {
            List<String> names = new ArrayList<>();
            part.forEach(i -> names.add(problem.players().get(i.intValue())));
            parts.add(names.stream().collect(Collectors.joining(" + ")));
        });
        return String.format(
                Locale.ROOT,
                "%s, %d players: worth %s together, at most %s is possible%n  %s%n  %s; cost of stability %s%n  %.3f s, %d scans, %d linear programs",
                problem.id(),
                problem.n(),
                solution.value(),
                certificate.get("upper_bound"),
                String.join(System.lineSeparator() + "  ", parts),
                certificate.get("proven_optimal").booleanValue() ? "proven optimal" : "not proven optimal",
                certificate.get("cost_of_stability"),
                solution.seconds(),
                solution.scans(),
                solution.lps());
    }
}
