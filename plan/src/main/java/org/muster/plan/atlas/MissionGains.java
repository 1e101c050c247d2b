package org.muster.plan.atlas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.games.Game;

/// At what charge coalitions of the alliance's own members would be no better off than by doing only what is worth
/// it to themselves: what the mission is worth to them, less what they would gain by themselves.
///
/// @param players bit `i` of a coalition is the `i`-th of these
/// @param charges minor units, whole
public record MissionGains(List<String> players, Game charges) {
    public MissionGains {
        players = List.copyOf(players);
    }

    /// Where a coalition may do single lines; empty where lines compete for units or members are too many.
    ///
    /// @param worth by the line's key and member, in minor units
    public static Optional<MissionGains> byLine(
            Alliance alliance, Mission mission, Map<String, Map<String, Long>> worth) {
        return Gains.of(alliance, mission, worth).map(game -> new MissionGains(game.players(), game.charges()));
    }

    /// Where a coalition does the whole mission or nothing.
    ///
    /// @param worth by member, in minor units
    public static Optional<MissionGains> whole(Alliance alliance, Mission mission, Map<String, Long> worth) {
        return Gains.of(alliance, mission, Map.of("", worth))
                .map(game -> new MissionGains(game.players(), game.charges()));
    }
}
