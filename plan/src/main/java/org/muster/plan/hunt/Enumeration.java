package org.muster.plan.hunt;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.plan.Plan;

/// Plans by plain enumeration, written from the text of the planning model and sharing no code with the planner: every
/// set of members, every number of units on every line, everything checked at the end.
public final class Enumeration {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final Alliance alliance;
    private final Mission mission;
    private final Set<String> only;
    private final Optional<Plan> earlier;
    private final Map<String, Long> gapPrices;
    private final boolean asOneBody;
    private final long common;
    private final List<Phase> phaseOf = new ArrayList<>();
    private final List<Requirement> lines = new ArrayList<>();
    private final boolean collective;
    private Set<String> coalition = Set.of();
    private final Map<String, Long> units = new HashMap<>();
    private long @Nullable [] best = null;
    private @Nullable List<Way> ways = null;

    private Enumeration(
            Alliance alliance,
            Mission mission,
            Set<String> only,
            Optional<Plan> earlier,
            Map<String, Long> gapPrices,
            boolean asOneBody) {
        this.gapPrices = gapPrices;
        this.asOneBody = asOneBody;
        this.alliance = alliance;
        this.mission = mission;
        this.only = only;
        this.earlier = earlier;
        for (Phase phase : mission.phases()) {
            for (Requirement line : phase.requirements()) {
                phaseOf.add(phase);
                lines.add(line);
            }
        }
        long multiple = 1;
        for (Requirement line : lines) {
            multiple = BigInteger.valueOf(multiple)
                    .multiply(BigInteger.valueOf(line.quantity()))
                    .divide(BigInteger.valueOf(multiple).gcd(BigInteger.valueOf(line.quantity())))
                    .longValueExact();
        }
        common = multiple;
        boolean objection =
                alliance.members().stream().anyMatch(m -> m.isAlly() && position(m.code()) == Stance.Position.OBJECTS);
        collective = mission.mode() == Mission.Mode.COLLECTIVE && !objection;
    }

    /// Essential gaps, other gaps (in millionths of a line, rounded up), cost, distance of the best plan; empty
    /// where no coalition meets the conditions.
    public static Optional<long[]> best(Alliance alliance, Mission mission, Optional<Plan> earlier) {
        return new Enumeration(alliance, mission, alliance.memberCodes(), earlier, Map.of(), false).run();
    }

    /// The same for a coalition that is there whoever of it brings something, with nobody outside of `only` allowed to
    /// join and a price on every missing unit.
    ///
    /// @param gapPrices by `phase/line`
    public static Optional<long[]> bestWithin(
            Alliance alliance, Mission mission, Set<String> only, Map<String, Long> gapPrices) {
        return new Enumeration(alliance, mission, only, Optional.empty(), gapPrices, true).run();
    }

    /// A way to do a mission by itself.
    ///
    /// @param coalition   who goes
    /// @param served      by the line's number (phase by phase) the units of each source
    /// @param costOfUnits what the units cost, in minor units, without what is paid for released hours
    public record Way(Set<String> coalition, Map<Integer, Map<String, Long>> served, long costOfUnits) {
        public Way {
            coalition = Set.copyOf(coalition);
            served = Map.copyOf(served);
        }

        /// The units of each source on a line.
        public Map<String, Long> units(int line) {
            return served.getOrDefault(line, Map.of());
        }
    }

    /// Every way to do a mission by itself, however good.
    public static List<Way> ways(Alliance alliance, Mission mission) {
        Enumeration all = new Enumeration(alliance, mission, alliance.memberCodes(), Optional.empty(), Map.of(), false);
        all.ways = new ArrayList<>();
        all.run();
        return List.copyOf(all.ways);
    }

    private void keep(long costOfUnits) {
        Map<Integer, Map<String, Long>> served = new HashMap<>();
        units.forEach((name, n) -> {
            int at = name.lastIndexOf('@');
            served.computeIfAbsent(Integer.parseInt(name.substring(at + 1)), line -> new HashMap<>())
                    .put(name.substring(0, at), n);
        });
        java.util.Objects.requireNonNull(ways).add(new Way(coalition, served, costOfUnits));
    }

