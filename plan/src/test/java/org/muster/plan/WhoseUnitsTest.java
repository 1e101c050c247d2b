package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;

class WhoseUnitsTest {
    private static final Provenance INVENTED = Provenance.illustrative("invented for this test");

    private static Pool pool(Access access, Map<String, Long> owned) {
        return new Pool(
                "hours",
                "Hours",
                "airlift",
                new Pool.Size(Pool.Period.YEAR, 1_000, BigDecimal.ZERO),
                new Pool.Shares(owned, Optional.empty(), access),
                new Pool.Crewing(Map.of(), Set.of()),
                new Pool.Draw(0, 100, Optional.empty()),
                new Pool.Sources(INVENTED, INVENTED, Optional.empty(), Map.of(), Map.of()));
    }

    private static final Map<String, Long> OWNED = new TreeMap<>(Map.of("A", 50L, "B", 30L, "C", 20L, "D", 100L));

    @Test
    void ownersThatGoDrawInProportionToWhatTheyOwn() {
        Pool owners = pool(new Access.Owners(), OWNED);
        assertThat(WhoseUnits.of(owners, Set.of("A", "B", "X"), 40)).isEqualTo(Map.of("A", 25L, "B", 15L));
        // 50 : 30 of 5 is 3.125 : 1.875
        assertThat(WhoseUnits.of(owners, Set.of("A", "B"), 5)).isEqualTo(Map.of("A", 3L, "B", 2L));
        assertThat(WhoseUnits.of(owners, Set.of("A", "B"), 0)).isEmpty();
        // nothing is released, so that they have no more than this
        assertThat(WhoseUnits.of(owners, Set.of("A", "B"), 90)).isEqualTo(Map.of("A", 50L, "B", 30L));
    }

    @Test
    void whatIsReleasedComesFromThoseThatStayAndDoNotWithhold() {
        Pool released = pool(new Access.OwnersPlusReleased(Set.of("D"), 5), OWNED);
        assertThat(WhoseUnits.of(released, Set.of("A"), 50)).isEqualTo(Map.of("A", 50L));
        assertThat(WhoseUnits.of(released, Set.of("A"), 60)).isEqualTo(Map.of("A", 50L, "B", 6L, "C", 4L));
        assertThat(WhoseUnits.of(released, Set.of("D"), 150))
                .isEqualTo(Map.of("A", 25L, "B", 15L, "C", 10L, "D", 100L));
    }

    /// Whoever draws them, all owners have so much less.
    @Test
    void whatOwnersDecideOnTogetherAllOfThemGive() {
        for (Access access :
                List.of(new Access.Open(), new Access.Consensus(), new Access.WeightedVote(BigDecimal.TEN))) {
            assertThat(WhoseUnits.of(pool(access, OWNED), Set.of("A"), 20))
                    .isEqualTo(Map.of("A", 5L, "B", 3L, "C", 2L, "D", 10L));
            assertThat(WhoseUnits.of(pool(access, Map.of()), Set.of("A"), 20)).isEmpty();
        }
    }

    @Test
    void partsAddUpAndNobodyGivesMoreThanItHas() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 5_000; trial++) {
            Map<String, Long> owned = new TreeMap<>();
            for (String owner : List.of("A", "B", "C", "D", "E")) {
                owned.put(owner, random.nextLong(6));
            }
            Access access = List.of(
                            new Access.Owners(),
                            new Access.OwnersPlusReleased(random.nextBoolean() ? Set.of("B") : Set.of(), 1),
                            new Access.Open())
                    .get(random.nextInt(3));
            List<String> going = Stream.of("A", "B", "C", "D", "E")
                    .filter(one -> random.nextBoolean())
                    .toList();
            Pool pool = pool(access, owned);
            long drawn = random.nextLong(30);
            Map<String, Long> units = WhoseUnits.of(pool, going, drawn);
            long there = owned.entrySet().stream()
                    .filter(one -> switch (access) {
                        case Access.Owners owners -> going.contains(one.getKey());
                        case Access.OwnersPlusReleased released ->
                            going.contains(one.getKey())
                                    || !released.withholding().contains(one.getKey());
                        default -> true;
                    })
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(units.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(Math.min(drawn, there));
            units.forEach((owner, some) -> {
                assertThat(some).isPositive().isLessThanOrEqualTo(owned.get(owner));
                // who stays gives only where those that go have given all
                if (WhoseUnits.isOwned(pool) && !going.contains(owner)) {
                    going.forEach(
                            goer -> assertThat(units.getOrDefault(goer, 0L)).isEqualTo(owned.get(goer)));
                }
            });
        }
    }
}
