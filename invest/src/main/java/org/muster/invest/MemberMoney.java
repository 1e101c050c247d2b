package org.muster.invest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.games.Fraction;

/// What a member has to do with the money of a year, in whole minor units.
///
/// @param code   its code
/// @param before what missions cost it with nothing more in common: its own offers, and by the alliance's own key its
///               share of what is drawn or hired in common
/// @param after  the same with the best portfolio
/// @param pays   of the yearly price
public record MemberMoney(String code, long before, long after, long pays) {
    /// What it is worse off by; below 0 where it is better off.
    public long net() {
        return Math.subtractExact(Math.addExact(after, pays), before);
    }

    /// Whole minor units of an outlay.
    ///
    /// @param members what lies with each member, its share of what is common counted in
    /// @param missing what missing units count
    private record Whole(Map<String, Long> members, long missing) {}

    /// Of all members. What lies with them and what is missing add up to what missions cost, rounded.
    ///
    /// @param members       that pay or paid anything, in the alliance's order
    /// @param missingBefore what missing units count with nothing more in common: nobody pays it
    /// @param missingAfter  the same with the best portfolio
    public record All(List<MemberMoney> members, long missingBefore, long missingAfter) {
        public All {
            members = List.copyOf(members);
        }
    }

    /// Empty where the alliance has no key to share by what is common.
    static Optional<All> of(Alliance alliance, Outlay before, Outlay after, Map<String, Long> pays) {
        Optional<Key> key = alliance.defaultKey().flatMap(alliance::key);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Whole then = whole(after, key.get());
        Whole now = whole(before, key.get());
        List<MemberMoney> members = new ArrayList<>();
        for (String code : alliance.memberCodes()) {
            MemberMoney one = new MemberMoney(
                    code,
                    now.members().getOrDefault(code, 0L),
                    then.members().getOrDefault(code, 0L),
                    pays.getOrDefault(code, 0L));
            if (one.before() != 0 || one.after() != 0 || one.pays() != 0) {
                members.add(one);
            }
        }
        return Optional.of(new All(members, now.missing(), then.missing()));
    }

    /// All parts in whole minor units that add up to the rounded sum; what is common by the key.
    private static Whole whole(Outlay outlay, Key key) {
        List<String> codes = List.copyOf(outlay.members().keySet());
        List<Fraction> parts = new ArrayList<>(outlay.members().values());
        parts.add(outlay.common());
        parts.add(outlay.missing());
        List<Long> whole = YearlyPrice.whole(parts);
        Map<String, Long> members = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            members.put(codes.get(i), whole.get(i));
        }
        List<String> payers = List.copyOf(key.shares().keySet());
        List<BigDecimal> shares = List.copyOf(key.shares().values());
        List<Long> common = Apportionment.byLargestRemainder(whole.get(codes.size()), shares);
        for (int i = 0; i < payers.size(); i++) {
            members.merge(payers.get(i), common.get(i), Math::addExact);
        }
        return new Whole(members, whole.getLast());
    }
}
