package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;

class InvestFileTest {
    @TempDir
    Path temp;

    private Alliance alliance;

    @BeforeEach
    void read() throws Exception {
        AllianceFolder.writeExample(temp.resolve("towns"));
        Files.writeString(temp.resolve("towns/invest.yaml"), BrokenInvest.RIGHT);
        Reading reading = AllianceFolder.read(temp.resolve("towns"));
        assertThat(reading.problems()).isEmpty();
        alliance = reading.alliance().orElseThrow();
    }

    @Test
    void planCandidatesAndWorldsAreWhatTheFileSays() {
        Investments investments = alliance.investments();

        InvestPlan plan = investments.plan("five-years").orElseThrow();
        assertThat(plan.missions())
                .containsExactly(new InvestPlan.Recurring("flood-2027", new Rate(1, 3), Optional.of(25_000_000L)));
        assertThat(plan.targets().losingAny()).containsEntry("flood-2027", 1);
        assertThat(plan.targets().worseOffMinor()).contains(2_000_000L);
        assertThat(plan.targets().cvar())
                .containsExactly(new InvestPlan.Cvar("flood-2027", new BigDecimal("0.9"), 4_000_000));
        assertThat(plan.budgetMinor()).contains(9_000_000L);
        assertThat(plan.to()).hasToString("2031-12-31");
        assertThat(plan.knownFrom().orElseThrow()).hasToString("2028-07-01");
        assertThat(plan.targets().withoutAny()).containsEntry("flood-2027", new BigDecimal("0.6"));
        InvestCandidate boats = investments.candidate("own-boats").orElseThrow();
        assertThat(boats.price()).isEqualTo(new InvestCandidate.Price(5_000_000, 10, 100_000));
        assertThat(boats.what())
                .isEqualTo(new InvestCandidate.Asset(
                        InvestCandidate.Kind.BUY,
                        Optional.empty(),
                        "boats",
                        Pool.Period.PHASE,
                        2,
                        0,
                        2_000,
                        1,
                        200,
                        new InvestCandidate.Owners(Optional.of("people-2026"), true)));
        assertThat(investments.candidate("fewer").orElseThrow().what())
                .isEqualTo(new InvestCandidate.RuleChange(
                        new InvestCandidate.Change.Floor("flood-2027", new Mission.Floor(1, new BigDecimal("50")))));
        World high = investments.worlds().getLast();
        assertThat(high.willingnessOf("ARN", "flood-2027").orElseThrow().from()).isEqualTo("0.9");
        assertThat(high.willingnessOf("BRO", "flood-2027").orElseThrow().to()).isEqualTo("0.6");
        assertThat(high.perYear("flood-2027", new Rate(1, 3))).isEqualTo(new Rate(2, 1));
    }

    @Test
    void isWrittenBackAsItWasRead() throws Exception {
        AllianceFolder.write(alliance, temp.resolve("once"));
        Alliance again = AllianceFolder.read(temp.resolve("once")).alliance().orElseThrow();
        AllianceFolder.write(again, temp.resolve("twice"));

        assertThat(again).isEqualTo(alliance);
        assertThat(ExamplesTest.files(temp.resolve("twice"))).isEqualTo(ExamplesTest.files(temp.resolve("once")));
    }

    /// Every change of a rule that the starter example can be asked for.
    @Test
    void everyChangeOfARuleIsWrittenBack() throws Exception {
        for (String change : new String[] {
            "{drop_caveat: cornford-council}",
            "{drop_policy: delta-not-alone}",
            "{approval: {caveat: cornford-council, days: 3}}"
        }) {
            Files.writeString(
                    temp.resolve("towns/invest.yaml"),
                    BrokenInvest.RIGHT.replace(
                            "{floor: {mission: flood-2027, members: 1, share_percent: 50}}", change));
            Reading reading = AllianceFolder.read(temp.resolve("towns"));
            assertThat(reading.problems()).as(change).isEmpty();
            Path out = temp.resolve(Integer.toHexString(change.hashCode()));
            AllianceFolder.write(reading.alliance().orElseThrow(), out);
            assertThat(AllianceFolder.read(out)).isEqualTo(reading);
        }
    }

    @Test
    void aRateIsTheFractionThatStandsThere() {
        assertThat(Rate.of(new BigDecimal("0.10"))).isEqualTo(new Rate(1, 10));
        assertThat(new Rate(2, 6).text()).isEqualTo("1/3");
        assertThat(new Rate(3, 8).text()).isEqualTo("0.375");
        assertThat(new Rate(20, 10).text()).isEqualTo("2");
    }
}
