package org.muster.plan.hunt;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// Plans any quantities by plain reasoning, where every line asks for a capability of its own and pools have no crews:
/// every set of members, every way in which each of them may bring its one unit at least, and then every line filled
/// with the cheapest units first. Written from docs/alliance-folder.md; shares no code with the planner.
public final class GreedyEnumeration {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final Alliance alliance;
    private final Mission mission;
    private Set<String> coalition = Set.of();
    private @Nullable Value best;

    private record Line(Phase phase, Requirement requirement) {}

    /// Units of a source for a line.
    ///
    /// @param id   offer, pool or charter; released hours of a pool stand apart
    /// @param most at most, on its own
    /// @param by   members for whom a unit of it counts as something that they bring
    private record Part(String id, long most, long cost, Set<String> by) {}

    /// Uncovered lines by group, and the cost.
    private record Value(List<BigInteger> uncovered, BigInteger cost) implements Comparable<Value> {
        @Override
        public int compareTo(Value other) {
            for (int g = 0; g < uncovered.size(); g++) {
                int order = uncovered.get(g).compareTo(other.uncovered.get(g));
                if (order != 0) {
                    return order;
                }
            }
            return cost.compareTo(other.cost);
        }
    }

    /// Lines that are weighed together: a unit counts `common / quantity`.
    private record Group(boolean essential, List<Line> lines, BigInteger common) {}

