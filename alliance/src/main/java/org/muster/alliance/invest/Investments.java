package org.muster.alliance.invest;

import java.util.List;
import java.util.Optional;

/// What an alliance thinks of holding in common.
///
/// @param plans      what is asked, none named twice
/// @param candidates what could be bought or changed, none named twice
/// @param worlds     futures, their probabilities adding up to 1; empty only where there is no plan
public record Investments(List<InvestPlan> plans, List<InvestCandidate> candidates, List<World> worlds) {
    /// Nothing is thought of.
    public static final Investments NONE = new Investments(List.of(), List.of(), List.of());

    public Investments {
        plans = List.copyOf(plans);
        candidates = List.copyOf(candidates);
        worlds = List.copyOf(worlds);
    }

    /// The plan with this id.
    public Optional<InvestPlan> plan(String id) {
        return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /// The candidate with this id.
    public Optional<InvestCandidate> candidate(String id) {
        return candidates.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
