package org.muster.alliance.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.source.Provenance;

/// Assets held in common.
///
/// @param id its name
/// @param title what people call it
/// @param capability what it provides, by capability code
/// @param size how much there is
/// @param shares who may draw how much
/// @param crewing whose crews operate it
/// @param draw what a unit takes
/// @param sources where its numbers come from
public record Pool(
        String id,
        String title,
        String capability,
        Size size,
        Shares shares,
        Crewing crewing,
        Draw draw,
        Sources sources) {
    /// How much there is.
    ///
    /// @param period over what time the capacity is counted
    /// @param capacity whole units to be had per period by all together, before the levy
    /// @param levyPercent share of every entitlement (and so of the capacity) kept back for training and upkeep
    public record Size(Period period, long capacity, BigDecimal levyPercent) {
        public Size {
            if (capacity < 0) {
                throw new IllegalArgumentException("the capacity of a pool is not negative: " + capacity);
            }
            if (levyPercent.signum() < 0 || levyPercent.compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException("a levy lies between 0 and 100 percent: " + levyPercent);
            }
        }
    }

    /// Who may draw how much.
    ///
    /// @param entitlements whole units per period and owner; may be empty for a pool without shares
    /// @param sharesSum what the entitlements add up to by the published total; empty where none is stated
    /// @param access who may draw
    public record Shares(Map<String, Long> entitlements, Optional<Long> sharesSum, Access access) {
        public Shares {
            entitlements = Collections.unmodifiableMap(new LinkedHashMap<>(entitlements));
        }
    }

    /// Whose crews operate it.
    ///
    /// @param crews units of capacity that each member's crews operate; empty where crews come with the asset. Crews of
    /// members that stay out are not there
    /// @param neededCrews members without whose crews the asset does not go at all
    public record Crewing(Map<String, Long> crews, Set<String> neededCrews) {
        public Crewing {
            crews = Collections.unmodifiableMap(new LinkedHashMap<>(crews));
            neededCrews = Collections.unmodifiableSet(new TreeSet<>(neededCrews));
        }
    }

    /// What a unit takes.
    ///
    /// @param noticeDays days from the call until the asset can start
    /// @param drawCostMinor minor units per unit drawn
    /// @param mission the only mission it serves; empty where it serves any
    public record Draw(int noticeDays, long drawCostMinor, Optional<String> mission) {
        public Draw {
            if (noticeDays < 0 || drawCostMinor < 0) {
                throw new IllegalArgumentException(
                        "notice and cost of a draw are not negative: " + noticeDays + " days, " + drawCostMinor);
            }
        }
    }

    /// Where its numbers come from.
    ///
    /// @param shareProvenance source of capacity and entitlements
    /// @param costProvenance source of the draw cost
    /// @param compensationProvenance source of what released units are paid; empty where it is that of the draw cost
    /// @param entitlementProvenance source of single entitlements where it differs from `shareProvenance`
    /// @param crewProvenance source of single crews where it differs from `shareProvenance`
    public record Sources(
            Provenance shareProvenance,
            Provenance costProvenance,
            Optional<Provenance> compensationProvenance,
            Map<String, Provenance> entitlementProvenance,
            Map<String, Provenance> crewProvenance) {
        public Sources {
            entitlementProvenance = Collections.unmodifiableMap(new LinkedHashMap<>(entitlementProvenance));
            crewProvenance = Collections.unmodifiableMap(new LinkedHashMap<>(crewProvenance));
        }
    }

    /// Over what time the capacity is counted.
    public Period period() {
        return size.period();
    }

    /// Whole units to be had per period by all together, before the levy.
    public long capacity() {
        return size.capacity();
    }

    /// Share of every entitlement (and so of the capacity) kept back for training and upkeep.
    public BigDecimal levyPercent() {
        return size.levyPercent();
    }

    /// Whole units per period and owner; may be empty for a pool without shares.
    public Map<String, Long> entitlements() {
        return shares.entitlements();
    }

    /// Who may draw.
    public Access access() {
        return shares.access();
    }

    /// Units of capacity that each member's crews operate; empty where crews come with the asset. Crews of members that
    /// stay out are not there.
    public Map<String, Long> crews() {
        return crewing.crews();
    }

    /// Members without whose crews the asset does not go at all.
    public Set<String> neededCrews() {
        return crewing.neededCrews();
    }

    /// Days from the call until the asset can start.
    public int noticeDays() {
        return draw.noticeDays();
    }

    /// Minor units per unit drawn.
    public long drawCostMinor() {
        return draw.drawCostMinor();
    }

    /// The only mission it serves; empty where it serves any.
    public Optional<String> mission() {
        return draw.mission();
    }

    /// Source of capacity and entitlements.
    public Provenance shareProvenance() {
        return sources.shareProvenance();
    }

    /// Source of the draw cost.
    public Provenance costProvenance() {
        return sources.costProvenance();
    }

    /// Source of what is paid for released units.
    public Provenance compensationProvenance() {
        return sources.compensationProvenance().orElse(costProvenance());
    }

    /// What the entitlements add up to by the published total; empty where none is stated.
    public Optional<Long> sharesSum() {
        return shares.sharesSum();
    }

    /// Source of single entitlements where it differs from `shareProvenance`.
    public Map<String, Provenance> entitlementProvenance() {
        return sources.entitlementProvenance();
    }

    /// Source of single crews where it differs from `shareProvenance`.
    public Map<String, Provenance> crewProvenance() {
        return sources.crewProvenance();
    }

    /// Over what time a capacity is counted.
    public enum Period {
        /// Units per calendar year; a draw is booked in the year in which its phase starts.
        YEAR,
        /// Units at one time: every phase has the whole capacity again.
        PHASE
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Pool {
        Objects.requireNonNull(id);
    }

    /// Source and status of one member's entitlement.
    public Provenance entitlementProvenanceOf(String member) {
        return entitlementProvenance().getOrDefault(member, shareProvenance());
    }

    /// Source and status of one member's crews.
    public Provenance crewProvenanceOf(String member) {
        return crewProvenance().getOrDefault(member, shareProvenance());
    }

    /// The whole units per period that can be drawn by all together, after the levy.
    public long availableCapacity() {
        return afterLevy(capacity());
    }

    /// The whole units per period that `member` may draw on its own entitlement, after the levy.
    public long availableEntitlement(String member) {
        return afterLevy(entitlements().getOrDefault(member, 0L));
    }

    private long afterLevy(long units) {
        return BigDecimal.valueOf(units)
                .multiply(HUNDRED.subtract(levyPercent()))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
