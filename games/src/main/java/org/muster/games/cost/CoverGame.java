package org.muster.games.cost;

import java.lang.foreign.Arena;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.TableGame;

/// A cover game: what it costs a coalition to meet requirements from its members' offers, cheapest first.
///
/// Lines do not compete for the same offers, so the cost of a coalition is the sum over lines of a merit order: offers
/// of its members by unit cost, then the market at its price for what is still missing. Offers dearer than the market
/// are never used. A line without a market has a penalty as its price: large, so that gaps weigh more than any cost.
///
/// Costs are whole numbers (minor units); the sum over lines of quantity times the dearest price must stay within 2^53.
///
/// @param players 1 to 62; games over all coalitions for up to 32
/// @param lines   requirements
public record CoverGame(int players, List<Line> lines) {
    /// One requirement.
    ///
    /// @param quantity    units required, not negative
    /// @param marketPrice price of a unit from outside, or the penalty for a unit that is missing
    /// @param offers      what members would bring
    public record Line(long quantity, long marketPrice, List<Offer> offers) {
        /// @throws IllegalArgumentException where a number is negative
        public Line {
            offers = List.copyOf(offers);
            if (quantity < 0 || marketPrice < 0) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "quantity %d and market price %d are not negative", quantity, marketPrice));
            }
        }

        /// The offers below the market's price, cheapest first.
        List<Offer> meritOrder() {
            return offers.stream()
                    .filter(o -> o.unitCost() < marketPrice)
                    .sorted(Comparator.comparingLong(Offer::unitCost))
                    .toList();
        }
    }

    /// Units that a player offers for one line.
    ///
    /// @param player   who offers; [#OUTSIDE] for units that every coalition can have at this price
    /// @param quantity units, not negative
    /// @param unitCost cost of a unit, not negative
    public record Offer(int player, long quantity, long unitCost) {
        /// The player of an offer from outside, open to every coalition.
        public static final int OUTSIDE = -1;

        public Offer {
            if (player < OUTSIDE || quantity < 0 || unitCost < 0) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "an offer has a player, a quantity and a unit cost that are not negative, not %d, %d, %d",
                        player,
                        quantity,
                        unitCost));
            }
        }

        boolean isOpenTo(long coalition) {
            return player == OUTSIDE || Coalitions.has(coalition, player);
        }
    }

    public CoverGame {
        lines = List.copyOf(lines);
        if (players > 62) {
            throw new IllegalArgumentException("a cover has at most 62 players, not " + players);
        }
        double bound = 0;
        for (Line line : lines) {
            bound += (double) line.quantity() * line.marketPrice();
            for (Offer offer : line.offers()) {
                if (offer.player() >= players) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT, "an offer names player %d, but the last is %d", offer.player(), players - 1));
                }
            }
        }
        if (bound >= 1L << 53) { // the sum is rounded: the next number looks like this one
            throw new IllegalArgumentException(
                    "costs beyond 2^53 minor units are not summed exactly; use larger units");
        }
    }

    /// The cost of meeting all requirements without anybody: the market's, after what is open to all.
    public long costOfNobody() {
        return cost(0);
    }

    /// What it costs a coalition to meet all requirements.
    public long cost(long coalition) {
        long sum = 0;
        for (Line line : lines) {
            sum += costOfLine(line, coalition);
        }
        return sum;
    }

    /// The same cost, one coalition at a time, with the offers in order beforehand; for up to 62 players, 0 for nobody.
    public LongToDoubleFunction costOf() {
        List<Line> ordered = lines.stream()
                .map(line -> new Line(line.quantity(), line.marketPrice(), line.meritOrder()))
                .toList();
        return coalition -> {
            long sum = 0;
            for (Line line : ordered) {
                sum += costInOrder(line.quantity(), line.marketPrice(), line.offers(), coalition);
            }
            return coalition == 0 ? 0 : sum;
        };
    }

    /// The cheapest way for `coalition` to have `line`, offer by offer.
    private static long costOfLine(Line line, long coalition) {
        return costInOrder(line.quantity(), line.marketPrice(), line.meritOrder(), coalition);
    }

    private static long costInOrder(long quantity, long marketPrice, List<Offer> cheapestFirst, long coalition) {
        long open = quantity;
        long sum = 0;
        for (Offer offer : cheapestFirst) {
            if (open > 0 && offer.isOpenTo(coalition)) {
                long used = Math.min(open, offer.quantity());
                sum += used * offer.unitCost();
                open -= used;
            }
        }
        return sum + open * marketPrice;
    }

    /// The game of saved cost: what a coalition's offers save against the market, `cost of nobody - cost(S)`; 0 for
    /// nobody.
    public Game savedAgainstMarket() {
        return overAll(cost(0), -1);
    }

    /// The cost game `c(S)`, with `c(empty) = 0` as in every cost game: whoever nobody is pays nothing.
    public Game costGame() {
        return overAll(0, 1);
    }

    private Game overAll(long base, int sign) {
        if (players > Coalitions.MOST_PLAYERS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a game over all coalitions has 1 to %d players, not %d",
                    Coalitions.MOST_PLAYERS,
                    players));
        }
        return new CoverCosts(this, base, sign);
    }

    /// The cost game as a table in memory, for many passes over it.
    public TableGame tabulated(Arena arena) {
        Game game = costGame();
        return TableGame.tabulate(players, arena, game::value);
    }
}
