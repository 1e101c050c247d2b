package org.muster.games.concept;

import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Coalitions;
import org.muster.games.CostGame;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.RationalTable;
import org.muster.games.TableGame;
import org.muster.games.voting.WeightedVoting;

/// From a table, a function, costs or a voting rule to its concepts by name.
///
/// Coalitions are bit patterns: bit `i` is player `i`, so a table has its values in the order `v({})`, `v({0})`,
/// `v({1})`, `v({0,1})`, `v({2})`, and so on. Answers come with proofs where there are some, and use all processors;
/// both can be chosen with a [Wish]. Tables off the heap live as long as the catalogue is reachable.
public final class Games {
    /// The most players for whom the values of a function are kept in a table.
    private static final int TABULATED = 24;

    private Games() {}

    /// The concepts of a game given by all its values.
    ///
    /// @param values indexed by coalition, `2^n` of them, the first 0
    /// @throws IllegalArgumentException where that is not so
    public static Catalogue ofTable(double... values) {
        return of(TableGame.of(values), Wish.CERTIFIED);
    }

    /// The concepts of a game given by all its values exactly.
    ///
    /// @param values indexed by coalition, `2^n` of them, the first 0
    /// @throws IllegalArgumentException where that is not so
    public static Catalogue ofTable(List<Fraction> values) {
        BigInteger common = BigInteger.ONE;
        for (Fraction value : values) {
            common = common.divide(common.gcd(value.denominator())).multiply(value.denominator());
        }
        BigInteger unit = common;
        List<BigInteger> whole = values.stream()
                .map(v -> v.numerator().multiply(unit.divide(v.denominator())))
                .toList();
        boolean held = whole.stream().allMatch(v -> v.bitLength() <= 53);
        Game game = held
                ? TableGame.wrapping(
                        whole.stream().mapToDouble(BigInteger::doubleValue).toArray())
                : RationalTable.of(whole);
        return of(game, new Fraction(BigInteger.ONE, unit), Wish.CERTIFIED);
    }

    /// The concepts of a game whose values a pure function gives.
    ///
    /// @param players 1 to [Coalitions#MOST_PLAYERS]; up to 24 the function is asked once for every coalition
    /// @param worth   of a coalition, 0 for the empty one
    public static Catalogue ofFunction(int players, LongToDoubleFunction worth) {
        return of(tabulated(players, worth), Wish.CERTIFIED);
    }

    /// The concepts of a game.
    public static Catalogue of(Game game, Wish wish) {
        return of(game, Fraction.ONE, wish);
    }

    private static Catalogue of(Game game, Fraction unit, Wish wish) {
        var content = new GameContent.Values(arena -> game, unit, GameContent.Origin.TABLE, 0);
        return Catalogue.of(content, game.players(), Extras.NONE, wish, Arena.ofAuto());
    }

    /// The cost shares of a game whose numbers are what every coalition would pay, by a pure function.
    ///
    /// @param players 1 to [Coalitions#MOST_PLAYERS]; up to 24 the function is asked once for every coalition
    /// @param costs   of a coalition, 0 for the empty one
    public static Catalogue ofCosts(int players, LongToDoubleFunction costs) {
        return of(new CostGame(tabulated(players, costs)), Wish.CERTIFIED);
    }

    /// The cost shares of a cost game.
    public static Catalogue of(CostGame game, Wish wish) {
        var content = new GameContent.Costs(arena -> game.costs(), Fraction.ONE, 0);
        return Catalogue.of(content, game.costs().players(), Extras.NONE, wish, Arena.ofAuto());
    }

    /// The power indices, and for few voters core and nucleolus, of a weighted voting rule.
    ///
    /// @param quota   the weight from which on a coalition wins, above 0
    /// @param weights one a voter, not negative
    /// @throws IllegalArgumentException naming what is wrong
    public static Catalogue ofVoting(long quota, long... weights) {
        return of(new WeightedVoting(quota, Arrays.stream(weights).boxed().toList()), Wish.CERTIFIED);
    }

    /// The power indices, and for few voters core and nucleolus, of a weighted voting rule.
    public static Catalogue of(WeightedVoting rule, Wish wish) {
        return Catalogue.of(new GameContent.Voting(rule), rule.voters(), Extras.NONE, wish, Arena.ofAuto());
    }

    private static Game tabulated(int players, LongToDoubleFunction value) {
        if (players < 1 || players > Coalitions.MOST_PLAYERS) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d players: give 1 to %d", players, Coalitions.MOST_PLAYERS));
        }
        requireFinite(0, value.applyAsDouble(0));
        LongToDoubleFunction finite = coalition -> requireFinite(coalition, value.applyAsDouble(coalition));
        return players <= TABULATED
                ? TableGame.tabulate(players, Arena.ofAuto(), finite)
                : Game.streamed(players, finite);
    }

    private static double requireFinite(long coalition, double value) {
        if (!Double.isFinite(value) || (coalition == 0 && value != 0)) {
            throw new IllegalArgumentException("coalition %s has the value %s: give a finite number, 0 for nobody"
                    .formatted(Coalitions.players(coalition), value));
        }
        return value;
    }
}
