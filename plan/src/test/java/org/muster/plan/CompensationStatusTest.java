package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Category;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;
import org.muster.alliance.source.Status;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// What owners are paid for units that they release has a source of its own, beside that of what a unit costs.
class CompensationStatusTest {
    @Test
    void theBillSaysWhatTheCompensationRestsOn() {
        List<CostLine> lines = IntStream.range(1, 12)
                .mapToObj(seed -> RandomWorld.of(RandomWorld.Size.ALLIANCE, seed))
                .flatMap(world -> lines(world).stream())
                .toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.price()).isEqualTo(Status.PUBLISHED);
            assertThat(line.illustrative()).isFalse();
        });
    }

    private static List<CostLine> lines(RandomWorld.World world) {
        Alliance drawn = world.alliance();
        Alliance alliance = drawn.withMeans(
                drawn.market(),
                drawn.caveats(),
                drawn.policies(),
                drawn.pools().stream().map(CompensationStatusTest::paid).toList(),
                drawn.missions());
        PlanOptions options = new PlanOptions(SolveOptions.defaults(), Optional.empty());
        return Planner.plan(alliance, world.mission(), options).bill().lines().stream()
                .filter(line -> line.category().equals(Category.COMPENSATION) && line.amountMinor() > 0)
                .toList();
    }

    private static Pool paid(Pool pool) {
        Pool.Sources sources = pool.sources();
        return new Pool(
                pool.id(),
                pool.title(),
                pool.capability(),
                pool.size(),
                pool.shares(),
                pool.crewing(),
                pool.draw(),
                new Pool.Sources(
                        sources.shareProvenance(),
                        sources.costProvenance(),
                        Optional.of(new Provenance(Status.PUBLISHED, "the owners' agreement")),
                        sources.entitlementProvenance(),
                        sources.crewProvenance()));
    }
}
