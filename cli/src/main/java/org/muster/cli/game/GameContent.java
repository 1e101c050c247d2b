package org.muster.cli.game;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.function.Function;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.claims.Claims;
import org.muster.games.cost.Airport;
import org.muster.games.graph.Graph;
import org.muster.games.voting.VotingRule;
import org.muster.games.voting.WeightedVoting;

/// What a file says about a game, one record for each kind of answer.
sealed interface GameContent {
    /// The game over all coalitions, for up to 32 players, in units of [#unit]; costs where [#isCost].
    ///
    /// @param arena holds the table where there is one
    Game game(Arena arena);

    /// What 1 in the game stands for.
    Fraction unit();

    /// Whether coalitions cost something instead of being worth something.
    boolean isCost();

    /// Values over all coalitions, in units of `unit` (decimals are held as whole numbers of a small unit).
    ///
    /// @param make makes the game in the arena it is given, when it is needed
    record Values(Function<Arena, Game> make, Fraction unit, Origin origin) implements GameContent {
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
        UNANIMITY,
        GENERATED,
        STRUCTURE_GENERATED
    }

    /// Costs over all coalitions, in units of `unit`.
    record Costs(Function<Arena, Game> make, Fraction unit) implements GameContent {
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
            return claims.game();
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

    /// One facility as large as the most demanding user needs.
    ///
    /// @param clones whether members come in groups, answered one number a group
    record AirportContent(Airport airport, boolean clones) implements GameContent {
        @Override
        public Game game(Arena arena) {
            return airport.costGame();
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

    /// Additive edges.
    record GraphContent(Graph graph, List<Fraction> weights, Fraction unit) implements GameContent {
        public GraphContent {
            weights = List.copyOf(weights);
        }

        @Override
        public Game game(Arena arena) {
            return graph.additive(weights.stream()
                    .mapToDouble(w -> w.over(unit).doubleValue())
                    .toArray());
        }

        @Override
        public boolean isCost() {
            return false;
        }
    }
}
