package org.muster.alliance.lab;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.source.Provenance;

/// What members reply by, where `--reaction reply` lets them react to one another.
///
/// @param going what going is worth to members beyond the missions, none of them twice
/// @param worth what missions are worth to whom of which `sharing.yaml` says nothing, none of them twice
/// @param hours what units of pools are worth outside missions, no pool twice
public record Stakes(List<Going> going, List<MissionTerms> worth, List<Hour> hours) {
    /// Nothing is declared.
    public static final Stakes NONE = new Stakes(List.of(), List.of(), List.of());

    public Stakes {
        going = List.copyOf(going);
        worth = List.copyOf(worth);
        hours = List.copyOf(hours);
    }

    /// What going is worth to a member beyond the mission, in minor units each time that it goes and the mission runs:
    /// what it gains by the way, politically, by not being seen to stay out. Only their sum acts.
    ///
    /// @param member     its code
    /// @param worthMinor in minor units; below zero where going costs it more than money
    /// @param vetoMinor  what an objection costs it: it objects only where it would lose more; not below zero
    /// @param provenance source and status
    public record Going(String member, long worthMinor, long vetoMinor, Provenance provenance) {
        public Going {
            if (vetoMinor < 0) {
                throw new IllegalArgumentException("what an objection costs is not negative");
            }
        }
    }

    /// What a unit of a pool is worth to its owner outside missions, in minor units.
    ///
    /// @param pool       its id
    /// @param worthMinor not below zero
    /// @param provenance source and status
    public record Hour(String pool, long worthMinor, Provenance provenance) {
        public Hour {
            if (worthMinor < 0) {
                throw new IllegalArgumentException("what an hour is worth is not negative");
            }
        }
    }

    /// What a unit of a pool is worth to its owner outside missions, in minor units: as declared, else its price in the
    /// books, which is what drawing it costs. Units of a pool that counts by the phase come back, and give up nothing.
    public long worthOutside(Pool pool) {
        return pool.period() == Pool.Period.PHASE
                ? 0
                : hours.stream()
                        .filter(one -> one.pool().equals(pool.id()))
                        .findFirst()
                        .map(Hour::worthMinor)
                        .orElse(pool.drawCostMinor());
    }

    /// Whether [#worthOutside] of a pool is declared.
    public boolean isDeclared(Pool pool) {
        return hours.stream().anyMatch(one -> one.pool().equals(pool.id()));
    }

    /// What is declared of a member's going.
    public Optional<Going> goingOf(String member) {
        return going.stream().filter(one -> one.member().equals(member)).findFirst();
    }
}