    private Optional<long[]> run() {
        List<String> members = List.copyOf(alliance.memberCodes());
        for (int mask = 0; mask < 1 << members.size(); mask++) {
            Set<String> chosen = new HashSet<>();
            for (int m = 0; m < members.size(); m++) {
                if ((mask >> m & 1) == 1) {
                    chosen.add(members.get(m));
                }
            }
            coalition = chosen;
            if (membersAgree()) {
                serve(0, new long[] {0, 0, 0});
            }
        }
        return Optional.ofNullable(best).map(b -> new long[] {millionths(b[0]), millionths(b[1]), b[2], b[3]});
    }

    private long millionths(long parts) {
        BigInteger[] whole = BigInteger.valueOf(parts).multiply(MILLION).divideAndRemainder(BigInteger.valueOf(common));
        return whole[0].longValueExact() + whole[1].signum();
    }

    private Stance.Position position(String member) {
        return alliance.positionOf(member, mission.id());
    }

    private boolean membersAgree() {
        for (String member : coalition) {
            if (!only.contains(member)
                    || position(member) != Stance.Position.WILLING
                    || mission.pins().mustNot().contains(member)) {
                return false;
            }
        }
        for (Policy policy : alliance.policies()) {
            boolean about = policy.missions().isEmpty() || policy.missions().contains(mission.id());
            if (about && coalition.contains(policy.member()) && !agrees(policy.condition())) {
                return false;
            }
        }
        long allies = alliance.members().stream()
                .filter(Member::isAlly)
                .filter(m -> coalition.contains(m.code()))
                .count();
        BigDecimal share = BigDecimal.ZERO;
        Optional<Key> key = alliance.keyOf(mission);
        for (String member : coalition) {
            share = share.add(key.map(k -> k.shareOf(member)).orElse(BigDecimal.ZERO));
        }
        return allies >= mission.floor().members()
                && share.compareTo(mission.floor().sharePercent()) >= 0
                && (mission.lead().isEmpty() || mission.lead().stream().anyMatch(coalition::contains))
                && coalition.containsAll(mission.pins().mustJoin());
    }

    private boolean agrees(Condition condition) {
        return switch (condition) {
            case Condition.StaysOut c -> false;
            case Condition.NeedsMandate c -> c.mandates().stream().anyMatch(mission.mandates()::contains);
            case Condition.BesideAll c -> coalition.containsAll(c.members());
            case Condition.BesideAny c -> c.members().stream().anyMatch(coalition::contains);
            case Condition.NotBeside c -> c.members().stream().noneMatch(coalition::contains);
            case Condition.AtLeastMembers c -> coalition.size() >= c.members();
            case Condition.NeverKinds c -> true;
            case Condition.OnlyKinds c -> true;
            case Condition.DayAfterCovered c ->
                mission.phases().stream()
                        .filter(Phase::followUp)
                        .flatMap(p -> p.requirements().stream())
                        .anyMatch(Requirement::isEssential);
        };
    }

    /// Every way to serve the lines from number `at` on.
    private void serve(int at, long[] soFar) {
        if (ways == null && best != null && soFar[0] > best[0]) {
            return;
        }
        if (at == lines.size()) {
            finish(soFar);
            return;
        }
        source(at, 0, lines.get(at).quantity(), soFar);
    }

