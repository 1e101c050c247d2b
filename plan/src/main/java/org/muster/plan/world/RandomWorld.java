package org.muster.plan.world;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.offer.Stage;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.Sharing;
import org.muster.alliance.source.Provenance;

/// A random alliance with one mission, called `M`, from a seed.
///
/// The same size and seed give the same world on every machine. Every kind of policy, caveat, stance and pool access
/// occurs; floors, leads and pins do now and then.
public final class RandomWorld {
    private static final Provenance DRAWN = Provenance.illustrative("random world");
    private static final LocalDate START = LocalDate.of(2015, 11, 1);

    private final Size size;
    private final SplittableRandom random;
    private final List<String> members = new ArrayList<>();
    private final List<String> capabilities = new ArrayList<>();

    /// How large a world is.
    ///
    /// @param maxUnits    greatest number of units in an offer
    /// @param maxQuantity greatest quantity of a line
    /// @param wild        whether floors, leads, pins and stances occur
    public record Size(
            int members,
            int offers,
            int lines,
            int phases,
            int pools,
            int capabilities,
            int policies,
            int caveats,
            int maxUnits,
            int maxQuantity,
            boolean wild) {
        /// The first size of `bench plan`: 32 members, 300 offers, 60 lines, 5 phases.
        public static final Size ALLIANCE = new Size(32, 300, 60, 5, 4, 12, 40, 60, 12, 40, false);
        /// The second size of `bench plan`: 100 members, 3,000 offers, 600 lines, 5 phases.
        public static final Size FEDERATION = new Size(100, 3000, 600, 5, 12, 40, 120, 400, 12, 40, false);
    }

    /// A world.
    public record World(Alliance alliance, Mission mission) {}

    private RandomWorld(Size size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
    }

    /// The world of a size and seed.
    public static World of(Size size, long seed) {
        return new RandomWorld(size, seed).draw();
    }

    /// An alliance with several missions.
    ///
    /// @param missions `M`, `M2`, `M3` and so on
    public record Worlds(Alliance alliance, List<Mission> missions) {
        public Worlds {
            missions = List.copyOf(missions);
        }
    }

    /// The world of a size and seed, with more missions of the same size that begin within the same weeks and ask
    /// for the same capabilities; some have priorities.
    public static Worlds of(Size size, long seed, int missions) {
        RandomWorld random = new RandomWorld(size, seed);
        World first = random.draw();
        List<Mission> all = new ArrayList<>(List.of(random.prioritised(first.mission(), "M")));
        for (int m = 2; m <= missions; m++) {
            Mission another = random.mission(first.alliance().offers(), START.plusDays(random.random.nextInt(40)));
            all.add(random.prioritised(another, "M" + m));
        }
        return new Worlds(first.alliance().withMissions(all), all);
    }

    private Mission prioritised(Mission m, String id) {
        return new Mission(
                        new Mission.Heading(id, m.title(), m.description(), m.provenance()),
                        m.decision(),
                        m.phases(),
                        m.company(),
                        m.finance())
                .with(chance(0.6) ? OptionalInt.of(1 + random.nextInt(3)) : OptionalInt.empty());
    }

