package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.key.Apportionment;

/// Collects what members pay, line by line.
///
/// Lines that are split by the same weights carry each member's rounding error from line to line, so that over the
/// whole
/// bill nobody is ever a full minor unit from the unrounded share.
final class Ledger {
    private final List<String> members;
    private final Map<Map<String, BigDecimal>, List<Long>> split = new LinkedHashMap<>();
    private final Map<String, Long> own = new LinkedHashMap<>();

    Ledger(List<String> members) {
        this.members = members;
    }

    /// One member bears an amount.
    void toMember(String member, long amountMinor) {
        own.merge(member, amountMinor, Math::addExact);
    }

    /// Members bear an amount in proportion to weights; members without a weight bear nothing.
    void byWeights(Map<String, BigDecimal> weights, long amountMinor) {
        split.computeIfAbsent(weights, w -> new ArrayList<>()).add(amountMinor);
    }

    /// Members bear an amount in equal parts.
    void equally(List<String> bearers, long amountMinor) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        bearers.forEach(member -> weights.put(member, BigDecimal.ONE));
        byWeights(weights, amountMinor);
    }

    /// The line where it falls: on the member that incurs it, on those for whom a pool was drawn, or else on `bearers`
    /// in equal parts.
    void whereItFalls(CostLine line, List<String> bearers) {
        switch (line.incurredBy()) {
            case CostLine.Incurrer.OfMember by -> toMember(by.member(), line.amountMinor());
            case CostLine.Incurrer.OfPool by -> {
                Map<String, BigDecimal> weights = new LinkedHashMap<>();
                by.shares().forEach((member, units) -> weights.put(member, BigDecimal.valueOf(units)));
                if (weights.isEmpty()) {
                    equally(bearers, line.amountMinor());
                } else {
                    byWeights(weights, line.amountMinor());
                }
            }
            case CostLine.Incurrer.OfAll by -> equally(bearers, line.amountMinor());
        }
    }

    /// What each member pays.
    SharingRule.Outcome.Shared shared() {
        Map<String, Long> amounts = new LinkedHashMap<>();
        members.forEach(member -> amounts.put(member, own.getOrDefault(member, 0L)));
        split.forEach((weights, lines) -> {
            List<String> bearers = List.copyOf(weights.keySet());
            for (List<Long> parts : Apportionment.withCarriedError(lines, List.copyOf(weights.values()))) {
                for (int i = 0; i < bearers.size(); i++) {
                    amounts.merge(bearers.get(i), parts.get(i), Math::addExact);
                }
            }
        });
        return new SharingRule.Outcome.Shared(amounts);
    }
}
