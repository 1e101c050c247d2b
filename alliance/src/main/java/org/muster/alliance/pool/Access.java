package org.muster.alliance.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Who may draw on a pool.
public sealed interface Access {
    /// Any coalition, up to the capacity.
    record Open() implements Access {}

    /// Members of the coalition, together up to their own entitlements.
    record Owners() implements Access {}

    /// Owners in the coalition up to their own entitlements and, beyond that, the entitlements that owners who stay out
    /// release to them.
    ///
    /// @param withholding            owners that do not release when they stay out
    /// @param compensationMinor      minor units paid per released unit drawn, to the owners that released
    record OwnersPlusReleased(Set<String> withholding, long compensationMinor) implements Access {
        public OwnersPlusReleased {
            withholding = Collections.unmodifiableSet(new TreeSet<>(withholding));
            if (compensationMinor < 0) {
                throw new IllegalArgumentException("compensation is not negative");
            }
        }
    }

    /// Any coalition, once owners holding at least `thresholdPercent` of the entitlements are in favour: those that
    /// join, and those whose stance on the mission is support.
    record WeightedVote(BigDecimal thresholdPercent) implements Access {
        public WeightedVote {
            if (thresholdPercent.signum() < 0 || thresholdPercent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("a threshold lies between 0 and 100 percent");
            }
        }

        /// The least whole entitlement in favour that is the threshold's part of all. Where nobody owns anything nobody
        /// can be in favour, so that no entitlement is enough.
        public long needed(long all) {
            return all == 0
                    ? 1
                    : thresholdPercent
                            .multiply(BigDecimal.valueOf(all))
                            .movePointLeft(2)
                            .setScale(0, RoundingMode.CEILING)
                            .longValueExact();
        }
    }

    /// A collective mission only: nobody in the alliance, and no owner, objects.
    record Consensus() implements Access {}
}
