package org.muster.games.concept;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.games.claims.Claims;
import org.muster.games.cost.Airport;
import org.muster.games.cost.AssignmentMarket;
import org.muster.games.cost.CoverGame;
import org.muster.games.cost.SerialProblem;
import org.muster.games.cost.SpanningTree;
import org.muster.games.graph.Graph;
import org.muster.games.voting.VotingRule;
import org.muster.games.voting.WeightedVoting;

/// A game as it is given, one record for each kind of answer.
public sealed interface GameContent {
    /// The game over all coalitions, for up to 32 players, in units of [#unit]; costs where [#isCost].
    ///
    /// @param arena holds the table where there is one
    Game game(Arena arena);

    /// The same for one coalition at a time, for up to 62 players, without a table where the kind needs none.
    default LongToDoubleFunction worth(Arena arena) {
        return game(arena)::value;
    }

    /// What 1 in the game stands for.
    Fraction unit();

    /// Whether coalitions cost something instead of being worth something.
    boolean isCost();

    /// Values over all coalitions, in units of `unit` (decimals are held as whole numbers of a small unit).
    ///
    /// @param make     makes the game in the arena it is given, when it is needed
    /// @param rounding how far a value may be from the number that was given: 0 but for large tables of long numbers
    record Values(Function<Arena, Game> make, Fraction unit, Origin origin, double rounding) implements GameContent {
        /// Values that are not rounded.
        public Values(Function<Arena, Game> make, Fraction unit, Origin origin) {
            this(make, unit, origin, 0);
        }

        @Override
        public Game game(Arena arena) {
            return make.apply(arena);
        }

        @Override
        public boolean isCost() {
            return false;
        }
    }

    /// Where values come from.
    enum Origin {
        TABLE,
        GENERATED,
        STRUCTURE_GENERATED
    }

    /// Costs over all coalitions, in units of `unit`.
    ///
    /// @param rounding how far a cost may be from the number that was given: 0 but for large tables of long numbers
    record Costs(Function<Arena, Game> make, Fraction unit, double rounding) implements GameContent {
        @Override
        public Game game(Arena arena) {
            return make.apply(arena);
        }

        @Override
        public boolean isCost() {
            return true;
        }
    }

    /// A weighted rule, counted.
    record Voting(WeightedVoting rule) implements GameContent {
        @Override
        public Game game(Arena arena) {
            return rule.game();
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            return coalition -> rule.wins(coalition) ? 1 : 0;
        }

        @Override
        public Fraction unit() {
            return Fraction.ONE;
        }

        @Override
        public boolean isCost() {
            return false;
        }
    }

    /// A rule over several criteria.
    record Rule(VotingRule rule) implements GameContent {
        @Override
        public Game game(Arena arena) {
            return rule.game();
        }

        @Override
        public Fraction unit() {
            return Fraction.ONE;
        }

        @Override
        public boolean isCost() {
            return false;
        }
    }

    /// More claims than there is to share.
    record ClaimsContent(Claims claims) implements GameContent {
        @Override
        public Game game(Arena arena) {
            return inUnits().game();
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            return inUnits().worth();
        }

        private Claims inUnits() {
            return new Claims(
                    claims.endowment().over(unit()),
                    claims.claims().stream().map(c -> c.over(unit())).toList());
        }

        @Override
        public Fraction unit() {
            return CommonUnit.of(Stream.concat(Stream.of(claims.endowment()), claims.claims().stream())
                    .toList());
        }

        @Override
        public boolean isCost() {
            return false;
        }
    }

    /// One facility as large as the most demanding user needs.
    ///
    /// @param clones whether members come in groups, answered one number a group
    record AirportContent(Airport airport, boolean clones) implements GameContent {
        @Override
        public Game game(Arena arena) {
            return inUnits().costGame();
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            return inUnits().costOf();
        }

        private Airport inUnits() {
            return new Airport(airport.groups().stream()
                    .map(g -> new Airport.Group(g.cost().over(unit()), g.members()))
                    .toList());
        }

        @Override
        public Fraction unit() {
            return CommonUnit.of(
                    airport.groups().stream().map(Airport.Group::cost).toList());
        }

        @Override
        public boolean isCost() {
            return true;
        }
    }

    /// One good for different demands.
    record SerialContent(SerialProblem problem) implements GameContent {
        @Override
        public Game game(Arena arena) {
            Game cost = problem.costGame();
            return cost.players() <= 20 ? TableGame.tabulate(cost.players(), arena, cost::value) : cost;
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            return problem.costOf();
        }

