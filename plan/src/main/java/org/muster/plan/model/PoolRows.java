package org.muster.plan.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.input.Counted;
import org.muster.solve.ModelDraft;

/// The rows of a pool: capacity per period, crews, and who may draw.
final class PoolRows {
    private final RuledDraft draft;
    private final Alliance alliance;
    private final Mission mission;
    private final Map<String, Integer> joins;
    private final List<PlanningModel.Released> released = new ArrayList<>();

    private record Bucket(Pool pool, String period, List<PlanningModel.Used> draws) {
        ModelDraft.Sum sum() {
            ModelDraft.Sum sum = new ModelDraft.Sum();
            draws.forEach(draw -> sum.plus(1, draw.variable()));
            return sum;
        }

        /// The most that could be drawn.
        long most() {
            long asked =
                    draws.stream().mapToLong(d -> d.candidate().mostUnits()).sum();
            return Math.min(pool.availableCapacity(), asked);
        }

        String name(String part) {
            return "pool " + pool.id() + " " + period + " " + part;
        }
    }

    private PoolRows(RuledDraft draft, Alliance alliance, Mission mission, Map<String, Integer> joins) {
        this.draft = draft;
        this.alliance = alliance;
        this.mission = mission;
        this.joins = joins;
    }

    /// Writes the rows of every pool that is used; the variables of released entitlements.
    static List<PlanningModel.Released> write(
            RuledDraft draft,
            Alliance alliance,
            Mission mission,
            List<PlanningModel.Used> used,
            Map<String, Integer> joins) {
        PoolRows rows = new PoolRows(draft, alliance, mission, joins);
        Map<String, Bucket> buckets = new LinkedHashMap<>();
        for (PlanningModel.Used u : used) {
            if (u.candidate().source() instanceof Source.OfPool source) {
                Pool pool = source.pool();
                String period = period(pool, u.candidate().line());
                buckets.computeIfAbsent(pool.id() + " " + period, k -> new Bucket(pool, period, new ArrayList<>()))
                        .draws()
                        .add(u);
            }
        }
        buckets.values().forEach(rows::write);
        return rows.released;
    }

    /// The period in which a draw for the line is booked.
    static String period(Pool pool, Line line) {
        return switch (pool.period()) {
            case YEAR -> String.valueOf(line.phase().from().getYear());
            case PHASE -> line.phase().id();
        };
    }

    private void write(Bucket bucket) {
        Pool pool = bucket.pool();
        draft.atMost(
                PlanningRules.pool(
                        pool,
                        "capacity:" + bucket.period(),
                        Rule.Kind.CAPACITY,
                        Counted.of(pool.availableCapacity(), "unit is", "units are") + " all that can be drawn in "
                                + bucket.period()),
                bucket.name("capacity"),
                bucket.sum(),
                pool.availableCapacity());
        crews(bucket);
        switch (pool.access()) {
            case Access.Open access -> {}
            case Access.Consensus access -> {} // asked before: see Eligibility
            case Access.Owners access -> ownEntitlements(bucket);
            case Access.OwnersPlusReleased access -> releasedEntitlements(bucket, access);
            case Access.WeightedVote access -> vote(bucket, access);
        }
    }

    private void crews(Bucket bucket) {
        Pool pool = bucket.pool();
        if (!pool.crews().isEmpty()) {
            ModelDraft.Sum sum = bucket.sum();
            pool.crews().forEach((member, units) -> join(member).ifPresent(j -> sum.plus(-units, j)));
            draft.atMost(
                    PlanningRules.pool(
                            pool,
                            "crews",
                            Rule.Kind.CREWS,
                            "only the crews of members that take part operate it, out of "
                                    + String.join(", ", pool.crews().keySet())),
                    bucket.name("crews"),
                    sum,
                    0);
        }
        for (String member : pool.neededCrews()) {
            ModelDraft.Sum sum = bucket.sum();
            join(member).ifPresent(j -> sum.plus(-bucket.most(), j));
            draft.atMost(
                    PlanningRules.pool(
                            pool, "needs:" + member, Rule.Kind.CREWS, "it does not go without the crews of " + member),
                    bucket.name("needs " + member),
                    sum,
                    0);
        }
    }

