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
/// @param id                 its name
/// @param title              what people call it
/// @param capability         what it provides, by capability code
/// @param period             over what time the capacity is counted
/// @param capacity           whole units to be had per period by all together, before the levy
/// @param levyPercent        share of every entitlement (and so of the capacity) kept back for training and upkeep
/// @param entitlements       whole units per period and owner; may be empty for a pool without shares
/// @param access             who may draw
/// @param crews              units of capacity that each member's crews operate; empty where crews come with the asset.
///                           Crews of members that stay out are not there
/// @param neededCrews        members without whose crews the asset does not go at all
/// @param noticeDays         days from the call until the asset can start
/// @param drawCostMinor      minor units per unit drawn
/// @param mission            the only mission it serves; empty where it serves any
/// @param shareProvenance    source of capacity and entitlements
/// @param costProvenance     source of the draw cost
/// @param sharesSum          what the entitlements add up to by the published total; empty where none is stated
/// @param entitlementProvenance source of single entitlements where it differs from `shareProvenance`
/// @param crewProvenance     source of single crews where it differs from `shareProvenance`
public record Pool(
        String id,
        String title,
        String capability,
        Period period,
        long capacity,
        BigDecimal levyPercent,
        Map<String, Long> entitlements,
        Access access,
        Map<String, Long> crews,
        Set<String> neededCrews,
        int noticeDays,
        long drawCostMinor,
        Optional<String> mission,
        Provenance shareProvenance,
        Provenance costProvenance,
        Optional<Long> sharesSum,
        Map<String, Provenance> entitlementProvenance,
        Map<String, Provenance> crewProvenance) {
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
        entitlements = Collections.unmodifiableMap(new LinkedHashMap<>(entitlements));
        crews = Collections.unmodifiableMap(new LinkedHashMap<>(crews));
        neededCrews = Collections.unmodifiableSet(new TreeSet<>(neededCrews));
        entitlementProvenance = Collections.unmodifiableMap(new LinkedHashMap<>(entitlementProvenance));
        crewProvenance = Collections.unmodifiableMap(new LinkedHashMap<>(crewProvenance));
        if (capacity < 0 || noticeDays < 0 || drawCostMinor < 0) {
            throw new IllegalArgumentException("pool " + id + ": capacity, notice and cost are not negative");
        }
        if (levyPercent.signum() < 0 || levyPercent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("pool " + id + ": a levy lies between 0 and 100 percent");
        }
    }

    /// A pool without a published total, whose shares all come from the same source.
    public Pool(
            String id,
            String title,
            String capability,
            Period period,
            long capacity,
            BigDecimal levyPercent,
            Map<String, Long> entitlements,
            Access access,
            Map<String, Long> crews,
            Set<String> neededCrews,
            int noticeDays,
            long drawCostMinor,
            Optional<String> mission,
            Provenance shareProvenance,
            Provenance costProvenance) {
        this(
                id,
                title,
                capability,
                period,
                capacity,
                levyPercent,
                entitlements,
                access,
                crews,
                neededCrews,
                noticeDays,
                drawCostMinor,
                mission,
                shareProvenance,
                costProvenance,
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    /// Source and status of one member's entitlement.
    public Provenance entitlementProvenanceOf(String member) {
        return entitlementProvenance.getOrDefault(member, shareProvenance);
    }

    /// Source and status of one member's crews.
    public Provenance crewProvenanceOf(String member) {
        return crewProvenance.getOrDefault(member, shareProvenance);
    }

    /// The whole units per period that can be drawn by all together, after the levy.
    public long availableCapacity() {
        return afterLevy(capacity);
    }

    /// The whole units per period that `member` may draw on its own entitlement, after the levy.
    public long availableEntitlement(String member) {
        return afterLevy(entitlements.getOrDefault(member, 0L));
    }

    private long afterLevy(long units) {
        return BigDecimal.valueOf(units)
                .multiply(HUNDRED.subtract(levyPercent))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