    private World draw() {
        for (int m = 0; m < size.members(); m++) {
            members.add(String.format(Locale.ROOT, "M%02d", m));
        }
        for (int c = 0; c < size.capabilities(); c++) {
            capabilities.add("cap" + c);
        }
        List<Offer> offers = offers();
        Mission mission = mission(offers, START);
        // Drawn in this order, so that a seed keeps its world.
        List<Member> people = members.stream()
                .map(code -> new Member(code, code, chance(0.9) ? Member.Kind.ALLY : Member.Kind.PARTNER))
                .toList();
        Key key = key();
        List<MarketOffer> market = market();
        List<Caveat> caveats = caveats(offers);
        List<Policy> policies = policies();
        List<Stance> stances = stances();
        Alliance alliance = new Alliance(
                new Alliance.Identity("random", "Random world", "", "EUR", List.of()),
                new Alliance.Agreements(List.of(key), Optional.of("key"), Sharing.NONE, List.of()),
                new Alliance.People(people, policies, stances, List.of()),
                new Alliance.Evidence(List.of(), List.of(), List.of(), List.of(), Ledger.EMPTY),
                new Alliance.Supply(
                        capabilities.stream()
                                .map(c -> new Capability(c, c, "units"))
                                .toList(),
                        offers,
                        market,
                        pools(),
                        caveats),
                List.of(mission),
                Alliance.Proposals.NONE);
        return new World(alliance, mission);
    }

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (int o = 0; o < size.offers(); o++) {
            offers.add(new Offer(
                    String.format(Locale.ROOT, "o%04d", o),
                    pick(members),
                    pick(capabilities),
                    1 + random.nextInt(size.maxUnits()),
                    chance(0.95) ? Stage.OFFERED : Stage.INDICATED,
                    random.nextInt(40),
                    100_00L * random.nextInt(50),
                    10_00L * (1 + random.nextInt(50)),
                    Optional.empty(),
                    chance(0.05) ? Optional.of(START.plusDays(random.nextInt(120))) : Optional.empty(),
                    Optional.empty(),
                    DRAWN,
                    DRAWN));
        }
        return offers;
    }

    private List<MarketOffer> market() {
        List<MarketOffer> market = new ArrayList<>();
        for (int c = 0; c < capabilities.size(); c += 3) {
            market.add(new MarketOffer(
                    "charter" + c,
                    capabilities.get(c),
                    1 + random.nextInt(size.maxUnits()),
                    random.nextInt(30),
                    5000_00L + 100_00L * random.nextInt(50),
                    50_00L,
                    DRAWN));
        }
        return market;
    }

    private Mission mission(List<Offer> offers, LocalDate start) {
        List<Phase> phases = new ArrayList<>();
        LocalDate from = start;
        for (int p = 0; p < size.phases(); p++) {
            LocalDate to = from.plusDays(10 + random.nextInt(50));
            List<Requirement> lines = new ArrayList<>();
            for (int l = p; l < size.lines(); l += size.phases()) {
                lines.add(line(l));
            }
            boolean followUp = p > 0 && p == size.phases() - 1;
            phases.add(new Phase("p" + p, "Phase " + p, from, to, followUp, lines));
            from = to.plusDays(1);
        }
        return new Mission(
                new Mission.Heading("M", "Random mission", "", DRAWN),
                new Mission.Decision(
                        chance(0.5) ? Mission.Mode.COLLECTIVE : Mission.Mode.COALITION,
                        chance(0.7) ? Set.of("UN") : Set.of(),
                        OptionalInt.empty(),
                        START.minusDays(30),
                        Optional.empty()),
                phases,
                new Mission.Company(
                        size.wild() && chance(0.2)
                                ? new Mission.Floor(random.nextInt(3), new BigDecimal(random.nextInt(60)))
                                : Mission.Floor.NONE,
                        size.wild() && chance(0.2) ? List.of(pick(members), pick(members)) : List.of(),
                        size.wild() && chance(0.3) ? pins(offers, phases) : Mission.Pins.NONE),
                new Mission.Finance(List.of(), Optional.empty(), Optional.empty()));
    }

    private Requirement line(int number) {
        return new Requirement(
                String.format(Locale.ROOT, "l%03d", number),
                pick(capabilities),
                1 + random.nextInt(size.maxQuantity()),
                "place" + random.nextInt(4),
                "kind" + random.nextInt(4),
                20 + random.nextInt(40),
                chance(0.7) ? Requirement.Priority.ESSENTIAL : Requirement.Priority.DESIRABLE,
                DRAWN);
    }

    private Mission.Pins pins(List<Offer> offers, List<Phase> phases) {
        Set<String> must = chance(0.5) ? Set.of(pick(members)) : Set.of();
        Set<String> mustNot = chance(0.5) ? Set.of(pick(members)) : Set.of();
        List<Mission.PinnedAssignment> assignments = new ArrayList<>();
        for (Phase phase : phases) {
            for (Requirement line : phase.requirements()) {
                Optional<Offer> fitting = offers.stream()
                        .filter(o -> o.capability().equals(line.capability()))
                        .findFirst();
                if (assignments.isEmpty() && chance(0.2) && fitting.isPresent()) {
                    assignments.add(new Mission.PinnedAssignment(
                            phase.id(), line.id(), fitting.get().id(), 1));
                }
            }
        }
        return new Mission.Pins(must, mustNot, assignments);
    }

    private Key key() {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal left = Key.WHOLE;
        for (int m = 0; m < members.size() - 1; m++) {
            BigDecimal share = left.multiply(new BigDecimal(random.nextInt(40)))
                    .movePointLeft(2)
                    .setScale(2, java.math.RoundingMode.DOWN);
            shares.put(members.get(m), share);
            left = left.subtract(share);
        }
        shares.put(members.getLast(), left);
        return new Key("key", "Key", START.minusYears(1), shares, DRAWN);
    }

    private List<Caveat> caveats(List<Offer> offers) {
        List<Caveat> caveats = new ArrayList<>();
        for (int c = 0; c < size.caveats(); c++) {
            Offer offer = pick(offers);
            caveats.add(new Caveat(
                    String.format(Locale.ROOT, "c%03d", c),
                    offer.member(),
                    chance(0.7) ? Optional.of(offer.id()) : Optional.empty(),
                    limit(offer.member()),
                    chance(0.5)
                            ? new Caveat.Form.Prohibits()
                            : new Caveat.Form.NeedsApproval("parliament", random.nextInt(40)),
                    Optional.empty(),
                    chance(0.2) ? Optional.of(START.plusDays(random.nextInt(100))) : Optional.empty(),
                    true,
                    DRAWN));
        }
        return caveats;
    }

    private Limit limit(String member) {
        return switch (random.nextInt(8)) {
            case 0 -> new Limit.Always();
            case 1 -> new Limit.At(Set.of("place" + random.nextInt(4)));
            case 2 -> new Limit.OutsideOf(both("place0", "place" + random.nextInt(4)));
            case 3 -> new Limit.OfKind(Set.of("kind" + random.nextInt(4)));
            case 4 -> new Limit.NotOfKind(both("kind0", "kind" + random.nextInt(4)));
            case 5 ->
                new Limit.During(Set.of(START.plusMonths(random.nextInt(6)).getMonth()));
            case 6 -> new Limit.Beside(Set.of(other(member)));
            default -> new Limit.LongerThan(20 + random.nextInt(40));
        };
    }

    private List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        for (int p = 0; p < size.policies(); p++) {
            String member = pick(members);
            policies.add(new Policy(
                    String.format(Locale.ROOT, "p%03d", p),
                    member,
                    chance(0.5) ? Set.of("M") : Set.of(),
                    condition(member),
                    DRAWN));
        }
        return policies;
    }

    private Condition condition(String member) {
        return switch (random.nextInt(size.wild() ? 9 : 8)) {
            case 0 -> new Condition.NeedsMandate(Set.of("UN"));
            case 1 -> new Condition.BesideAll(Set.of(other(member)));
            case 2 -> new Condition.BesideAny(both(other(member), other(member)));
            case 3, 4 -> new Condition.NotBeside(Set.of(other(member)));
            case 5 -> new Condition.NeverKinds(Set.of("kind" + random.nextInt(4)));
            case 6 -> new Condition.OnlyKinds(both("kind0", "kind" + random.nextInt(4)));
            case 7 -> new Condition.AtLeastMembers(2 + random.nextInt(Math.max(1, members.size() / 2)));
            default -> chance(0.7) ? new Condition.DayAfterCovered() : new Condition.StaysOut();
        };
    }

    private List<Stance> stances() {
        List<Stance> stances = new ArrayList<>();
        for (String member : members) {
            if (chance(size.wild() ? 0.15 : 0.05)) {
                Stance.Position[] positions = Stance.Position.values();
                stances.add(new Stance(member, "M", positions[random.nextInt(positions.length)], DRAWN));
            }
        }
        return stances;
    }

    private List<Pool> pools() {
        List<Pool> pools = new ArrayList<>();
        for (int p = 0; p < size.pools(); p++) {
            Map<String, Long> entitlements = new LinkedHashMap<>();
            long capacity = 0;
            for (String member : members) {
                if (chance(0.4)) {
                    long units = 1L + random.nextInt(Math.max(1, size.maxUnits() / 2));
                    entitlements.put(member, units);
                    capacity += units;
                }
            }
            Map<String, Long> crews = new LinkedHashMap<>();
            if (chance(0.25)) {
                for (String member : members) {
                    if (chance(0.5)) {
                        crews.put(member, 1L + random.nextInt(3));
                    }
                }
            }
            pools.add(new Pool(
                    "pool" + p,
                    "Pool " + p,
                    pick(capabilities),
                    new Pool.Size(
                            chance(0.5) ? Pool.Period.YEAR : Pool.Period.PHASE,
                            capacity,
                            chance(0.3) ? BigDecimal.TEN : BigDecimal.ZERO),
                    new Pool.Shares(entitlements, Optional.empty(), access(entitlements.keySet())),
                    new Pool.Crewing(crews, chance(0.15) ? Set.of(pick(members)) : Set.of()),
                    new Pool.Draw(random.nextInt(30), 100_00L * (1 + random.nextInt(20)), Optional.empty()),
                    new Pool.Sources(DRAWN, DRAWN, Optional.empty(), Map.of(), Map.of())));
        }
        return pools;
    }

    private Access access(Set<String> owners) {
        return switch (random.nextInt(5)) {
            case 0 -> new Access.Open();
            case 1 -> new Access.Owners();
            case 2 -> {
                Set<String> withholding = new TreeSet<>();
                owners.stream().filter(owner -> chance(0.2)).forEach(withholding::add);
                yield new Access.OwnersPlusReleased(withholding, 10_00L * random.nextInt(20));
            }
            case 3 -> new Access.WeightedVote(new BigDecimal("33.5"));
            default -> new Access.Consensus();
        };
    }

    private static Set<String> both(String one, String other) {
        return new TreeSet<>(List.of(one, other));
    }

    private String other(String member) {
        String found = pick(members);
        while (found.equals(member)) {
            found = pick(members);
        }
        return found;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
