package org.muster.plan.atlas;

import java.util.LinkedHashSet;
import java.util.Set;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Source;

/// Who brings something, which is what joining takes: units of its own on a line, or a part in a pool that is drawn on.
///
/// A member that has nothing of the kind never takes part. Where others join only beside a member, the closed form
/// needs more: that it brings something whatever the coalition, without making the mission dearer. That is so where
/// a line has room for a unit of it after all that is cheaper, whoever offers that.
final class Bringing {
    private final Eligibility eligibility;

    Bringing(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    /// Members that could bring something at all.
    Set<String> able() {
        Set<String> able = new LinkedHashSet<>();
        for (Candidate candidate : eligibility.candidates()) {
            if (candidate.blockers().isEmpty()) {
                able.addAll(bringers(candidate.source()));
            }
        }
        return able;
    }

    private static Set<String> bringers(Source source) {
        Set<String> bringers = new LinkedHashSet<>();
        switch (source) {
            case Source.OfMember s -> bringers.add(s.offer().member());
            case Source.OfMarket s -> {}
            case Source.OfPool s -> {
                s.pool().entitlements().forEach((owner, units) -> addIfSome(owner, units, bringers));
                s.pool().crews().forEach((crew, units) -> addIfSome(crew, units, bringers));
                bringers.addAll(s.pool().neededCrews());
            }
        }
        return bringers;
    }

    private static void addIfSome(String member, long units, Set<String> members) {
        if (units > 0) {
            members.add(member);
        }
    }
}
