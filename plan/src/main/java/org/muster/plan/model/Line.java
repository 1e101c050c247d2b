package org.muster.plan.model;

import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;

/// A requirement line in its phase.
public record Line(Phase phase, Requirement requirement) {
    /// Its name in the mission: `phase/requirement`.
    public String key() {
        return phase.id() + "/" + requirement.id();
    }

    /// Whether the mission's day after hangs on it.
    public boolean isEssentialFollowUp() {
        return phase.followUp() && requirement.isEssential();
    }
}