    private void ownEntitlements(Bucket bucket) {
        Pool pool = bucket.pool();
        ModelDraft.Sum sum = bucket.sum();
        pool.entitlements()
                .keySet()
                .forEach(owner -> join(owner).ifPresent(j -> sum.plus(-pool.availableEntitlement(owner), j)));
        draft.atMost(
                accessRule(pool, "owners that take part draw up to their own entitlements"),
                bucket.name("owners"),
                sum,
                0);
    }

    private void releasedEntitlements(Bucket bucket, Access.OwnersPlusReleased access) {
        Pool pool = bucket.pool();
        Set<String> withholding = access.withholding();
        ModelDraft.Sum drawn = bucket.sum();
        ModelDraft.Sum someOwner = bucket.sum();
        long releasable = 0;
        for (Map.Entry<String, Long> owned : pool.entitlements().entrySet()) {
            if (owned.getValue() == 0) {
                continue;
            }
            String owner = owned.getKey();
            long entitlement = pool.availableEntitlement(owner);
            Optional<Integer> join = join(owner);
            if (withholding.contains(owner)) {
                join.ifPresent(j -> drawn.plus(-entitlement, j));
            } else {
                releasable += entitlement;
            }
            join.ifPresent(j -> someOwner.plus(-bucket.most(), j));
        }
        draft.atMost(
                accessRule(
                        pool, "owners draw their own entitlements and those that owners who stay out release to them"),
                bucket.name("own and released"),
                drawn,
                releasable);
        draft.atMost(accessRule(pool, "at least one owner takes part"), bucket.name("an owner"), someOwner, 0);
        compensation(bucket, access, releasable);
    }

    private void compensation(Bucket bucket, Access.OwnersPlusReleased access, long releasable) {
        Pool pool = bucket.pool();
        int variable = draft.plain()
                .variable("released|" + pool.id() + "|" + bucket.period(), 0, Math.min(releasable, bucket.most()));
        ModelDraft.Sum beyond = bucket.sum().plus(-1, variable);
        pool.entitlements()
                .keySet()
                .forEach(owner -> join(owner).ifPresent(j -> beyond.plus(-pool.availableEntitlement(owner), j)));
        // A consequence, not a rule: whoever draws beyond the coalition's own hours draws released ones.
        draft.atMost(accessRule(pool, "released entitlements are counted"), bucket.name("beyond own"), beyond, 0);
        released.add(new PlanningModel.Released(pool.id(), bucket.period(), access.compensationMinor(), variable));
    }

    /// `sum of entitlements in favour >= threshold percent of all`, once anything is drawn; entitlements are whole,
    /// so the right side is rounded up.
    private void vote(Bucket bucket, Access.WeightedVote access) {
        Pool pool = bucket.pool();
        int agreed = draft.plain().yesNo("agreed|" + pool.id() + "|" + bucket.period(), 0, 1);
        draft.plain().atMost(bucket.name("agreed"), bucket.sum().plus(-bucket.most(), agreed), 0);
        long all =
                pool.entitlements().values().stream().mapToLong(Long::longValue).reduce(0L, Math::addExact);
        long supporting = 0;
        ModelDraft.Sum inFavour = new ModelDraft.Sum();
        for (Map.Entry<String, Long> owner : pool.entitlements().entrySet()) {
            if (alliance.positionOf(owner.getKey(), mission.id()) == Stance.Position.SUPPORTS) {
                supporting = Math.addExact(supporting, owner.getValue());
            } else if (owner.getValue() > 0) {
                join(owner.getKey()).ifPresent(j -> inFavour.plus(owner.getValue(), j));
            }
        }
        inFavour.plus(Math.negateExact(access.needed(all)), agreed);
        draft.atLeast(
                accessRule(
                        pool,
                        "owners of at least " + access.thresholdPercent().toPlainString()
                                + " percent have to take part or be in favour"),
                bucket.name("vote"),
                inFavour,
                -supporting);
    }

    private static Rule accessRule(Pool pool, String sentence) {
        return PlanningRules.pool(pool, "access", Rule.Kind.ACCESS, sentence);
    }

    private Optional<Integer> join(String member) {
        return Optional.ofNullable(joins.get(member));
    }
}
