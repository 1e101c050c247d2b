package org.muster.plan.need;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.muster.games.Fraction;

/// Who pays for units in common by scarcity: *you pay for what the pool spares you when it is short*.
///
/// Members own needs add up; `T` of them alone would hold as many units as is cheapest for them, at a price a unit
/// whether drawn or not, and go on paying for what is needed beyond. Where units can be bought one by one, scarcity
/// prices are shares with which no coalition would rather hold units of its own: a moment counts in full where all
/// together need more than there is, not at all where they need less, and by one common part where they need just
/// as much, so that the moments that count add up to the price of a unit. Those weights are a solution of the dual
/// of every coalition's problem, and the best one of all together.
///
/// Source: A. Müller, M. Scarsini, M. Shaked, *The newsvendor game has a nonempty core*, Games and Economic Behavior 38
/// (2002); X. Chen, J. Zhang, *A stochastic programming duality approach to inventory centralization games*, Operations
/// Research 57 (2009).
///
/// @param members   how many there are
/// @param unitPrice what a unit in common costs in a year, not negative
/// @param block     units that can only be bought together, at least 1
/// @param moments   what is needed when
public record ScarcityPricing(int members, Fraction unitPrice, long block, List<Moment> moments) {
    /// A step of prices in a future.
    ///
    /// @param weight its chance times the width of the step, in minor units, not negative
    /// @param draws  whether a unit in common serves at these prices; below its draw price it does not
    /// @param needs  by member, whole units, not negative
    public record Moment(Fraction weight, boolean draws, List<Long> needs) {
        public Moment {
            needs = List.copyOf(needs);
        }

        long of(long coalition) {
            long sum = 0;
            for (int i = 0; i < needs.size(); i++) {
                sum += (coalition >>> i & 1) != 0 ? needs.get(i) : 0;
            }
            return sum;
        }
    }

    public ScarcityPricing {
        moments = List.copyOf(moments);
    }

    private long all() {
        return (1L << members) - 1;
    }

    /// Units that a coalition would hold: the fewest of the cheapest.
    ///
    /// O(moments^2).
    public long units(long coalition) {
        TreeSet<Long> tried = new TreeSet<>(List.of(0L));
        for (Moment moment : moments) {
            if (moment.draws()) {
                long need = moment.of(coalition);
                tried.add(need / block * block);
                tried.add(Math.ceilDiv(need, block) * block);
            }
        }
        long best = 0;
        Fraction least = cost(coalition, 0);
        for (long units : tried) {
            Fraction cost = cost(coalition, units);
            if (cost.compareTo(least) < 0) {
                least = cost;
                best = units;
            }
        }
        return best;
    }

    /// What a coalition pays in a year with so many units.
    public Fraction cost(long coalition, long units) {
        Fraction sum = unitPrice.times(units);
        for (Moment moment : moments) {
            long beyond = Math.max(0, moment.of(coalition) - (moment.draws() ? units : 0));
            sum = sum.plus(moment.weight().times(beyond));
        }
        return sum;
    }

    /// What a coalition pays in a year at the least.
    public Fraction cost(long coalition) {
        return cost(coalition, units(coalition));
    }

    /// What each member pays of all that all together pay. In the core where units can be bought one by one.
    public List<Fraction> shares() {
        long units = units(all());
        Fraction over = Fraction.ZERO;
        Fraction even = Fraction.ZERO;
        for (Moment moment : moments) {
            long need = moment.of(all());
            if (moment.draws() && need > units) {
                over = over.plus(moment.weight());
            } else if (moment.draws() && need == units) {
                even = even.plus(moment.weight());
            }
        }
        Fraction part = units == 0 || even.isZero()
                ? Fraction.ZERO
                : unitPrice.minus(over).over(even);
        List<Fraction> shares = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            Fraction share = Fraction.ZERO;
            for (Moment moment : moments) {
                long need = moment.of(all());
                Fraction counts = !moment.draws() || need > units ? Fraction.ONE : need == units ? part : Fraction.ZERO;
                share = share.plus(
                        moment.weight().times(counts).times(moment.needs().get(i)));
            }
            shares.add(share);
        }
        return shares;
    }
}
