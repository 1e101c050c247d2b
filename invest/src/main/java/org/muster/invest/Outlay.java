package org.muster.invest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.games.Fraction;

/// Where mean costs lie where they fall, in minor units: the parts add up to what missions cost.
///
/// @param members by member, for its own offers; who has none is left out
/// @param common  of charters, partners, pools and what is held in common, and what arises whoever goes
/// @param missing what missing units count: nobody pays it
public record Outlay(Map<String, Fraction> members, Fraction common, Fraction missing) {
    static final Outlay NOTHING = new Outlay(Map.of(), Fraction.ZERO, Fraction.ZERO);

    public Outlay {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// All parts together.
    public Fraction sum() {
        return members.values().stream().reduce(common.plus(missing), Fraction::plus);
    }

    /// `one + factor * other`.
    static Outlay plus(Outlay one, Outlay other, Fraction factor) {
        Map<String, Fraction> members = new LinkedHashMap<>(one.members());
        other.members().forEach((member, some) -> members.merge(member, some.times(factor), Fraction::plus));
        return new Outlay(
                members,
                one.common().plus(other.common().times(factor)),
                one.missing().plus(other.missing().times(factor)));
    }
}
