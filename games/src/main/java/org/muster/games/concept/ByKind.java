package org.muster.games.concept;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.games.core.Nucleolus;

/// Which concepts a game answers by its kind and size, and how.
final class ByKind {
    private static final int TABULATED = 24;

    /// Players up to whom all concepts of a structured game are answered without being asked for.
    private static final int SMALL = 20;

    /// Players for whom a knapsack or cuts take the place of the table.
    private static final int MOST_BY_ORACLE = 62;

    private final GameContent content;
    private final long n;
    private final Extras extras;
    private final Wish wish;
    private final Arena arena;

    /// @param n     players
    /// @param arena holds tables for as long as concepts are asked for
    ByKind(GameContent content, long n, Extras extras, Wish wish, Arena arena) {
        this.content = content;
        this.n = n;
        this.extras = extras;
        this.wish = wish;
        this.arena = arena;
    }

    /// The concepts; of two with the same name the first counts.
    List<Concept> concepts() {
        return switch (content) {
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
    }

    private static List<Concept> asRounded(double rounding, List<Concept> concepts) {
        return rounding == 0
                ? concepts
                : concepts.stream().map(concept -> concept.ofRounded(rounding)).toList();
    }

    private List<Concept> ofValues(GameContent.Values values) {
        Game game = values.make().apply(arena);
        return switch (values.origin()) {
            case TABLE -> new TableConcepts(game, values.unit(), extras, wish).values();
            case GENERATED -> lean(game, values.unit());
            case STRUCTURE_GENERATED ->
                new TableConcepts(game, values.unit(), extras, wish)
                        .values().stream()
                                .map(c -> c.byDefault(c.name().equals("coalition_structure")))
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
        return named(c -> names.contains(c.name()), new TableConcepts(game, unit, extras, wish).values());
    }

    private List<Concept> ofCosts(Game game, Fraction unit) {
        return new TableConcepts(game, unit, extras, wish).costs();
    }

    private Game tabulated(Game game) {
        return game.players() <= TABULATED ? TableGame.tabulate(game.players(), arena, game::value) : game;
    }

    private List<Concept> voting(GameContent.Voting voting) {
        List<Concept> concepts = new ArrayList<>(VotingConcepts.ofWeights(voting.rule(), wish.threads()));
        concepts.add(new Concept("shapley", false, solveOf(concepts, "shapley_shubik")));
        if (voting.rule().voters() <= Coalitions.MOST_PLAYERS) {
            concepts.addAll(simpleGame(voting.rule().game()));
        } else if (voting.rule().voters() <= MOST_BY_ORACLE) {
            concepts.add(new Concept("nucleolus", false, () -> Outcome.of(Nucleolus.ofVoting(voting.rule()))));
        }
        return concepts;
    }

    private List<Concept> rule(GameContent.Rule rule) {
        List<Concept> concepts =
                new ArrayList<>(VotingConcepts.ofGame(rule.rule().game(), wish.threads(), true));
        concepts.add(new Concept("shapley", false, solveOf(concepts, "shapley_shubik")));
        concepts.addAll(simpleGame(rule.rule().game()));
        return concepts;
    }

    private static Supplier<Outcome> solveOf(List<Concept> concepts, String name) {
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
                new TableConcepts(tabulated(game), Fraction.ONE, extras, wish).values());
    }

    private List<Concept> claims(GameContent.ClaimsContent content) {
        List<Concept> concepts = ClosedForms.of(content.claims());
        if (n <= TABULATED) {
            concepts.addAll(named(c -> false, overCoalitions(content)));
        }
        return concepts;
    }

    private List<Concept> airport(GameContent.AirportContent content) {
        List<Concept> concepts = ClosedForms.of(content.airport());
        if (!content.clones() && n <= TABULATED) {
            concepts.addAll(smallOnly(overCoalitions(content)));
        }
        return concepts;
    }

    private List<Concept> serial(GameContent.SerialContent content) {
        List<Concept> concepts = ClosedForms.of(content.problem());
        if (n <= TABULATED) {
            concepts.addAll(smallOnly(overCoalitions(content)));
        }
        return concepts;
    }

    private List<Concept> tree(GameContent.TreeContent content) {
        List<Concept> concepts = ClosedForms.of(content.tree());
        if (n <= Coalitions.MOST_PLAYERS) {
            concepts.addAll(smallOnly(overCoalitions(content)));
        }
        return concepts;
    }

    /// From 25 players on only what takes a few passes, and that when asked.
    private List<Concept> cover(GameContent.CoverContent content) {
        if (n > Coalitions.MOST_PLAYERS) {
            return List.of();
        }
        List<Concept> concepts = ofCosts(content.game(arena), content.unit());
        return n <= TABULATED ? concepts : named(c -> c.byDefault() && c.name().equals("cost_share_shapley"), concepts);
    }

    private List<Concept> market(GameContent.MarketContent content) {
        List<Concept> concepts = ClosedForms.of(content.market());
        if (n > SMALL) {
            concepts.add(new Concept("nucleolus", true, () -> byPairs(content)));
        }
        if (n <= TABULATED) {
            concepts.addAll(smallOnly(overCoalitions(content)));
        }
        return concepts;
    }

    /// In a market only single players and pairs count.
    private Outcome byPairs(GameContent.MarketContent market) {
        Answer answer = Nucleolus.ofEssential(
                (int) n, market.worth(arena), market.market().essential());
        return Outcome.of(answer.times(market.unit()));
    }

    private List<Concept> terms(GameContent.Terms content) {
        List<Concept> concepts = ClosedForms.of(content);
        if (n <= Coalitions.MOST_PLAYERS) {
            concepts.addAll(overCoalitions(content));
        }
        return concepts;
    }

    private List<Concept> graph(GameContent.GraphContent content) {
        int players = content.graph().players();
        List<Concept> concepts = ClosedForms.of(content);
        if (players <= Coalitions.MOST_PLAYERS) {
            concepts.addAll(named(c -> c.byDefault() && players <= TABULATED, overCoalitions(content)));
        } else if (players <= MOST_BY_ORACLE && content.nodes().stream().allMatch(Fraction::isZero)) {
            concepts.add(new Concept("nucleolus", false, () -> Outcome.of(Nucleolus.ofGraph(weights(content)))));
        }
        return concepts;
    }

    private static double[][] weights(GameContent.GraphContent content) {
        int players = content.graph().players();
        double[][] at = new double[players][players];
        for (int e = 0; e < content.weights().size(); e++) {
            var link = content.graph().links().get(e);
            at[link.a()][link.b()] += content.weights().get(e).doubleValue();
            at[link.b()][link.a()] = at[link.a()][link.b()];
        }
        return at;
    }

    /// All concepts over the coalitions of a structured game; numerical only where its game holds rounded numbers.
    private List<Concept> overCoalitions(GameContent content) {
        Game game = tabulated(content.game(arena));
        List<Concept> concepts = content.isCost()
                ? ofCosts(game, content.unit())
                : new TableConcepts(game, content.unit(), extras, wish).values();
        if (game.wholeBound() < 0x1p53) { // not at the bound itself, which may be a rounded sum
            return concepts;
        }
        double off = 1e-12
                * Math.max(Math.abs(game.grandValue()), Double.MIN_NORMAL)
                * content.unit().doubleValue();
        return concepts.stream().map(concept -> concept.ofRounded(off)).toList();
    }

    private List<Concept> smallOnly(List<Concept> concepts) {
        return named(c -> c.byDefault() && n <= SMALL, concepts);
    }

    private static List<Concept> named(Predicate<Concept> byDefault, List<Concept> concepts) {
        return concepts.stream().map(c -> c.byDefault(byDefault.test(c))).toList();
    }
}
