package org.muster.plan.together;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.plan.hunt.Enumeration;

/// Missions together by plain enumeration: every way to do each of them alone, every combination of these, what
/// they use together counted day by day and pool by pool. Written from docs/alliance-folder.md; knows no planner.
final class JointEnumeration {
    private final Alliance alliance;
    private final List<Mission> missions;
    private final List<List<Valued>> ways = new ArrayList<>();
    private final List<Integer> classes;
    private final long common;
    private long @Nullable [] best;

    private JointEnumeration(Alliance alliance, List<Mission> missions) {
        this.alliance = alliance;
        this.missions = missions;
        this.common = common(missions).longValueExact();
        classes = missions.stream()
                .map(mission -> mission.priority().orElse(Integer.MAX_VALUE))
                .distinct()
                .sorted()
                .toList();
        for (Mission mission : missions) {
            ways.add(Enumeration.ways(alliance, mission).stream()
                    .map(way -> new Valued(way, value(mission, way)))
                    .sorted((a, b) -> Arrays.compare(a.value(), b.value()))
                    .toList());
        }
    }

    /// A way with what it adds: missing parts by priority, then the cost of its units.
    @SuppressWarnings("ArrayRecordComponent")
    private record Valued(Enumeration.Way way, long[] value) {}

    private long[] value(Mission mission, Enumeration.Way way) {
        long[] value = new long[2 * classes.size() + 1];
        int first = 2 * classes.indexOf(mission.priority().orElse(Integer.MAX_VALUE));
        value[first] = parts(mission, way, true);
        value[first + 1] = parts(mission, way, false);
        value[value.length - 1] = way.costOfUnits();
        return value;
    }

    /// By priority the essential and the other missing parts, then the cost; empty where nothing meets all conditions.
    ///
    /// Parts are of a line, over `common`, a multiple of all quantities.
    static Optional<List<BigInteger>> best(Alliance alliance, List<Mission> missions) {
        JointEnumeration all = new JointEnumeration(alliance, missions);
        all.choose(0, new ArrayList<>(), new long[2 * all.classes.size() + 1]);
        return Optional.ofNullable(all.best)
                .map(best -> Arrays.stream(best).mapToObj(BigInteger::valueOf).toList());
    }

    /// The least common multiple of everything that is asked for.
    static BigInteger common(List<Mission> missions) {
        BigInteger common = BigInteger.ONE;
        for (Mission mission : missions) {
            for (Phase phase : mission.phases()) {
                for (var line : phase.requirements()) {
                    BigInteger q = BigInteger.valueOf(line.quantity());
                    common = common.divide(common.gcd(q)).multiply(q);
                }
            }
        }
        return common;
    }

    /// Nothing takes away from what is missing and what it costs, so what is no better by now cannot become better.
    private void choose(int at, List<Enumeration.Way> chosen, long[] soFar) {
        if (best != null && Arrays.compare(soFar, best) >= 0) {
            return;
        }
        if (at == missions.size()) {
            release(chosen).ifPresent(released -> {
                long[] value = soFar.clone();
                value[value.length - 1] += released;
                if (best == null || Arrays.compare(value, best) < 0) {
                    best = value;
                }
            });
            return;
        }
        for (Valued valued : ways.get(at)) {
            chosen.add(valued.way());
            if (areEnough(chosen)) {
                long[] more = soFar.clone();
                for (int i = 0; i < more.length; i++) {
                    more[i] += valued.value()[i];
                }
                choose(at + 1, chosen, more);
            }
            chosen.removeLast();
        }
    }

    private long parts(Mission mission, Enumeration.Way way, boolean essential) {
        long parts = 0;
        int at = 0;
        for (Phase phase : mission.phases()) {
            for (var line : phase.requirements()) {
                long missing = line.quantity();
                for (long units : way.units(at).values()) {
                    missing -= units;
                }
                if (line.isEssential() == essential) {
                    parts += common / line.quantity() * missing;
                }
                at++;
            }
        }
        return parts;
    }

