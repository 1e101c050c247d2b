package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.key.Key;
import org.muster.alliance.pool.Pool;
import org.muster.games.Fraction;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// Scarcity prices of random alliances: they are there exactly where the price lies between two units' worths, and add
/// up to what the units cost.
class ScarcityTest {
    private static final RandomWorld.Size PLAIN = new RandomWorld.Size(5, 9, 3, 2, 0, 2, 0, 0, 3, 6, false);
    private static final int UNITS = 2;

    private static InvestCandidate unit(String id, int most) {
        return new InvestCandidate(
                id,
                id,
                new InvestCandidate.Asset(
                        InvestCandidate.Kind.BUY,
                        Optional.empty(),
                        "cap1",
                        Pool.Period.PHASE,
                        1,
                        10,
                        0,
                        1,
                        0,
                        new InvestCandidate.Owners(Optional.empty(), true)),
                most,
                Optional.empty(),
                new InvestCandidate.Price(0, 1, 1),
                Asked.INVENTED);
    }

    private static World world(String id, String probability, String chance, String factor) {
        BigDecimal q = new BigDecimal(chance);
        return new World(
                id,
                new BigDecimal(probability),
                List.of(new World.Willing(World.EVERYBODY, Optional.empty(), q, q)),
                List.of(),
                List.of(new World.PriceFactor(World.Of.CAPABILITY, "cap1", new BigDecimal(factor))),
                List.of(),
                Asked.INVENTED);
    }

    private static Alliance drawn(long seed) {
        return Asked.with(
                RandomWorld.of(PLAIN, seed).alliance(),
                MissionCostsTest.planOf(0),
                List.of(unit("one", 3), unit("other", 3)),
                world("plain", "0.4", "0.7", "1"),
                world("dear", "0.6", "0.45", "1.25"));
    }

    private static NeedsInCommon needs(Alliance alliance) {
        InvestPlan plan = alliance.investments().plans().getFirst();
        List<InvestCandidate> candidates = alliance.investments().candidates();
        Judge judge = new Judge(alliance, plan, candidates, SolveOptions.defaults());
        MissionCosts costs = new MissionCosts(alliance, plan, judge, List.of(3, 3), SolveOptions.defaults());
        return new NeedsInCommon(alliance, plan, judge, costs, candidates, SolveOptions.defaults());
    }

    private static Scarcity only(Alliance alliance, Fraction price) {
        return Scarcity.all(
                        alliance.investments().candidates(), List.of(price, price), List.of(UNITS, 0), needs(alliance))
                .getFirst();
    }

    @Test
    void aPriceBetweenTwoUnitsWorthsIsSharedByWhoIsSpared() {
        int applies = 0;
        int byKey = 0;
        for (long seed = 0; seed < 60; seed++) {
            Alliance alliance = drawn(seed);
            NeedInCommon need = needs(alliance).of(0, List.of(UNITS, 0)).orElseThrow();
            Fraction last = need.valueOf(UNITS);
            Fraction next = need.valueOf(UNITS + 1);
            if (need.valued().isEmpty() || last.isZero()) {
                continue;
            }
            Fraction between = last.plus(next.times(2)).over(3);
            Scarcity scarcity = only(alliance, between);
            assertThat(scarcity.isTold()).as("seed %d", seed).isTrue();
            assertThat(scarcity.last()).as("seed %d", seed).isEqualTo(last);
            assertThat(scarcity.next()).as("seed %d", seed).isEqualTo(next);
            assertThat(scarcity.own().values().stream().reduce(scarcity.common(), Fraction::plus))
                    .as("seed %d", seed)
                    .isEqualTo(between.times(UNITS));
            assertThat(scarcity.common().sign()).as("seed %d", seed).isNotNegative();
            assertThat(scarcity.own().values()).as("seed %d", seed).allMatch(pays -> pays.sign() > 0);
            if (scarcity.applies() == Scarcity.Applies.APPLIES) {
                applies++;
            } else {
                byKey++;
                assertThat(scarcity.own()).isEmpty();
            }
            assertThat(only(alliance, last.plus(Fraction.ONE)).applies())
                    .as("seed %d", seed)
                    .isEqualTo(Scarcity.Applies.NOT_AT_ITS_PRICE);
            if (next.sign() > 0) {
                assertThat(only(alliance, next.over(2)).applies())
                        .as("seed %d", seed)
                        .isEqualTo(Scarcity.Applies.NOT_AT_ITS_PRICE);
            }
        }
        assertThat(applies).isGreaterThan(15);
        assertThat(byKey).isGreaterThan(0);
    }

    @Test
    void twoCandidatesThatBringTheSameHaveNoPriceOfTheirOwn() {
        Alliance alliance = drawn(1);
        List<Scarcity> all = Scarcity.all(
                alliance.investments().candidates(),
                List.of(Fraction.ONE, Fraction.ONE),
                List.of(1, 1),
                needs(alliance));
        assertThat(all).extracting(Scarcity::applies).containsOnly(Scarcity.Applies.BESIDE_ANOTHER);
    }

    /// By the rule the price is paid in whole minor units that add up to it, beside a candidate without such a price,
    /// whose part is that of the agreed key.
    @Test
    void candidatesWithoutAScarcityPriceGoByTheAgreedKey() {
        Alliance alliance = drawn(3);
        String payer = alliance.members().getFirst().code();
        List<Scarcity> scarcity = List.of(new Scarcity(
                "one",
                Scarcity.Applies.APPLIES,
                "",
                Fraction.of(9),
                Fraction.ONE,
                Fraction.of(5),
                Map.of(payer, Fraction.of(7)),
                Fraction.of(3)));
        Key key = alliance.defaultKey().flatMap(alliance::key).orElseThrow();
        Map<String, Fraction> pays = PoolShares.byScarcity(
                        alliance, alliance.investments().candidates(), List.of(10L, 100L), key, scarcity)
                .orElseThrow();
        assertThat(pays.values().stream().reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(Fraction.of(110));
        assertThat(PoolShares.byScarcity(
                        alliance, alliance.investments().candidates(), List.of(10L, 100L), key, List.of()))
                .isEmpty();
    }
}
