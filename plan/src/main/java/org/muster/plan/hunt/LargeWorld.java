package org.muster.plan.hunt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.offer.Stage;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.Sharing;
import org.muster.alliance.source.Provenance;
import org.muster.plan.world.RandomWorld;

/// A random alliance with a mission `M` of a few lines in quantities up to a thousand million, in which every line asks
/// for a capability of its own: near misses (an offer a unit or two short of its line), ties, zeros, and conditions on
/// company and the day after. Small enough in members for [GreedyEnumeration].
final class LargeWorld {
    private static final Provenance DRAWN = Provenance.illustrative("random world");
    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final long[] ROUND = {1, 2, 3, 5, 12, 40, 1_000, 27_000, 50_000, 1_000_000, 3_000_000, 1_000_000_000
    };

    private final SplittableRandom random;
    private final List<String> members = new ArrayList<>();
    private final Map<String, Long> quantities = new LinkedHashMap<>();

    private LargeWorld(long seed) {
        random = new SplittableRandom(seed);
    }

    static RandomWorld.World of(long seed) {
        return new LargeWorld(seed).draw();
    }

    private RandomWorld.World draw() {
        int n = 2 + random.nextInt(3);
        for (int m = 0; m < n; m++) {
            members.add("M" + m);
        }
        int lines = 1 + random.nextInt(4);
        List<Requirement> main = new ArrayList<>();
        List<Requirement> after = new ArrayList<>();
        for (int l = 0; l < lines; l++) {
            (l > 0 && random.nextInt(3) == 0 ? after : main).add(line("cap" + l));
        }
        List<Phase> phases = new ArrayList<>();
        phases.add(new Phase("main", "main", START, START.plusDays(random.nextInt(30)), false, main));
        if (!after.isEmpty()) {
            phases.add(new Phase("after", "after", START.plusDays(40), START.plusDays(60), true, after));
        }
        Mission mission = mission(phases);
        return new RandomWorld.World(alliance(mission), mission);
    }

    private Requirement line(String capability) {
        long quantity = near(ROUND[random.nextInt(ROUND.length)]);
        quantities.put(capability, quantity);
        return new Requirement(
                "l-" + capability,
                capability,
                quantity,
                "here",
                "kind",
                30,
                random.nextInt(4) > 0 ? Requirement.Priority.ESSENTIAL : Requirement.Priority.DESIRABLE,
                DRAWN);
    }

    /// That number, or one or two away from it.
    private long near(long number) {
        return random.nextInt(3) > 0 ? number : Math.clamp(number + random.nextInt(-2, 3), 1, 1_000_000_000);
    }

    private Mission mission(List<Phase> phases) {
        return new Mission(
                new Mission.Heading("M", "Random mission", "", DRAWN),
                new Mission.Decision(
                        Mission.Mode.COALITION,
                        Set.of(),
                        OptionalInt.empty(),
                        START.minusDays(random.nextInt(40)),
                        Optional.empty()),
                phases,
                new Mission.Company(
                        random.nextInt(5) == 0
                                ? new Mission.Floor(random.nextInt(3), BigDecimal.ZERO)
                                : Mission.Floor.NONE,
                        random.nextInt(6) == 0 ? List.of(pick(members)) : List.of(),
                        random.nextInt(6) == 0
                                ? new Mission.Pins(Set.of(pick(members)), Set.of(), List.of())
                                : Mission.Pins.NONE),
                new Mission.Finance(List.of(), Optional.empty(), Optional.empty()));
    }

