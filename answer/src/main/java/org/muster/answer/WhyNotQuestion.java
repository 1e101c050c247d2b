package org.muster.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.plan.together.GivingWay;
import org.muster.plan.together.JointPlan;
import org.muster.plan.together.Together;
import org.muster.plan.whynot.WhyNot;
import org.muster.solve.SolveOptions;

/// What stands in the way of a mission, whatever it is asked about.
public final class WhyNotQuestion {
    private WhyNotQuestion() {}

    /// What stands in the way.
    ///
    /// @param about a member, a pool or a line (`LINE` or `PHASE/LINE`); empty for the whole mission
    /// @throws Refusal with a sentence, where it is none of these
    public static WhyNot.Answer ask(Alliance alliance, Mission mission, Optional<String> about, SolveOptions options) {
        if (about.isEmpty()) {
            return WhyNot.mission(alliance, mission, options);
        }
        String word = about.get();
        if (alliance.member(word).isPresent() || alliance.pool(word).isPresent()) {
            return WhyNot.source(alliance, mission, word, options);
        }
        if (mission.phases().stream().noneMatch(phase -> hasLine(phase, word))) {
            throw new Refusal(noSuchThing(alliance, mission, word));
        }
        return WhyNot.line(alliance, mission, word, options);
    }

    private static boolean hasLine(Phase phase, String word) {
        return phase.requirements().stream()
                .anyMatch(line -> line.id().equals(word) || (phase.id() + "/" + line.id()).equals(word));
    }

    private static String noSuchThing(Alliance alliance, Mission mission, String word) {
        Phase first = mission.phases().getFirst();
        String line = first.requirements().stream()
                .map(requirement -> requirement.id())
                .findFirst()
                .orElse("LINE");
        return "\"" + Shown.plain(word) + "\" is no member, pool or line of " + mission.id()
                + ". A line is PHASE/LINE, for example " + first.id() + "/" + line
                + Named.memberMeant(alliance, word)
                        .map(code -> ". Did you mean member \"" + code + "\"?")
                        .orElse("");
    }

    /// What stands in the way beside other missions that are planned together with it, and what it would cost for one
    /// of them to give way.
    ///
    /// @param with ids of the others; `all` alone means all of the alliance
    /// @throws Refusal with a sentence, where one is not known
    public static GivingWay beside(Alliance alliance, Mission mission, List<String> with, SolveOptions options) {
        List<Mission> missions = new ArrayList<>(List.of(mission));
        for (String id : with.equals(List.of("all")) ? Named.missions(alliance) : with) {
            Mission other = alliance.mission(id)
                    .orElseThrow(() -> new Refusal("mission \"" + Shown.plain(id) + "\" is not known. "
                            + Nearest.adviceWithAll(id, Named.missions(alliance))));
            if (!missions.contains(other)) {
                missions.add(other);
            }
        }
        JointPlan joint = Together.plan(alliance, missions, List.of(), options);
        return GivingWay.of(alliance, missions, mission, joint, List.of(), options);
    }
}
