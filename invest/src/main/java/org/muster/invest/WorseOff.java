package org.muster.invest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.key.Key;
import org.muster.games.Fraction;

/// That no member is worse off by more than so much a year: what lies with it and what it pays of the price by the
/// agreed keys, less what lay with it before. Exact.
///
/// Being worse off neither falls nor rises with more in common, so that no corner of a box answers for it; but what
/// lies with a member is never below 0, and what it pays of the lowest corner is paid in all of the box: a member
/// worse off by that alone is worse off with every portfolio of it.
final class WorseOff implements Aims.Limit {
    private final Fraction most;
    private final List<InvestCandidate> candidates;
    private final List<Map<String, Fraction>> shares = new ArrayList<>();
    private final Map<String, Fraction> common;
    private final Function<Portfolio, Outlay> year;
    private final Map<String, Fraction> before;
    private final Map<List<Integer>, Map<String, Fraction>> known = new HashMap<>();

    /// @param most   by how much a member may be worse off, in minor units a year
    /// @param prices what a block of each candidate costs in a year
    /// @param year   with whom what missions cost lies in a year with a portfolio
    /// @param before with nothing more in common
    /// @throws IllegalArgumentException where there is no key to share by
    WorseOff(
            Fraction most,
            Alliance alliance,
            List<InvestCandidate> candidates,
            List<Fraction> prices,
            Function<Portfolio, Outlay> year,
            Portfolio before) {
        this.most = most;
        this.candidates = candidates;
        this.year = year;
        this.common = shares(alliance, alliance.defaultKey());
        for (int c = 0; c < candidates.size(); c++) {
            Map<String, Fraction> own = new LinkedHashMap<>();
            Fraction price = prices.get(c);
            shares(alliance, PoolShares.keyOf(candidates.get(c)).or(alliance::defaultKey))
                    .forEach((member, share) -> own.put(member, share.times(price)));
            shares.add(own);
        }
        this.before = lying(before);
    }

    private static Map<String, Fraction> shares(Alliance alliance, Optional<String> id) {
        Key key = id.flatMap(alliance::key)
                .orElseThrow(() -> new IllegalArgumentException("there is no key to share by"));
        Fraction whole = key.shares().values().stream().map(Fraction::of).reduce(Fraction.ZERO, Fraction::plus);
        Map<String, Fraction> shares = new LinkedHashMap<>();
        for (Map.Entry<String, BigDecimal> one : key.shares().entrySet()) {
            shares.put(one.getKey(), Fraction.of(one.getValue()).over(whole));
        }
        return shares;
    }

    private Map<String, Fraction> lying(Portfolio portfolio) {
        Outlay outlay = year.apply(portfolio);
        Map<String, Fraction> lying = new LinkedHashMap<>(outlay.members());
        common.forEach((member, share) -> lying.merge(member, share.times(outlay.common()), Fraction::plus));
        return lying;
    }

    private Map<String, Fraction> pays(List<Integer> levels) {
        Map<String, Fraction> pays = new LinkedHashMap<>();
        for (int c = 0; c < candidates.size(); c++) {
            int blocks = levels.get(c);
            if (blocks > 0) {
                shares.get(c).forEach((member, price) -> pays.merge(member, price.times(blocks), Fraction::plus));
            }
        }
        return pays;
    }

    /// What each member is worse off by with a portfolio; below 0 where it is better off.
    Map<String, Fraction> nets(Portfolio portfolio) {
        Map<String, Fraction> nets = known.get(portfolio.levels());
        if (nets == null) {
            Map<String, Fraction> sums = lying(portfolio);
            pays(portfolio.levels()).forEach((member, some) -> sums.merge(member, some, Fraction::plus));
            before.forEach((member, some) -> sums.merge(member, some.negated(), Fraction::plus));
            nets = sums;
            known.put(portfolio.levels(), nets);
        }
        return nets;
    }

    /// Who is worse off most, and by how much; empty where there is nobody.
    Optional<Map.Entry<String, Fraction>> worst(Portfolio portfolio) {
        return nets(portfolio).entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue()))
                .max(Comparator.comparing(Map.Entry<String, Fraction>::getValue));
    }

    @Override
    public boolean isMet(Portfolio portfolio) {
        return worst(portfolio).map(one -> one.getValue().compareTo(most) <= 0).orElse(true);
    }

    @Override
    public boolean mayBeMet(List<Integer> low) {
        return pays(low).entrySet().stream()
                .allMatch(one -> one.getValue()
                                .minus(before.getOrDefault(one.getKey(), Fraction.ZERO))
                                .compareTo(most)
                        <= 0);
    }
}
