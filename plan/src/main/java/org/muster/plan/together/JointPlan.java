package org.muster.plan.together;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.plan.Plan;
import org.muster.plan.model.SourceKind;
import org.muster.solve.Lexicographic;
import org.muster.solve.Sureness;

/// Missions planned together.
///
/// @param plans    one per mission, in the order of their priorities; those of equal priority in the order of their ids
/// @param proof    how good they are together, level by level
/// @param sureness how sure the least sure level is
/// @param shared   what more than one of these missions could use in the same time
/// @param around   missions whose plans were given
public record JointPlan(
        List<Plan> plans,
        List<Lexicographic.Proof> proof,
        Sureness sureness,
        List<Shared> shared,
        List<String> around) {
    public JointPlan {
        plans = List.copyOf(plans);
        proof = List.copyOf(proof);
        shared = List.copyOf(shared);
        around = List.copyOf(around);
    }

    /// A source that several missions could use in the same time, and what each has of it.
    ///
    /// @param kind     what it is
    /// @param id       the offer's, pool's or charter's id
    /// @param period   the pool's year; empty where it is a matter of days
    /// @param from     first day
    /// @param to       last day
    /// @param capacity units that there are
    /// @param units    whole units by mission, none left out that could use it
    public record Shared(
            SourceKind kind,
            String id,
            Optional<String> period,
            LocalDate from,
            LocalDate to,
            long capacity,
            Map<String, Long> units) {
        public Shared {
            units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        }

        /// Whether more than one mission has some of it.
        public boolean isDivided() {
            return units.values().stream().filter(n -> n > 0).count() > 1;
        }

        /// Whether nothing of it is left.
        public boolean isUsedUp() {
            return units.values().stream().mapToLong(Long::longValue).sum() >= capacity;
        }
    }

    /// The plan of a mission.
    ///
    /// @throws java.util.NoSuchElementException where it is not among them
    public Plan of(String mission) {
        return plans.stream()
                .filter(plan -> plan.mission().equals(mission))
                .findFirst()
                .orElseThrow();
    }

    /// Whether every level is proven: a certificate was checked in whole numbers.
    public boolean proven() {
        return sureness == Sureness.PROVEN;
    }
}
