package org.muster.plan.need;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.muster.games.Fraction;
import org.muster.games.cost.CoverGame;

/// What members need of a demand beyond each price, told apart by whether units in common are then short, just used up,
/// or left over: what [ScarcityPricing] asks, over all coalitions of willing members without one listed.
///
/// Without units in common sources are used in the order of their prices, and a member's need beyond a price is the
/// units of its own that are used at dearer ones. What everybody can have, and what is missing, is needed in common.
/// Coalitions in which nobody goes count nowhere.
///
/// All are means of integrals over prices, in minor units: units times the price of each.
///
/// @param isShort how much of the prices at which units in common serve, on average, more is needed than there is
/// @param isEven  the same where just as much is needed
/// @param players by player
/// @param common  what is needed in common
public record WhenShort(Fraction isShort, Fraction isEven, List<Beyond> players, Beyond common) {
    public WhenShort {
        players = List.copyOf(players);
    }

    /// What somebody needs.
    ///
    /// @param below   at prices below a draw, where units in common do not serve
    /// @param isShort at those at which they are short
    /// @param isEven  at those at which they are just used up
    public record Beyond(Fraction below, Fraction isShort, Fraction isEven) {
        static final Beyond NOTHING = new Beyond(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

        Beyond plus(Beyond other) {
            return new Beyond(below.plus(other.below), isShort.plus(other.isShort), isEven.plus(other.isEven));
        }

        Beyond times(Fraction factor) {
            return new Beyond(below.times(factor), isShort.times(factor), isEven.times(factor));
        }

        /// What somebody pays who pays in full where units are short, and a part where they are just used up.
        ///
        /// @param part from 0 to 1
        public Fraction paid(Fraction part) {
            return below.plus(isShort).plus(isEven.times(part));
        }
    }

    /// The same so many times.
    public WhenShort times(Fraction factor) {
        return new WhenShort(
                isShort.times(factor),
                isEven.times(factor),
                players.stream().map(one -> one.times(factor)).toList(),
                common.times(factor));
    }

    private WhenShort plus(WhenShort other) {
        List<Beyond> sums = new ArrayList<>();
        for (int i = 0; i < players.size(); i++) {
            sums.add(players.get(i).plus(other.players.get(i)));
        }
        return new WhenShort(isShort.plus(other.isShort), isEven.plus(other.isEven), sums, common.plus(other.common));
    }

    /// Reads a demand where each player is willing with a chance of its own, independently.
    ///
    /// Two needs are walked together for every price and every use of a dearer source.
    ///
    /// @param demand  without the units in common
    /// @param pool    those units, which may serve every line of it
    /// @param willing by player, from 0 to 1
    /// @throws ArithmeticException where there are more than [Need#MOST_STATES] states
    public static WhenShort of(Demand demand, CommonPool pool, List<Fraction> willing) {
        BigInteger whole = willing.stream().map(Fraction::denominator).reduce(BigInteger.ONE, BigInteger::multiply);
        List<BigInteger> ins = willing.stream().map(Fraction::numerator).toList();
        List<BigInteger> outs = willing.stream()
                .map(q -> q.denominator().subtract(q.numerator()))
                .toList();
        BigInteger nobody = outs.stream().reduce(BigInteger.ONE, BigInteger::multiply);
        List<BigInteger> none = willing.stream().map(q -> BigInteger.ZERO).toList();
        List<BigInteger> sure = willing.stream().map(q -> BigInteger.ONE).toList();
        WhenShort all = new Reading(demand, pool, ins, outs).run();
        WhenShort empty = new Reading(demand, pool, none, sure).run();
        return all.plus(empty.times(new Fraction(nobody.negate(), BigInteger.ONE)))
                .times(new Fraction(BigInteger.ONE, whole));
    }

    /// Weighted sums of units, by how what is needed compares with what there is.
    private record Sums(BigInteger over, BigInteger even) {
        static final Sums NOTHING = new Sums(BigInteger.ZERO, BigInteger.ZERO);

        Sums minus(Sums other) {
            return new Sums(over.subtract(other.over), even.subtract(other.even));
        }
    }

    private static final class Reading {
        private final Demand demand;
        private final CommonPool pool;
        private final List<BigInteger> ins;
        private final List<BigInteger> outs;
        private final Uses uses;
        private Beyond common = Beyond.NOTHING;
        private final Beyond[] players;