    /// Whether no offer and no charter has to be in two places on any day.
    private boolean areEnough(List<Enumeration.Way> chosen) {
        Set<LocalDate> days = new TreeSet<>();
        for (int m = 0; m < chosen.size(); m++) {
            missions.get(m).phases().forEach(phase -> days.add(phase.from()));
        }
        for (LocalDate day : days) {
            Map<String, Long> used = new HashMap<>();
            for (int m = 0; m < chosen.size(); m++) {
                int at = 0;
                for (Phase phase : missions.get(m).phases()) {
                    for (int l = 0; l < phase.requirements().size(); l++, at++) {
                        if (!day.isBefore(phase.from()) && !day.isAfter(phase.to())) {
                            chosen.get(m).units(at).forEach((id, n) -> used.merge(id, n, Long::sum));
                        }
                    }
                }
            }
            boolean offers = alliance.offers().stream().allMatch(o -> used.getOrDefault(o.id(), 0L) <= o.units());
            boolean charters = alliance.market().stream().allMatch(c -> used.getOrDefault(c.id(), 0L) <= c.units());
            boolean pools = alliance.pools().stream()
                    .filter(p -> p.period() == Pool.Period.PHASE)
                    .allMatch(p -> used.getOrDefault(p.id(), 0L) <= p.availableCapacity());
            if (!offers || !charters || !pools) {
                return false;
            }
        }
        return true;
    }

    /// What is paid for released hours; empty where pools do not have what is drawn.
    private Optional<Long> release(List<Enumeration.Way> chosen) {
        long paid = 0;
        for (Pool pool : alliance.pools()) {
            Map<String, List<Draw>> periods = new LinkedHashMap<>();
            for (int m = 0; m < missions.size(); m++) {
                int at = 0;
                for (Phase phase : missions.get(m).phases()) {
                    for (int l = 0; l < phase.requirements().size(); l++, at++) {
                        long n = chosen.get(m).units(at).getOrDefault(pool.id(), 0L);
                        String period = pool.period() == Pool.Period.YEAR
                                ? "" + phase.from().getYear()
                                : "";
                        if (n > 0) {
                            periods.computeIfAbsent(period, p -> new ArrayList<>())
                                    .add(new Draw(m, phase, n));
                        }
                    }
                }
            }
            for (List<Draw> draws : periods.values()) {
                Optional<Long> released =
                        pool.period() == Pool.Period.YEAR ? inYear(pool, draws, chosen) : inPhases(pool, draws, chosen);
                if (released.isEmpty()) {
                    return Optional.empty();
                }
                paid += released.get();
            }
        }
        return Optional.of(paid);
    }

    private record Draw(int mission, Phase phase, long units) {}

    private Optional<Long> inYear(Pool pool, List<Draw> draws, List<Enumeration.Way> chosen) {
        long[] perMission = new long[missions.size()];
        draws.forEach(draw -> perMission[draw.mission()] += draw.units());
        return shared(pool, perMission, chosen);
    }

    /// Phases that do not share a day have all of the pool each. Only what is paid where two phases of one mission meet
    /// different phases of another would need more than this; such worlds are left out by [#isSimple].
    private Optional<Long> inPhases(Pool pool, List<Draw> draws, List<Enumeration.Way> chosen) {
        long paid = 0;
        List<List<Draw>> components = new ArrayList<>();
        for (Draw draw : draws) {
            List<List<Draw>> touching = components.stream()
                    .filter(c -> c.stream().anyMatch(other -> touch(other, draw)))
                    .toList();
            List<Draw> joined = new ArrayList<>(List.of(draw));
            touching.forEach(joined::addAll);
            components.removeAll(touching);
            components.add(joined);
        }
        for (List<Draw> component : components) {
            long[] perMission = new long[missions.size()];
            component.forEach(draw -> perMission[draw.mission()] += draw.units());
            Optional<Long> released = shared(pool, perMission, chosen);
            if (released.isEmpty()) {
                return Optional.empty();
            }
            paid += released.get();
        }
        return Optional.of(paid);
    }

    private static boolean touch(Draw a, Draw b) {
        return !a.phase().from().isAfter(b.phase().to())
                && !b.phase().from().isAfter(a.phase().to());
    }

