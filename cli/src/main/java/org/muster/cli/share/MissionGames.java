package org.muster.cli.share;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.plan.atlas.Atlas;
import org.muster.plan.atlas.MissionCosts;
import org.muster.plan.solve.SolveOptions;
import org.muster.share.game.MissionGame;

/// Where the planner's costs of coalitions become the game that the rules share by.
final class MissionGames {
    /// Up to so many members the planner's costs are looked up for every coalition.
    private static final int MOST_TABULATED = 16;

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
        return switch (costs.method()) {
            case ATLAS -> found(costs, costs.costs(), MissionGame.Method.ATLAS, account);
            case CACHED ->
                costs.players().size() <= MOST_TABULATED
                        ? found(costs, table(costs.costs()), MissionGame.Method.CACHED, account)
                        : found(costs, costs.costs(), MissionGame.Method.ESTIMATED, tooMany(costs, account));
            case ESTIMATED -> found(costs, costs.costs(), MissionGame.Method.ESTIMATED, account);
        };
    }

    private static Found found(MissionCosts costs, Game game, MissionGame.Method method, String account) {
        return new Found(new MissionGame(costs.players(), game, method, account), costs.atlas());
    }

    private static String tooMany(MissionCosts costs, String account) {
        return account + " Not all coalitions of " + costs.players().size()
                + " members were looked at, so what needs them" + " all is estimated or left out.";
    }

    private static Game table(Game costs) {
        double[] values = new double[1 << costs.players()];
        for (int coalition = 1; coalition < values.length; coalition++) {
            values[coalition] = costs.value(coalition);
        }
        return TableGame.wrapping(values);
    }
}
