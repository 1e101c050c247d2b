package org.muster.plan.together;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.solve.ModelDraft;

/// The rows of a pool on which several missions draw in the same time.
///
/// Whose crews and whose hours serve which mission is a variable for each: a member's crews and hours serve missions in
/// which it takes part, and no more in all than it has. What owners that stay out release is there once, for all
/// missions.
final class SharedPool {
    private final ModelDraft draft;
    private final Pool pool;
    private final JointModel.Window window;
    private final JointModel joint;

    SharedPool(ModelDraft draft, Pool pool, JointModel.Window window, JointModel joint) {
        this.draft = draft;
        this.pool = pool;
        this.window = window;
        this.joint = joint;
    }

    void write() {
        draft.atMost(
                name("capacity"),
                Draw.sum(window.draws()),
                Math.max(0, window.capacity() - Draw.given(window.draws())));
        if (!pool.crews().isEmpty()) {
            serve("crews", pool.crews(), Map.of());
        }
        switch (pool.access()) {
            case Access.Owners access -> serve("own", entitlements(), Map.of());
            case Access.OwnersPlusReleased access -> released(access);
            // The rest is asked mission by mission.
            case Access.Open access -> {}
            case Access.Consensus access -> {}
            case Access.WeightedVote access -> {}
        }
    }

    private Map<String, Long> entitlements() {
        Map<String, Long> available = new LinkedHashMap<>();
        pool.entitlements().keySet().forEach(owner -> available.put(owner, pool.availableEntitlement(owner)));
        return available;
    }

    /// What a mission draws is its own owners' hours and what is released to it; what is released and what owners who
    /// would release draw themselves is together no more than they have.
    private void released(Access.OwnersPlusReleased access) {
        Map<Draw, List<Integer>> released = new LinkedHashMap<>();
        ModelDraft.Sum all = new ModelDraft.Sum();
        long givenRelease = 0;
        for (Draw draw : window.draws()) {
            List<Integer> variables = joint.released(draw.mission(), pool.id(), draw.period());
            released.put(draw, variables);
            variables.forEach(variable -> all.plus(1, variable));
            Optional<Given> plan = joint.given(draw.mission());
            if (plan.isPresent()) {
                givenRelease += draw.given() - Given.own(pool, plan.get().plan().coalition(), draw.given());
            }
        }
        Set<String> withholding = access.withholding();
        Map<String, List<Integer>> own = serve("own", entitlements(), released);
        long releasable = 0;
        for (Map.Entry<String, Long> owner : entitlements().entrySet()) {
            if (!withholding.contains(owner.getKey())) {
                releasable += owner.getValue();
                own.getOrDefault(owner.getKey(), List.of()).forEach(variable -> all.plus(1, variable));
            }
        }
        draft.atMost(name("released"), all, Math.max(0, releasable - givenRelease));
    }

    /// Every draw is served by what members have that take part in its mission, and by `others`.
    ///
    /// @return the variables of what each member serves
    private Map<String, List<Integer>> serve(String what, Map<String, Long> amounts, Map<Draw, List<Integer>> others) {
        Map<String, List<Integer>> served = new LinkedHashMap<>();
        for (Draw draw : window.draws()) {
            ModelDraft.Sum sum = Draw.sum(List.of(draw));
            others.getOrDefault(draw, List.of()).forEach(variable -> sum.plus(-1, variable));
            Optional<Given> plan = joint.given(draw.mission());
            amounts.forEach((member, amount) -> serving(what, member, amount, draw, plan)
                    .ifPresent(variable -> {
                        sum.plus(-1, variable);
                        served.computeIfAbsent(member, m -> new ArrayList<>()).add(variable);
                    }));
            long open = plan.map(given ->
                            what.equals("own") ? Given.own(pool, given.plan().coalition(), draw.given()) : draw.given())
                    .orElse(0L);
            draft.atMost(
                    name(what + " of " + draw.mission() + " in " + draw.period()),
                    sum,
                    -Math.min(open, able(amounts, plan)));
        }
        served.forEach((member, variables) -> {
            ModelDraft.Sum sum = new ModelDraft.Sum();
            variables.forEach(variable -> sum.plus(1, variable));
            draft.atMost(name(what + " of " + member), sum, amounts.getOrDefault(member, 0L));
        });
        return served;
    }

    /// A plan that is given holds no more than its members have, whatever the folder says by now.
    private static long able(Map<String, Long> amounts, Optional<Given> plan) {
        return plan.map(given -> given.plan().coalition().stream()
                        .mapToLong(member -> amounts.getOrDefault(member, 0L))
                        .sum())
                .orElse(Long.MAX_VALUE);
    }

    private Optional<Integer> serving(String what, String member, long amount, Draw draw, Optional<Given> plan) {
        if (amount == 0) {
            return Optional.empty();
        }
        String name = name(what + "|" + draw.mission() + "|" + draw.period() + "|" + member);
        if (plan.isPresent()) {
            return plan.get().plan().coalition().contains(member)
                    ? Optional.of(draft.variable(name, 0, amount))
                    : Optional.empty();
        }
        return joint.join(draw.mission(), member).map(join -> {
            int variable = draft.variable(name, 0, amount);
            draft.atMost(name, new ModelDraft.Sum().plus(1, variable).plus(-amount, join), 0);
            return variable;
        });
    }

    private String name(String part) {
        return "pool " + pool.id() + " from " + window.from() + " " + part;
    }
}