    private Alliance alliance(Mission mission) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        members.forEach(m -> shares.put(m, BigDecimal.ZERO));
        shares.put(members.getFirst(), Key.WHOLE);
        // Drawn in this order, so that a seed keeps its world.
        List<Member> people = members.stream()
                .map(m -> new Member(m, m, random.nextInt(6) > 0 ? Member.Kind.ALLY : Member.Kind.PARTNER))
                .toList();
        List<Offer> offers = offers();
        List<MarketOffer> market = market();
        List<Policy> policies = policies();
        return new Alliance(
                new Alliance.Identity("random", "Random world", "", "EUR", List.of()),
                new Alliance.Agreements(
                        List.of(new Key("key", "Key", START.minusYears(1), shares, DRAWN)),
                        Optional.of("key"),
                        Sharing.NONE,
                        List.of()),
                new Alliance.People(people, policies, List.of(), List.of()),
                new Alliance.Evidence(List.of(), List.of(), List.of(), List.of(), Ledger.EMPTY),
                new Alliance.Supply(
                        quantities.keySet().stream()
                                .map(c -> new Capability(c, c, "units"))
                                .toList(),
                        offers,
                        market,
                        pools(),
                        List.of()),
                List.of(mission),
                Alliance.Proposals.NONE);
    }

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        int number = 0;
        for (String member : members) {
            for (String capability : quantities.keySet()) {
                if (random.nextInt(3) == 0) {
                    continue;
                }
                offers.add(new Offer(
                        "o" + number++,
                        member,
                        capability,
                        units(capability),
                        Stage.OFFERED,
                        random.nextInt(35),
                        random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(3) * 100L,
                        random.nextInt(3),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        DRAWN,
                        DRAWN));
            }
        }
        return offers;
    }

    /// All of the line, a unit or two short of it, a part, or nothing.
    private long units(String capability) {
        long quantity = quantities.getOrDefault(capability, 1L);
        return switch (random.nextInt(6)) {
            case 0 -> quantity;
            case 1 -> Math.max(0, quantity - 1 - random.nextInt(2));
            case 2 -> quantity / 2;
            case 3 -> 1 + random.nextInt(3);
            case 4 -> 1 + random.nextLong(quantity);
            default -> 0;
        };
    }

    private List<MarketOffer> market() {
        List<MarketOffer> market = new ArrayList<>();
        for (String capability : quantities.keySet()) {
            if (random.nextInt(2) == 0) {
                market.add(new MarketOffer(
                        "charter-" + capability, capability, units(capability), random.nextInt(35), 250, 1, DRAWN));
            }
        }
        return market;
    }

    private List<Pool> pools() {
        List<Pool> pools = new ArrayList<>();
        for (String capability : quantities.keySet()) {
            if (random.nextInt(4) > 0) {
                continue;
            }
            Map<String, Long> entitlements = new LinkedHashMap<>();
            for (String member : members) {
                if (random.nextBoolean()) {
                    entitlements.put(member, random.nextInt(3) == 0 ? 0 : units(capability));
                }
            }
            pools.add(new Pool(
                    "pool-" + capability,
                    "Pool",
                    capability,
                    new Pool.Size(
                            Pool.Period.YEAR,
                            Math.max(
                                    units(capability),
                                    entitlements.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum()),
                            random.nextInt(3) == 0 ? new BigDecimal("33.3") : BigDecimal.ZERO),
                    new Pool.Shares(
                            entitlements,
                            Optional.empty(),
                            switch (random.nextInt(4)) {
                                case 0 -> new Access.Open();
                                case 1 -> new Access.Owners();
                                case 2 -> new Access.OwnersPlusReleased(Set.of(), random.nextInt(2) * 7L);
                                default -> new Access.WeightedVote(new BigDecimal("66.6666666667"));
                            }),
                    new Pool.Crewing(Map.of(), Set.of()),
                    new Pool.Draw(random.nextInt(20), random.nextInt(3) * 60L, Optional.empty()),
                    new Pool.Sources(DRAWN, DRAWN, Optional.empty(), Map.of(), Map.of())));
        }
        return pools;
    }

    private List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        for (String member : members) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            String other = pick(members);
            Condition condition = switch (random.nextInt(4)) {
                case 0 -> new Condition.DayAfterCovered();
                case 1 -> other.equals(member) ? new Condition.StaysOut() : new Condition.BesideAll(Set.of(other));
                case 2 ->
                    other.equals(member) ? new Condition.DayAfterCovered() : new Condition.NotBeside(Set.of(other));
                default -> new Condition.AtLeastMembers(2);
            };
            policies.add(new Policy("p-" + member, member, Set.of(), condition, DRAWN));
        }
        return policies;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
