package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.sharing.Sharing;
import org.muster.input.Problem;

/// What is tried with a folder is what the folder would be with those values written into it.
class TriedFolderTest {
    private static final Path WALES = Path.of(System.getProperty("muster.root"), "examples/wales-2014");
    private static final String MISSION = "counter-is-2014";

    private static Reading read(String... settings) {
        return TriedFolder.read(
                WALES,
                MISSION,
                Arrays.stream(settings)
                        .map(text -> FolderSetting.of(text).orElseThrow())
                        .toList());
    }

    private static Alliance tried(String... settings) {
        Reading reading = read(settings);
        assertThat(reading.problems()).isEmpty();
        return reading.alliance().orElseThrow();
    }

    private static Requirement line(Alliance alliance, String phase, String id) {
        Mission mission = alliance.mission(MISSION).orElseThrow();
        return mission.phases().stream()
                .filter(each -> each.id().equals(phase))
                .map(Phase::requirements)
                .flatMap(List::stream)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rulesOfTheAlliancesOwnAreThoseTriedAndTermsStay() {
        String rules = FolderSetting.rulesOf(tried());
        FolderSetting same = FolderSetting.ofRules(rules);
        assertThat(FolderSetting.of(same.text())).contains(same);
        Sharing now = tried().sharing();
        assertThat(tried(same.text()).sharing()).isEqualTo(now);
        Sharing capped = tried(FolderSetting.ofRules(rules.replace("cap: 2000000.00", "cap: 3000000.00"))
                        .text())
                .sharing();
        assertThat(capped.missions()).isEqualTo(now.missions());
        assertThat(capped.rules()).hasSize(1).isNotEqualTo(now.rules());
        assertThat(read(FolderSetting.ofRules(rules.replace("un-2013", "un-1913"))
                                .text())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .startsWith("sharing.yaml:")
                        .contains("un-1913"));
        assertThat(read(FolderSetting.ofRules("missions: []").text()).problems())
                .extracting(Problem::sentence)
                .containsExactly("sharing.yaml:1:1: the rules do not begin with \"rules:\". Write them as in the file,"
                        + " docs/sharing.md.");
    }

    @Test
    void whereThereIsNoRuleAFirstOneCanBeTried() {
        Path some = WALES.resolveSibling("wildfire-pool");
        Alliance plain = AllianceFolder.read(some).alliance().orElseThrow();
        assertThat(plain.sharing().rules()).isEmpty();
        FolderSetting first = FolderSetting.ofRules(FolderSetting.rulesOf(plain));
        Reading reading = TriedFolder.read(some, plain.missions().getFirst().id(), List.of(first));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.alliance().orElseThrow().sharing().rules()).hasSize(1);
    }

    @Test
    void nothingTriedIsTheFolder() {
        assertThat(tried()).isEqualTo(AllianceFolder.read(WALES).alliance().orElseThrow());
    }

    @Test
    void numbersOfALineAreThoseTriedAndNothingElseIs() throws IOException {
        Alliance tried = tried("line:air/iraq-air:quantity:41", "line:air/iraq-air:notice_days:31");
        assertThat(line(tried, "air", "iraq-air").quantity()).isEqualTo(41);
        assertThat(line(tried, "air", "iraq-air").noticeDays()).isEqualTo(31);
        assertThat(tried.offers()).isEqualTo(tried().offers());
        assertThat(line(tried, "air", "syria-air")).isEqualTo(line(tried(), "air", "syria-air"));
    }