        @Override
        public Fraction unit() {
            return Fraction.ONE;
        }

        @Override
        public boolean isCost() {
            return true;
        }
    }

    /// Additive edges and nodes.
    record GraphContent(Graph graph, List<Fraction> weights, List<Fraction> nodes) implements GameContent {
        public GraphContent {
            weights = List.copyOf(weights);
            nodes = List.copyOf(nodes);
        }

        @Override
        public Game game(Arena arena) {
            return graph.additive(inUnits(weights), inUnits(nodes));
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            return graph.worth(inUnits(weights), inUnits(nodes));
        }

        private double[] inUnits(List<Fraction> parts) {
            Fraction unit = unit();
            return parts.stream().mapToDouble(p -> p.over(unit).doubleValue()).toArray();
        }

        @Override
        public Fraction unit() {
            return CommonUnit.of(Stream.concat(weights.stream(), nodes.stream()).toList());
        }

        @Override
        public boolean isCost() {
            return false;
        }
    }

    /// Dividends: each is worth its value to every coalition that holds all of its players.
    record Terms(int n, List<Long> masks, List<Fraction> values) implements GameContent {
        public Terms {
            masks = List.copyOf(masks);
            values = List.copyOf(values);
        }

        @Override
        public Game game(Arena arena) {
            double bound = 0;
            for (double value : inUnits()) {
                bound += value == Math.rint(value) ? Math.abs(value) : Double.NaN;
            }
            return Game.streamedWhole(n, bound, worth(arena));
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            long[] sets = masks.stream().mapToLong(m -> m).toArray();
            double[] worth = inUnits();
            return coalition -> {
                double sum = 0;
                for (int t = 0; t < sets.length; t++) {
                    sum += (sets[t] & ~coalition) == 0 ? worth[t] : 0;
                }
                return sum;
            };
        }

        private double[] inUnits() {
            Fraction unit = unit();
            return values.stream().mapToDouble(v -> v.over(unit).doubleValue()).toArray();
        }

        @Override
        public Fraction unit() {
            return CommonUnit.of(values);
        }

        @Override
        public boolean isCost() {
            return false;
        }
    }

    /// Players to be connected to a source.
    record TreeContent(SpanningTree tree) implements GameContent {
        @Override
        public Game game(Arena arena) {
            return inUnits().costGame();
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            return inUnits().costOf();
        }

        private SpanningTree inUnits() {
            Fraction unit = unit();
            return new SpanningTree(tree.costs().stream()
                    .map(row -> row.stream().map(c -> c.over(unit)).toList())
                    .toList());
        }

        @Override
        public Fraction unit() {
            return CommonUnit.of(tree.costs().stream().flatMap(List::stream).toList());
        }

        @Override
        public boolean isCost() {
            return true;
        }
    }

    /// Sellers and buyers.
    record MarketContent(AssignmentMarket market) implements GameContent {
        @Override
        public Game game(Arena arena) {
            return market.players() <= 26
                    ? inUnits().game()
                    : Game.streamed(market.players(), inUnits().worthOf());
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            return inUnits().worthOf();
        }

        private AssignmentMarket inUnits() {
            Fraction unit = unit();
            return new AssignmentMarket(market.worth().stream()
                    .map(row -> row.stream().map(w -> w.over(unit)).toList())
                    .toList());
        }

        @Override
        public Fraction unit() {
            return CommonUnit.of(market.worth().stream().flatMap(List::stream).toList());
        }

        @Override
        public boolean isCost() {
            return false;
        }
    }

    /// Requirements met from members' offers, streamed.
    record CoverContent(CoverGame cover, Fraction unit) implements GameContent {
        /// Players for whom the costs of all coalitions are kept.
        private static final int MOST_KEPT = 22;

        @Override
        public Game game(Arena arena) {
            Game streamed = cover.costGame();
            if (cover.players() > MOST_KEPT) {
                return streamed;
            }
            double[] costs = new double[1 << cover.players()];
            streamed.read(0, costs.length, costs, 0);
            return TableGame.wrapping(costs);
        }

        @Override
        public LongToDoubleFunction worth(Arena arena) {
            return cover.costOf();
        }

        @Override
        public boolean isCost() {
            return true;
        }
    }
}