    /// Essential lines first, then the others; a new group where the common multiple times the lines leaves 53 bits.
    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (boolean essential : new boolean[] {true, false}) {
            Group open = new Group(essential, List.of(), BigInteger.ONE);
            for (Line line : lines()) {
                if (line.requirement().isEssential() == essential) {
                    BigInteger q = BigInteger.valueOf(line.requirement().quantity());
                    BigInteger common =
                            open.common().multiply(q).divide(open.common().gcd(q));
                    int count = open.lines().size() + 1;
                    if (count > 1 && common.multiply(BigInteger.valueOf(count)).bitLength() > 53) {
                        groups.add(open);
                        open = new Group(essential, List.of(line), q);
                    } else {
                        List<Line> more = new ArrayList<>(open.lines());
                        more.add(line);
                        open = new Group(essential, more, common);
                    }
                }
            }
            groups.add(open);
        }
        return groups;
    }

    private GreedyEnumeration(Alliance alliance, Mission mission) {
        this.alliance = alliance;
        this.mission = mission;
    }

    /// Essential gaps, other gaps (in millionths of a line, rounded up) and cost of the best plan; empty where no
    /// coalition meets the conditions.
    public static Optional<List<BigInteger>> best(Alliance alliance, Mission mission) {
        return new GreedyEnumeration(alliance, mission).run();
    }

    private Optional<List<BigInteger>> run() {
        List<String> members = List.copyOf(alliance.memberCodes());
        for (int mask = 0; mask < 1 << members.size(); mask++) {
            Set<String> chosen = new LinkedHashSet<>();
            for (int m = 0; m < members.size(); m++) {
                if ((mask >> m & 1) == 1) {
                    chosen.add(members.get(m));
                }
            }
            coalition = chosen;
            if (agree()) {
                bring(List.copyOf(chosen), 0, new HashSet<>());
            }
        }
        return Optional.ofNullable(best).map(b -> List.of(millionths(b, true), millionths(b, false), b.cost()));
    }

    private BigInteger millionths(Value value, boolean essential) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        List<Group> groups = groups();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).essential() == essential) {
                BigInteger common = groups.get(g).common();
                numerator = numerator
                        .multiply(common)
                        .add(value.uncovered().get(g).multiply(MILLION).multiply(denominator));
                denominator = denominator.multiply(common);
            }
        }
        BigInteger[] whole = numerator.divideAndRemainder(denominator);
        return whole[0].add(BigInteger.valueOf(whole[1].signum()));
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        mission.phases().forEach(p -> p.requirements().forEach(r -> lines.add(new Line(p, r))));
        return lines;
    }

    private boolean agree() {
        long allies = alliance.members().stream()
                .filter(m -> m.isAlly() && coalition.contains(m.code()))
                .count();
        boolean led = mission.lead().isEmpty() || mission.lead().stream().anyMatch(coalition::contains);
        return allies >= mission.floor().members()
                && led
                && coalition.containsAll(mission.pins().mustJoin())
                && alliance.policies().stream()
                        .filter(p -> coalition.contains(p.member()))
                        .allMatch(this::agrees);
    }

    private boolean agrees(Policy policy) {
        return switch (policy.condition()) {
            case Condition.StaysOut c -> false;
            case Condition.BesideAll c -> coalition.containsAll(c.members());
            case Condition.BesideAny c -> c.members().stream().anyMatch(coalition::contains);
            case Condition.NotBeside c -> c.members().stream().noneMatch(coalition::contains);
            case Condition.AtLeastMembers c -> coalition.size() >= c.members();
            case Condition.DayAfterCovered c ->
                lines().stream()
                                .anyMatch(l ->
                                        l.phase().followUp() && l.requirement().isEssential())
                        && lines().stream()
                                .filter(l ->
                                        l.phase().followUp() && l.requirement().isEssential())
                                .allMatch(l -> missing(l) == 0);
            case Condition.NeedsMandate c -> false;
            case Condition.NeverKinds c -> true;
            case Condition.OnlyKinds c -> true;
        };
    }

    private long notice(Line line) {
        long days = line.phase().from().toEpochDay() - mission.decidedOn().toEpochDay();
        return Math.min(days, line.requirement().noticeDays());
    }

    /// Every source of a line that the coalition has.
    private List<Part> parts(Line line) {
        String wanted = line.requirement().capability();
        long days = line.phase().days();
        List<Part> parts = new ArrayList<>();
        for (Offer offer : alliance.offers()) {
            if (offer.capability().equals(wanted)
                    && coalition.contains(offer.member())
                    && offer.noticeDays() <= notice(line)) {
                parts.add(new Part(
                        offer.id(),
                        offer.units(),
                        offer.deploymentCostMinor() + days * offer.runningCostMinorPerDay(),
                        Set.of(offer.member())));
            }
        }
        for (Pool pool : alliance.pools()) {
            if (pool.capability().equals(wanted) && pool.noticeDays() <= notice(line)) {
                pool(pool, parts);
            }
        }
        for (MarketOffer charter : alliance.market()) {
            if (charter.capability().equals(wanted) && charter.noticeDays() <= notice(line) && !coalition.isEmpty()) {
                parts.add(new Part(charter.id(), charter.units(), charter.unitCostMinor(days), Set.of()));
            }
        }
        parts.removeIf(part -> part.most() == 0);
        parts.sort(Comparator.comparingLong(Part::cost));
        return parts;
    }

    private static long afterLevy(Pool pool, long units) {
        return BigDecimal.valueOf(100)
                .subtract(pool.levyPercent())
                .multiply(BigDecimal.valueOf(units))
                .movePointLeft(2)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private void pool(Pool pool, List<Part> parts) {
        if (coalition.isEmpty()) {
            return;
        }
        Set<String> owners = new HashSet<>();
        long own = 0;
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal inFavour = BigDecimal.ZERO;
        long released = 0;
        for (Map.Entry<String, Long> owner : pool.entitlements().entrySet()) {
            all = all.add(BigDecimal.valueOf(owner.getValue()));
            long units = afterLevy(pool, owner.getValue());
            if (coalition.contains(owner.getKey())) {
                own += units;
                inFavour = inFavour.add(BigDecimal.valueOf(owner.getValue()));
            } else {
                released += units;
            }
            if (owner.getValue() > 0 && coalition.contains(owner.getKey())) {
                owners.add(owner.getKey());
            }
        }
        long capacity = afterLevy(pool, pool.capacity());
        switch (pool.access()) {
            case Access.Open a -> parts.add(new Part(pool.id(), capacity, pool.drawCostMinor(), owners));
            case Access.Consensus a -> throw new IllegalArgumentException("no pool by consensus here");
            case Access.Owners a ->
                parts.add(new Part(pool.id(), Math.min(capacity, own), pool.drawCostMinor(), owners));
            case Access.OwnersPlusReleased a -> {
                if (!owners.isEmpty()) {
                    long ofOwn = Math.min(capacity, own);
                    parts.add(new Part(pool.id(), ofOwn, pool.drawCostMinor(), owners));
                    parts.add(new Part(
                            pool.id() + " released",
                            Math.min(capacity - ofOwn, released),
                            pool.drawCostMinor() + a.compensationMinor(),
                            owners));
                }
            }
            case Access.WeightedVote a -> {
                boolean isCarried = all.signum() > 0
                        && inFavour.multiply(BigDecimal.valueOf(100))
                                        .compareTo(a.thresholdPercent().multiply(all))
                                >= 0;
                if (isCarried) {
                    parts.add(new Part(pool.id(), capacity, pool.drawCostMinor(), owners));
                }
            }
        }
    }

    private long missing(Line line) {
        long left = line.requirement().quantity();
        for (Part part : parts(line)) {
            left -= Math.min(left, part.most());
        }
        return left;
    }

    /// Every choice of what each member brings a unit of at least, from member number `at` on.
    ///
    /// @param chosen line and source of the choices before
    private void bring(List<String> members, int at, Set<String> chosen) {
        if (at == members.size()) {
            fill(chosen);
            return;
        }
        String member = members.get(at);
        if (mission.pins().mustJoin().contains(member)) {
            bring(members, at + 1, chosen);
            return;
        }
        for (Line line : lines()) {
            for (Part part : parts(line)) {
                if (part.by().contains(member)) {
                    boolean isNew = chosen.add(part.id());
                    bring(members, at + 1, chosen);
                    if (isNew) {
                        chosen.remove(part.id());
                    }
                }
            }
        }
    }

    /// A unit of every chosen source first, then the cheapest.
    private void fill(Set<String> chosen) {
        Map<Line, Long> missing = new HashMap<>();
        BigInteger cost = BigInteger.ZERO;
        for (Line line : lines()) {
            List<Part> parts = parts(line);
            long left = line.requirement().quantity();
            for (Part part : parts) {
                if (chosen.contains(part.id())) {
                    cost = cost.add(BigInteger.valueOf(part.cost()));
                    left--;
                }
            }
            if (left < 0) {
                return; // no room for a unit of each
            }
            for (Part part : parts) {
                long more = Math.min(left, part.most() - (chosen.contains(part.id()) ? 1 : 0));
                cost = cost.add(BigInteger.valueOf(part.cost()).multiply(BigInteger.valueOf(more)));
                left -= more;
            }
            missing.put(line, left);
        }
        List<BigInteger> uncovered = new ArrayList<>();
        for (Group group : groups()) {
            BigInteger sum = BigInteger.ZERO;
            for (Line line : group.lines()) {
                sum = sum.add(group.common()
                        .divide(BigInteger.valueOf(line.requirement().quantity()))
                        .multiply(BigInteger.valueOf(missing.getOrDefault(line, 0L))));
            }
            uncovered.add(sum);
        }
        Value value = new Value(List.copyOf(uncovered), cost);
        if (best == null || value.compareTo(best) < 0) {
            best = value;
        }
    }
}
