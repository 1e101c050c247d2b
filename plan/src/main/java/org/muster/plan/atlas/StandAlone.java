package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.alliance.mission.Mission;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;
import org.muster.plan.model.Source;

/// What it means that a coalition does a mission on its own.
///
/// * Its lines and its day after stay. Floor, lead and pins (except who must not take part) are the alliance's own
///   conditions on the coalition that it sends, so they do not change what a coalition costs; whether they are met is
///   part of "can do the mission".
/// * A unit that the coalition cannot bring is counted at the dearest price that anybody asks for that line, usable or
///   not: dear enough that a gap is never a bargain, and finite.
public final class StandAlone {
    private StandAlone() {}

    /// The mission as a coalition on its own sees it.
    public static Mission of(Mission mission) {
        return mission.with(OptionalInt.empty())
                .with(new Mission.Company(
                        Mission.Floor.NONE,
                        List.of(),
                        new Mission.Pins(Set.of(), mission.pins().mustNot(), List.of())));
    }

    /// The price of a missing unit of each line, in minor units, by the line's key; 0 where nobody asks any price.
    public static Map<String, Long> gapPrices(Eligibility eligibility) {
        Map<String, Long> prices = new TreeMap<>();
        for (Line line : eligibility.lines()) {
            long dearest = eligibility.candidates().stream()
                    .filter(c -> c.line().key().equals(line.key()))
                    .mapToLong(c -> c.source().unitCostMinor(line))
                    .max()
                    .orElse(0);
            prices.put(line.key(), dearest);
        }
        return prices;
    }

    /// The same with lines that may be served from the same offer or charter of a phase, or from the same pool, all at
    /// the dearest of their prices: then the cheapest cover is also the fullest, and it does not matter which line of
    /// them stays short.
    public static Map<String, Long> gapPricesTogether(Eligibility eligibility) {
        Map<String, Long> prices = gapPrices(eligibility);
        Map<String, Set<String>> linesOf = new TreeMap<>();
        for (Candidate candidate : eligibility.candidates()) {
            String source =
                    candidate.source().kind().word() + " " + candidate.source().id();
            String where = candidate.source() instanceof Source.OfPool
                    ? source
                    : source + " in " + candidate.line().phase().id();
            linesOf.computeIfAbsent(where, k -> new TreeSet<>())
                    .add(candidate.line().key());
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Set<String> lines : linesOf.values()) {
                long dearest = lines.stream()
                        .mapToLong(line -> prices.getOrDefault(line, 0L))
                        .max()
                        .orElse(0);
                for (String line : lines) {
                    Long before = prices.put(line, dearest);
                    changed |= before == null || before != dearest;
                }
            }
        }
        return prices;
    }

    /// What arises whoever goes, in minor units.
    public static long fixedCost(Mission mission) {
        long sum = 0;
        for (Mission.FixedCost cost : mission.costs()) {
            sum = Math.addExact(sum, cost.amountMinor());
        }
        return sum;
    }

    /// Lines whose missing units have no price, by key.
    static List<String> unpriced(Map<String, Long> gapPrices) {
        List<String> unpriced = new ArrayList<>();
        gapPrices.forEach((line, price) -> {
            if (price == 0) {
                unpriced.add(line);
            }
        });
        return unpriced;
    }
}
