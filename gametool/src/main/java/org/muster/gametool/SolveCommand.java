package org.muster.gametool;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.gamefile.GameProblem;
import org.muster.games.concept.Catalogue;
import org.muster.games.concept.Concept;
import org.muster.games.concept.Wish;
import org.muster.report.game.Solution;
import org.muster.report.game.SolutionJson;
import org.muster.report.game.SolutionText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster game solve FILE...`: values, core, nucleolus, power, shares.
@Command(
        name = "solve",
        description = "Solves games: values, core and nucleolus, power indices, claims and cost shares.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  muster game solve glove.json",
            "  muster game solve *.json --concepts shapley,nucleolus --exact --json",
            "  muster game solve large.json --estimate --half-width 0.01 --seed 7",
            "Kinds of files and names of concepts: docs/games.md."
        })
final class SolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Game files, JSON or CSV; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--concepts",
            paramLabel = "NAME,...",
            description = "What to work out (default: all that fit the kind and size).")
    private List<String> concepts = new ArrayList<>();

    @Option(names = "--exact", description = "Fractions for the nucleolus family as well.")
    private boolean exact;

    @Option(names = "--certify", description = "Prove the nucleolus family exactly; the proof comes with the answer.")
    private boolean certify;

    @ArgGroup(exclusive = false)
    private @Nullable EstimateFlags estimate;

    @Mixin
    private final GameCall call = new GameCall();

    @Override
    public Integer call() {
        List<String> asked = GameFiles.split(concepts);
        Wish wish = new Wish(exact, certify, call.threads());
        Optional<EstimateFlags> options = Optional.ofNullable(estimate).filter(EstimateFlags::wanted);
        return call.answer(spec, files, (problem, arena, err) -> {
            Optional<String> flaw = options.flatMap(o -> o.flaw(problem));
            if (flaw.isPresent()) {
                err.println(flaw.get());
                return Optional.empty();
            }
            Catalogue known = options.map(
                            o -> Catalogue.ofEstimates(problem.content(), (int) problem.n(), o.wish(), arena))
                    .orElseGet(() -> GameCall.concepts(problem, wish, arena));
            List<String> missing =
                    asked.stream().filter(name -> known.find(name).isEmpty()).toList();
            for (String name : missing) {
                err.println("%s: \"%s\" is no concept for this game. Known here: %s."
                        .formatted(problem.file(), name, String.join(", ", known.names())));
            }
            if (!missing.isEmpty()) {
                return Optional.empty();
            }
            List<Solution> solutions = solve(problem, known, asked, err);
            return Optional.of(GameCall.Answered.of(
                    call.json() ? SolutionJson.of(problem, solutions) : SolutionText.of(problem, solutions),
                    solutions));
        });
    }

    private List<Solution> solve(GameProblem problem, Catalogue known, List<String> asked, PrintWriter err) {
        List<Concept> wanted = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (asked.isEmpty()) {
            known.concepts().stream().filter(Concept::byDefault).forEach(concept -> {
                wanted.add(concept);
                names.add(concept.name());
            });
        } else {
            for (String name : asked) {
                wanted.add(known.find(name).orElseThrow());
                names.add(name);
            }
        }
        List<Solution> solutions = new ArrayList<>();
        for (int k = 0; k < wanted.size(); k++) {
            String what =
                    String.format(Locale.ROOT, "%s: %s (%d of %d)", problem.id(), names.get(k), k + 1, wanted.size());
            Concept concept = wanted.get(k);
            String name = names.get(k);
            solutions.add(call.during(err, what, () -> Solution.of(concept, name)));
        }
        return solutions;
    }
}
