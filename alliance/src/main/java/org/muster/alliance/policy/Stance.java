package org.muster.alliance.policy;

import java.util.Locale;
import java.util.Objects;
import org.muster.alliance.source.Provenance;

/// What a member says, or by the record did, about one mission.
///
/// @param member     the member's code
/// @param mission    the mission's id
/// @param position   what it says
/// @param provenance source and status
public record Stance(String member, String mission, Position position, Provenance provenance) {
    /// Positions on a mission.
    public enum Position {
        /// Takes part if its conditions are met. The same as having no stance, but on the record.
        WILLING,
        /// In favour (counts in votes on pools), but does not take part.
        SUPPORTS,
        /// Neither takes part nor blocks.
        ABSTAINS,
        /// Does not take part, and breaks the consensus of a collective mission.
        OBJECTS;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether a member of this position may take part.
        public boolean mayJoin() {
            return this == WILLING;
        }
    }

    public Stance {
        Objects.requireNonNull(member);
        Objects.requireNonNull(mission);
        Objects.requireNonNull(position);
    }
}
