package org.muster.answer;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.plan.OutOfTime;
import org.muster.plan.atlas.Atlas;
import org.muster.plan.atlas.LineSupplies;
import org.muster.plan.atlas.MissionCosts;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.fold.Fold;
import org.muster.share.game.MissionGame;
import org.muster.solve.LinearModel;
import org.muster.solve.SolveOptions;

/// Where the planner's costs of coalitions become the game that the rules share by.
final class MissionGames {
    /// A mission's cost game with the census of its coalitions, where there is one; or why there is no game.
    record Found(Optional<MissionGame> game, Optional<Atlas> atlas, String whyNot) {
        static Found none(String whyNot) {
            return new Found(Optional.empty(), Optional.empty(), whyNot);
        }
    }

    private MissionGames() {}

    /// What the mission costs every coalition of the allies; those whose declared benefit is nothing have no interest.
    static Found of(Alliance alliance, Mission mission, SolveOptions options) {
        MissionTerms terms = alliance.sharing().termsOf(mission.id());
        Set<String> interested = new LinkedHashSet<>();
        int allies = 0;
        for (Member member : alliance.members()) {
            allies += member.isAlly() ? 1 : 0;
            if (member.isAlly() && terms.hasInterest(member.code())) {
                interested.add(member.code());
            }
        }
        if (allies == 0) {
            return Found.none("the alliance has no allies, only partners");
        }
        try {
            LineSupplies lines = LineSupplies.of(alliance, mission, interested);
            return allies > MissionCosts.MOST_IN_ATLAS && lines.isSeparable()
                    ? byLines(lines, WhoCan.of(alliance, mission).counted(Fold.MOST_STATES))
                    : byCosts(MissionCosts.of(alliance, mission, interested, options), lines);
        } catch (OutOfTime e) {
            return Found.none(String.valueOf(e.getMessage()));
        } catch (ArithmeticException | LinearModel.TooLarge tooLarge) {
            return Found.none(TOO_LARGE);
        }
    }

    private static final String TOO_LARGE = "costs of coalitions may exceed 2^53 minor units, beyond which they are not"
            + " summed exactly; state amounts in larger units";

    private static Found byLines(LineSupplies lines, Optional<Atlas> counted) {
        MissionGame game = new MissionGame(
                lines.players(),
                Optional.empty(),
                lines::cost,
                MissionGame.Method.LINES,
                "The cost of single coalitions in closed form, line by line, and the Shapley value by counting units; "
                        + MissionCosts.ASSUMED + ".",
                lines.shapley());
        return new Found(Optional.of(game), counted, "");
    }

    private static Found byCosts(MissionCosts costs, LineSupplies lines) {
        if (!(costs.costs().wholeBound() <= MissionGame.MOST)) {
            return Found.none(TOO_LARGE);
        }
        MissionGame.Method method = switch (costs.method()) {
            case ATLAS -> MissionGame.Method.ATLAS;
            case CACHED -> MissionGame.Method.CACHED;
            case ESTIMATED -> MissionGame.Method.ESTIMATED;
        };
        List<String> players = costs.players();
        ToLongFunction<BitSet> single = coalition -> costs.single()
                .applyAsLong(coalition.stream().mapToObj(players::get).collect(java.util.stream.Collectors.toSet()));
        String account = Character.toUpperCase(costs.account().charAt(0))
                + costs.account().substring(1) + ".";
        Optional<Game> all = players.size() <= Coalitions.MOST_PLAYERS ? Optional.of(costs.costs()) : Optional.empty();
        MissionGame game = new MissionGame(players, all, single, method, account, Optional.empty());
        if (lines.isSeparable() && method == MissionGame.Method.ATLAS) {
            game = lines.shapley()
                    .map(inOrder -> reordered(inOrder, lines.players(), players))
                    .map(game::with)
                    .orElse(game);
        }
        return new Found(Optional.of(game), costs.atlas(), "");
    }

    private static <T> List<T> reordered(List<T> values, List<String> from, List<String> to) {
        return to.stream().map(player -> values.get(from.indexOf(player))).toList();
    }
}
