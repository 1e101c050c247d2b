package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Status;

class ExamplesTest {
    @TempDir
    Path temp;

    static Path example(String name) {
        return Path.of(System.getProperty("muster.root", ".."), "examples", name);
    }

    private static Alliance read(String name) {
        Reading reading = AllianceFolder.read(example(name));
        assertThat(reading.problems()).isEmpty();
        return reading.alliance().orElseThrow();
    }

    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"wales-2014", "wildfire-pool"})
    void anExampleReadAndWrittenIsTheSameBytes(String name) throws IOException {
        AllianceFolder.write(read(name), temp.resolve("out"));

        Map<String, String> shipped = files(example(name));
        shipped.keySet().removeIf(file -> file.endsWith(".md"));
        assertThat(files(temp.resolve("out"))).isEqualTo(shipped);
    }

    @Test
    void walesHasTheTwentyEightMembersOfSeptember2014() {
        Alliance wales = read("wales-2014");

        assertThat(wales.members().stream().filter(Member::isAlly)).hasSize(28);
        assertThat(wales.memberCodes()).contains("SWE", "FIN").doesNotContain("UKR");
    }

    @Test
    void c17HoursSumTo3165AndLeave2848AfterTheLevy_domainT10() {
        Pool c17 = read("wales-2014").pool("c17").orElseThrow();

        assertThat(c17.entitlements().values().stream().mapToLong(Long::longValue))
                .hasSize(12);
        assertThat(c17.entitlements().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3165);
        assertThat(c17.availableCapacity()).isEqualTo(2848);
        assertThat(c17.availableEntitlement("USA")).isEqualTo(900);
        assertThat(c17.availableEntitlement("EST")).isEqualTo(40);
        for (String recalled : List.of("BGR", "HUN", "ROU")) {
            assertThat(c17.entitlementProvenanceOf(recalled).status()).isEqualTo(Status.RECALLED);
        }
        assertThat(c17.entitlementProvenanceOf("EST").status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void everyKeyOfWalesCoversTheAlliesAndSumsTo100() {
        Alliance wales = read("wales-2014");

        assertThat(wales.keys()).extracting(Key::id).containsExactly("gni-2014", "un-2013", "nato-2018");
        for (Key key : wales.keys()) {
            assertThat(key.shares()).hasSize(28);
            assertThat(key.shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("100");
        }
    }

    @Test
    void threeAlliesMeetTwoPercentIn2014InEveryRelease_domainT13() {
        Alliance wales = read("wales-2014");
        for (String vintage : List.of("NATO-2019-06", "NATO-2024-06", "NATO-2025")) {
            assertThat(wales.figures().stream()
                            .filter(f -> f.measure().equals("defence_share_of_gdp") && f.year() == 2014)
                            .filter(f -> f.vintage().equals(vintage))
                            .filter(f -> f.value()
                                            .setScale(2, java.math.RoundingMode.HALF_UP)
                                            .doubleValue()
                                    >= 2)
                            .map(f -> f.member()))
                    .as(vintage)
                    .containsExactlyInAnyOrder("USA", "GRC", "GBR");
        }
    }

    @Test
    void aReaderAtTheSummitSeesNoFigureThatCameLater() {
        Alliance wales = read("wales-2014");

        assertThat(Figures.knownAt(wales.figures(), wales.vintages(), java.time.LocalDate.of(2014, 9, 5))
                        .all())
                .isNotEmpty()
                .allMatch(f -> f.year() <= 2006 || f.measure().equals("gdp_growth"));
        assertThat(Figures.knownAt(wales.figures(), wales.vintages(), java.time.LocalDate.of(2015, 12, 31))
                        .all())
                .filteredOn(f -> f.measure().equals("defence_share_of_gdp"))
                .allMatch(f -> f.vintage().equals("HoC-2008-03"));
    }

    @Test
    void everyMissionHasADayAfter() {
        for (String name : List.of("wales-2014", "wildfire-pool")) {
            for (Mission mission : read(name).missions()) {
                assertThat(mission.phases()).as(mission.id()).anyMatch(phase -> phase.followUp());
            }
        }
    }

    /// The list counts aircraft of all kinds: only those that another source calls fighters are published as such.
    @Test
    void libyaHas21ShipsOfFourteenAlliesAndOnlyKnownFightersArePublished_domain37() {
        Alliance wales = read("wales-2014");
        var libya = wales.offers().stream()
                .filter(o -> o.mission().equals(java.util.Optional.of("libya-2011")))
                .toList();

        assertThat(libya.stream()
                        .filter(o -> o.capability().equals("fighters")
                                && o.quantityProvenance().status() == Status.PUBLISHED)
                        .map(o -> o.member() + " " + o.units()))
                .containsExactlyInAnyOrder("BEL 6", "CAN 6", "DNK 4", "ESP 4", "NOR 6", "SWE 8", "SWE 5");
        assertThat(libya.stream().filter(o -> o.capability().equals("fighters")).map(o -> o.member()))
                .doesNotContain("GRC");
        assertThat(libya.stream()
                        .filter(o -> o.capability().equals("ships"))
                        .mapToLong(o -> o.units())
                        .sum())
                .isEqualTo(21);
        var record = wales.recordOf("libya-2011").orElseThrow();
        assertThat(record.tookPart().stream()
                        .filter(code -> wales.member(code).orElseThrow().isAlly()))
                .hasSize(14)
                .doesNotContain("HUN", "ISL");
        assertThat(record.tookPart()).contains("SWE", "JOR", "QAT", "ARE");
    }

    @Test
    void nothingOfTheWildfirePoolPassesAsReal() {
        Alliance fire = read("wildfire-pool");

        assertThat(fire.offers())
                .allMatch(o -> o.quantityProvenance().isIllustrative()
                        && o.costProvenance().isIllustrative());
        assertThat(fire.figures()).allMatch(f -> f.provenance().isIllustrative());
        assertThat(fire.missions()).extracting(Mission::id).contains("FIRE");
    }

    @Test
    void noOfferOfTheCoalitionOf2014FitsTwoLinesOfAPhaseSoThatItsCostIsASumOverLines() {
        Alliance wales = read("wales-2014");
        Mission mission = wales.mission("counter-is-2014").orElseThrow();
        for (var phase : mission.phases()) {
            assertThat(phase.requirements())
                    .noneMatch(line -> wales.pools().stream()
                            .anyMatch(pool -> pool.capability().equals(line.capability())));
            for (var offer : wales.offers()) {
                long fitting = phase.requirements().stream()
                        .filter(line -> line.capability().equals(offer.capability()))
                        .filter(line -> wales.caveats().stream()
                                .noneMatch(caveat -> caveat.isAbout(offer) && prohibits(caveat, line.place())))
                        .count();
                if (offer.mission().equals(java.util.Optional.of(mission.id()))) {
                    assertThat(fitting).as(offer.id()).isLessThanOrEqualTo(1);
                }
            }
        }
    }

    private static boolean prohibits(Caveat caveat, String place) {
        return caveat.form() instanceof Caveat.Form.Prohibits
                && caveat.limit() instanceof Limit.At at
                && at.places().contains(place);
    }

    @Test
    void everyMemberOffersSomethingToTheCoalitionOf2014() {
        Alliance wales = read("wales-2014");

        assertThat(wales.offers().stream()
                        .filter(offer -> offer.mission().equals(java.util.Optional.of("counter-is-2014")))
                        .map(offer -> offer.member())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(wales.memberCodes().stream()
                        // partners that stand here because they joined the alliance and its pledges later
                        .filter(code -> !Set.of("MNE", "MKD").contains(code))
                        .toList());
    }

    @Test
    void nobodyOfferedAnythingForTheDayAfterInLibya() {
        Alliance wales = read("wales-2014");
        Mission libya = wales.mission("libya-2011").orElseThrow();
        var dayAfter = libya.phases().getLast();

        assertThat(dayAfter.followUp()).isTrue();
        for (var line : dayAfter.requirements()) {
            assertThat(wales.offers().stream()
                            .filter(offer -> offer.capability().equals(line.capability()))
                            .filter(offer -> offer.mission().isEmpty()
                                    || offer.mission().get().equals(libya.id())))
                    .as(line.id())
                    .isEmpty();
        }
    }

    /// Published amounts where there are any, borrowed ones with their origin, and invented ones only where none was
    /// found.
    @Test
    void unitCostsOfWalesSayWhatTheyRestOn() {
        Alliance wales = read("wales-2014");

        assertThat(wales.offers())
                .filteredOn(offer -> offer.costProvenance().isIllustrative())
                .extracting(offer -> offer.capability())
                .containsOnly("tankers", "transports", "medical-teams");
        assertThat(wales.offers())
                .filteredOn(offer -> offer.costProvenance().status() == Status.BORROWED)
                .hasSizeGreaterThan(80)
                .allMatch(offer -> offer.costProvenance().source().startsWith("borrowed from"));
        // Where the source holds the moves, they are not charged once more.
        assertThat(wales.offers())
                .filteredOn(offer -> offer.costProvenance().source().contains("holds the moves"))
                .hasSizeGreaterThan(80)
                .allMatch(offer -> offer.deploymentCostMinor() == 0);
        assertThat(wales.pools())
                .filteredOn(pool -> pool.costProvenance().isIllustrative())
                .extracting(pool -> pool.id())
                .containsExactly("aew");
    }

    @Test
    void theSecondReleaseOf2025IsKnownFromItsDay() {
        Alliance wales = read("wales-2014");

        assertThat(wales.vintages())
                .filteredOn(v -> v.id().startsWith("NATO-2025"))
                .extracting(v -> v.knownFrom())
                .containsOnly(LocalDate.of(2025, 8, 28));
        assertThat(wales.figures().stream().filter(f -> f.vintage().equals("NATO-2023-07")))
                .hasSize(30);
    }

    @Test
    void everyAllyMadeBothPledgesOfWalesAndIcelandCannotBeMeasured_domain51() {
        Alliance wales = read("wales-2014");

        for (String id : List.of("wales-2014-2pct", "wales-2014-equipment")) {
            Pledge pledge = wales.pledge(id).orElseThrow();
            assertThat(pledge.partiesOn(LocalDate.of(2014, 9, 5)))
                    .extracting(Pledge.Party::member)
                    .containsExactlyInAnyOrderElementsOf(wales.members().stream()
                            .filter(Member::isAlly)
                            .map(Member::code)
                            .toList());
            assertThat(pledge.partiesOn(LocalDate.of(2024, 6, 1))).hasSize(32);
            assertThat(pledge.exemptionOf("ISL")).isPresent();
        }
    }

    @Test
    void spainDeclinedTheTargetOfTheHague_domain52() {
        Pledge hague = read("wales-2014").pledge("hague-2025").orElseThrow();

        assertThat(hague.optOutOf("ESP", hague.made()).orElseThrow().instead())
                .hasValueSatisfying(instead -> assertThat(instead).isEqualByComparingTo("2.1"));
        assertThat(hague.addition().orElseThrow().together(new BigDecimal("3.5"), new BigDecimal("2.4")))
                .isEqualByComparingTo("5.0");
    }

    @Test
    void noEventOfTheLedgerOfWalesPassesAsReal() {
        assertThat(read("wales-2014").ledger().events())
                .isNotEmpty()
                .allMatch(event -> event.provenance().isIllustrative());
    }
}
