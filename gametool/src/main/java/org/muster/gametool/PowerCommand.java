package org.muster.gametool;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.gamefile.GameProblem;
import org.muster.games.concept.Catalogue;
import org.muster.games.property.Properties;
import org.muster.report.game.Solution;
import org.muster.report.game.SolutionJson;
import org.muster.report.game.SolutionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    private static final int MOST_LOOKED_AT = 24;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Voting rules, or games with values 0 and 1.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final GameCall call = new GameCall();

    @Override
    public Integer call() {
        return call.answer(spec, files, (problem, arena, err) -> {
            Catalogue known = call.concepts(problem, arena);
            if (known.find("shapley_shubik").isEmpty()) {
                Optional<String> why = notMonotone(problem, arena);
                if (why.isPresent()) {
                    err.println(problem.file() + ": this is no voting rule: " + why.get()
                            + ". Give a game in which a coalition that wins also wins with others.");
                    return Optional.empty();
                }
                err.println(
                        "%s: this is no voting rule. Give a weighted_voting or voting_rule file, or a game with values 0 and 1."
                                .formatted(problem.file()));
                return Optional.empty();
            }
            List<Solution> solutions = INDICES.stream()
                    .flatMap(index -> known.find(index).stream().map(concept -> Solution.of(concept, index)))
                    .toList();
            return Optional.of(GameCall.Answered.of(
                    call.json() ? SolutionJson.ofPower(problem, solutions) : SolutionText.of(problem, solutions),
                    solutions));
        });
    }

    /// Why a game with values 0 and 1 is no voting rule, where it is one of those.
    private static Optional<String> notMonotone(GameProblem problem, Arena arena) {
        if (problem.n() > MOST_LOOKED_AT || problem.content().isCost()) {
            return Optional.empty();
        }
        Properties properties = Properties.of(problem.content().game(arena));
        return Optional.of(properties.monotone())
                .filter(finding -> finding.verdict() == Properties.Verdict.FAILS
                        && properties.simple().verdict() == Properties.Verdict.HOLDS)
                .map(Properties.Finding::sentence);
    }
}
