package org.muster.share.key;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.key.Apportionment;
import org.muster.share.explain.Explanation;

/// Opting out of a measure without a free ride: who abstains from a contested measure pays as much more into the
/// measures that nobody contests, and the others as much less, so that over all measures everybody pays its key.
///
/// With key `g` and measures `m` of cost `C_m`: naive share `n_im = g_i C_m`; a contested measure is borne by those who
/// do not abstain, in proportion to `g`; into the uncontested pool `i` pays `sum_m n_im - sum of its contested parts`.
/// Budget-neutral to the minor unit. Refused where the pool is too small for somebody's part of it to stay above zero.
///
/// Source: Decision (CFSP) 2021/509 (European Peace Facility), article 27: contributions following an abstention
/// (structure; the arithmetic is recalled).
public final class AbstentionMakeUp {
    /// Its name in explanations.
    public static final String METHOD = "abstention with make-up, version 1";

    /// A measure.
    ///
    /// @param id         its name
    /// @param costMinor  minor units, not negative
    /// @param abstainers members that do not finance it; empty for an uncontested measure
    public record Measure(String id, long costMinor, Set<String> abstainers) {
        public Measure {
            abstainers = Collections.unmodifiableSet(new LinkedHashSet<>(abstainers));
            if (costMinor < 0) {
                throw new IllegalArgumentException("measure " + id + " costs less than nothing");
            }
        }
    }

    /// What it comes to.
    public sealed interface Outcome {
        /// Everybody pays its key in all.
        ///
        /// @param contested    minor units per contested measure and member
        /// @param pool         minor units per member into the uncontested measures
        /// @param total        minor units per member
        /// @param explanations why
        record Settled(
                Map<String, Map<String, Long>> contested,
                Map<String, Long> pool,
                Map<String, Long> total,
                Map<String, Explanation> explanations)
                implements Outcome {}

        /// It cannot be done, for the reason given in a sentence without a full stop.
        record Refused(String reason) implements Outcome {}
    }

    private AbstentionMakeUp() {}

    /// What everybody pays, measure by measure.
    ///
    /// @param key weights per member, at least one above zero
    public static Outcome of(Map<String, BigDecimal> key, List<Measure> measures) {
        List<String> members = List.copyOf(key.keySet());
        List<Long> costs = measures.stream().map(Measure::costMinor).toList();
        Map<String, Long> naive = zero(members);
        for (List<Long> parts : Apportionment.withCarriedError(costs, List.copyOf(key.values()))) {
            for (int i = 0; i < members.size(); i++) {
                naive.merge(members.get(i), parts.get(i), Math::addExact);
            }
        }
        Map<String, Map<String, Long>> contested = new LinkedHashMap<>();
        Map<String, Long> pool = new LinkedHashMap<>(naive);
        long poolCost = 0;
        for (Measure measure : measures) {
            if (measure.abstainers().isEmpty()) {
                poolCost = Math.addExact(poolCost, measure.costMinor());
                continue;
            }
            Map<String, BigDecimal> payers = new LinkedHashMap<>(key);
            payers.keySet().removeAll(measure.abstainers());
            if (measure.costMinor() > 0 && payers.values().stream().allMatch(w -> w.signum() == 0)) {
                return new Outcome.Refused("nobody is left to finance " + measure.id());
            }
            Map<String, Long> parts = measure.costMinor() == 0 ? Map.of() : split(measure.costMinor(), payers);
            contested.put(measure.id(), parts);
            parts.forEach((member, minor) -> pool.merge(member, -minor, Math::addExact));
        }
        List<String> tooSmall =
                members.stream().filter(m -> pool.getOrDefault(m, 0L) < 0).toList();
        if (!tooSmall.isEmpty()) {
            long missing =
                    tooSmall.stream().mapToLong(m -> -pool.getOrDefault(m, 0L)).sum();
            return new Outcome.Refused(String.format(
                    Locale.ROOT,
                    "the uncontested measures (%d minor units) are too small to make up: %s would have to be paid back %d",
                    poolCost,
                    String.join(", ", tooSmall),
                    missing));
        }
        return new Outcome.Settled(
                contested, pool, naive, explanations(members, measures, key, contested, pool, naive));
    }

    private static Map<String, Long> zero(List<String> members) {
        Map<String, Long> zero = new LinkedHashMap<>();
        members.forEach(member -> zero.put(member, 0L));
        return zero;
    }

    private static Map<String, Long> split(long amount, Map<String, BigDecimal> weights) {
        List<Long> parts = Apportionment.byLargestRemainder(amount, List.copyOf(weights.values()));
        Map<String, Long> split = new LinkedHashMap<>();
        int i = 0;
        for (String member : weights.keySet()) {
            split.put(member, parts.get(i++));
        }
        return split;
    }

    private static Map<String, Explanation> explanations(
            List<String> members,
            List<Measure> measures,
            Map<String, BigDecimal> key,
            Map<String, Map<String, Long>> contested,
            Map<String, Long> pool,
            Map<String, Long> naive) {
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        for (String member : members) {
            List<Explanation> parts = new ArrayList<>();
            for (Measure measure : measures) {
                if (!measure.abstainers().isEmpty()) {
                    boolean out = measure.abstainers().contains(member);
                    long minor = contested.getOrDefault(measure.id(), Map.of()).getOrDefault(member, 0L);
                    parts.add(Explanation.worked(
                            "contested: " + measure.id(),
                            minor + " minor units",
                            out ? "abstains" : "its part among those who do not abstain"));
                }
            }
            parts.add(Explanation.worked(
                    "into the uncontested measures",
                    pool.getOrDefault(member, 0L) + " minor units",
                    "what its key asks over all measures, less its contested parts"));
            explanations.put(
                    member,
                    Explanation.worked(
                                    "what " + member + " pays",
                                    naive.getOrDefault(member, 0L) + " minor units",
                                    "as much as its weight of "
                                            + key.getOrDefault(member, BigDecimal.ZERO)
                                                    .toPlainString()
                                            + " asks over all measures",
                                    parts)
                            .by(METHOD));
        }
        return explanations;
    }
}
