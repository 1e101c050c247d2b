package org.muster.alliance.mission;

import java.util.Objects;
import org.muster.alliance.source.Provenance;

/// A requirement line of a phase.
///
/// @param id          its name, unique in its phase
/// @param capability  what is needed, by capability code
/// @param quantity    whole units, above zero
/// @param place       where
/// @param kind        kind of task, for example `air-policing`, `training`, `ground`
/// @param noticeDays  days from the decision until the line must be served
/// @param priority    essential or desirable
/// @param provenance  source of the quantity
public record Requirement(
        String id,
        String capability,
        long quantity,
        String place,
        String kind,
        int noticeDays,
        Priority priority,
        Provenance provenance) {
    /// How much a line matters.
    public enum Priority {
        /// The mission is not covered without it.
        ESSENTIAL,
        /// Covered where it can be; a gap here is reported, and the mission still counts as covered.
        DESIRABLE
    }

    public Requirement {
        Objects.requireNonNull(id);
        if (quantity <= 0 || noticeDays < 0) {
            throw new IllegalArgumentException("line " + id + ": quantity is above zero, notice not negative");
        }
    }

    /// Whether the mission is not covered without this line.
    public boolean isEssential() {
        return priority == Priority.ESSENTIAL;
    }
}
