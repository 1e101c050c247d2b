package org.muster.plan.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// The planning model of a mission, row by row as docs/proof.md names them.
final class DocumentModel {
    private final Alliance alliance;
    private final Mission mission;
    private final Supply supply;
    private final Rows rows;

    /// @param rows where its variables and rows are written down
    DocumentModel(Alliance alliance, Mission mission, Rows rows) {
        this.alliance = alliance;
        this.rows = rows;
        this.mission = mission;
        this.supply = new Supply(alliance, mission);
        variables();
        cover();
        sources();
        draws().forEach(this::pool);
        supply.policies()
                .filter(p -> supply.members().contains(p.member()))
                .forEach(p -> policy(p, "policy " + p.id()));
        caveatsAboutCompany();
        bringsSomething();
        missionConditions();
        pins();
    }

    Mission mission() {
        return mission;
    }

    Rows rows() {
        return rows;
    }

    /// What is released to the mission from a pool in a period of it.
    record Released(Pool pool, String period, Access.OwnersPlusReleased access) {
        String variable() {
            return "released|" + pool.id() + "|" + period;
        }
    }

    List<Released> released() {
        List<Released> released = new ArrayList<>();
        for (Draws draws : draws()) {
            if (draws.pool.access() instanceof Access.OwnersPlusReleased access) {
                released.add(new Released(draws.pool, draws.period, access));
            }
        }
        return released;
    }

    Supply supply() {
        return supply;
    }

    private static String join(String member) {
        return "join|" + member;
    }

    private static String missing(Supply.Line line) {
        return "short|" + line.key();
    }

    private void variables() {
        supply.members().forEach(member -> rows.variable(join(member), 1));
        supply.uses().forEach(use -> rows.variable(use.variable(), use.most()));
        supply.lines().forEach(line -> rows.variable(missing(line), line.quantity()));
        for (Draws draws : draws()) {
            if (draws.pool.access() instanceof Access.OwnersPlusReleased access) {
                rows.variable(
                        new Released(draws.pool, draws.period, access).variable(),
                        Math.min(releasable(draws.pool, access), draws.most()));
            }
            if (draws.pool.access() instanceof Access.WeightedVote) {
                rows.variable("agreed|" + draws.pool.id() + "|" + draws.period, 1);
            }
        }
    }

    private void cover() {
        for (Supply.Line line : supply.lines()) {
            Rows.Sum sum = rows.sum().plus(1, missing(line));
            supply.uses().stream().filter(u -> u.line().equals(line)).forEach(u -> sum.plus(1, u.variable()));
            sum.exactly("cover " + line.key(), line.quantity());
        }
    }

    private void sources() {
        Map<String, List<Supply.Use>> byPhase = new LinkedHashMap<>();
        for (Supply.Use use : supply.uses()) {
            if (use.pool().isEmpty()) {
                byPhase.computeIfAbsent(
                                use.word() + " " + use.id() + " in "
                                        + use.line().phase().id(),
                                k -> new ArrayList<>())
                        .add(use);
            }
        }
        byPhase.forEach((name, uses) -> {
            Rows.Sum sum = rows.sum();
            uses.forEach(use -> sum.plus(1, use.variable()));
            uses.getFirst()
                    .offer()
                    .ifPresentOrElse(
                            offer -> sum.plus(-offer.units(), join(offer.member()))
                                    .atMost(name, 0),
                            () -> sum.atMost(name, charterUnits(uses.getFirst().id())));
        });
    }

    private long charterUnits(String id) {
        return alliance.market().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow()
                .units();
    }

    /// Draws on a pool in one of its periods.
    private record Draws(Pool pool, String period, List<Supply.Use> uses) {
        long most() {
            long asked = uses.stream().mapToLong(Supply.Use::most).reduce(0L, Math::addExact);
            return Math.min(asked, Supply.afterLevy(pool, pool.capacity()));
        }

        String name(String part) {
            return "pool " + pool.id() + " " + period + " " + part;
        }

        Rows.Sum sum(Rows rows) {
            Rows.Sum sum = rows.sum();
            uses.forEach(use -> sum.plus(1, use.variable()));
            return sum;
        }
    }

    private List<Draws> draws() {
        Map<String, Draws> draws = new LinkedHashMap<>();
        for (Supply.Use use : supply.uses()) {
            use.pool().ifPresent(pool -> {
                String period = pool.period() == Pool.Period.YEAR
                        ? String.valueOf(use.line().phase().from().getYear())
                        : use.line().phase().id();
                draws.computeIfAbsent(pool.id() + " " + period, k -> new Draws(pool, period, new ArrayList<>()))
                        .uses
                        .add(use);
            });
        }
        return List.copyOf(draws.values());
    }

    static long entitlement(Pool pool, String owner) {
        return Supply.afterLevy(pool, pool.entitlements().getOrDefault(owner, 0L));
    }

