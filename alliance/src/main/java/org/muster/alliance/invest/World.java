package org.muster.alliance.invest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.source.Provenance;

/// A future: in it members are willing independently of one another, and worlds carry what is common to them.
///
/// @param id          its name
/// @param probability from 0 to 1; those of all worlds add up to exactly 1
/// @param willing     with what chance members are willing; of two that fit, the later counts
/// @param occurs      missions that come more or less often in it than the plan says
/// @param prices      what is dearer or cheaper in it
/// @param pools       pools of which more or less is there
/// @param provenance  source and status
public record World(
        String id,
        BigDecimal probability,
        List<Willing> willing,
        List<Occurs> occurs,
        List<PriceFactor> prices,
        List<PoolFactor> pools,
        Provenance provenance) {
    /// Stands for every member.
    public static final String EVERYBODY = "*";

    public World {
        willing = List.copyOf(willing);
        occurs = List.copyOf(occurs);
        prices = List.copyOf(prices);
        pools = List.copyOf(pools);
    }

    /// With what chance a member is willing.
    ///
    /// @param member  its code, or [#EVERYBODY]
    /// @param mission the only mission it is about; empty where it is about all
    /// @param from    the least that the chance may be
    /// @param to      the most that it may be; the same where the chance is known
    public record Willing(String member, Optional<String> mission, BigDecimal from, BigDecimal to) {}

    /// How often a mission comes in this world.
    public record Occurs(String mission, Rate perYear) {}

    /// A factor on prices.
    ///
    /// @param of     the code of a capability, or the id of a candidate
    /// @param factor not negative
    public record PriceFactor(Of of, String name, BigDecimal factor) {}

    /// What a factor on prices is about.
    public enum Of {
        CAPABILITY,
        CANDIDATE
    }

    /// A factor on the units that a pool has.
    public record PoolFactor(String pool, BigDecimal factor) {}

    /// With what chance a member is willing to go on a mission; empty where nothing is said of it.
    public Optional<Willing> willingnessOf(String member, String mission) {
        Optional<Willing> last = Optional.empty();
        for (Willing one : willing) {
            if ((one.member().equals(EVERYBODY) || one.member().equals(member))
                    && one.mission().map(mission::equals).orElse(true)) {
                last = Optional.of(one);
            }
        }
        return last;
    }

    /// How often a mission comes in this world, where the plan says `usual`.
    public Rate perYear(String mission, Rate usual) {
        return occurs.stream()
                .filter(one -> one.mission().equals(mission))
                .map(Occurs::perYear)
                .findFirst()
                .orElse(usual);
    }
}
