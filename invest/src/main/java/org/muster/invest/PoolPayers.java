package org.muster.invest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.key.Key;
import org.muster.games.Fraction;

/// Who pays the price of a purchase by several rules beside one another, who would rather buy by themselves, and
/// whether the purchase would survive without a subscriber.
///
/// What a purchase spares a member is what lies with it less of the missions whose money is weighed: its own offers,
/// and its share by the alliance's own key of what is drawn or hired in common, of what is missing, and of failures at
/// their price. What costs nothing, such as an eased rule, counts as there before.
///
/// @param members  the subscribers, in the alliance's order
/// @param spared   what the purchase spares each in a year before it pays, minor units
/// @param alone    what each would gain by buying alone
/// @param rules    beside one another; of each the parts add up to the price
/// @param subsidy  the least that has to come from elsewhere so that no coalition would rather buy by itself, minor
///                 units; empty where there are more than [PurchaseGame#MOST_PLAYERS] subscribers
/// @param survival by subscriber: what the others would still buy without it
/// @param scarcity of each candidate that costs something, whether it has a scarcity price
public record PoolPayers(
        List<String> members,
        List<Long> spared,
        List<Long> alone,
        List<ByRule> rules,
        Optional<Fraction> subsidy,
        Map<String, Survival> survival,
        List<Scarcity> scarcity) {
    /// What the others would do without a subscriber.
    public enum Survival {
        /// They would still buy all of it.
        ALL,
        /// They would buy less.
        LESS,
        /// They would buy nothing.
        NOTHING
    }

    /// A rule.
    ///
    /// @param rule     its name in files
    /// @param title    its name for people
    /// @param amounts  by member, in minor units
    /// @param leaving  who would rather buy by themselves; empty where nobody would
    /// @param leavingGain what those would gain by it, in minor units
    /// @param worseOff by member, who pays more than it is spared, and by how much
    public record ByRule(
            String rule,
            String title,
            Map<String, Long> amounts,
            List<String> leaving,
            long leavingGain,
            Map<String, Long> worseOff) {
        public ByRule {
            amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
            leaving = List.copyOf(leaving);
            worseOff = Collections.unmodifiableMap(new LinkedHashMap<>(worseOff));
        }
    }

    public PoolPayers {
        members = List.copyOf(members);
        spared = List.copyOf(spared);
        alone = List.copyOf(alone);
        rules = List.copyOf(rules);
        survival = Collections.unmodifiableMap(new LinkedHashMap<>(survival));
        scarcity = List.copyOf(scarcity);
    }

    /// What lies with members of the missions whose money is weighed, in a year with a portfolio.
    interface Lying {
        /// By member, in minor units.
        Map<String, Fraction> with(int[] levels);
    }

    /// What lies with each member.
    static Map<String, Fraction> lying(
            Alliance alliance, InvestPlan plan, MissionCosts costs, Portfolio portfolio, Key key) {
        Map<String, Fraction> sums = new LinkedHashMap<>();
        Fraction common = Fraction.ZERO;
        for (InvestPlan.Recurring recurring : plan.missions()) {
            Judged judged = portfolio.mission(recurring.mission()).orElseThrow();
            if (recurring.failureMinor().isEmpty()) {
                continue;
            }
            common = common.plus(
                    judged.failuresPerYear().times(recurring.failureMinor().get()));
            Optional<Outlay> outlay = costs.lying(recurring, portfolio.levels());
            if (outlay.isPresent()) {
                outlay.get()
                        .members()
                        .forEach((member, some) -> sums.merge(member, some.times(judged.perYear()), Fraction::plus));
                common = common.plus(
                        outlay.get().common().plus(outlay.get().missing()).times(judged.perYear()));
            }
        }
        Fraction whole = key.shares().values().stream().map(Fraction::of).reduce(Fraction.ZERO, Fraction::plus);
        Fraction all = common;
        Map<String, Fraction> lying = new LinkedHashMap<>();
        for (String member : alliance.memberCodes()) {
            Fraction share = Fraction.of(key.shares().getOrDefault(member, BigDecimal.ZERO))
                    .over(whole);
            Fraction here = sums.getOrDefault(member, Fraction.ZERO).plus(all.times(share));
            if (!here.isZero() || !share.isZero()) {
                lying.put(member, here);
            }
        }
        return lying;
    }

    /// Reckons all rules.
    ///
    /// @param best    blocks of the chosen portfolio; parts of it are what coalitions may buy instead. What costs
    ///                nothing is there in any case
    /// @param prices  what each candidate of the best costs in a year, whole minor units
    /// @param byKey    who pays by the agreed keys
    /// @param scarcity of each candidate that costs something, whether it has a scarcity price
    /// @param byScarcity what each member pays by that; empty where none has one
    static PoolPayers of(
            int[] best,
            List<Long> prices,
            Map<String, Long> byKey,
            List<Scarcity> scarcity,
            Optional<Map<String, Fraction>> byScarcity,
            Lying lying) {
        List<Integer> bought = new ArrayList<>();
        int[] free = new int[best.length];
        for (int c = 0; c < best.length; c++) {
            if (best[c] > 0 && prices.get(c) > 0) {
                bought.add(c);
            } else {
                free[c] = best[c];
            }
        }
        Map<String, Fraction> nothing = lying.with(free);
        Set<String> paying = new LinkedHashSet<>(nothing.keySet());
        byKey.forEach((member, pays) -> {
            if (pays > 0) {
                paying.add(member);
            }
        });
        List<String> members = List.copyOf(paying);
        List<PurchaseGame.Bought> portfolios = new ArrayList<>();
        for (int set : sets(bought.size())) {
            int[] levels = free.clone();
            long price = 0;
            for (int k = 0; k < bought.size(); k++) {
                if ((set >>> k & 1) != 0) {
                    levels[bought.get(k)] = best[bought.get(k)];
                    price += prices.get(bought.get(k));
                }
            }
            Map<String, Fraction> here = lying.with(levels);
            List<Long> spared = new ArrayList<>();
            for (String member : members) {
                spared.add(YearlyPrice.rounded(
                        nothing.getOrDefault(member, Fraction.ZERO).minus(here.getOrDefault(member, Fraction.ZERO))));
            }
            portfolios.add(new PurchaseGame.Bought(spared, price));
        }
        PurchaseGame.Bought chosen = portfolios.getLast();
        PurchaseGame game = new PurchaseGame(members.size(), portfolios, chosen);
        return new Reckoning(members, portfolios, chosen, game).all(bought, byKey, scarcity, byScarcity);
    }

    /// Candidates of which all sets are looked at, at most.
    private static final int MOST_TOGETHER = 5;

    /// Sets of candidates that coalitions may buy, all of them last: every set of a few, else each alone and all but
    /// each.
    private static List<Integer> sets(int candidates) {
        List<Integer> sets = new ArrayList<>();
        int all = (1 << candidates) - 1;
        for (int set = 1; set < all; set++) {
            int size = Integer.bitCount(set);
            if (candidates <= MOST_TOGETHER || size == 1 || size == candidates - 1) {
                sets.add(set);
            }
        }
        sets.add(all);
        return sets;
    }

    private record Reckoning(
            List<String> members, List<PurchaseGame.Bought> portfolios, PurchaseGame.Bought chosen, PurchaseGame game) {
        PoolPayers all(
                List<Integer> bought,
                Map<String, Long> byKey,
                List<Scarcity> scarcity,
                Optional<Map<String, Fraction>> byScarcity) {
            List<ByRule> rules = new ArrayList<>();
            rules.add(rule(
                    "key",
                    "agreed keys",
                    members.stream()
                            .map(member -> Fraction.of(byKey.getOrDefault(member, 0L)))
                            .toList()));
            rules.add(rule("spared", "by what it spares", spared(bought.size(), byKey)));
            byScarcity.ifPresent(pays -> rules.add(rule(
                    "scarcity",
                    "scarcity price",
                    members.stream()
                            .map(member -> pays.getOrDefault(member, Fraction.ZERO))
                            .toList())));
            rules.add(rule("equal-gain", "equal gain over alone", game.equalGain()));
            game.shapley().ifPresent(shares -> rules.add(rule("shapley", "Shapley value", shares)));
            game.nucleolus().ifPresent(shares -> rules.add(rule("nucleolus", "nucleolus", shares)));
            Map<String, Survival> survival = new LinkedHashMap<>();
            List<Long> alone = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                alone.add(game.alone(i));
                survival.put(
                        members.get(i),
                        game.without(i)
                                .map(left -> left.equals(chosen) ? Survival.ALL : Survival.LESS)
                                .orElse(Survival.NOTHING));
            }
            return new PoolPayers(members, chosen.spared(), alone, rules, game.subsidy(), survival, scarcity);
        }

        /// Each candidate's price in proportion to what it spares beside the rest; by the agreed keys where it spares
        /// nobody anything.
        private List<Fraction> spared(int candidates, Map<String, Long> byKey) {
            long whole = Math.max(
                    1, byKey.values().stream().mapToLong(Long::longValue).sum());
            List<Fraction> shares = new ArrayList<>(Collections.nCopies(members.size(), Fraction.ZERO));
            List<Integer> sets = sets(candidates);
            for (int k = 0; k < candidates; k++) {
                int rest = sets.getLast() & ~(1 << k);
                Optional<PurchaseGame.Bought> without =
                        rest == 0 ? Optional.empty() : Optional.of(portfolios.get(sets.indexOf(rest)));
                long price =
                        chosen.price() - without.map(PurchaseGame.Bought::price).orElse(0L);
                List<Long> parts = new ArrayList<>();
                long sum = 0;
                for (int i = 0; i < members.size(); i++) {
                    int member = i;
                    long part = Math.max(
                            0,
                            chosen.spared().get(i)
                                    - without.map(one -> one.spared().get(member))
                                            .orElse(0L));
                    parts.add(part);
                    sum += part;
                }
                for (int i = 0; i < members.size(); i++) {
                    Fraction part = sum > 0
                            ? Fraction.of(parts.get(i), sum)
                            : Fraction.of(byKey.getOrDefault(members.get(i), 0L), whole);
                    shares.set(i, shares.get(i).plus(part.times(price)));
                }
            }
            return shares;
        }

        private ByRule rule(String name, String title, List<Fraction> shares) {
            List<Long> whole = whole(shares, chosen.price());
            Map<String, Long> amounts = new LinkedHashMap<>();
            Map<String, Long> worseOff = new LinkedHashMap<>();
            for (int i = 0; i < members.size(); i++) {
                amounts.put(members.get(i), whole.get(i));
                long worse = whole.get(i) - chosen.spared().get(i);
                if (worse > 0) {
                    worseOff.put(members.get(i), worse);
                }
            }
            Optional<PurchaseGame.Leaving> leaving =
                    game.leaving(whole.stream().map(Fraction::of).toList());
            return new ByRule(
                    name,
                    title,
                    amounts,
                    leaving.map(one -> one.members().stream().map(members::get).toList())
                            .orElse(List.of()),
                    leaving.map(one -> YearlyPrice.rounded(one.gain())).orElse(0L),
                    worseOff);
        }
    }

    /// Whole numbers that add up to `sum`, each next to its fraction, which may be below 0: those with the largest
    /// remainder are rounded up.
    static List<Long> whole(List<Fraction> parts, long sum) {
        List<Long> whole = new ArrayList<>();
        List<Fraction> remainders = new ArrayList<>();
        long left = sum;
        for (Fraction part : parts) {
            BigInteger[] divided = part.numerator().divideAndRemainder(part.denominator());
            long floor = divided[0].longValueExact() - (divided[1].signum() < 0 ? 1 : 0);
            whole.add(floor);
            remainders.add(part.minus(Fraction.of(floor)));
            left -= floor;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer, Fraction>comparing(remainders::get).reversed());
        for (int k = 0; k < left; k++) {
            int i = order.get(k % order.size());
            whole.set(i, whole.get(i) + 1);
        }
        return whole;
    }
}