    static long releasable(Pool pool, Access.OwnersPlusReleased access) {
        return pool.entitlements().keySet().stream()
                .filter(owner -> !access.withholding().contains(owner))
                .mapToLong(owner -> entitlement(pool, owner))
                .reduce(0L, Math::addExact);
    }

    private void pool(Draws draws) {
        Pool pool = draws.pool;
        draws.sum(rows).atMost(draws.name("capacity"), Supply.afterLevy(pool, pool.capacity()));
        if (!pool.crews().isEmpty()) {
            Rows.Sum sum = draws.sum(rows);
            pool.crews().forEach((member, units) -> sum.plus(-units, join(member)));
            sum.atMost(draws.name("crews"), 0);
        }
        for (String member : pool.neededCrews()) {
            draws.sum(rows).plus(-draws.most(), join(member)).atMost(draws.name("needs " + member), 0);
        }
        switch (pool.access()) {
            case Access.Open access -> {}
            case Access.Consensus access -> {}
            case Access.Owners access -> own(pool, draws.sum(rows)).atMost(draws.name("owners"), 0);
            case Access.OwnersPlusReleased access -> released(draws, access);
            case Access.WeightedVote access -> vote(draws, access.thresholdPercent());
        }
    }

    /// Less what the owners that take part own.
    private static Rows.Sum own(Pool pool, Rows.Sum sum) {
        pool.entitlements().keySet().forEach(owner -> sum.plus(-entitlement(pool, owner), join(owner)));
        return sum;
    }

    private void released(Draws draws, Access.OwnersPlusReleased access) {
        Pool pool = draws.pool;
        Rows.Sum withheld = draws.sum(rows);
        Rows.Sum owners = draws.sum(rows);
        pool.entitlements().forEach((owner, units) -> {
            if (units > 0) {
                owners.plus(-draws.most(), join(owner));
                if (access.withholding().contains(owner)) {
                    withheld.plus(-entitlement(pool, owner), join(owner));
                }
            }
        });
        withheld.atMost(draws.name("own and released"), releasable(pool, access));
        owners.atMost(draws.name("an owner"), 0);
        own(pool, draws.sum(rows))
                .plus(-1, new Released(pool, draws.period, access).variable())
                .atMost(draws.name("beyond own"), 0);
    }

    private void vote(Draws draws, BigDecimal threshold) {
        Pool pool = draws.pool;
        String agreed = "agreed|" + pool.id() + "|" + draws.period;
        draws.sum(rows).plus(-draws.most(), agreed).atMost(draws.name("agreed"), 0);
        BigInteger all = BigInteger.ZERO;
        BigInteger inFavour = BigInteger.ZERO;
        Rows.Sum sum = rows.sum();
        for (Map.Entry<String, Long> owner : pool.entitlements().entrySet()) {
            BigInteger units = BigInteger.valueOf(owner.getValue());
            all = all.add(units);
            if (supply.stanceOf(owner.getKey()) == Stance.Position.SUPPORTS) {
                inFavour = inFavour.add(units);
            } else if (units.signum() > 0) {
                sum.plus(units, join(owner.getKey()));
            }
        }
        BigInteger needed = all.signum() == 0
                ? BigInteger.ONE
                : new BigDecimal(all)
                        .multiply(threshold)
                        .divide(BigDecimal.valueOf(100))
                        .setScale(0, RoundingMode.CEILING)
                        .toBigIntegerExact();
        sum.plus(needed.negate(), agreed).atLeast(draws.name("vote"), inFavour.negate());
    }

    private void policy(Policy policy, String name) {
        String self = join(policy.member());
        switch (policy.condition()) {
            case Condition.BesideAll c ->
                c.members()
                        .forEach(other ->
                                rows.sum().plus(1, self).plus(-1, join(other)).atMost(name + " " + other, 0));
            case Condition.BesideAny c -> {
                Rows.Sum sum = rows.sum().plus(1, self);
                c.members().forEach(other -> sum.plus(-1, join(other)));
                sum.atMost(name, 0);
            }
            case Condition.NotBeside c ->
                c.members().stream()
                        .filter(supply.members()::contains)
                        .forEach(other ->
                                rows.sum().plus(1, self).plus(1, join(other)).atMost(name + " " + other, 1));
            case Condition.AtLeastMembers c -> {
                Rows.Sum sum = rows.sum().plus(-c.members(), self);
                supply.members().forEach(member -> sum.plus(1, join(member)));
                sum.atLeast(name, 0);
            }
            case Condition.DayAfterCovered c ->
                supply.lines().stream()
                        .filter(Supply.Line::isEssentialFollowUp)
                        .forEach(line -> rows.sum()
                                .plus(1, missing(line))
                                .plus(line.quantity(), self)
                                .atMost(name + " " + line.key(), line.quantity()));
            case Condition.NeedsMandate c -> {}
            case Condition.NeverKinds c -> {}
            case Condition.OnlyKinds c -> {}
            case Condition.StaysOut c -> {}
        }
    }

