package org.muster.invest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.alliance.source.Provenance;

/// What becomes of an alliance that buys blocks of its candidates, and who pays for it each year.
public final class Purchases {
    private static final World AS_IT_IS = new World(
            "as-it-is", BigDecimal.ONE, List.of(), List.of(), List.of(), List.of(), Provenance.illustrative(""));

    private Purchases() {}

    /// The alliance with so many blocks of each candidate, all of them there.
    ///
    /// @param blocks by candidate, each from 1 to what there is at most
    /// @throws IllegalArgumentException where there is no such candidate
    public static Alliance held(Alliance alliance, Map<String, Integer> blocks) {
        return Holdings.of(alliance, AS_IT_IS, candidates(alliance, blocks));
    }

    /// What the blocks cost in a year, in minor units by member: each candidate's yearly price by the key of its
    /// owners, else by the alliance's own key. Parts add up to the rounded price of each candidate.
    ///
    /// The rate of interest is that of the alliance's first plan; 0 where it has none.
    ///
    /// @throws IllegalArgumentException where there is no such candidate, or no key to share its price by
    public static Map<String, Long> yearly(Alliance alliance, Map<String, Integer> blocks) {
        BigDecimal rate = alliance.investments().plans().stream()
                .findFirst()
                .map(InvestPlan::ratePercent)
                .orElse(BigDecimal.ZERO);
        Map<String, Long> yearly = new LinkedHashMap<>();
        candidates(alliance, blocks).forEach((candidate, some) -> {
            long price = YearlyPrice.rounded(
                    YearlyPrice.perBlock(candidate.price(), rate).times(some));
            if (price > 0) {
                Key key = key(alliance, candidate);
                List<String> members = List.copyOf(key.shares().keySet());
                List<Long> parts = Apportionment.byLargestRemainder(
                        price, List.copyOf(key.shares().values()));
                for (int i = 0; i < members.size(); i++) {
                    yearly.merge(members.get(i), parts.get(i), Math::addExact);
                }
            }
        });
        return yearly;
    }

    private static Key key(Alliance alliance, InvestCandidate candidate) {
        return (candidate.what() instanceof InvestCandidate.Asset asset
                        ? asset.owners().key().or(alliance::defaultKey)
                        : alliance.defaultKey())
                .flatMap(alliance::key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no key to share the price of " + candidate.id() + " by"));
    }

    private static Map<InvestCandidate, Integer> candidates(Alliance alliance, Map<String, Integer> blocks) {
        Map<InvestCandidate, Integer> candidates = new LinkedHashMap<>();
        blocks.forEach((id, some) -> candidates.put(
                alliance.investments()
                        .candidate(id)
                        .orElseThrow(() -> new IllegalArgumentException("there is no candidate " + id)),
                some));
        return candidates;
    }
}
