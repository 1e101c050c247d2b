package org.muster.alliance.policy;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.source.Provenance;

/// A member's standing condition for joining.
///
/// @param id         its name
/// @param member     whose it is
/// @param missions   the missions it is about; empty where it is about all
/// @param condition  the condition
/// @param provenance source and status
public record Policy(String id, String member, Set<String> missions, Condition condition, Provenance provenance) {
    public Policy {
        Objects.requireNonNull(id);
        Objects.requireNonNull(member);
        Objects.requireNonNull(condition);
        missions = Collections.unmodifiableSet(new TreeSet<>(missions));
    }

    /// Whether the policy is about the mission.
    public boolean isAbout(String mission) {
        return missions.isEmpty() || missions.contains(mission);
    }
}