    private void caveatsAboutCompany() {
        for (Caveat caveat : alliance.caveats()) {
            if (caveat.limit() instanceof Limit.Beside limit) {
                supply.uses().stream()
                        .filter(u -> u.offer().isPresent()
                                && Supply.concerns(caveat, u.offer().get(), u.line())
                                && supply.stops(caveat, u.offer().get(), u.line()))
                        .forEach(u -> apart(caveat.id(), u, limit.members()));
            }
        }
    }

    private void apart(String caveat, Supply.Use use, Set<String> others) {
        others.stream()
                .filter(supply.members()::contains)
                .forEach(other -> rows.sum()
                        .plus(1, use.variable())
                        .plus(use.most(), join(other))
                        .atMost("caveat " + caveat + " " + use.variable() + " beside " + other, use.most()));
    }

    private void bringsSomething() {
        for (String member : supply.members()) {
            if (mission.pins().mustJoin().contains(member)) {
                continue;
            }
            Rows.Sum sum = rows.sum().plus(1, join(member));
            supply.uses().stream().filter(u -> isOf(u, member)).forEach(u -> sum.plus(-1, u.variable()));
            sum.atMost("brings " + member, 0);
        }
        Rows.Sum served = rows.sum();
        long most = 0;
        boolean any = false;
        for (Supply.Use use : supply.uses()) {
            if (use.member().isEmpty()) {
                served.plus(1, use.variable());
                most = Math.addExact(most, use.most());
                any = true;
            }
        }
        if (any) {
            for (String member : supply.members()) {
                served.plus(-most, join(member));
            }
            served.atMost("somebody", 0);
        }
    }

    private static boolean isOf(Supply.Use use, String member) {
        return use.member().map(member::equals).orElse(false)
                || use.pool()
                        .map(pool -> pool.entitlements().getOrDefault(member, 0L) > 0
                                || pool.crews().getOrDefault(member, 0L) > 0
                                || pool.neededCrews().contains(member))
                        .orElse(false);
    }

    private void missionConditions() {
        if (mission.floor().members() > 0) {
            Rows.Sum sum = rows.sum();
            alliance.members().stream().filter(Member::isAlly).forEach(ally -> sum.plus(1, join(ally.code())));
            sum.atLeast("floor members", mission.floor().members());
        }
        if (mission.floor().sharePercent().signum() > 0) {
            shareFloor(mission.floor().sharePercent());
        }
        if (!mission.lead().isEmpty()) {
            Rows.Sum sum = rows.sum();
            mission.lead().forEach(member -> sum.plus(1, join(member)));
            sum.atLeast("lead", 1);
        }
        for (String member : mission.pins().mustJoin()) {
            rows.sum().plus(1, join(member)).atLeast("must join " + member, 1);
        }
    }

    /// Shares and floor as whole numbers without a common divisor.
    private void shareFloor(BigDecimal percent) {
        Optional<Key> key = mission.key()
                .or(alliance::defaultKey)
                .flatMap(id ->
                        alliance.keys().stream().filter(k -> k.id().equals(id)).findFirst());
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        key.ifPresent(k -> k.shares().forEach((member, share) -> {
            if (supply.members().contains(member)) {
                shares.put(member, share);
            }
        }));
        int places = Math.max(0, percent.scale());
        for (BigDecimal share : key.map(k -> List.copyOf(k.shares().values())).orElse(List.of())) {
            places = Math.max(places, share.scale());
        }
        BigInteger floor = percent.movePointRight(places).toBigIntegerExact();
        BigInteger common = floor;
        for (BigDecimal share : shares.values()) {
            common = common.gcd(share.movePointRight(places).toBigIntegerExact());
        }
        Rows.Sum sum = rows.sum();
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            sum.plus(share.getValue().movePointRight(places).toBigIntegerExact().divide(common), join(share.getKey()));
        }
        sum.atLeast("floor share", floor.divide(common));
    }

    private void pins() {
        for (Mission.PinnedAssignment pin : mission.pins().assignments()) {
            String key = pin.phase() + "/" + pin.requirement();
            String name = "pin:" + pin.source() + ":" + key + ":" + pin.units();
            List<Supply.Use> pinned = supply.uses().stream()
                    .filter(u -> u.id().equals(pin.source()) && u.line().key().equals(key))
                    .toList();
            Rows.Sum atLeast = rows.sum();
            pinned.forEach(u -> atLeast.plus(1, u.variable()));
            atLeast.atLeast(name, pin.units());
            if (!pinned.isEmpty()) {
                Rows.Sum atMost = rows.sum();
                pinned.forEach(u -> atMost.plus(1, u.variable()));
                atMost.atMost(name + " and no more", pin.units());
            }
        }
    }
}