    /// Every number of units from source number `number` on for the line, offers first, then pools, then charters.
    private void source(int at, int number, long left, long[] soFar) {
        int offers = alliance.offers().size();
        int pools = alliance.pools().size();
        Requirement line = lines.get(at);
        Phase phase = phaseOf.get(at);
        if (number == offers + pools + alliance.market().size()) {
            long weight = common / line.quantity();
            boolean refused = left > 0 && phase.followUp() && line.isEssential() && someoneNeedsTheDayAfter();
            boolean pinnedOtherwise = mission.pins().assignments().stream()
                    .filter(p -> p.phase().equals(phase.id()) && p.requirement().equals(line.id()))
                    .anyMatch(p -> units.getOrDefault(p.source() + "@" + at, 0L) != p.units());
            if (!refused && !pinnedOtherwise) {
                long[] more = soFar.clone();
                more[line.isEssential() ? 0 : 1] += left * weight;
                more[2] += left * gapPrices.getOrDefault(phase.id() + "/" + line.id(), 0L);
                serve(at + 1, more);
            }
            return;
        }
        String id;
        long most;
        long unitCost;
        if (number < offers) {
            Offer offer = alliance.offers().get(number);
            id = offer.id();
            most = offerMay(offer, line, phase, true) ? offer.units() - usedInPhase(id, phase) : 0;
            unitCost = offer.unitCostMinor(phase.days());
        } else if (number < offers + pools) {
            Pool pool = alliance.pools().get(number - offers);
            id = pool.id();
            most = poolMay(pool, line, phase) ? left : 0;
            unitCost = pool.drawCostMinor();
        } else {
            MarketOffer charter = alliance.market().get(number - offers - pools);
            id = charter.id();
            boolean may = charter.capability().equals(line.capability()) && charter.noticeDays() <= notice(line, phase);
            most = may ? charter.units() - usedInPhase(id, phase) : 0;
            unitCost = charter.unitCostMinor(phase.days());
        }
        for (long n = Math.min(most, left); n >= 0; n--) {
            if (n > 0) {
                units.put(id + "@" + at, n);
            } else {
                units.remove(id + "@" + at);
            }
            long[] more = soFar.clone();
            more[2] += n * unitCost;
            source(at, number + 1, left - n, more);
        }
        units.remove(id + "@" + at);
    }

    private boolean someoneNeedsTheDayAfter() {
        return alliance.policies().stream()
                .anyMatch(p -> p.condition() instanceof Condition.DayAfterCovered
                        && coalition.contains(p.member())
                        && (p.missions().isEmpty() || p.missions().contains(mission.id())));
    }

    private long usedInPhase(String id, Phase phase) {
        long used = 0;
        for (int at = 0; at < lines.size(); at++) {
            if (phaseOf.get(at).id().equals(phase.id())) {
                used += units.getOrDefault(id + "@" + at, 0L);
            }
        }
        return used;
    }

    private boolean offerMay(Offer offer, Requirement line, Phase phase, boolean inCompany) {
        return offer.capability().equals(line.capability())
                && (!inCompany || coalition.contains(offer.member()))
                && offer.stage().isUsable()
                && offer.mission().map(id -> id.equals(mission.id())).orElse(true)
                && offer.noticeDays() <= notice(line, phase)
                && offer.availableFrom().map(d -> !d.isAfter(phase.from())).orElse(true)
                && offer.availableTo().map(d -> !d.isBefore(phase.to())).orElse(true)
                && alliance.policies().stream().allMatch(p -> kindIsFine(p, offer, line))
                && alliance.caveats().stream().allMatch(c -> caveatIsFine(c, offer, line, phase, inCompany));
    }

    private boolean kindIsFine(Policy policy, Offer offer, Requirement line) {
        if (!policy.member().equals(offer.member())
                || !(policy.missions().isEmpty() || policy.missions().contains(mission.id()))) {
            return true;
        }
        if (policy.condition() instanceof Condition.NeverKinds c) {
            return !c.kinds().contains(line.kind());
        }
        return !(policy.condition() instanceof Condition.OnlyKinds c)
                || c.kinds().contains(line.kind());
    }

