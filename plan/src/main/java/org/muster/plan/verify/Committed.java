package org.muster.plan.verify;

import java.util.List;
import org.muster.alliance.mission.Mission;

/// A plan that stays as it is: what it uses is not there for the missions whose proof is checked.
///
/// @param mission   its mission
/// @param coalition members that take part
/// @param taken     what it uses
public record Committed(Mission mission, List<String> coalition, List<Taken> taken) {
    public Committed {
        coalition = List.copyOf(coalition);
        taken = List.copyOf(taken);
    }

    /// Units of a source in a phase.
    ///
    /// @param word  `offer`, `pool` or `market`
    /// @param id    the source's id
    /// @param phase a phase of the mission
    /// @param units whole units
    public record Taken(String word, String id, String phase, long units) {}
}
