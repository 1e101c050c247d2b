package org.muster.plan.atlas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.games.Game;
import org.muster.input.Counted;
import org.muster.solve.SolveOptions;

/// What a mission costs every coalition of the alliance's own members on its own (see [StandAlone]).
///
/// @param players bit `i` of a coalition is the `i`-th of these
/// @param costs   minor units; 0 for a coalition in which nobody has an interest in the mission
/// @param method  how they were found
/// @param account the same in a sentence for people, with what is assumed
/// @param why     why the lines cannot be costed one by one, one sentence each; empty for the atlas
/// @param atlas   which coalitions can do the mission; only where all of them were looked at
/// @param single  the cost of one coalition, whatever the number of players; a mask holds 62
public record MissionCosts(
        List<String> players,
        Game costs,
        Method method,
        String account,
        List<String> why,
        Optional<Atlas> atlas,
        ToLongFunction<Set<String>> single) {
    /// Up to so many members that matter the planner is asked for all their coalitions.
    public static final int MOST_CACHED = 12;

    /// Players up to which every coalition is looked at.
    public static final int MOST_IN_ATLAS = 30;

    private static final int MINIMAL_LISTED = 50;

    /// A state of a fold takes the time that looking at so many coalitions takes, at most.
    private static final int COALITIONS_A_STATE = 256;

    public MissionCosts {
        players = List.copyOf(players);
        why = List.copyOf(why);
    }

    /// Works out what is needed to answer for any coalition; for a separable mission also the atlas.
    ///
    /// @param interested members with an interest in the mission; usually all
    /// @param options    for the planner where it is asked, and the number of threads
    public static MissionCosts of(Alliance alliance, Mission mission, Set<String> interested, SolveOptions options) {
        Separable.Outcome separable = Separable.of(alliance, mission, interested);
        if (separable.costs().isPresent() && separable.players().size() <= MOST_IN_ATLAS) {
            List<String> order = alliance.members().stream()
                    .filter(Member::isAlly)
                    .map(Member::code)
                    .toList();
            int players = separable.players().size();
            Atlas atlas = Census.of(
                    separable.costs().get(),
                    separable.players(),
                    order,
                    MINIMAL_LISTED,
                    options.threads(),
                    WhoCan.of(alliance, mission).counted((int) ((1L << players) / COALITIONS_A_STATE)));
            return new MissionCosts(
                    separable.players(),
                    separable.costs().get(),
                    Method.ATLAS,
                    "the cost of all " + atlas.coalitions() + " coalitions in closed form, line by line; " + ASSUMED,
                    List.of(),
                    Optional.of(atlas),
                    coalition -> (long) separable.costs().get().value(mask(separable.players(), coalition)));
        }
        return byPlanner(alliance, mission, interested, options, separable.problems());
    }

    /// Asks the planner, whether there is a closed form or not.
    ///
    /// @param why why there is no closed form, one sentence each
    public static MissionCosts byPlanner(
            Alliance alliance, Mission mission, Set<String> interested, SolveOptions options, List<String> why) {
        PlannedCosts planned = new PlannedCosts(alliance, mission, interested, options);
        boolean few = planned.relevant().size() <= MOST_CACHED;
        return new MissionCosts(
                planned.playerCodes(),
                few ? planned.tabulated() : planned,
                few ? Method.CACHED : Method.ESTIMATED,
                (few
                                ? "the planner's cost of every coalition of the "
                                        + Counted.of(
                                                planned.relevant().size(), "member that matters", "members that matter")
                                        + "; "
                                : "the planner's cost of the coalitions that an estimate looks at; ")
                        + ASSUMED,
                why,
                Optional.empty(),
                planned::cost);
    }

    private static long mask(List<String> players, Set<String> coalition) {
        long mask = 0;
        for (int i = 0; i < players.size(); i++) {
            mask |= coalition.contains(players.get(i)) ? 1L << i : 0;
        }
        return mask;
    }

    /// What is assumed about a coalition on its own, for readers.
    public static final String ASSUMED =
            "partners that may join stand beside every coalition and sell at their cost; a unit that a coalition cannot"
                    + " bring counts at the dearest price anybody asks for the line";
}
