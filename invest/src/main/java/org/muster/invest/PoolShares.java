package org.muster.invest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.games.Fraction;

/// Who pays the yearly price of a portfolio by the agreed keys: each candidate by the key of its owners, else by the
/// alliance's own.
final class PoolShares {
    private PoolShares() {}

    /// By member, in the alliance's order, whole minor units that add up to the price; empty where a candidate that
    /// costs something has no key.
    ///
    /// @param prices what each candidate of the portfolio costs in a year, in minor units
    static Optional<Map<String, Long>> byKey(Alliance alliance, List<InvestCandidate> candidates, List<Long> prices) {
        Map<String, Long> pays = new LinkedHashMap<>();
        for (int c = 0; c < candidates.size(); c++) {
            if (prices.get(c) == 0) {
                continue;
            }
            Optional<Key> key =
                    keyOf(candidates.get(c)).or(alliance::defaultKey).flatMap(alliance::key);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            List<String> members = List.copyOf(key.get().shares().keySet());
            List<Long> parts = Apportionment.byLargestRemainder(
                    prices.get(c), new ArrayList<>(key.get().shares().values()));
            for (int i = 0; i < members.size(); i++) {
                pays.merge(members.get(i), parts.get(i), Math::addExact);
            }
        }
        Map<String, Long> inOrder = new LinkedHashMap<>();
        alliance.memberCodes().stream()
                .filter(pays::containsKey)
                .forEach(member -> inOrder.put(member, pays.getOrDefault(member, 0L)));
        return Optional.of(inOrder);
    }

    /// By member: candidates with a scarcity price by that, what they spare in common by the alliance's key; the others
    /// by the agreed keys. Empty where none has one.
    ///
    /// @param prices what each candidate of the portfolio costs in a year, in minor units
    /// @param whole  the alliance's key
    static Optional<Map<String, Fraction>> byScarcity(
            Alliance alliance,
            List<InvestCandidate> candidates,
            List<Long> prices,
            Key whole,
            List<Scarcity> scarcity) {
        if (scarcity.stream().noneMatch(Scarcity::isTold)) {
            return Optional.empty();
        }
        Fraction parts = whole.shares().values().stream().map(Fraction::of).reduce(Fraction.ZERO, Fraction::plus);
        Map<String, Fraction> pays = new LinkedHashMap<>();
        for (int c = 0; c < candidates.size(); c++) {
            String id = candidates.get(c).id();
            Optional<Scarcity> told = scarcity.stream()
                    .filter(one -> one.candidate().equals(id) && one.isTold())
                    .findFirst();
            if (told.isPresent()) {
                told.get().own().forEach((member, some) -> pays.merge(member, some, Fraction::plus));
                whole.shares()
                        .forEach((member, share) -> pays.merge(
                                member,
                                told.get().common().times(Fraction.of(share)).over(parts),
                                Fraction::plus));
            } else {
                byKey(alliance, List.of(candidates.get(c)), List.of(prices.get(c)))
                        .orElse(Map.of())
                        .forEach((member, some) -> pays.merge(member, Fraction.of(some), Fraction::plus));
            }
        }
        return Optional.of(pays);
    }

    static Optional<String> keyOf(InvestCandidate candidate) {
        return switch (candidate.what()) {
            case InvestCandidate.Asset asset -> asset.owners().key();
            case InvestCandidate.RuleChange rule -> Optional.empty();
        };
    }
}