    @Test
    void isTheFolderWithTheValuesWritten(@TempDir Path temp) throws IOException {
        Path copy = Files.createDirectory(temp.resolve("copy"));
        try (var files = Files.walk(WALES)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = copy.resolve(WALES.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Path pools = copy.resolve("pools.yaml");
        Files.writeString(pools, Files.readString(pools).replaceFirst("capacity: 3165", "capacity: 4000"));
        Offer offer = tried().offers().getFirst();
        Path offers = copy.resolve("offers.csv");
        String row = Files.readAllLines(offers).get(1);
        String cheaper = row.replace(",10,25740.00,1989.00,", ",9,25740.00,1.00,");
        assertThat(cheaper).isNotEqualTo(row);
        Files.writeString(offers, Files.readString(offers).replace(row, cheaper));
        assertThat(tried(
                        "pool:c17:capacity:4000",
                        "offer:" + offer.id() + ":notice_days:9",
                        "offer:" + offer.id() + ":running_cost_per_day:1.00"))
                .isEqualTo(AllianceFolder.read(copy).alliance().orElseThrow());
    }

    @Test
    void whatIsFoundIsACharterForTheLine() {
        Alliance tried = tried("found:air/iraq-air:quantity:3", "found:air/iraq-air:unit_cost:12.50");
        assertThat(tried.market()).hasSize(tried().market().size() + 1);
        var found = tried.market().getLast();
        assertThat(found.id()).isEqualTo("found-air-iraq-air");
        assertThat(found.capability()).isEqualTo("fighters");
        assertThat(found.units()).isEqualTo(3);
    }

    @Test
    void valuesAreJudgedByTheReader() {
        assertThat(read("line:air/iraq-air:quantity:many").problems())
                .singleElement()
                .extracting(Problem::sentence)
                .asString()
                .contains("missions/counter-is-2014.yaml", "quantity", "many");
        assertThat(read("offer:ab-medical-bel:notice_days:-1").problems())
                .singleElement()
                .extracting(Problem::sentence)
                .asString()
                .startsWith("offers.csv:2:");
        assertThat(read("line:air/iraq-air:priority:\"}: [\u202e\n").problems()).isNotEmpty();
    }

    @Test
    void whatThereIsNotIsToldWithWhatIsMeant() {
        assertThat(read("line:air/irak-air:quantity:1").problems().getFirst().sentence())
                .contains("there is no line \"air/irak-air\"", "Did you mean \"air/iraq-air\"?");
        assertThat(read("pool:c18:capacity:1").problems().getFirst().sentence()).contains("c17");
        assertThat(read("offer:c18:quantity:1").problems()).hasSize(1);
        assertThat(read("charter:c18:quantity:1").problems()).hasSize(1);
        assertThat(read("found:air/x:quantity:1").problems()).hasSize(1);
        assertThat(read("line:air/iraq-air:place:Iran").problems().getFirst().sentence())
                .contains("field \"place\" cannot be tried");
        assertThat(FolderSetting.of("line:air:quantity")).isEmpty();
        assertThat(FolderSetting.of("ship:air:quantity:1")).isEmpty();
    }

    /// A field that a mapping does not have comes in beside its id, in either style of YAML.
    @Test
    void aFieldThatIsNotThereIsAdded() {
        for (String text :
                List.of("pools:\n- id: a\n  draw: 1\n", "pools: [{id: a, draw: 1}]", "pools: [{draw: 1, id: a}]")) {
            Tree tree =
                    YamlTree.read("x", text, new org.muster.input.Findings()).orElseThrow();
            Tree.Fields item = (Tree.Fields) ((Tree.Items)
                            ((Tree.Fields) tree).field("pools").orElseThrow().value())
                    .items()
                    .getFirst();
            String changed = YamlEdit.with(text, item, "notice", "a \"b\" \\ c");
            Tree again =
                    YamlTree.read("x", changed, new org.muster.input.Findings()).orElseThrow();
            Tree.Fields now = (Tree.Fields) ((Tree.Items)
                            ((Tree.Fields) again).field("pools").orElseThrow().value())
                    .items()
                    .getFirst();
            assertThat(now.fields()).hasSize(3);
            assertThat(((Tree.Text) now.field("notice").orElseThrow().value()).value())
                    .isEqualTo("a \"b\" \\ c");
        }
    }

    /// What was read once serves every trial, whichever came before: each is what it would be by itself.
    @Test
    void oneReadingServesEveryTrial() {
        TriedFolder once = TriedFolder.of(WALES);
        List<List<FolderSetting>> trials = java.util.stream.Stream.of(
                        List.of("line:air/iraq-air:quantity:41"),
                        List.of("found:air/iraq-air:quantity:3", "pool:aew:capacity:4000"),
                        List.of("line:air/iraq-air:quantity:no"),
                        List.of("line:air/iraq-air:notice_days:31"),
                        List.<String>of())
                .map(texts -> texts.stream()
                        .map(text -> FolderSetting.of(text).orElseThrow())
                        .toList())
                .toList();
        for (List<FolderSetting> settings : trials) {
            Reading alone = TriedFolder.read(WALES, MISSION, settings);
            Reading together = once.with(MISSION, settings);
            assertThat(together.alliance()).isEqualTo(alone.alliance());
            assertThat(together.problems()).isEqualTo(alone.problems());
        }
        assertThat(once.with(MISSION, trials.get(2)).problems()).isNotEmpty();
    }

    /// Files are read when the folder is, and never again.
    @Test
    void whatIsTriedNextReadsNoFile(@TempDir Path temp) throws IOException {
        Path copy = Files.createDirectory(temp.resolve("copy"));
        try (var files = Files.walk(WALES)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = copy.resolve(WALES.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        TriedFolder once = TriedFolder.of(copy);
        Files.delete(copy.resolve("members.csv"));
        Files.delete(copy.resolve("pools.yaml"));
        Files.delete(copy.resolve("offers.csv"));
        assertThat(once.with(
                                MISSION,
                                List.of(FolderSetting.of("pool:aew:capacity:4000")
                                        .orElseThrow()))
                        .alliance())
                .contains(tried("pool:aew:capacity:4000"));
        assertThat(TriedFolder.of(copy).with(MISSION, List.of()).problems()).isNotEmpty();
        assertThat(TriedFolder.of(temp.resolve("nowhere"))
                        .with(MISSION, List.of())
                        .problems())
                .anyMatch(problem -> problem.sentence().contains("there is no such folder"));
    }
}
