package org.muster.invest;

import java.math.BigInteger;
import java.util.List;
import org.muster.games.Fraction;

/// What is known of a mission with a portfolio: exact, mixed over the worlds in which it comes.
///
/// @param mission    its id
/// @param perYear    how often it comes in a year, over all worlds
/// @param method     how it is known
/// @param why        why not by a fold, one sentence each; empty where it is
/// @param runs       whether it can run with everybody willing, in some world
/// @param chance     the chance that it can run when it comes; at the lower ends where chances are intervals
/// @param chanceMost the same at the upper ends
/// @param players    allies, in the alliance's order
/// @param without    by player: the chance without it
/// @param bySize     coalitions of each size that can, in the first world
/// @param losing     the most members of whom any may stay at home, all others going, in every world; 0 where it hangs
///                   on somebody, or cannot run
public record Judged(
        String mission,
        Fraction perYear,
        HowKnown method,
        List<String> why,
        boolean runs,
        Fraction chance,
        Fraction chanceMost,
        List<String> players,
        List<Fraction> without,
        List<BigInteger> bySize,
        int losing) {
    public Judged {
        why = List.copyOf(why);
        players = List.copyOf(players);
        without = List.copyOf(without);
        bySize = List.copyOf(bySize);
    }

    /// How many of these fail in a year on average.
    public Fraction failuresPerYear() {
        return perYear.times(Fraction.ONE.minus(chance));
    }

    /// The chance that it can run without a member.
    public Fraction without(String member) {
        int place = players.indexOf(member);
        return place < 0 ? chance : without.get(place);
    }

    /// The member that it can least do without, and the chance then.
    public Fraction weakest() {
        return without.stream().reduce(chance, Fraction::min);
    }

    /// Members without which it cannot run at all, though it can with them.
    public List<String> indispensable() {
        return runs
                ? players.stream().filter(member -> without(member).isZero()).toList()
                : List.of();
    }

    /// The same without what becomes of it without members.
    Judged brief() {
        return new Judged(mission, perYear, method, why, false, chance, chanceMost, List.of(), List.of(), List.of(), 0);
    }

    /// Whether a portfolio changes nothing of it.
    boolean isAs(Judged other) {
        return chance.equals(other.chance)
                && chanceMost.equals(other.chanceMost)
                && without.equals(other.without)
                && losing == other.losing;
    }
}
