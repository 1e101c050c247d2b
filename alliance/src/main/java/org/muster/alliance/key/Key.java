package org.muster.alliance.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.alliance.source.Provenance;

/// Percentages per member that sum to 100, from a day on. An agreement keeps the key of the day it was made.
///
/// @param id         its name
/// @param title      what it is called on screens
/// @param validFrom  the first day on which agreements are made under it
/// @param shares     percent per member, none negative, summing to exactly 100, in the folder's order
/// @param provenance source and status of the key as a whole
/// @param shareProvenance source and status of single shares where they differ from the key's own; its keys are among
///                        those of `shares`
public record Key(
        String id,
        String title,
        LocalDate validFrom,
        Map<String, BigDecimal> shares,
        Provenance provenance,
        Map<String, Provenance> shareProvenance) {
    /// What every key sums to.
    public static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Key {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        shareProvenance = Collections.unmodifiableMap(new LinkedHashMap<>(shareProvenance));
        if (!shares.keySet().containsAll(shareProvenance.keySet())) {
            throw new IllegalArgumentException("key " + id + " has the source of a share that is not in it");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            if (share.getValue().signum() < 0) {
                throw new IllegalArgumentException("key " + id + ": the share of " + share.getKey() + " is negative");
            }
            sum = sum.add(share.getValue());
        }
        if (sum.compareTo(WHOLE) != 0) {
            throw new IllegalArgumentException("key " + id + " sums to " + sum.toPlainString() + ", not 100");
        }
    }

    /// A key whose shares all come from the same source.
    public Key(String id, String title, LocalDate validFrom, Map<String, BigDecimal> shares, Provenance provenance) {
        this(id, title, validFrom, shares, provenance, Map.of());
    }

    /// Source and status of one member's share.
    public Provenance provenanceOf(String member) {
        return shareProvenance.getOrDefault(member, provenance);
    }

    /// A member's share in percent; zero for one that is not in the key.
    public BigDecimal shareOf(String member) {
        return shares.getOrDefault(member, BigDecimal.ZERO);
    }
}
