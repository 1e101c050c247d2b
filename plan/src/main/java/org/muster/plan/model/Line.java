package org.muster.plan.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;

/// A requirement line in its phase.
public record Line(Phase phase, Requirement requirement) {
    /// Its name in the mission: `phase/requirement`.
    public String key() {
        return keyOf(phase.id(), requirement.id());
    }

    /// The name of a line in a mission, from the ids of its phase and requirement.
    public static String keyOf(String phase, String requirement) {
        return phase + "/" + requirement;
    }

    /// Days between the decision and the day on which the line has to be served, at most: its own notice, and no
    /// more than there are before its phase starts.
    public long noticeGiven(LocalDate decidedOn) {
        return Math.min(requirement.noticeDays(), ChronoUnit.DAYS.between(decidedOn, phase.from()));
    }

    /// Whether the mission's day after hangs on it.
    public boolean isEssentialFollowUp() {
        return phase.followUp() && requirement.isEssential();
    }
}
