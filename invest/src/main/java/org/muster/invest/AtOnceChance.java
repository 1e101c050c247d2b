package org.muster.invest;

import java.util.List;
import org.muster.games.Fraction;

/// With what chance two missions that stand at the same time can both run, no unit, hour or crew counted twice.
///
/// Of years in which both come: worlds weigh as often as both come in them. A member is willing for both at once with
/// the lesser of its chances.
///
/// @param missions both, in the plan's order
/// @param method   how it is known: [HowKnown#PLANNER] or [HowKnown#ESTIMATED]
/// @param now      with nothing more in common
/// @param then     with the best
public record AtOnceChance(List<String> missions, HowKnown method, Ends now, Ends then) {
    /// A chance, or the ends of an interval that holds it in 95 of 100 seeds.
    ///
    /// @param least at the lower ends of intervals of willingness
    /// @param most  at the upper ends
    public record Ends(Fraction least, Fraction most) {}

    public AtOnceChance {
        missions = List.copyOf(missions);
    }
}
