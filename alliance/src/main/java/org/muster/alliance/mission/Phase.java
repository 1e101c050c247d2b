package org.muster.alliance.mission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A phase of a mission.
///
/// @param id           its name, unique in the mission
/// @param title        what people call it
/// @param from         first day
/// @param to           last day, not before the first
/// @param followUp     whether it belongs to the day after
/// @param requirements its lines; a follow-up phase without lines provides for nothing
public record Phase(
        String id, String title, LocalDate from, LocalDate to, boolean followUp, List<Requirement> requirements) {
    public Phase {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("phase " + id + " ends on " + to + ", before it starts on " + from);
        }
        requirements = List.copyOf(requirements);
    }

    /// Days from the first to the last, both included.
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