        Reading(Demand demand, CommonPool pool, List<BigInteger> ins, List<BigInteger> outs) {
            this.demand = demand;
            this.pool = pool;
            this.ins = ins;
            this.outs = outs;
            this.uses = new Uses(demand, List.of());
            this.players = new Beyond[demand.players()];
            Arrays.fill(players, Beyond.NOTHING);
        }

        WhenShort run() {
            List<Long> prices = CommonPool.prices(demand.prices(), List.of(pool));
            BigInteger isShort = BigInteger.ZERO;
            BigInteger isEven = BigInteger.ZERO;
            for (int j = 0; j + 1 < prices.size(); j++) {
                long price = prices.get(j);
                BigInteger width = BigInteger.valueOf(prices.get(j + 1) - price);
                int used = (int) uses.inOrder().stream()
                        .filter(use -> use.price() <= price)
                        .count();
                if (price < pool.drawPrice()) {
                    below(used, width);
                } else {
                    Sums often = step(used, width);
                    isShort = isShort.add(often.over().multiply(width));
                    isEven = isEven.add(often.even().multiply(width));
                }
            }
            return new WhenShort(whole(isShort), whole(isEven), List.of(players), common);
        }

        private static Fraction whole(BigInteger number) {
            return new Fraction(number, BigInteger.ONE);
        }

        /// Where units in common do not serve, whatever is needed counts.
        private void below(int used, BigInteger width) {
            BigInteger before = mean(used);
            for (int u = used; u < uses.inOrder().size(); u++) {
                BigInteger after = mean(u + 1);
                Fraction part = whole(before.subtract(after).multiply(width));
                add(u, new Beyond(part, Fraction.ZERO, Fraction.ZERO));
                before = after;
            }
        }

        private BigInteger mean(int done) {
            BigInteger sum = BigInteger.ZERO;
            for (Map.Entry<Long, BigInteger> one :
                    uses.lacking(done).walked(Weights.WHOLE, ins, outs).entrySet()) {
                sum = sum.add(one.getValue().multiply(BigInteger.valueOf(one.getKey())));
            }
            return sum;
        }

        /// @return how often units are short, and how often just used up
        private Sums step(int used, BigInteger width) {
            Need here = uses.lacking(used);
            BigInteger over = BigInteger.ZERO;
            BigInteger even = BigInteger.ZERO;
            BigInteger overUnits = BigInteger.ZERO;
            for (Map.Entry<Long, BigInteger> one :
                    here.walked(Weights.WHOLE, ins, outs).entrySet()) {
                if (one.getKey() > pool.units()) {
                    over = over.add(one.getValue());
                    overUnits = overUnits.add(one.getValue().multiply(BigInteger.valueOf(one.getKey())));
                } else if (one.getKey() == pool.units()) {
                    even = even.add(one.getValue());
                }
            }
            Sums before = new Sums(overUnits, even.multiply(BigInteger.valueOf(pool.units())));
            for (int u = used; u < uses.inOrder().size(); u++) {
                Sums after = u + 1 < uses.inOrder().size() ? units(here, uses.lacking(u + 1)) : Sums.NOTHING;
                Sums part = before.minus(after);
                add(
                        u,
                        new Beyond(
                                Fraction.ZERO,
                                whole(part.over().multiply(width)),
                                whole(part.even().multiply(width))));
                before = after;
            }
            return new Sums(over, even);
        }

        /// What is lacking after some uses, where units in common are short or just used up before them.
        private Sums units(Need here, Need after) {
            BigInteger over = BigInteger.ZERO;
            BigInteger even = BigInteger.ZERO;
            for (Map.Entry<Need.Both, BigInteger> one :
                    here.walkedWith(after, Weights.WHOLE, ins, outs).entrySet()) {
                BigInteger units =
                        one.getValue().multiply(BigInteger.valueOf(one.getKey().other()));
                if (one.getKey().one() > pool.units()) {
                    over = over.add(units);
                } else if (one.getKey().one() == pool.units()) {
                    even = even.add(units);
                }
            }
            return new Sums(over, even);
        }

        private void add(int use, Beyond some) {
            Uses.Use one = uses.inOrder().get(use);
            int player = one.kind() == Uses.Kind.SOURCE ? uses.playerOf(one) : CoverGame.Offer.OUTSIDE;
            if (player == CoverGame.Offer.OUTSIDE) {
                common = common.plus(some);
            } else {
                players[player] = players[player].plus(some);
            }
        }
    }
}
