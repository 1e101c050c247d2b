package org.muster.games.cost;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// Users of one good who ask for different amounts of it, and what producing a total costs: straight lines between
/// given points, from nothing for nothing.
///
/// @param demands one per user, not negative
/// @param points  quantities ascending, the last at least the sum of the demands
public record SerialProblem(List<Fraction> demands, List<Point> points) {
    /// What a total quantity costs.
    public record Point(Fraction quantity, Fraction cost) {}

    public SerialProblem {
        demands = List.copyOf(demands);
        points = List.copyOf(points);
        if (demands.isEmpty()) {
            throw new IllegalArgumentException("serial cost sharing needs at least one demand");
        }
        Fraction sum = Fraction.ZERO;
        for (Fraction demand : demands) {
            if (demand.sign() < 0) {
                throw new IllegalArgumentException("a demand is not negative, but one is " + demand);
            }
            sum = sum.plus(demand);
        }
        Fraction last = Fraction.ZERO;
        for (Point point : points) {
            if (point.quantity().compareTo(last) <= 0) {
                throw new IllegalArgumentException(
                        "quantities ascend from above 0, but %s comes after %s".formatted(point.quantity(), last));
            }
            last = point.quantity();
        }
        if (last.compareTo(sum) < 0) {
            throw new IllegalArgumentException(
                    "the cost is known up to %s, but the demands add up to %s".formatted(last, sum));
        }
    }

    /// What it costs to produce a quantity between 0 and the last point's.
    public Fraction cost(Fraction quantity) {
        Point before = new Point(Fraction.ZERO, Fraction.ZERO);
        for (Point point : points) {
            if (quantity.compareTo(point.quantity()) <= 0) {
                Fraction slope =
                        point.cost().minus(before.cost()).over(point.quantity().minus(before.quantity()));
                return before.cost().plus(slope.times(quantity.minus(before.quantity())));
            }
            before = point;
        }
        return before.cost();
    }

    /// What each user pays by serial cost sharing ([SerialCost]).
    public List<Fraction> serial() {
        return SerialCost.shares(demands, this::cost);
    }

    /// What each user pays in proportion to the demands (average cost pricing); equal parts where nobody asks for
    /// anything.
    public List<Fraction> average() {
        Fraction sum = demands.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (sum.isZero()) {
            return demands;
        }
        Fraction each = cost(sum).over(sum);
        return demands.stream().map(demand -> each.times(demand)).toList();
    }

    /// The cost of the demands of one coalition at a time, in floating point, for up to 62 users.
    public LongToDoubleFunction costOf() {
        if (demands.size() > 62) {
            throw new IllegalArgumentException("coalitions are taken of up to 62 users, not " + demands.size());
        }
        return mask -> cost(Coalitions.players(mask).stream().map(demands::get).reduce(Fraction.ZERO, Fraction::plus))
                .doubleValue();
    }

    /// The cost game: what the demands of a coalition would cost if nobody else asked for anything; up to 32 users.
    public Game costGame() {
        return Game.streamed(demands.size(), costOf());
    }
}
