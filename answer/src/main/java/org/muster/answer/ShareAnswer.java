package org.muster.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.plan.atlas.Atlas;
import org.muster.plan.spare.EmptyHanded;
import org.muster.plan.spare.Spares;
import org.muster.share.rule.SharingRule;
import org.muster.share.verdict.StayingHome;
import org.muster.solve.SolveOptions;

/// What the faces of a shared bill show.
///
/// @param plan        the plan with its bill under every rule
/// @param atlas       which coalitions can do the mission, where all were looked at
/// @param explain     the member whose amounts are to be explained
/// @param spares      who can be spared
/// @param home        what each member that can be spared saves by staying at home, by member
/// @param emptyHanded members that go without units of their own
/// @param noGame      why it is not known what the mission costs coalitions; empty where it is
public record ShareAnswer(
        PlanAnswer plan,
        Optional<Atlas> atlas,
        Optional<String> explain,
        Spares spares,
        Map<String, StayingHome> home,
        List<EmptyHanded> emptyHanded,
        String noGame) {
    public ShareAnswer {
        home = Collections.unmodifiableMap(new LinkedHashMap<>(home));
        emptyHanded = List.copyOf(emptyHanded);
    }

    /// Plans a mission and shares its bill under these rules.
    ///
    /// @param rules   as [org.muster.share.rule.Rules#of] gives them, or some of them
    /// @param explain the member whose amounts are to be explained
    /// @param telling who is told what it is at
    public static ShareAnswer of(
            Alliance alliance,
            Mission mission,
            List<SharingRule> rules,
            Optional<String> explain,
            SolveOptions options,
            Telling telling) {
        return new Sharing(alliance, mission, rules, options, telling).answer(explain);
    }
}
