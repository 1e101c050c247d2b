package org.muster.alliance.sharing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.source.Provenance;

/// What is agreed about one mission's bill.
///
/// @param mission          the mission's id
/// @param benefits         declared shares of what the mission is worth to its members, summing to 100; empty where
///                         none are declared
/// @param optOuts          who does not finance what
/// @param credits          contributions in kind with their agreed value
/// @param creditCapPercent the most that is credited, in percent of what a member's key asks of it; 0 to 100
/// @param agreements       agreements that keep the key of the day they were made
public record MissionTerms(
        String mission,
        List<Benefit> benefits,
        List<OptOut> optOuts,
        List<Credit> credits,
        BigDecimal creditCapPercent,
        List<Agreement> agreements) {
    /// The most that can be credited: all of it.
    public static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /// A declared share of the benefit, in percent.
    public record Benefit(String member, BigDecimal sharePercent, Provenance provenance) {}

    /// A member that does not finance lines of some categories.
    public record OptOut(String member, Set<String> categories, Provenance provenance) {
        public OptOut {
            categories = Collections.unmodifiableSet(new TreeSet<>(categories));
        }
    }

    /// A contribution in kind, with the value in minor units that was agreed for it.
    public record Credit(String member, String title, long amountMinor, Provenance provenance) {
        public Credit {
            if (amountMinor < 0) {
                throw new IllegalArgumentException("a credit is not negative");
            }
        }
    }

    /// An agreement about lines of some categories: they are borne by the version of a key that was in force when it
    /// was made.
    ///
    /// @param id         its name
    /// @param agreedOn   the day it was made
    /// @param categories lines it is about
    /// @param keys       versions of the key, by id
    /// @param provenance source and status
    public record Agreement(
            String id, LocalDate agreedOn, Set<String> categories, List<String> keys, Provenance provenance) {
        public Agreement {
            categories = Collections.unmodifiableSet(new TreeSet<>(categories));
            keys = List.copyOf(keys);
        }
    }

    public MissionTerms {
        Objects.requireNonNull(mission);
        benefits = List.copyOf(benefits);
        optOuts = List.copyOf(optOuts);
        credits = List.copyOf(credits);
        agreements = List.copyOf(agreements);
        if (creditCapPercent.signum() < 0 || creditCapPercent.compareTo(WHOLE) > 0) {
            throw new IllegalArgumentException("a cap on credits lies between 0 and 100 percent");
        }
    }

    /// No terms.
    public static MissionTerms none(String mission) {
        return new MissionTerms(mission, List.of(), List.of(), List.of(), WHOLE, List.of());
    }

    /// Whether the mission is worth something to a member: it is, unless benefits are declared and give it none.
    public boolean hasInterest(String member) {
        return benefits.isEmpty() || benefitOf(member).signum() > 0;
    }

    /// A member's declared share of the benefit in percent; 0 where it has none.
    public BigDecimal benefitOf(String member) {
        return benefits.stream()
                .filter(benefit -> benefit.member().equals(member))
                .map(Benefit::sharePercent)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
