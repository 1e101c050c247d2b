package org.muster.share.key;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Shares of a pool by contracted hours: percentages, what is left after the levy, and whether the parts add up to the
/// published total.
///
/// Source: Strategic Airlift Capability (a tenth of every nation's hours stays with the unit; a lean year cuts all in
/// proportion); Multinational MRTT Fleet (access by hours contracted).
public final class Quota {
    /// Shares.
    ///
    /// @param percent   of the sum of the parts, two decimals
    /// @param afterLevy hours that remain
    /// @param problem   where the parts do not add up to the stated total: a sentence without a full stop
    public record Shares(Map<String, BigDecimal> percent, Map<String, BigDecimal> afterLevy, Optional<String> problem) {
        public Shares {
            percent = Collections.unmodifiableMap(new LinkedHashMap<>(percent));
            afterLevy = Collections.unmodifiableMap(new LinkedHashMap<>(afterLevy));
        }
    }

    private Quota() {}

    /// The shares of hours.
    ///
    /// @param hours       per member, not negative, at least one above zero
    /// @param stated      the published total
    /// @param levyPercent kept back from everyone
    public static Shares of(Map<String, Long> hours, long stated, BigDecimal levyPercent) {
        long sum = hours.values().stream().mapToLong(Long::longValue).sum();
        Map<String, BigDecimal> percent = new LinkedHashMap<>();
        Map<String, BigDecimal> afterLevy = new LinkedHashMap<>();
        hours.forEach((member, own) -> {
            percent.put(
                    member,
                    BigDecimal.valueOf(own)
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(sum), 2, RoundingMode.HALF_EVEN));
            afterLevy.put(
                    member,
                    BigDecimal.valueOf(own)
                            .multiply(BigDecimal.valueOf(100).subtract(levyPercent))
                            .movePointLeft(2));
        });
        return new Shares(
                percent,
                afterLevy,
                sum == stated
                        ? Optional.empty()
                        : Optional.of(String.format(
                                Locale.ROOT,
                                "the parts add up to %d, not to the stated %d: %d too %s",
                                sum,
                                stated,
                                Math.abs(sum - stated),
                                sum > stated ? "much" : "little")));
    }

    /// What a whole fleet flies in a year in which one member's hours are known to be cut: all are cut alike.
    ///
    /// @return hours, one decimal
    public static BigDecimal leanYear(BigDecimal usual, BigDecimal cut, long fleetUsual) {
        return BigDecimal.valueOf(fleetUsual).multiply(cut).divide(usual, 1, RoundingMode.HALF_EVEN);
    }
}
