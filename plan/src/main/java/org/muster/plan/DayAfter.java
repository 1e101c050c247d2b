package org.muster.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.input.Counted;
import org.muster.plan.model.Line;

/// The day-after gate: a mission whose follow-up phases are not covered is never covered.
public final class DayAfter {
    /// The first day of the day after for which something essential is missing.
    ///
    /// @param day      the day
    /// @param line     the line's key, or `day-after` where no follow-up phase has an essential line
    /// @param missing  whole units missing; zero where nobody has said what would be needed
    /// @param capability what is missing; empty in that case
    public record FirstGap(LocalDate day, String line, long missing, String capability) {
        /// The gap as the end of a sentence.
        String words() {
            return missing == 0
                    ? "from " + day + " on nothing is provided for (no follow-up phase with an essential line)"
                    : "on " + day + " line " + line + " is short of " + Counted.of(missing, capability);
        }
    }

    private DayAfter() {}

    /// The first uncovered day after the main phases; empty where all is covered.
    ///
    /// @param missing whole units missing, by line key; lines that are covered may be left out
    public static Optional<FirstGap> firstGap(Mission mission, Map<String, Long> missing) {
        boolean provided = false;
        for (Phase phase : followUps(mission)) {
            for (Requirement line : phase.requirements()) {
                if (!line.isEssential()) {
                    continue;
                }
                provided = true;
                String key = Line.keyOf(phase.id(), line.id());
                long units = missing.getOrDefault(key, 0L);
                if (units > 0) {
                    return Optional.of(new FirstGap(phase.from(), key, units, line.capability()));
                }
            }
        }
        return provided
                ? Optional.empty()
                : Optional.of(new FirstGap(mission.lastDayOfMain().plusDays(1), "day-after", 0, ""));
    }

    private static List<Phase> followUps(Mission mission) {
        return mission.phases().stream().filter(Phase::followUp).toList();
    }
}
