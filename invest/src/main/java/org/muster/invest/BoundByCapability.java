package org.muster.invest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.games.Fraction;

/// What no portfolio of a box costs less than, with price, missions and failures: capability by capability.
///
/// What lines of one capability cost hangs on the candidates of that capability, given all others. So for each
/// capability the best of its own blocks is looked for by itself, with all that others could have; together these cost
/// no more than the best portfolio. Missions that only the planner can tell the cost of count as with all that the box
/// has: what the planner is asked for costs more time than the closer bound saves. A failure needs lines of several
/// capabilities and is counted as with all that the box has. Closer than the corners of a box, which buy nothing and
/// have everything.
final class BoundByCapability {
    /// Combinations of one capability's blocks that are looked at; where a box has more, its corners count.
    private static final int MOST_LOOKED_AT = 4_096;

    private final List<InvestPlan.Recurring> apart;
    private final List<InvestPlan.Recurring> whole;
    private final List<Fraction> prices;
    private final MissionCosts costs;
    private final int[] most;
    private final Map<String, List<Integer>> candidatesOf = new LinkedHashMap<>();
    private final Map<Part, Fraction> known = new HashMap<>();

    /// What weighed missions pay a year for one capability, by the blocks of its candidates.
    private record Part(String capability, List<Integer> blocks) {}

    /// A bound with what reaches it capability by capability.
    ///
    /// @param value  price and what lines cost, without failures
    /// @param levels the best blocks of each capability by itself; of other candidates as few as the box has
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    record Bound(Fraction value, int[] levels) {}

    BoundByCapability(
            InvestPlan plan, List<InvestCandidate> candidates, List<Fraction> prices, MissionCosts costs, int[] most) {
        List<InvestPlan.Recurring> weighed = plan.missions().stream()
                .filter(one -> one.failureMinor().isPresent())
                .filter(one -> costs.whyNot(one.mission()).isEmpty())
                .toList();
        this.apart = weighed.stream().filter(costs::isToldApart).toList();
        this.whole = weighed.stream().filter(one -> !costs.isToldApart(one)).toList();
        this.prices = prices;
        this.costs = costs;
        this.most = most.clone();
        for (int c = 0; c < candidates.size(); c++) {
            if (candidates.get(c).what() instanceof InvestCandidate.Asset asset) {
                candidatesOf
                        .computeIfAbsent(asset.capability(), capability -> new ArrayList<>())
                        .add(c);
            }
        }
    }

    /// Of all portfolios between two corners.
    Bound of(int[] low, int[] high) {
        int[] levels = low.clone();
        Fraction sum = Fraction.ZERO;
        for (int c = 0; c < low.length; c++) {
            sum = sum.plus(prices.get(c).times(low[c]));
        }
        for (Map.Entry<String, List<Integer>> one : candidatesOf.entrySet()) {
            sum = sum.plus(best(one.getKey(), one.getValue(), low, high, levels));
        }
        sum = sum.plus(others());
        for (InvestPlan.Recurring recurring : whole) {
            sum = sum.plus(
                    costs.mean(recurring, boxed(high)).orElse(Fraction.ZERO).times(costs.perYear(recurring)));
        }
        return new Bound(sum, levels);
    }

    /// Whether all costs that are weighed are told capability by capability, so that what is best so is worth trying.
    boolean isOfAll() {
        return whole.isEmpty();
    }

    /// The least of what blocks beyond the lowest cost together with the lines of their capability.
    private Fraction best(String capability, List<Integer> own, int[] low, int[] high, int[] levels) {
        double combinations = 1;
        for (int c : own) {
            combinations *= high[c] - low[c] + 1;
        }
        if (combinations > MOST_LOOKED_AT) {
            return part(capability, own, high);
        }
        int[] here = low.clone();
        Fraction least = part(capability, own, here);
        boolean left = true;
        while (left) {
            left = false;
            for (int k = 0; k < own.size() && !left; k++) {
                int c = own.get(k);
                left = here[c] < high[c];
                here[c] = left ? here[c] + 1 : low[c];
            }
            if (left) {
                Fraction value = part(capability, own, here);
                for (int c : own) {
                    value = value.plus(prices.get(c).times((long) here[c] - low[c]));
                }
                if (value.compareTo(least) < 0) {
                    least = value;
                    own.forEach(c -> levels[c] = here[c]);
                }
            }
        }
        return least;
    }

    private Fraction part(String capability, List<Integer> own, int[] levels) {
        Part key = new Part(capability, own.stream().map(c -> levels[c]).toList());
        Fraction part = known.get(key);
        if (part == null) {
            int[] all = most.clone();
            own.forEach(c -> all[c] = levels[c]);
            part = Fraction.ZERO;
            for (InvestPlan.Recurring recurring : apart) {
                part = part.plus(perYear(recurring, capability, all));
            }
            known.put(key, part);
        }
        return part;
    }

    /// What no candidate of one capability alone decides, with everything.
    private Fraction others() {
        return known.computeIfAbsent(new Part(MissionCosts.WHOLE, List.of()), key -> {
            Fraction sum = Fraction.ZERO;
            for (InvestPlan.Recurring recurring : apart) {
                Map<String, Fraction> means =
                        costs.meanByCapability(recurring, boxed(most)).orElse(Map.of());
                for (Map.Entry<String, Fraction> one : means.entrySet()) {
                    if (!candidatesOf.containsKey(one.getKey())) {
                        sum = sum.plus(one.getValue().times(costs.perYear(recurring)));
                    }
                }
            }
            return sum;
        });
    }

    private Fraction perYear(InvestPlan.Recurring recurring, String capability, int[] levels) {
        return costs.meanOf(recurring, capability, boxed(levels))
                .orElse(Fraction.ZERO)
                .times(costs.perYear(recurring));
    }

    private static List<Integer> boxed(int[] levels) {
        return Arrays.stream(levels).boxed().toList();
    }
}
