package org.muster.share.key;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.share.explain.Explanation;

/// What members owe or receive for a period in which some of them have paid for all as hosts:
/// `net_i = share_i x total - spent_i`, which sums to nothing.
///
/// Source: NATO Security Investment Programme, quarterly settlement (recalled; hosts pre-finance).
public final class HostNationNetting {
    /// A period's settlement.
    ///
    /// @param totalMinor   all that hosts have spent, in minor units
    /// @param assessed     what each member's share of it is
    /// @param net          what it still pays; below zero where it receives; sums to zero
    /// @param explanations why
    public record Netted(
            long totalMinor, Map<String, Long> assessed, Map<String, Long> net, Map<String, Explanation> explanations) {
        public Netted {
            assessed = Collections.unmodifiableMap(new LinkedHashMap<>(assessed));
            net = Collections.unmodifiableMap(new LinkedHashMap<>(net));
            explanations = Collections.unmodifiableMap(new LinkedHashMap<>(explanations));
        }
    }

    private HostNationNetting() {}

    /// What is still to be paid.
    ///
    /// @param key   who bears how much
    /// @param spent minor units that hosts have spent for all; hosts need not be in the key
    /// @throws IllegalArgumentException with a sentence, where a host has spent less than nothing
    public static Netted of(Key key, Map<String, Long> spent) {
        long total = 0;
        for (Map.Entry<String, Long> host : spent.entrySet()) {
            if (host.getValue() < 0) {
                throw new IllegalArgumentException(host.getKey() + " has spent less than nothing as host");
            }
            total = Math.addExact(total, host.getValue());
        }
        List<String> members = List.copyOf(key.shares().keySet());
        List<BigDecimal> weights = List.copyOf(key.shares().values());
        List<Long> parts = Apportionment.byLargestRemainder(total, weights);
        Map<String, Long> assessed = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            assessed.put(members.get(i), parts.get(i));
        }
        spent.keySet().forEach(host -> assessed.putIfAbsent(host, 0L));
        Map<String, Long> net = new LinkedHashMap<>();
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        for (Map.Entry<String, Long> share : assessed.entrySet()) {
            String member = share.getKey();
            long paid = spent.getOrDefault(member, 0L);
            net.put(member, share.getValue() - paid);
            explanations.put(
                    member,
                    Explanation.worked(
                                    "net of " + member,
                                    share.getValue() - paid + " minor units",
                                    "assessed - spent as host",
                                    Explanation.worked(
                                            "assessed",
                                            share.getValue() + " minor units",
                                            String.format(
                                                    Locale.ROOT,
                                                    "%s %% of %d, largest remainder",
                                                    key.shareOf(member).toPlainString(),
                                                    total)),
                                    Explanation.input("spent as host", paid + " minor units", "report of the host", ""))
                            .by("host-nation netting, version 1"));
        }
        return new Netted(total, assessed, net, explanations);
    }
}
