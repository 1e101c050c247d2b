package org.muster.invest;

import java.time.LocalDate;
import java.util.List;
import org.muster.games.Fraction;

/// What it is worth to buy a second time when it is known which world it is: exact, in minor units a year. By money
/// alone: yearly prices, and what missions with a price of failure cost with that price for those that fail; within
/// the budget in every world, without the chances that are asked for.
///
/// @param knownFrom the day from which it is known
/// @param canWait   candidates that are there by the plan's end when they are ordered then; all others are bought
///                  before, and stay
/// @param first     blocks that are bought before it is known, by candidate
/// @param worlds    what is bought in each world when it is known, and what that world then costs
/// @param rp        the least mean cost with a second purchase (the recourse problem)
/// @param ws        the least mean cost if it were known before the first purchase (wait and see)
/// @param eev       the mean cost where the first purchase is the best for the mean world
/// @param once      the least mean cost of one purchase for all worlds, without a second
/// @param isProven  whether these are certain
public record Waiting(
        LocalDate knownFrom,
        List<String> canWait,
        List<Integer> first,
        List<InWorld> worlds,
        Fraction rp,
        Fraction ws,
        Fraction eev,
        Fraction once,
        boolean isProven) {
    public Waiting {
        canWait = List.copyOf(canWait);
        first = List.copyOf(first);
        worlds = List.copyOf(worlds);
    }

    /// A world when it is known.
    ///
    /// @param world  its id
    /// @param second blocks that are bought then, by candidate
    /// @param cost   of a year in it with both purchases
    public record InWorld(String world, List<Integer> second, Fraction cost) {
        public InWorld {
            second = List.copyOf(second);
        }
    }

    /// What it would be worth to know which world it is before anything is bought.
    public Fraction evpi() {
        return rp.minus(ws);
    }

    /// What it is worth to buy for all worlds and not for the mean one.
    public Fraction vss() {
        return eev.minus(rp);
    }

    /// What the second purchase is worth: by how much one purchase for all worlds costs more.
    public Fraction worth() {
        return once.minus(rp);
    }
}
