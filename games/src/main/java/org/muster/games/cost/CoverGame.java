package org.muster.games.cost;

import java.lang.foreign.Arena;
import java.util.Comparator;
import java.util.List;
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
/// @param players 1 to 32
/// @param lines   requirements
public record CoverGame(int players, List<Line> lines) {
    /// One requirement.
    ///
    /// @param quantity    units required, not negative
    /// @param marketPrice price of a unit from outside, or the penalty for a unit that is missing
    /// @param offers      what members would bring
    public record Line(long quantity, long marketPrice, List<Offer> offers) {
        public Line {
            offers = List.copyOf(offers);
            if (quantity < 0 || marketPrice < 0) {
                throw new IllegalArgumentException(
                        "quantity %d and market price %d are not negative".formatted(quantity, marketPrice));
            }
        }
    }

    /// Units that a player offers for one line.
    ///
    /// @param player   who offers
    /// @param quantity units, not negative
    /// @param unitCost cost of a unit, not negative
    public record Offer(int player, long quantity, long unitCost) {
        public Offer {
            if (player < 0 || quantity < 0 || unitCost < 0) {
                throw new IllegalArgumentException(
                        "an offer has a player, a quantity and a unit cost that are not negative, not %d, %d, %d"
                                .formatted(player, quantity, unitCost));
            }
        }
    }

    /// Lines whose offers come from at most this many players are looked up in a table of their own.
    private static final int TABLE_PLAYERS = 12;

    public CoverGame {
        lines = List.copyOf(lines);
        double bound = 0;
        for (Line line : lines) {
            bound += (double) line.quantity() * line.marketPrice();
            for (Offer offer : line.offers()) {
                if (offer.player() >= players) {
                    throw new IllegalArgumentException(
                            "an offer names player %d, but the last is %d".formatted(offer.player(), players - 1));
                }
            }
        }
        if (bound > 1L << 53) {
            throw new IllegalArgumentException(
                    "costs beyond 2^53 minor units are not summed exactly; use larger units");
        }
    }

    /// The cost of meeting all requirements without anybody: the market's.
    public long costOfNobody() {
        return lines.stream().mapToLong(l -> l.quantity() * l.marketPrice()).sum();
    }

    /// What it costs a coalition to meet all requirements.
    public long cost(long coalition) {
        long sum = 0;
        for (Line line : lines) {
            sum += costOfLine(line, meritOrder(line), coalition);
        }
        return sum;
    }

    private static List<Offer> meritOrder(Line line) {
        return line.offers().stream()
                .filter(o -> o.unitCost() < line.marketPrice())
                .sorted(Comparator.comparingLong(Offer::unitCost))
                .toList();
    }

    private static long costOfLine(Line line, List<Offer> meritOrder, long coalition) {
        long open = line.quantity();
        long sum = 0;
        for (Offer offer : meritOrder) {
            if (Coalitions.has(coalition, offer.player())) {
                long used = Math.min(open, offer.quantity());
                sum += used * offer.unitCost();
                open -= used;
            }
        }
        return sum + open * line.marketPrice();
    }

    /// The game of saved cost: what a coalition's offers save against the market, `cost of nobody - cost(S)`; 0 for
    /// nobody.
    public Game savedAgainstMarket() {
        long base = costOfNobody();
        return stream(base, -1);
    }

    /// The cost game `c(S)`, with `c(empty) = 0` as in every cost game: whoever nobody is pays nothing.
    public Game costGame() {
        return stream(0, 1);
    }

    private Game stream(long base, int sign) {
        List<LineCost> costs =
                lines.stream().map(l -> new LineCost(l, meritOrder(l))).toList();
        LineCost[] fast = costs.toArray(LineCost[]::new);
        return Game.streamedWhole(players, Math.max(1.0, (double) costOfNobody()), mask -> {
            if (mask == 0) {
                return 0;
            }
            long sum = 0;
            for (LineCost cost : fast) {
                sum += cost.of(mask);
            }
            return (double) (base + sign * sum);
        });
    }

    /// The cost game as a table in memory, for many passes over it.
    public TableGame tabulated(Arena arena) {
        Game game = costGame();
        return TableGame.tabulate(players, arena, game::value);
    }

    /// One line made fast: a table over the players that offer for it, or the merit order in arrays.
    private static final class LineCost {
        private final long offering;
        private final long[] table;
        private final Line line;
        private final List<Offer> order;

        LineCost(Line line, List<Offer> order) {
            long players = 0;
            for (Offer offer : order) {
                players |= 1L << offer.player();
            }
            int size = Long.bitCount(players);
            this.offering = players;
            this.line = line;
            this.order = order;
            this.table = size > TABLE_PLAYERS ? new long[0] : new long[1 << size];
            for (int pattern = 0; pattern < table.length; pattern++) {
                table[pattern] = costOfLine(line, order, Long.expand(pattern, offering));
            }
        }

        long of(long mask) {
            return table.length > 0 ? table[(int) Long.compress(mask, offering)] : costOfLine(line, order, mask);
        }
    }
}
