package org.muster.invest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.World;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// An alliance as it would be with a portfolio of candidates, in a world.
final class Holdings {
    private final Alliance alliance;
    private final World world;
    private final List<MarketOffer> market;
    private final List<Caveat> caveats;
    private final List<Policy> policies;
    private final Map<String, Pool> pools = new LinkedHashMap<>();
    private final Map<String, Mission> missions = new LinkedHashMap<>();

    private Holdings(Alliance alliance, World world) {
        this.alliance = alliance;
        this.world = world;
        this.market = new ArrayList<>(alliance.market());
        this.caveats = new ArrayList<>(alliance.caveats());
        this.policies = new ArrayList<>(alliance.policies());
        alliance.missions().forEach(mission -> missions.put(mission.id(), mission));
        alliance.pools().forEach(pool -> pools.put(pool.id(), inWorld(pool)));
    }

    /// The alliance with so many blocks of each candidate.
    ///
    /// Units that every coalition may draw in each phase are a charter; units that are used up over a year, or that
    /// owners draw, are a pool.
    static Alliance of(Alliance alliance, World world, Map<InvestCandidate, Integer> blocks) {
        Holdings holdings = new Holdings(alliance, world);
        blocks.forEach((candidate, some) -> {
            if (some > 0) {
                holdings.add(candidate, some);
            }
        });
        return alliance.withMeans(
                holdings.market,
                holdings.caveats,
                holdings.policies,
                List.copyOf(holdings.pools.values()),
                List.copyOf(holdings.missions.values()));
    }

