package org.muster.alliance.offer;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.muster.alliance.source.Provenance;

/// A member's limit on what it offers: prohibits, or needs approval that takes time.
///
/// A caveat meets a requirement line when the line falls under its [Limit] and the day of the line's phase lies in its
/// validity. Source of the two forms and the dimensions: domain research on caveats in multinational operations
/// (Kingsley 2014: limitation and prohibition; whom, where, when, what, with whom, how long).
///
/// @param id         its name
/// @param member     whose it is
/// @param offer      the only offer it applies to; empty where it applies to all that the member offers
/// @param limit      what it is about
/// @param form       prohibition, or approval by an authority
/// @param validFrom  first day; empty where open
/// @param validTo    last day; empty where open
/// @param declared   false where it was learned from a refusal
/// @param provenance source and status
public record Caveat(
        String id,
        String member,
        Optional<String> offer,
        Limit limit,
        Form form,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        boolean declared,
        Provenance provenance) {
    public Caveat {
        Objects.requireNonNull(id);
        Objects.requireNonNull(limit);
        Objects.requireNonNull(form);
    }

    /// Whether it prohibits or needs approval.
    public sealed interface Form {
        /// A ban.
        record Prohibits() implements Form {}

        /// Possible once `authority` has agreed, which takes `days` from the call on.
        record NeedsApproval(String authority, int days) implements Form {
            public NeedsApproval {
                if (days < 0) {
                    throw new IllegalArgumentException("approval by " + authority + " takes " + days + " days");
                }
            }
        }
    }

    /// Whether this caveat is about the given offer at all.
    public boolean isAbout(Offer candidate) {
        return member.equals(candidate.member())
                && offer.map(id -> id.equals(candidate.id())).orElse(true);
    }

    /// Whether it is in force on any day from `from` to `to`, both included.
    public boolean isInForce(LocalDate from, LocalDate to) {
        return validFrom.map(day -> !day.isAfter(to)).orElse(true)
                && validTo.map(day -> !day.isBefore(from)).orElse(true);
    }
}
