package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.lab.Lab;
import org.muster.alliance.lab.Reform;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;

class LabFilesTest {
    @TempDir
    Path temp;

    private Alliance alliance;

    @BeforeEach
    void read() throws Exception {
        AllianceFolder.writeExample(temp.resolve("towns"));
        BrokenLab.right(temp.resolve("towns"));
        Reading reading = AllianceFolder.read(temp.resolve("towns"));
        assertThat(reading.problems()).isEmpty();
        alliance = reading.alliance().orElseThrow();
    }

    @Test
    void futuresAreWhatTheFileSays() {
        Futures futures = alliance.lab().futures().orElseThrow();

        assertThat(futures.firstYear()).isEqualTo(2027);
        assertThat(futures.years()).isEqualTo(5);
        assertThat(futures.worlds()).isTrue();
        assertThat(futures.templates()).containsExactly(new Futures.Template("flood-2027", new Rate(1, 3)));
        Factor dear = futures.factor("dear-boats").orElseThrow();
        assertThat(dear.target()).isEqualTo(Factor.Target.PRICE);
        assertThat(dear.name()).isEqualTo("boats");
        assertThat(dear.from()).isEqualByComparingTo("0.8");
        assertThat(dear.group()).contains("prices");
        assertThat(futures.factor("high-water").orElseThrow().values()).hasSize(3);
        assertThat(futures.factor("usual").orElseThrow().distribution())
                .isEqualTo(new Factor.Distribution.Beta(BigDecimal.valueOf(2), BigDecimal.valueOf(3)));
        assertThat(futures.thresholds())
                .containsExactly(
                        new Futures.Threshold("failed", false, new BigDecimal("0.5")),
                        new Futures.Threshold("worst-net", true, BigDecimal.valueOf(-100)));
        // 30.00 an hour as declared, and not the 60.00 that it costs to draw
        Pool pumps = alliance.pool("pumps").orElseThrow();
        assertThat(futures.stakes().worthOutside(pumps)).isEqualTo(3000);
        assertThat(Stakes.NONE.worthOutside(pumps)).isEqualTo(6000);
    }

    @Test
    void reformsAreWhatTheirFilesSay() {
        assertThat(alliance.lab().reforms()).extracting(Reform::id).containsExactly("more-pumps", "willing-only");
        Reform more = alliance.lab().reform("more-pumps").orElseThrow();
        assertThat(more.from()).contains(LocalDate.of(2028, 1, 1));
        assertThat(more.changes())
                .containsExactly(
                        new Reform.PoolTerms(
                                "pumps", Optional.of(900L), Optional.empty(), Optional.of(BigDecimal.valueOf(5))),
                        new Reform.Purchase(Map.of("own-boats", 2)),
                        new Reform.Shared(Set.of("flood-2027"), "agreed-key"));
        assertThat(alliance.lab().reform("willing-only").orElseThrow().changes())
                .contains(
                        new Reform.Decided(Set.of("flood-2027"), Mission.Mode.COALITION),
                        new Reform.Release("pumps", 1250));
    }

    @Test
    void whatIsWrittenIsReadAsTheSameAndWrittenAsTheSameBytes() throws Exception {
        AllianceFolder.write(alliance, temp.resolve("once"));
        Alliance again = AllianceFolder.read(temp.resolve("once")).alliance().orElseThrow();
        AllianceFolder.write(again, temp.resolve("twice"));

        assertThat(again).isEqualTo(alliance);
        assertThat(ExamplesTest.files(temp.resolve("twice"))).isEqualTo(ExamplesTest.files(temp.resolve("once")));
        assertThat(Files.exists(temp.resolve("once/reforms/more-pumps.yaml"))).isTrue();
    }

    @Test
    void aFolderWithoutThemTriesNothing() throws Exception {
        AllianceFolder.writeExample(temp.resolve("bare"));
        assertThat(AllianceFolder.read(temp.resolve("bare"))
                        .alliance()
                        .orElseThrow()
                        .lab())
                .isEqualTo(Lab.NONE);
    }

    /// What is set for all missions is set for each, so it contradicts what is set for one.
    @Test
    void changesThatSetOneThingToTwoValuesContradictEachOther() {
        Reform.Change all = new Reform.Decided(Set.of(), Mission.Mode.COALITION);
        Reform.Change one = new Reform.Decided(Set.of("flood-2027"), Mission.Mode.COLLECTIVE);
        Reform.Change same = new Reform.Decided(Set.of("flood-2027"), Mission.Mode.COALITION);
        Reform.Change fund = new Reform.Fund(Set.of(), Set.of("pool-draw"), "people-2026", Optional.empty());
        Reform.Change rule = new Reform.Shared(Set.of("flood-2027"), "income");
        Reform.Change release = new Reform.Release("pumps", 1);
        Reform.Change owners = new Reform.PoolTerms(
                "pumps", Optional.empty(), Optional.of(new org.muster.alliance.pool.Access.Owners()), Optional.empty());

        assertThat(Reform.conflict(all, one)).contains("mode of mission flood-2027");
        assertThat(Reform.conflict(one, all)).contains("mode of mission flood-2027");
        assertThat(Reform.conflict(all, same)).isEmpty();
        assertThat(Reform.conflict(fund, rule)).contains("rule of mission flood-2027");
        assertThat(Reform.conflict(release, owners)).contains("access of pool pumps");
        assertThat(Reform.conflict(release, one)).isEmpty();
        assertThat(List.of(all, one, fund, rule))
                .allSatisfy(
                        change -> assertThat(Reform.conflict(change, change)).isEmpty());
    }

    /// Figures of a vintage, or each divided by the one before: read, and written as they stood.
    @Test
    void aFactorIsDrawnFromPublishedFigures() throws Exception {
        Path folder = temp.resolve("drawn");
        AllianceFolder.write(alliance, folder);
        Files.writeString(
                folder.resolve("figures.csv"),
                Files.readString(folder.resolve("figures.csv"))
                        + "ARN,level,2024,80,metres,census-2026,illustrative,x\n"
                        + "ARN,level,2025,100,metres,census-2026,illustrative,x\n"
                        + "BRO,level,2024,50,metres,census-2026,illustrative,x\n"
                        + "BRO,level,2025,45,metres,census-2026,illustrative,x\n"
                        + "BRO,level,2023,0,metres,census-2026,illustrative,x\n");
        String before = "range: [0.8, 1.6], applies_to: {price: boats}";
        String text = BrokenLab.FUTURES;
        assertThat(text).contains(before);
        Files.writeString(
                folder.resolve("futures.yaml"),
                text.replace(
                        before,
                        "range: [0.8, 1.6], distribution: {empirical: {measure: level, vintage: census-2026, as: growth}},"
                                + " applies_to: {price: boats}"));
        Alliance grown = AllianceFolder.read(folder).alliance().orElseThrow();
        Factor.Distribution.Empirical growth = (Factor.Distribution.Empirical) grown.lab()
                .futures()
                .orElseThrow()
                .factor("dear-boats")
                .orElseThrow()
                .distribution();
        assertThat(growth.values())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.9"), new BigDecimal("1.25"));
        assertThat(Factor.Distribution.Empirical.values(grown.figures(), "level", "census-2026", false))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(45),
                        BigDecimal.valueOf(50),
                        BigDecimal.valueOf(80),
                        BigDecimal.valueOf(100));
        AllianceFolder.write(grown, temp.resolve("again"));
        assertThat(AllianceFolder.read(temp.resolve("again"))
                        .alliance()
                        .orElseThrow()
                        .lab())
                .isEqualTo(grown.lab());
    }
}
