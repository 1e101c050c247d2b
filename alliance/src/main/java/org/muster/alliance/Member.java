package org.muster.alliance;

import java.util.Locale;
import java.util.Objects;

/// An ally or a partner.
///
/// @param code its code (ISO 3166-1 alpha-3 for states)
/// @param name its name
/// @param kind ally or partner
public record Member(String code, String name, Kind kind) {
    /// Whether a member belongs to the alliance or stands beside it.
    public enum Kind {
        ALLY,
        PARTNER;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Member {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
    }

    /// Whether it is a member of the alliance itself.
    public boolean isAlly() {
        return kind == Kind.ALLY;
    }
}
