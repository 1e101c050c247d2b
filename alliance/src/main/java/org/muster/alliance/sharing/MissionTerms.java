package org.muster.alliance.sharing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.source.Provenance;

/// What is agreed about one mission's bill.
///
/// @param mission          the mission's id
/// @param benefits         declared shares of what the mission is worth to its members, summing to 100; empty where
///                         none are declared, or they are declared by line
/// @param worth            what the mission is worth to the alliance, where that is declared
/// @param lines            what single lines are worth to whom; empty, or every line of the mission once, the
///                         shares of the worth summing to 100
/// @param optOuts          who does not finance what
/// @param credits          contributions in kind with their agreed value
/// @param creditCapPercent the most that is credited, in percent of what a member's key asks of it; 0 to 100
/// @param agreements       agreements that keep the key of the day they were made
public record MissionTerms(
        String mission,
        List<Benefit> benefits,
        Optional<Worth> worth,
        List<LineWorth> lines,
        List<OptOut> optOuts,
        List<Credit> credits,
        BigDecimal creditCapPercent,
        List<Agreement> agreements) {
    /// What a mission's success is worth, in minor units.
    public record Worth(long amountMinor, Provenance provenance) {
        public Worth {
            if (amountMinor < 0) {
                throw new IllegalArgumentException("a worth is not negative");
            }
        }
    }

    /// What one line is worth to whom.
    ///
    /// @param line         the line's key, `phase/requirement`
    /// @param sharePercent its share of the mission's worth, in percent
    /// @param benefits     each member's share of that, in percent, summing to 100
    /// @param provenance   source and status
    public record LineWorth(
            String line, BigDecimal sharePercent, Map<String, BigDecimal> benefits, Provenance provenance) {
        public LineWorth {
            benefits = Collections.unmodifiableMap(new LinkedHashMap<>(benefits));
        }
    }

    /// Terms without a worth.
    public MissionTerms(
            String mission,
            List<Benefit> benefits,
            List<OptOut> optOuts,
            List<Credit> credits,
            BigDecimal creditCapPercent,
            List<Agreement> agreements) {
        this(mission, benefits, Optional.empty(), List.of(), optOuts, credits, creditCapPercent, agreements);
    }

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
        Objects.requireNonNull(worth);
        lines = List.copyOf(lines);
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

    /// Whether benefits are declared, for the mission or line by line.
    public boolean hasBenefits() {
        return !benefits.isEmpty() || !lines.isEmpty();
    }

    /// Whether the mission is worth something to a member: it is, unless benefits are declared and give it none.
    public boolean hasInterest(String member) {
        return !hasBenefits() || benefitOf(member).signum() > 0;
    }

    /// A member's declared share of the benefit in percent, exact; 0 where it has none. By line it is the sum over
    /// lines of the line's share of the worth times the member's share of that.
    public BigDecimal benefitOf(String member) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Benefit benefit : benefits) {
            sum = benefit.member().equals(member) ? sum.add(benefit.sharePercent()) : sum;
        }
        for (LineWorth line : lines) {
            sum = sum.add(line.benefits()
                    .getOrDefault(member, BigDecimal.ZERO)
                    .multiply(line.sharePercent())
                    .movePointLeft(2));
        }
        return sum;
    }

    /// Members with a declared benefit, in the order in which they are named first.
    public List<String> beneficiaries() {
        Set<String> members = new LinkedHashSet<>();
        benefits.forEach(benefit -> members.add(benefit.member()));
        lines.forEach(line -> members.addAll(line.benefits().keySet()));
        return members.stream().filter(member -> benefitOf(member).signum() > 0).toList();
    }
}
