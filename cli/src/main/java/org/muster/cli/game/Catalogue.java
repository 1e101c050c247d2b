package org.muster.cli.game;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.DerivedGames;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.games.core.EssentialSeparation;
import org.muster.games.core.GraphSeparation;
import org.muster.games.core.Nucleolus;
import org.muster.games.core.VotingSeparation;
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
            Map.entry("dividends", "harsanyi_dividends"),
            Map.entry("interaction", "shapley_interaction"),
            Map.entry("cost_share_bird", "bird"),
            Map.entry("cost_share_folk", "folk"),
            Map.entry("cost_share_serial", "serial"),
            Map.entry("cost_share_average_cost", "average_cost"),
            Map.entry("lorenz", "dutta_ray"));

    private static final String SHARE = "cost_share_";
    private static final int TABULATED = 24;

    /// Players up to whom all concepts of a structured game are answered without being asked for.
    private static final int SMALL = 20;

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
            case GameContent.Values values -> asRounded(values.rounding(), ofValues(values));
            case GameContent.Costs costs ->
                asRounded(costs.rounding(), ofCosts(costs.make().apply(arena), costs.unit()));
            case GameContent.Voting voting -> voting(voting);
            case GameContent.Rule rule -> rule(rule);
            case GameContent.ClaimsContent claims -> claims(claims);
            case GameContent.AirportContent airport -> airport(airport);
            case GameContent.GraphContent graph -> graph(graph);
            case GameContent.Terms terms -> terms(terms);
            case GameContent.TreeContent tree -> tree(tree);
            case GameContent.MarketContent market -> market(market);
            case GameContent.CoverContent cover -> cover(cover);
            case GameContent.SerialContent serial -> serial(serial);
        };
        Map<String, Concept> byName = new LinkedHashMap<>();
        listed.forEach(concept -> byName.putIfAbsent(concept.name(), concept));
        return byName;
    }

    /// The concept that a name means here: itself, an alias, or for costs the cost share of that name.
    static Optional<Concept> find(Map<String, Concept> concepts, String asked) {
        String name = asked.trim().toLowerCase(Locale.ROOT).replace('-', '_');
        String known = ALIASES.getOrDefault(name, name);
        String bare = name.startsWith(SHARE) ? name.substring(SHARE.length()) : name;
        String share = SHARE + ALIASES.getOrDefault(bare, bare);
        for (String candidate : List.of(name, known, SHARE + name, share)) {
            if (concepts.containsKey(candidate)) {
                return Optional.of(concepts.get(candidate));
            }
        }
        return Optional.empty();
    }

    private static List<Concept> asRounded(double rounding, List<Concept> concepts) {
        return rounding == 0
                ? concepts
                : concepts.stream().map(concept -> concept.ofRounded(rounding)).toList();
    }

    private List<Concept> ofValues(GameContent.Values values) {
        Game game = values.make().apply(arena);
        return switch (values.origin()) {
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
        return named(c -> names.contains(c.name()), new TableConcepts(game, unit, problem.extras(), wish).values());
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

    /// Core and nucleolus of a simple game; where a table holds it also without being asked.
    private List<Concept> simpleGame(Game game) {
        List<String> names = List.of("nucleolus", "prenucleolus", "least_core_epsilon", "core_nonempty");
        return named(
                c -> game.players() <= TABULATED && names.contains(c.name()),
                new TableConcepts(tabulated(game), Fraction.ONE, problem.extras(), wish).values());
    }

    private List<Concept> claims(GameContent.ClaimsContent content) {
        List<Concept> concepts = ClosedForms.of(content.claims());
        if (problem.n() <= TABULATED) {
            concepts.addAll(named(c -> false, overCoalitions(content)));
        }
        return concepts;
    }

    private List<Concept> airport(GameContent.AirportContent content) {
        List<Concept> concepts = ClosedForms.of(content.airport());
        if (!content.clones() && problem.n() <= TABULATED) {
            concepts.addAll(smallOnly(overCoalitions(content)));
        }
        return concepts;
    }

    private List<Concept> serial(GameContent.SerialContent content) {
        List<Concept> concepts = ClosedForms.of(content.problem());
        if (problem.n() <= TABULATED) {
            concepts.addAll(smallOnly(overCoalitions(content)));
        }
        return concepts;
    }

    private List<Concept> tree(GameContent.TreeContent content) {
        List<Concept> concepts = ClosedForms.of(content.tree());
        if (problem.n() <= Coalitions.MOST_PLAYERS) {
            concepts.addAll(smallOnly(overCoalitions(content)));
        }
        return concepts;
    }

    /// From 25 players on only what takes a few passes, and that when asked.
    private List<Concept> cover(GameContent.CoverContent content) {
        if (problem.n() > Coalitions.MOST_PLAYERS) {
            return List.of();
        }
        List<Concept> concepts = ofCosts(content.game(arena), content.unit());
        return problem.n() <= TABULATED
                ? concepts
                : named(c -> c.byDefault() && c.name().equals("cost_share_shapley"), concepts);
    }

    private List<Concept> market(GameContent.MarketContent content) {
        List<Concept> concepts = ClosedForms.of(content.market());
        if (problem.n() > SMALL) {
            concepts.add(new Concept("nucleolus", true, name -> byPairs(name, content)));
        }
        if (problem.n() <= TABULATED) {
            concepts.addAll(smallOnly(overCoalitions(content)));
        }
        return concepts;
    }

    /// In a market only single players and pairs count.
    private Solution byPairs(String name, GameContent.MarketContent content) {
        int n = (int) problem.n();
        var essential = new EssentialSeparation(
                n, content.worth(arena), content.market().essential());
        Answer answer = Nucleolus.of(essential, new double[n]);
        return Solution.of(name, answer.times(content.unit()), false);
    }

    private List<Concept> terms(GameContent.Terms content) {
        List<Concept> concepts = ClosedForms.of(content);
        if (problem.n() <= Coalitions.MOST_PLAYERS) {
            concepts.addAll(overCoalitions(content));
        }
        return concepts;
    }

    private List<Concept> graph(GameContent.GraphContent content) {
        int n = content.graph().players();
        List<Concept> concepts = ClosedForms.of(content);
        if (n <= Coalitions.MOST_PLAYERS) {
            concepts.addAll(named(c -> c.byDefault() && n <= TABULATED, overCoalitions(content)));
        } else if (n <= MOST_BY_ORACLE && content.nodes().stream().allMatch(Fraction::isZero)) {
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

    /// All concepts over the coalitions of a structured game; numerical only where its game holds rounded numbers.
    private List<Concept> overCoalitions(GameContent content) {
        Game game = tabulated(content.game(arena));
        List<Concept> concepts = content.isCost()
                ? ofCosts(game, content.unit())
                : new TableConcepts(game, content.unit(), problem.extras(), wish).values();
        if (game.wholeBound() <= 0x1p53) {
            return concepts;
        }
        double off = 1e-12
                * Math.max(Math.abs(game.grandValue()), Double.MIN_NORMAL)
                * content.unit().doubleValue();
        return concepts.stream().map(concept -> concept.ofRounded(off)).toList();
    }

    private List<Concept> smallOnly(List<Concept> concepts) {
        return named(c -> c.byDefault() && problem.n() <= SMALL, concepts);
    }

    private static List<Concept> named(Predicate<Concept> byDefault, List<Concept> concepts) {
        return concepts.stream()
                .map(c -> new Concept(c.name(), byDefault.test(c), c.solve()))
                .toList();
    }
}
