package org.muster.invest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.games.Fraction;
import org.muster.plan.need.CommonPool;
import org.muster.plan.need.Outlays;
import org.muster.plan.need.Weights;
import org.muster.plan.need.WhenShort;

/// Who pays for the units of a candidate by scarcity: what the units spare each member at the prices at which they are
/// short, and one part of it where they are just used up, so that all together pay their price.
///
/// That is in the core of what coalitions would pay for units of their own, where the price lies between what the last
/// unit takes off the cost of missions and what one more would ([org.muster.plan.need.ScarcityPricing]).
///
/// @param candidate its id
/// @param applies   whether there is such a split, or why not
/// @param why       a sentence where it cannot be told; else empty
/// @param last      what the last unit takes off in a year, in minor units
/// @param next      what one more would
/// @param offered   what a unit costs in a year
/// @param own       by member, what it pays for what the units spare its own sources; none where it does not apply
/// @param common    what is paid by the alliance's key: what the units spare of what is had or missing in common
public record Scarcity(
        String candidate,
        Applies applies,
        String why,
        Fraction last,
        Fraction next,
        Fraction offered,
        Map<String, Fraction> own,
        Fraction common) {
    /// Whether units have a scarcity price.
    public enum Applies {
        /// They have.
        APPLIES,
        /// They have, and since they spare nobody's own sources it is shared as the alliance's key says.
        BY_KEY,
        /// Their price is not between what the last unit takes off and what one more would.
        NOT_AT_ITS_PRICE,
        /// Another candidate of the portfolio brings the same.
        BESIDE_ANOTHER,
        /// What is needed of them cannot be told member by member.
        NOT_TOLD
    }

    public Scarcity {
        own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
    }

    /// Whether there is such a split.
    public boolean isTold() {
        return applies == Applies.APPLIES || applies == Applies.BY_KEY;
    }

    private static Scarcity not(String candidate, Applies applies, String why, Fraction offered) {
        return new Scarcity(candidate, applies, why, Fraction.ZERO, Fraction.ZERO, offered, Map.of(), Fraction.ZERO);
    }

    /// Of each asset of a portfolio that costs something.
    ///
    /// @param prices what a block of each candidate costs in a year, in minor units
    static List<Scarcity> all(
            List<InvestCandidate> candidates, List<Fraction> prices, List<Integer> levels, NeedsInCommon needs) {
        List<Scarcity> all = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            if (levels.get(c) > 0
                    && !prices.get(c).isZero()
                    && candidates.get(c).what() instanceof InvestCandidate.Asset asset) {
                Fraction offered = prices.get(c).over(asset.block());
                String id = candidates.get(c).id();
                if (isBesideAnother(candidates, levels, c, asset)) {
                    all.add(not(id, Applies.BESIDE_ANOTHER, "", offered));
                } else {
                    long units = Math.multiplyExact(asset.block(), levels.get(c));
                    NeedsInCommon.AllServed served = needs.served(c, levels);
                    all.add(served.why()
                            .map(why -> not(id, Applies.NOT_TOLD, why, offered))
                            .orElseGet(() -> of(id, units, offered, served.served())));
                }
            }
        }
        return all;
    }

    private static boolean isBesideAnother(
            List<InvestCandidate> candidates, List<Integer> levels, int candidate, InvestCandidate.Asset asset) {
        for (int c = 0; c < candidates.size(); c++) {
            if (c != candidate
                    && levels.get(c) > 0
                    && candidates.get(c).what() instanceof InvestCandidate.Asset other
                    && other.capability().equals(asset.capability())) {
                return true;
            }
        }
        return false;
    }

    private static Scarcity of(String candidate, long units, Fraction offered, List<NeedsInCommon.Served> served) {
        Fraction next = Fraction.ZERO;
        Fraction even = Fraction.ZERO;
        List<WhenShort> read = new ArrayList<>();
        for (NeedsInCommon.Served one : served) {
            WhenShort here;
            try {
                here = WhenShort.of(one.demand(), new CommonPool(units, one.draw()), one.willing())
                        .times(one.weight());
            } catch (ArithmeticException tooMany) {
                return not(candidate, Applies.NOT_TOLD, String.valueOf(tooMany.getMessage()), offered);
            }
            read.add(here);
            next = next.plus(here.isShort());
            even = even.plus(here.isEven());
        }
        Fraction last = next.plus(even);
        if (offered.compareTo(last) > 0 || offered.compareTo(next) < 0) {
            return new Scarcity(candidate, Applies.NOT_AT_ITS_PRICE, "", last, next, offered, Map.of(), Fraction.ZERO);
        }
        Fraction part = even.isZero() ? Fraction.ZERO : offered.minus(next).over(even);
        Map<String, Fraction> own = new LinkedHashMap<>();
        Fraction common = Fraction.ZERO;
        for (int k = 0; k < read.size(); k++) {
            NeedsInCommon.Served one = served.get(k);
            Outlay after = after(one, units);
            common = common.plus(read.get(k).common().paid(part))
                    .minus(after.common())
                    .minus(after.missing());
            for (int i = 0; i < one.players().size(); i++) {
                String member = one.players().get(i);
                Fraction pays = read.get(k)
                        .players()
                        .get(i)
                        .paid(part)
                        .minus(after.members().getOrDefault(member, Fraction.ZERO));
                if (!pays.isZero()) {
                    own.merge(member, pays, Fraction::plus);
                }
            }
        }
        Applies applies = own.isEmpty() ? Applies.BY_KEY : Applies.APPLIES;
        return new Scarcity(candidate, applies, "", last, next, offered, own, common);
    }

    /// What still lies with whom when the units are there, in a year.
    private static Outlay after(NeedsInCommon.Served served, long units) {
        List<CommonPool> pool = List.of(new CommonPool(units, served.draw()));
        Fraction nobody = MissionCosts.nobody(served.willing());
        List<Fraction> none = served.willing().stream().map(q -> Fraction.ZERO).toList();
        Outlays<Fraction> all = Outlays.of(served.demand(), pool, Weights.EXACT, served.willing());
        Outlays<Fraction> bare = Outlays.of(served.demand(), pool, Weights.EXACT, none);
        Map<String, Fraction> members = new LinkedHashMap<>();
        for (int i = 0; i < served.players().size(); i++) {
            members.put(served.players().get(i), all.players().get(i).times(served.weight()));
        }
        Fraction draws = all.pools().getFirst().minus(nobody.times(bare.pools().getFirst()));
        return new Outlay(
                members,
                all.outside().minus(nobody.times(bare.outside())).plus(draws).times(served.weight()),
                all.gaps().minus(nobody.times(bare.gaps())).times(served.weight()));
    }
}
