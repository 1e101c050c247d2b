package org.muster.share.key;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.muster.alliance.key.Key;
import org.muster.games.Fraction;
import org.muster.input.Counted;
import org.muster.share.exact.Decimals;
import org.muster.share.exact.WholeParts;
import org.muster.share.explain.Explanation;

/// A key that was worked out: shares in percent that sum to exactly 100, each with its explanation.
///
/// @param method       how it was worked out, with its source
/// @param decimals     places of every share
/// @param shares       percent per member, in the order of the input
/// @param residual     what rounding each share by itself (halves to even) would have left over: 100 less their sum
/// @param corrected    members whose share is not the nearest decimal, because the sum must be 100
/// @param explanations why each share is what it is
public record WorkedKey(
        String method,
        int decimals,
        Map<String, BigDecimal> shares,
        BigDecimal residual,
        List<String> corrected,
        Map<String, Explanation> explanations) {
    public WorkedKey {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        corrected = List.copyOf(corrected);
        explanations = Collections.unmodifiableMap(new LinkedHashMap<>(explanations));
    }

    /// Rounds exact shares that sum to 100, by largest remainder.
    ///
    /// @param why the explanation of a member's exact share
    static WorkedKey rounded(
            String method, Map<String, Fraction> exact, int decimals, Function<String, Explanation> why) {
        Fraction unit = Fraction.of(BigDecimal.ONE.movePointRight(decimals));
        List<Long> units = WholeParts.of(
                exact.values().stream().map(share -> share.times(unit)).toList());
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        List<String> corrected = new ArrayList<>();
        BigDecimal sumOfNearest = BigDecimal.ZERO;
        int i = 0;
        for (Map.Entry<String, Fraction> entry : exact.entrySet()) {
            BigDecimal share = BigDecimal.valueOf(units.get(i++), decimals);
            BigDecimal nearest = Decimals.of(entry.getValue(), decimals);
            sumOfNearest = sumOfNearest.add(nearest);
            boolean moved = share.compareTo(nearest) != 0;
            if (moved) {
                corrected.add(entry.getKey());
            }
            shares.put(entry.getKey(), share);
            Explanation rounding = Explanation.input(
                    "rounding",
                    Decimals.text(entry.getValue(), decimals + 6) + " -> " + share.toPlainString(),
                    "largest remainder, " + Counted.of(decimals, "decimals") + ", sum exactly 100"
                            + (moved ? "; the nearest would be " + nearest.toPlainString() : ""),
                    "");
            Explanation exactly = why.apply(entry.getKey());
            explanations.put(
                    entry.getKey(),
                    Explanation.worked(
                                    "share of " + entry.getKey(), share.toPlainString() + " %", "", exactly, rounding)
                            .by(method));
        }
        return new WorkedKey(
                method,
                decimals,
                shares,
                Key.WHOLE.setScale(decimals, RoundingMode.UNNECESSARY).subtract(sumOfNearest),
                corrected,
                explanations);
    }
}
