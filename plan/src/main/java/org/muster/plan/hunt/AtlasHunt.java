package org.muster.plan.hunt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.plan.atlas.Method;
import org.muster.plan.atlas.MissionCosts;
import org.muster.plan.atlas.StandAlone;
import org.muster.plan.model.Eligibility;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// Looks for coalitions on whose cost the closed form, the planner and plain enumeration do not agree.
final class AtlasHunt {
    private static final int COALITIONS = 3;

    private AtlasHunt() {}

    /// What does not agree; empty where all does, or the mission has no closed form.
    static Optional<String> wrong(RandomWorld.World world, long number) {
        Set<String> all = Set.copyOf(world.alliance().memberCodes());
        MissionCosts atlas = MissionCosts.of(
                world.alliance(), world.mission(), all, SolveOptions.defaults().silentlyOn(1));
        if (atlas.method() != Method.ATLAS) {
            return Optional.empty();
        }
        MissionCosts planned = MissionCosts.byPlanner(
                world.alliance(), world.mission(), all, SolveOptions.defaults().silentlyOn(1), List.of());
        Mission alone = StandAlone.of(world.mission());
        Map<String, Long> prices = StandAlone.gapPrices(Eligibility.of(world.alliance(), alone));
        SplittableRandom random = new SplittableRandom(number);
        for (int i = 0; i < COALITIONS; i++) {
            Set<String> coalition = new TreeSet<>();
            atlas.players().stream().filter(player -> random.nextInt(3) > 0).forEach(coalition::add);
            if (coalition.isEmpty()) {
                continue;
            }
            long inClosedForm = atlas.single().applyAsLong(coalition);
            long byPlanner = planned.single().applyAsLong(coalition);
            long enumerated = Enumeration.bestWithin(world.alliance(), alone, withPartners(world, coalition), prices)
                            .orElseThrow()[2]
                    + StandAlone.fixedCost(world.mission());
            if (inClosedForm != byPlanner || byPlanner != enumerated) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "%s costs %d in closed form, %d by the planner, %d by enumeration",
                        coalition,
                        inClosedForm,
                        byPlanner,
                        enumerated));
            }
        }
        return Optional.empty();
    }

    private static Set<String> withPartners(RandomWorld.World world, Set<String> coalition) {
        Set<String> members = new TreeSet<>(coalition);
        world.alliance().members().stream()
                .filter(member -> !member.isAlly())
                .map(Member::code)
                .forEach(members::add);
        return members;
    }
}