    private boolean caveatIsFine(Caveat caveat, Offer offer, Requirement line, Phase phase, boolean inCompany) {
        boolean mine = caveat.member().equals(offer.member())
                && (caveat.offer().isEmpty() || caveat.offer().get().equals(offer.id()));
        boolean inForce = (caveat.validFrom().isEmpty()
                        || !caveat.validFrom().get().isAfter(phase.to()))
                && (caveat.validTo().isEmpty() || !caveat.validTo().get().isBefore(phase.from()));
        if (!mine || !inForce) {
            return true;
        }
        boolean met = switch (caveat.limit()) {
            case Limit.Always l -> true;
            case Limit.At l -> l.places().contains(line.place());
            case Limit.OutsideOf l -> !l.places().contains(line.place());
            case Limit.OfKind l -> l.kinds().contains(line.kind());
            case Limit.NotOfKind l -> !l.kinds().contains(line.kind());
            case Limit.Beside l -> inCompany && l.members().stream().anyMatch(coalition::contains);
            case Limit.LongerThan l -> phase.days() > l.days();
            case Limit.During l -> anyDay(phase.from(), phase.to(), l);
        };
        if (!met) {
            return true;
        }
        return caveat.form() instanceof Caveat.Form.NeedsApproval approval
                && approval.days() + offer.noticeDays() <= notice(line, phase);
    }

