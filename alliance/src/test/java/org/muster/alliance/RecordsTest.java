package org.muster.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.offer.Stage;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;
import org.muster.alliance.source.Status;

class RecordsTest {
    private static final Provenance INVENTED = Provenance.illustrative("invented");
    private static final LocalDate DAY = LocalDate.of(2014, 9, 5);

    @Test
    void refusesAKeyThatSumsTo99point9() {
        assertThatThrownBy(() -> new Key("k", "K", DAY, Map.of("A", new BigDecimal("99.9")), INVENTED))
                .hasMessage("key k sums to 99.9, not 100");
    }

    @Test
    void aMemberOutsideAKeyHasNoShareInIt() {
        Key key = new Key("k", "K", DAY, Map.of("A", new BigDecimal("100.0000")), INVENTED);

        assertThat(key.shareOf("A")).isEqualByComparingTo("100");
        assertThat(key.shareOf("B")).isZero();
    }

    @Test
    void aPublishedStatementNeedsASource() {
        assertThatThrownBy(() -> new Provenance(Status.PUBLISHED, " "))
                .hasMessageContaining("published needs a source");
        assertThat(new Provenance(Status.ILLUSTRATIVE, "").isIllustrative()).isTrue();
    }

    @Test
    void aPhaseCountsBothItsFirstAndItsLastDay() {
        assertThat(new Phase("p", "P", DAY, DAY, false, List.of()).days()).isEqualTo(1);
        assertThat(new Phase("p", "P", DAY, DAY.plusDays(30), false, List.of()).days())
                .isEqualTo(31);
        assertThatThrownBy(() -> new Phase("p", "P", DAY, DAY.minusDays(1), false, List.of()))
                .hasMessageContaining("before it starts");
    }

    @Test
    void aLineNeedsAtLeastOneUnit() {
        assertThatThrownBy(() ->
                        new Requirement("l", "c", 0, "place", "kind", 0, Requirement.Priority.ESSENTIAL, INVENTED))
                .hasMessageContaining("above zero");
    }

    @Test
    void onlyOffersThatStandAreUsable() {
        assertThat(Stage.values())
                .filteredOn(Stage::isUsable)
                .containsExactly(Stage.OFFERED, Stage.ACCEPTED, Stage.COMMITTED);
    }

    @Test
    void theLevyIsTakenFromEveryEntitlementAndFromTheCapacity_domain31() {
        Pool pool = new Pool(
                "c17",
                "C-17",
                "hours",
                new Pool.Size(Pool.Period.YEAR, 3165, BigDecimal.TEN),
                new Pool.Shares(Map.of("EST", 45L, "USA", 1000L), Optional.empty(), new Access.Owners()),
                new Pool.Crewing(Map.of(), Set.of()),
                new Pool.Draw(0, 0, Optional.empty()),
                new Pool.Sources(INVENTED, INVENTED, Optional.empty(), Map.of(), Map.of()));

        assertThat(pool.availableCapacity()).isEqualTo(2848); // 2,848.5 rounded down
        assertThat(pool.availableEntitlement("USA")).isEqualTo(900);
        assertThat(pool.availableEntitlement("EST")).isEqualTo(40); // 40.5 rounded down
        assertThat(pool.availableEntitlement("DEU")).isZero();
    }

    @Test
    void aCaveatIsInForceFromItsFirstToItsLastDay() {
        Caveat caveat = new Caveat(
                "c",
                "A",
                Optional.empty(),
                new Limit.Always(),
                new Caveat.Form.Prohibits(),
                Optional.of(DAY),
                Optional.of(DAY.plusDays(10)),
                true,
                INVENTED);

        assertThat(caveat.isInForce(DAY.minusDays(5), DAY)).isTrue();
        assertThat(caveat.isInForce(DAY.plusDays(10), DAY.plusDays(20))).isTrue();
        assertThat(caveat.isInForce(DAY.minusDays(5), DAY.minusDays(1))).isFalse();
        assertThat(caveat.isInForce(DAY.plusDays(11), DAY.plusDays(20))).isFalse();
    }
}
