package org.muster.invest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.pool.Pool;
import org.muster.games.Fraction;

/// How often how many units of a capability are needed beyond what willing members bring, and what each unit in common
/// is worth in a year: exact, over all coalitions, worlds and missions that can be told so.
///
/// A moment is a phase of a mission, or a year of it where units are used up over the year: units that are there again
/// are needed anew in each.
///
/// @param capability its code
/// @param candidate  whose units these are: it says what a draw costs and which lines are in time for them
/// @param period     over what time units are counted
/// @param missions   missions whose moments are counted
/// @param valued     of these the missions with a price of failure whose money is told: only that makes a unit worth
///                   something
/// @param atLeast    by mission that is counted but not valued, why more than so much may be needed, in a sentence
/// @param notTold    by mission, why its need cannot be told so, in a sentence
/// @param steps      by the price at which others offer, ascending: what is needed where all that is asked for at most
///                   at that price is used up; the last, without a tail, is the dearest price of a missing unit
/// @param needed     the same at the price of a draw, whatever that is in each moment
/// @param missing    the same where everything that may be had is used up: what nobody has at any price
/// @param unitValues what each unit is worth, from the first on, falling; units beyond the last are worth nothing
/// @param held       units of the candidate that the best portfolio has
public record NeedInCommon(
        String capability,
        String candidate,
        Pool.Period period,
        List<String> missions,
        List<String> valued,
        Map<String, String> atLeast,
        Map<String, String> notTold,
        List<Step> steps,
        List<Tail> needed,
        List<Tail> missing,
        List<UnitValue> unitValues,
        long held) {
    public NeedInCommon {
        missions = List.copyOf(missions);
        valued = List.copyOf(valued);
        atLeast = Collections.unmodifiableMap(new LinkedHashMap<>(atLeast));
        notTold = Collections.unmodifiableMap(new LinkedHashMap<>(notTold));
        steps = List.copyOf(steps);
        needed = List.copyOf(needed);
        missing = List.copyOf(missing);
        unitValues = List.copyOf(unitValues);
    }

    /// What is needed from a price to the next.
    ///
    /// @param price in minor units, from 0
    /// @param tail  how often so many units are needed
    public record Step(Fraction price, List<Tail> tail) {
        public Step {
            tail = List.copyOf(tail);
        }
    }

    /// How often at least so many units are needed, and more than in the entry before.
    ///
    /// @param units above 0, ascending
    /// @param times moments in a year on average, falling
    public record Tail(long units, Fraction times) {}

    /// Units that are worth the same.
    ///
    /// @param from  the first of them, counted from 1
    /// @param to    the last
    /// @param value by how much each lowers what missions cost in a year on average, in minor units
    public record UnitValue(long from, long to, Fraction value) {}

    /// How often at least so many units are needed, by an account of it.
    ///
    /// @param units above 0
    public static Fraction times(List<Tail> tails, long units) {
        return tails.stream()
                .filter(tail -> tail.units() >= units)
                .findFirst()
                .map(Tail::times)
                .orElse(Fraction.ZERO);
    }

    /// What the `k`-th unit is worth in a year, in minor units.
    ///
    /// @param k from 1
    public Fraction valueOf(long k) {
        return unitValues.stream()
                .filter(some -> some.to() >= k)
                .findFirst()
                .map(UnitValue::value)
                .orElse(Fraction.ZERO);
    }
}