    private Pool inWorld(Pool pool) {
        BigDecimal factor = world.pools().stream()
                .filter(one -> one.pool().equals(pool.id()))
                .map(World.PoolFactor::factor)
                .findFirst()
                .orElse(BigDecimal.ONE);
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return pool;
        }
        return sized(
                pool,
                scaled(pool.capacity(), factor),
                scaled(pool.entitlements(), factor),
                scaled(pool.crews(), factor));
    }

    private static long scaled(long units, BigDecimal factor) {
        return BigDecimal.valueOf(units)
                .multiply(factor)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private static Map<String, Long> scaled(Map<String, Long> units, BigDecimal factor) {
        Map<String, Long> scaled = new LinkedHashMap<>();
        units.forEach((member, some) -> scaled.put(member, scaled(some, factor)));
        return scaled;
    }

    private static Pool sized(Pool pool, long capacity, Map<String, Long> entitlements, Map<String, Long> crews) {
        return with(pool, capacity, entitlements, crews, pool.access(), pool.neededCrews());
    }

    private static Pool with(
            Pool pool,
            long capacity,
            Map<String, Long> entitlements,
            Map<String, Long> crews,
            Access access,
            Set<String> neededCrews) {
        return new Pool(
                pool.id(),
                pool.title(),
                pool.capability(),
                new Pool.Size(pool.period(), capacity, pool.levyPercent()),
                new Pool.Shares(entitlements, Optional.empty(), access),
                new Pool.Crewing(crews, neededCrews),
                pool.draw(),
                new Pool.Sources(
                        pool.shareProvenance(),
                        pool.costProvenance(),
                        pool.sources().compensationProvenance(),
                        Map.of(),
                        Map.of()));
    }

    private void add(InvestCandidate candidate, int blocks) {
        switch (candidate.what()) {
            case InvestCandidate.Asset asset -> add(candidate, asset, Math.multiplyExact(asset.block(), blocks));
            case InvestCandidate.RuleChange rule -> ease(rule.change());
        }
    }

    private void add(InvestCandidate candidate, InvestCandidate.Asset asset, long units) {
        long draw = inWorld(candidate, asset.drawMinor());
        if (asset.pool().isPresent()) {
            Pool pool = pool(asset.pool().get());
            pools.put(pool.id(), extended(pool, asset, units));
        } else if (asset.owners().open() && asset.period() == Pool.Period.PHASE) {
            market.add(new MarketOffer(
                    candidate.id(),
                    asset.capability(),
                    units,
                    asset.noticeDays(),
                    draw,
                    inWorld(candidate, asset.drawDayMinor()),
                    candidate.provenance()));
        } else {
            pools.put(
                    candidate.id(),
                    new Pool(
                            candidate.id(),
                            candidate.title(),
                            asset.capability(),
                            new Pool.Size(asset.period(), units, BigDecimal.ZERO),
                            new Pool.Shares(
                                    asset.owners().open() ? Map.of() : shares(asset, units),
                                    Optional.empty(),
                                    asset.owners().open() ? new Access.Open() : new Access.Owners()),
                            new Pool.Crewing(Map.of(), Set.of()),
                            new Pool.Draw(asset.noticeDays(), draw, Optional.empty()),
                            new Pool.Sources(
                                    candidate.provenance(),
                                    candidate.provenance(),
                                    Optional.empty(),
                                    Map.of(),
                                    Map.of())));
        }
    }

    private long inWorld(InvestCandidate candidate, long minor) {
        BigDecimal price = BigDecimal.valueOf(minor);
        for (World.PriceFactor factor : world.prices()) {
            if (factor.of() == World.Of.CANDIDATE && factor.name().equals(candidate.id())) {
                price = price.multiply(factor.factor());
            }
        }
        return price.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private Pool pool(String id) {
        Pool pool = pools.get(id);
        if (pool == null) {
            throw new IllegalArgumentException("there is no pool " + id);
        }
        return pool;
    }

    /// What is added belongs to the owners by the candidate's key, else in proportion to what they own.
    private Pool extended(Pool pool, InvestCandidate.Asset asset, long units) {
        Map<String, Long> owned = new LinkedHashMap<>(pool.entitlements());
        boolean byOwner = switch (pool.access()) {
            case Access.Owners a -> true;
            case Access.OwnersPlusReleased a -> true;
            case Access.Open a -> false;
            case Access.WeightedVote a -> false;
            case Access.Consensus a -> false;
        };
        long sum = owned.values().stream().mapToLong(Long::longValue).sum();
        if (byOwner && asset.owners().key().isPresent()) {
            shares(asset, units).forEach((member, some) -> owned.merge(member, some, Long::sum));
        } else if (byOwner && sum > 0) {
            List<String> members = List.copyOf(owned.keySet());
            List<Long> parts = Apportionment.byLargestRemainder(
                    units, owned.values().stream().map(BigDecimal::valueOf).toList());
            for (int i = 0; i < members.size(); i++) {
                owned.merge(members.get(i), parts.get(i), Long::sum);
            }
        }
        return sized(pool, Math.addExact(pool.capacity(), units), owned, pool.crews());
    }

    private Map<String, Long> shares(InvestCandidate.Asset asset, long units) {
        Key key = asset.owners()
                .key()
                .or(alliance::defaultKey)
                .flatMap(alliance::key)
                .orElseThrow(() -> new IllegalArgumentException("there is no key for the owners"));
        List<String> members = List.copyOf(key.shares().keySet());
        List<Long> parts =
                Apportionment.byLargestRemainder(units, List.copyOf(key.shares().values()));
        Map<String, Long> shares = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            if (parts.get(i) > 0) {
                shares.put(members.get(i), parts.get(i));
            }
        }
        return shares;
    }

    private void ease(InvestCandidate.Change change) {
        switch (change) {
            case InvestCandidate.Change.Lead c ->
                missions.computeIfPresent(c.mission(), (id, one) -> one.with(c.lead()));
            case InvestCandidate.Change.Floor c ->
                missions.computeIfPresent(c.mission(), (id, one) -> one.with(c.floor()));
            case InvestCandidate.Change.Vote c -> {
                Pool pool = pool(c.pool());
                pools.put(
                        c.pool(),
                        with(
                                pool,
                                pool.capacity(),
                                pool.entitlements(),
                                pool.crews(),
                                new Access.WeightedVote(c.thresholdPercent()),
                                pool.neededCrews()));
            }
            case InvestCandidate.Change.Crew c -> {
                Pool pool = pool(c.pool());
                Set<String> needed = new TreeSet<>(pool.neededCrews());
                c.members().forEach(needed::remove);
                pools.put(
                        c.pool(),
                        with(pool, pool.capacity(), pool.entitlements(), pool.crews(), pool.access(), needed));
            }
            case InvestCandidate.Change.Approval c ->
                caveats.replaceAll(one -> one.id().equals(c.caveat()) ? quicker(one, c.days()) : one);
            case InvestCandidate.Change.LiftedCaveat c ->
                caveats.removeIf(one -> one.id().equals(c.caveat()));
            case InvestCandidate.Change.LiftedPolicy c ->
                policies.removeIf(one -> one.id().equals(c.policy()));
        }
    }

    private static Caveat quicker(Caveat caveat, int days) {
        return switch (caveat.form()) {
            case Caveat.Form.Prohibits p -> caveat;
            case Caveat.Form.NeedsApproval approval ->
                new Caveat(
                        caveat.id(),
                        caveat.member(),
                        caveat.offer(),
                        caveat.limit(),
                        new Caveat.Form.NeedsApproval(approval.authority(), Math.min(days, approval.days())),
                        caveat.validFrom(),
                        caveat.validTo(),
                        caveat.declared(),
                        caveat.provenance());
        };
    }
}
