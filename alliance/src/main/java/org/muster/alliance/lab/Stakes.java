package org.muster.alliance.lab;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.source.Provenance;

/// What members reply by, where `--reaction reply` lets them react to one another.
///
/// @param going what going is worth to members beyond the missions, none of them twice
/// @param worth what missions are worth to whom of which `sharing.yaml` says nothing, none of them twice
public record Stakes(List<Going> going, List<MissionTerms> worth) {
    /// Nothing is declared.
    public static final Stakes NONE = new Stakes(List.of(), List.of());

    public Stakes {
        going = List.copyOf(going);
        worth = List.copyOf(worth);
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

    /// What is declared of a member's going.
    public Optional<Going> goingOf(String member) {
        return going.stream().filter(one -> one.member().equals(member)).findFirst();
    }
}
