package org.muster.cli.game;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.DerivedGames;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.games.claims.Claims;
import org.muster.games.claims.ClaimsRule;
import org.muster.games.core.GraphSeparation;
import org.muster.games.core.Nucleolus;
import org.muster.games.core.VotingSeparation;
import org.muster.games.cost.Airport;
import org.muster.games.voting.WeightedVoting;

/// Which concepts a game answers, and how.
final class Catalogue {
    /// Other names under which a concept is known.
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("banzhaf", "banzhaf_absolute"),
            Map.entry("holler", "public_good_index"),
            Map.entry("public_good", "public_good_index"),
            Map.entry("public_help", "public_help_index"),
            Map.entry("core", "core_nonempty"),
            Map.entry("least_core", "least_core_epsilon"),
            Map.entry("cea", "constrained_equal_awards"),
            Map.entry("cel", "constrained_equal_losses"),
            Map.entry("egalitarian", "equal"),
            Map.entry("moriarity", "cost_share_proportional"),
            Map.entry("structure", "coalition_structure"),
            Map.entry("lorenz", "dutta_ray"));

    private static final int TABULATED = 24;

    /// Players for whom a knapsack or cuts take the place of the table.
    private static final int MOST_BY_ORACLE = 62;

    private final GameProblem problem;
    private final TableConcepts.Wish wish;
    private final Arena arena;

    Catalogue(GameProblem problem, TableConcepts.Wish wish, Arena arena) {
        this.problem = problem;
        this.wish = wish;
        this.arena = arena;
    }

    /// The concepts by name.
    Map<String, Concept> concepts() {
        List<Concept> listed = switch (problem.content()) {
            case GameContent.Values values -> ofValues(values);
            case GameContent.Costs costs -> ofCosts(costs.make().apply(arena), costs.unit());
            case GameContent.Voting voting -> voting(voting);
            case GameContent.Rule rule -> rule(rule);
            case GameContent.ClaimsContent claims -> claims(claims.claims());
            case GameContent.AirportContent airport -> airport(airport);
            case GameContent.GraphContent graph -> graph(graph);
        };
        Map<String, Concept> byName = new LinkedHashMap<>();
        listed.forEach(concept -> byName.putIfAbsent(concept.name(), concept));
        return byName;
    }

    /// The concept that a name means here: itself, an alias, or for costs the cost share of that name.
    static Optional<Concept> find(Map<String, Concept> concepts, String asked) {
        String name = asked.trim().toLowerCase(Locale.ROOT).replace('-', '_');
        for (String candidate : List.of(name, ALIASES.getOrDefault(name, name), "cost_share_" + name)) {
            if (concepts.containsKey(candidate)) {
                return Optional.of(concepts.get(candidate));
            }
        }
        return Optional.empty();
    }

    private List<Concept> ofValues(GameContent.Values values) {
        Game game = values.make().apply(arena);
        return switch (values.origin()) {
            case UNANIMITY -> new TableConcepts(tabulated(game), values.unit(), problem.extras(), wish).values();
            case TABLE -> new TableConcepts(game, values.unit(), problem.extras(), wish).values();
            case GENERATED -> lean(game, values.unit());
            case STRUCTURE_GENERATED ->
                new TableConcepts(game, values.unit(), problem.extras(), wish)
                        .values().stream()
                                .map(c -> new Concept(c.name(), c.name().equals("coalition_structure"), c.solve()))
                                .toList();
        };
    }

    /// For generated games of any size: what takes a few passes.
    private List<Concept> lean(Game game, Fraction unit) {
        List<String> names = List.of(
                "shapley",
                "banzhaf_absolute",
                "banzhaf_normalized",
                "nucleolus",
                "prenucleolus",
                "least_core_epsilon",
                "core_nonempty");
        return new TableConcepts(game, unit, problem.extras(), wish)
                .values().stream()
                        .map(c -> new Concept(c.name(), names.contains(c.name()), c.solve()))
                        .toList();
    }

    private List<Concept> ofCosts(Game game, Fraction unit) {
        return new TableConcepts(game, unit, problem.extras(), wish)
                .costs(DerivedGames.savings(game), DerivedGames.negative(game));
    }

    private Game tabulated(Game game) {
        return game.players() <= TABULATED ? TableGame.tabulate(game.players(), arena, game::value) : game;
    }

    private List<Concept> voting(GameContent.Voting voting) {
        List<Concept> concepts = new ArrayList<>(VotingConcepts.ofWeights(voting.rule(), wish.threads()));
        concepts.add(new Concept("shapley", false, byDefault(concepts, "shapley_shubik")));
        if (voting.rule().voters() <= Coalitions.MOST_PLAYERS) {
            concepts.addAll(simpleGame(voting.rule().game()));
        } else if (voting.rule().voters() <= MOST_BY_ORACLE) {
            concepts.add(new Concept("nucleolus", false, name -> {
                WeightedVoting rule = voting.rule();
                double[] alone = rule.weights().stream()
                        .mapToDouble(w -> w >= rule.quota() ? 1 : 0)
                        .toArray();
                return Solution.of(
                        name, Nucleolus.of(new VotingSeparation(rule.quota(), rule.weights()), alone), false);
            }));
        }
        return concepts;
    }

    private List<Concept> rule(GameContent.Rule rule) {
        List<Concept> concepts =
                new ArrayList<>(VotingConcepts.ofGame(rule.rule().game(), wish.threads(), true));
        concepts.add(new Concept("shapley", false, byDefault(concepts, "shapley_shubik")));
        concepts.addAll(simpleGame(rule.rule().game()));
        return concepts;
    }

    private static Function<String, Solution> byDefault(List<Concept> concepts, String name) {
        return concepts.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .solve();
    }

    /// Core and nucleolus of a simple game; for up to 16 voters also without being asked.
    private List<Concept> simpleGame(Game game) {
        List<String> names = List.of("nucleolus", "prenucleolus", "least_core_epsilon", "core_nonempty");
        Game table = game.players() <= 20 ? tabulated(game) : game;
        return new TableConcepts(table, Fraction.ONE, problem.extras(), wish)
                .values().stream()
                        .map(c -> new Concept(c.name(), game.players() <= 16 && names.contains(c.name()), c.solve()))
                        .toList();
    }

    private static Concept exact(String name, boolean byDefault, Supplier<List<Fraction>> solve) {
        return new Concept(name, byDefault, asked -> Solution.of(asked, Answer.exact(solve.get(), 0), false));
    }

    private List<Concept> claims(Claims claims) {
        List<Concept> concepts = new ArrayList<>();
        for (ClaimsRule rule : ClaimsRule.values()) {
            concepts.add(exact(rule.name().toLowerCase(Locale.ROOT), true, () -> rule.divide(claims)));
        }
        concepts.add(exact("shapley", true, () -> ClaimsRule.RANDOM_ARRIVAL.divide(claims)));
        concepts.add(exact("nucleolus", true, () -> ClaimsRule.TALMUD.divide(claims)));
        if (problem.n() <= TABULATED) {
            Game game = claims.game();
            List<String> known = concepts.stream().map(Concept::name).toList();
            new TableConcepts(game, Fraction.ONE, problem.extras(), wish)
                    .values().stream()
                            .filter(c -> !known.contains(c.name()))
                            .map(c -> new Concept(c.name(), false, c.solve()))
                            .forEach(concepts::add);
        }
        return concepts;
    }

    private List<Concept> airport(GameContent.AirportContent content) {
        Airport airport = content.airport();
        List<Concept> concepts = new ArrayList<>(List.of(
                exact("cost_share_shapley", true, airport::shapley),
                exact("cost_share_nucleolus", true, airport::nucleolus)));
        if (!content.clones() && problem.n() <= TABULATED) {
            boolean small = problem.n() <= 16;
            Game game = airport.costGame();
            ofCosts(game, Fraction.ONE)
                    .forEach(c -> concepts.add(new Concept(c.name(), c.byDefault() && small, c.solve())));
        }
        return concepts;
    }

    private List<Concept> graph(GameContent.GraphContent content) {
        int n = content.graph().players();
        List<Concept> concepts = new ArrayList<>();
        concepts.add(exact("shapley", true, () -> halves(content)));
        concepts.add(exact("banzhaf_absolute", true, () -> halves(content)));
        if (n <= Coalitions.MOST_PLAYERS) {
            Game game = content.game(arena);
            new TableConcepts(tabulated(game), content.unit(), problem.extras(), wish)
                    .values()
                    .forEach(c -> concepts.add(new Concept(c.name(), c.byDefault() && n <= TABULATED, c.solve())));
        } else if (n <= MOST_BY_ORACLE) {
            concepts.add(new Concept("nucleolus", false, name -> {
                double[][] at = new double[n][n];
                for (int e = 0; e < content.weights().size(); e++) {
                    var link = content.graph().links().get(e);
                    at[link.a()][link.b()] += content.weights().get(e).doubleValue();
                    at[link.b()][link.a()] = at[link.a()][link.b()];
                }
                return Solution.of(name, Nucleolus.of(new GraphSeparation(at), new double[n]), false);
            }));
        }
        return concepts;
    }

    /// Half of the weights of the edges at each player: each edge is a dividend of two.
    private static List<Fraction> halves(GameContent.GraphContent content) {
        Fraction[] sums = IntStream.range(0, content.graph().players())
                .mapToObj(i -> Fraction.ZERO)
                .toArray(Fraction[]::new);
        for (int e = 0; e < content.weights().size(); e++) {
            Fraction half = content.weights().get(e).over(2);
            var link = content.graph().links().get(e);
            sums[link.a()] = sums[link.a()].plus(half);
            sums[link.b()] = sums[link.b()].plus(half);
        }
        return List.of(sums);
    }
}