    /// Whether no phase meets two phases of another mission: then phases that meet are one period.
    static boolean isSimple(List<Mission> missions) {
        for (Mission one : missions) {
            for (Mission other : missions) {
                for (Phase phase : one.phases()) {
                    long met = other.phases().stream()
                            .filter(p -> touch(new Draw(0, p, 0), new Draw(0, phase, 0)))
                            .count();
                    if (one != other && met > 1) {
                        return false;
                    }
                }
            }
        }
        return missions.size() < 3 || meetTransitively(missions);
    }

    /// Of three missions with one phase each, not only two pairs meet.
    private static boolean meetTransitively(List<Mission> missions) {
        int pairs = 0;
        for (int a = 0; a < missions.size(); a++) {
            for (int b = 0; b < a; b++) {
                Draw one = new Draw(a, missions.get(a).phases().getFirst(), 0);
                Draw other = new Draw(b, missions.get(b).phases().getFirst(), 0);
                pairs += touch(one, other) ? 1 : 0;
            }
        }
        return pairs != 2 && missions.stream().allMatch(m -> m.phases().size() == 1);
    }

    /// Every way to say whose hours and whose crews serve which mission.
    private Optional<Long> shared(Pool pool, long[] drawn, List<Enumeration.Way> chosen) {
        long all = 0;
        for (long n : drawn) {
            all += n;
        }
        if (all > pool.availableCapacity()) {
            return Optional.empty();
        }
        if (!pool.crews().isEmpty() && cheapest(pool.crews(), Set.of(), false, drawn, chosen) < 0) {
            return Optional.empty();
        }
        Map<String, Long> entitled = new LinkedHashMap<>();
        pool.entitlements().keySet().forEach(owner -> entitled.put(owner, pool.availableEntitlement(owner)));
        long released = switch (pool.access()) {
            case Access.Owners a -> cheapest(entitled, Set.of(), false, drawn, chosen);
            case Access.OwnersPlusReleased a -> cheapest(entitled, a.withholding(), true, drawn, chosen);
            case Access.Open a -> 0;
            case Access.Consensus a -> 0;
            case Access.WeightedVote a -> 0;
        };
        long price = pool.access() instanceof Access.OwnersPlusReleased a ? a.compensationMinor() : 0;
        return released < 0 ? Optional.empty() : Optional.of(released * price);
    }

    /// The fewest units that have to be released; -1 where what is drawn cannot be served. Owner by owner, every
    /// split of what it has over the missions.
    private long cheapest(
            Map<String, Long> amounts,
            Set<String> withholding,
            boolean releases,
            long[] drawn,
            List<Enumeration.Way> chosen) {
        return serve(List.copyOf(amounts.keySet()), amounts, withholding, releases, drawn.clone(), chosen, 0);
    }

    private long serve(
            List<String> owners,
            Map<String, Long> amounts,
            Set<String> withholding,
            boolean releases,
            long[] open,
            List<Enumeration.Way> chosen,
            int at) {
        boolean done = true;
        for (long n : open) {
            done &= n == 0;
        }
        if (done) {
            return 0;
        }
        if (at == owners.size()) {
            return -1;
        }
        return split(
                owners, amounts, withholding, releases, open, chosen, at, 0, amounts.getOrDefault(owners.get(at), 0L));
    }

    private long split(
            List<String> owners,
            Map<String, Long> amounts,
            Set<String> withholding,
            boolean releases,
            long[] open,
            List<Enumeration.Way> chosen,
            int at,
            int mission,
            long left) {
        if (mission == open.length) {
            return serve(owners, amounts, withholding, releases, open, chosen, at + 1);
        }
        String owner = owners.get(at);
        boolean goes = chosen.get(mission).coalition().contains(owner);
        boolean may = goes || (releases && !withholding.contains(owner));
        long least = -1;
        for (long n = 0; n <= (may ? Math.min(left, open[mission]) : 0); n++) {
            open[mission] -= n;
            long rest = split(owners, amounts, withholding, releases, open, chosen, at, mission + 1, left - n);
            open[mission] += n;
            if (rest >= 0) {
                long here = rest + (goes ? 0 : n);
                least = least < 0 ? here : Math.min(least, here);
            }
        }
        return least;
    }
}
