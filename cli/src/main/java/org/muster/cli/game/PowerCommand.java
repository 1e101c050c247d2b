package org.muster.cli.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster game power FILE...`: every power index of a voting rule.
@Command(
        name = "power",
        description = "Power indices of voting rules: who is pivotal, and how often.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PowerCommand implements Callable<Integer> {
    private static final List<String> INDICES = List.of(
            "shapley_shubik",
            "banzhaf_absolute",
            "banzhaf_normalized",
            "banzhaf_swings",
            "coleman_initiate",
            "coleman_prevent",
            "coleman_act",
            "rae",
            "public_help_index",
            "deegan_packel",
            "public_good_index",
            "johnston");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Voting rules, or games with values 0 and 1.")
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
                if (!known.containsKey("shapley_shubik")) {
                    refused = true;
                    err.println(
                            "%s: this is no voting rule. Give a weighted_voting or voting_rule file, or a game with values 0 and 1."
                                    .formatted(problem.file()));
                    continue;
                }
                List<Solution> solutions = new ArrayList<>();
                for (String index : INDICES) {
                    if (known.containsKey(index)) {
                        long start = System.nanoTime();
                        Solution solution = known.get(index).solve().apply(index);
                        solutions.add(solution.named(index, (System.nanoTime() - start) / 1e9));
                    }
                }
                lines.add(json ? json(problem, solutions) : SolutionText.of(problem, solutions));
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

    private static String json(GameProblem problem, List<Solution> solutions) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", problem.file());
        node.put("id", problem.id());
        node.put("n", problem.n());
        ArrayNode names = node.putArray("players");
        problem.players().forEach(names::add);
        ArrayNode list = node.putArray("solutions");
        solutions.forEach(solution -> list.add(solution.json()));
        return node.toString();
    }
}