    private static boolean anyDay(LocalDate from, LocalDate to, Limit.During limit) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (limit.months().contains(day.getMonth())) {
                return true;
            }
        }
        return false;
    }

    /// A line gives its notice, but no more days than there are from the decision to its phase.
    private long notice(Requirement line, Phase phase) {
        long days = 0;
        while (days < line.noticeDays() && mission.decidedOn().plusDays(days).isBefore(phase.from())) {
            days++;
        }
        return days;
    }

    private boolean owns(Pool pool, String member) {
        return pool.entitlements().getOrDefault(member, 0L) > 0;
    }

    private boolean poolMay(Pool pool, Requirement line, Phase phase) {
        if (!pool.capability().equals(line.capability()) || pool.noticeDays() > notice(line, phase)) {
            return false;
        }
        if (!coalition.containsAll(pool.neededCrews())) {
            return false;
        }
        return switch (pool.access()) {
            case Access.Open a -> true;
            case Access.Owners a -> true;
            case Access.OwnersPlusReleased a -> coalition.stream().anyMatch(member -> owns(pool, member));
            case Access.WeightedVote a -> {
                long all = 0;
                long yes = 0;
                for (Map.Entry<String, Long> owner : pool.entitlements().entrySet()) {
                    all += owner.getValue();
                    if (coalition.contains(owner.getKey()) || position(owner.getKey()) == Stance.Position.SUPPORTS) {
                        yes += owner.getValue();
                    }
                }
                yield all > 0
                        && BigDecimal.valueOf(100)
                                        .multiply(BigDecimal.valueOf(yes))
                                        .compareTo(a.thresholdPercent().multiply(BigDecimal.valueOf(all)))
                                >= 0;
            }
            case Access.Consensus a -> consents(pool);
        };
    }

    /// Pools are counted, everyone has to bring something, and the best is kept.
    private void finish(long[] soFar) {
        if (coalition.isEmpty() && !units.isEmpty() && !asOneBody) {
            return;
        }
        long cost = soFar[2];
        for (Pool pool : alliance.pools()) {
            Optional<Long> compensation = poolIsFine(pool);
            if (compensation.isEmpty()) {
                return;
            }
            cost += compensation.get();
        }
        for (String member : coalition) {
            boolean brings = asOneBody ? hasSomething(member) : bringsSomething(member);
            if (!mission.pins().mustJoin().contains(member) && !brings) {
                return;
            }
        }
        if (ways != null) {
            keep(soFar[2]);
        }
        long[] value = {soFar[0], soFar[1], cost, distance()};
        if (best == null || Arrays.compare(value, best) < 0) {
            best = value;
        }
    }

    /// What released entitlements cost; empty where more is drawn than may be.
    private Optional<Long> poolIsFine(Pool pool) {
        Map<String, Long> drawn = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            long n = units.getOrDefault(pool.id() + "@" + at, 0L);
            String period = pool.period() == Pool.Period.YEAR
                    ? String.valueOf(phaseOf.get(at).from().getYear())
                    : phaseOf.get(at).id();
            drawn.merge(period, n, Long::sum);
        }
        long own = 0;
        long released = 0;
        for (String owner : pool.entitlements().keySet()) {
            if (coalition.contains(owner)) {
                own += pool.availableEntitlement(owner);
            } else if (pool.access() instanceof Access.OwnersPlusReleased a
                    && !a.withholding().contains(owner)) {
                released += pool.availableEntitlement(owner);
            }
        }
        long crews = 0;
        for (Map.Entry<String, Long> crew : pool.crews().entrySet()) {
            crews += coalition.contains(crew.getKey()) ? crew.getValue() : 0;
        }
        long compensation = 0;
        for (long n : drawn.values()) {
            if (n > pool.availableCapacity() || (!pool.crews().isEmpty() && n > crews)) {
                return Optional.empty();
            }
            if (pool.access() instanceof Access.Owners && n > own) {
                return Optional.empty();
            }
            if (pool.access() instanceof Access.OwnersPlusReleased a) {
                if (n > own + released) {
                    return Optional.empty();
                }
                compensation += Math.max(0, n - own) * a.compensationMinor();
            }
        }
        return Optional.of(compensation);
    }

    /// Whether anything of the member's could serve a line, whoever else is there.
    private boolean hasSomething(String member) {
        for (int at = 0; at < lines.size(); at++) {
            Requirement line = lines.get(at);
            Phase phase = phaseOf.get(at);
            for (Offer offer : alliance.offers()) {
                if (offer.member().equals(member) && offer.units() > 0 && offerMay(offer, line, phase, false)) {
                    return true;
                }
            }
            for (Pool pool : alliance.pools()) {
                boolean part = pool.entitlements().getOrDefault(member, 0L) > 0
                        || pool.crews().getOrDefault(member, 0L) > 0
                        || pool.neededCrews().contains(member);
                boolean may = pool.capability().equals(line.capability())
                        && pool.noticeDays() <= notice(line, phase)
                        && pool.availableCapacity() > 0
                        && (!(pool.access() instanceof Access.Consensus) || consents(pool));
                if (part && may) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean consents(Pool pool) {
        return collective
                && pool.entitlements().keySet().stream()
                        .noneMatch(owner -> owns(pool, owner) && position(owner) == Stance.Position.OBJECTS);
    }

    private boolean bringsSomething(String member) {
        for (int at = 0; at < lines.size(); at++) {
            for (Offer offer : alliance.offers()) {
                if (offer.member().equals(member) && units.containsKey(offer.id() + "@" + at)) {
                    return true;
                }
            }
            for (Pool pool : alliance.pools()) {
                boolean part = pool.entitlements().getOrDefault(member, 0L) > 0
                        || pool.crews().getOrDefault(member, 0L) > 0
                        || pool.neededCrews().contains(member);
                if (part && units.containsKey(pool.id() + "@" + at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private long distance() {
        if (earlier.isEmpty()) {
            return 0;
        }
        Map<String, Long> difference = new HashMap<>();
        for (Plan.Assignment a : earlier.get().assignments()) {
            difference.merge(a.id() + "@" + a.phase() + "/" + a.requirement(), -a.units(), Long::sum);
        }
        for (int at = 0; at < lines.size(); at++) {
            for (Map.Entry<String, Long> entry : units.entrySet()) {
                if (entry.getKey().endsWith("@" + at)) {
                    String id = entry.getKey().substring(0, entry.getKey().lastIndexOf('@'));
                    difference.merge(
                            id + "@" + phaseOf.get(at).id() + "/"
                                    + lines.get(at).id(),
                            entry.getValue(),
                            Long::sum);
                }
            }
        }
        long distance = difference.values().stream().mapToLong(Math::abs).sum();
        Set<String> before = new HashSet<>(earlier.get().coalition());
        for (String member : alliance.memberCodes()) {
            distance += before.contains(member) == coalition.contains(member) ? 0 : 1;
        }
        return distance;
    }
}
