package org.muster.alliance.policy;

import java.util.Locale;
import java.util.Objects;
import org.muster.alliance.source.Provenance;

/// What a member did when an operation of the past asked for it.
///
/// @param operation  name of the operation
/// @param kind       what kind of operation it was, in one word, for example `air-campaign`
/// @param year       the year of the record
/// @param member     code of the member
/// @param part       whether it took part
/// @param provenance source and status
public record Participation(String operation, String kind, int year, String member, Part part, Provenance provenance) {
    /// Whether a member took part.
    public enum Part {
        TOOK_PART,
        STAYED_OUT;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Participation {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(member);
        Objects.requireNonNull(part);
        Objects.requireNonNull(provenance);
    }
}
