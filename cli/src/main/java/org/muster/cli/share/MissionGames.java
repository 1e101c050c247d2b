package org.muster.cli.share;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.plan.atlas.Atlas;
import org.muster.plan.atlas.MissionCosts;
import org.muster.plan.solve.SolveOptions;
import org.muster.share.game.MissionGame;

/// Where the planner's costs of coalitions become the game that the rules share by.
final class MissionGames {
    /// A mission's cost game with the census of its coalitions, where there is one.
    record Found(MissionGame game, Optional<Atlas> atlas) {}

    private MissionGames() {}

    /// What the mission costs every coalition of the allies; those whose declared benefit is nothing have no interest.
    static Found of(Alliance alliance, Mission mission, SolveOptions options) {
        MissionTerms terms = alliance.sharing().termsOf(mission.id());
        Set<String> interested = new LinkedHashSet<>();
        for (Member member : alliance.members()) {
            if (member.isAlly() && terms.hasInterest(member.code())) {
                interested.add(member.code());
            }
        }
        MissionCosts costs = MissionCosts.of(alliance, mission, interested, options);
        String account = Character.toUpperCase(costs.account().charAt(0))
                + costs.account().substring(1) + ".";
        MissionGame.Method method = switch (costs.method()) {
            case ATLAS -> MissionGame.Method.ATLAS;
            case CACHED -> MissionGame.Method.CACHED;
            case ESTIMATED -> MissionGame.Method.ESTIMATED;
        };
        return new Found(new MissionGame(costs.players(), costs.costs(), method, account), costs.atlas());
    }
}
