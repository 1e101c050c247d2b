package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Variant;
import org.muster.folder.AllianceFolder;
import org.muster.input.Refusal;

/// What is tried is what a folder with the same pins and waiver says.
class VariantTest {
    private static final Path WALES = Path.of(System.getProperty("muster.root"), "examples/wales-2014");

    private static Alliance wales() {
        return AllianceFolder.read(WALES).alliance().orElseThrow();
    }

    private static Mission mission(Alliance alliance, String id) {
        return alliance.mission(id).orElseThrow();
    }

    private static Variant of(String must, String mustNot) {
        return new Variant(
                must.isEmpty() ? Set.of() : Set.of(must.split(",")),
                mustNot.isEmpty() ? Set.of() : Set.of(mustNot.split(",")),
                Set.of(),
                Optional.empty());
    }

    @Test
    void isTheMissionThatAFolderWithThesePinsHolds(@TempDir Path temp) throws IOException {
        Path copy = Folders.copyOf(WALES, temp.resolve("wales"));
        Path file = copy.resolve("missions/libya-2011.yaml");
        assertThat(Files.readString(file)).doesNotContain("pins:").doesNotContain("waiver:");
        Files.writeString(
                file,
                Files.readString(file)
                        + "pins:\n  must_join: [ITA]\n  must_not: [BEL, FRA]\n"
                        + "waiver: {authority: Council, date: 2011-03-27, reason: tried}\n");
        Mission written = mission(AllianceFolder.read(copy).alliance().orElseThrow(), "libya-2011");
        Mission tried = new Variant(
                        Set.of("ITA"),
                        Set.of("FRA", "BEL"),
                        Set.of(),
                        Optional.of(new Mission.Waiver("Council", LocalDate.of(2011, 3, 27), "tried")))
                .of(wales(), mission(wales(), "libya-2011"));
        assertThat(tried).isEqualTo(written);
    }

    @Test
    void whatIsTriedComesBeforeThePinsOfTheFolder() {
        Alliance alliance = wales();
        Mission pinned = mission(alliance, "baltic-2015")
                .with(new Mission.Pins(Set.of("BEL", "DEU"), Set.of("FRA"), java.util.List.of()));
        Mission tried = new Variant(Set.of("FRA"), Set.of("BEL"), Set.of("DEU"), Optional.empty()).of(alliance, pinned);
        assertThat(tried.pins().mustJoin()).containsExactly("FRA");
        assertThat(tried.pins().mustNot()).containsExactly("BEL");
    }

    @Test
    void nothingTriedIsTheMissionItself() {
        Mission mission = mission(wales(), "baltic-2015");
        assertThat(Variant.NONE.of(wales(), mission)).isSameAs(mission);
    }

    @Test
    void tellsEverythingThatIsWrong() {
        Alliance alliance = wales();
        Mission mission = mission(alliance, "libya-2011");
        assertThatThrownBy(() -> of("BEL", "BEX,BEL").of(alliance, mission))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.findings())
                                .anyMatch(line -> line.contains("Did you mean \"BEL\"?"))
                                .anyMatch(line -> line.startsWith("BEL is asked for in two ways")));
        String objector = alliance.stances().stream()
                .filter(stance -> stance.mission().equals("libya-2011")
                        && !stance.position().mayJoin())
                .map(stance -> stance.member())
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> of(objector, "").of(alliance, mission))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(objector + " must join, and its stance on the mission is");
        assertThatThrownBy(() -> new Variant(
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Optional.of(new Mission.Waiver("Council", LocalDate.of(2031, 1, 1), "late")))
                        .of(alliance, mission))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("after the mission has ended on");
    }

    /// Without a policy, a caveat, a stance and the floor it is what a folder without them is.
    @Test
    void rulesThatAreOffAreAsIfTheFolderDidNotHaveThem() {
        Alliance alliance = wales();
        Mission mission = mission(alliance, "libya-2011");
        Variant variant = new Variant(
                Set.of("DEU"),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Set.of(
                        "policy:deu-libya",
                        "caveat:" + alliance.caveats().getFirst().id(),
                        "stance:DEU",
                        "floor:members",
                        "pool:aew:access"));
        assertThat(variant.in(alliance, mission).policies())
                .hasSize(alliance.policies().size() - 1)
                .noneMatch(policy -> policy.id().equals("deu-libya"));
        assertThat(variant.in(alliance, mission).caveats())
                .hasSize(alliance.caveats().size() - 1);
        assertThat(variant.in(alliance, mission).positionOf("DEU", "libya-2011").mayJoin())
                .isTrue();
        assertThat(variant.in(alliance, mission).pool("aew").orElseThrow().access())
                .isEqualTo(new org.muster.alliance.pool.Access.Open());
        assertThat(variant.of(variant.in(alliance, mission), mission).floor().members())
                .isZero();
        assertThatThrownBy(() -> new Variant(
                                Set.of(), Set.of(), Set.of(), Optional.empty(), Set.of("policy:deu-libia", "lead"))
                        .in(alliance, mission))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is no rule that can be switched off for libya-2011")
                .hasMessageContaining("Did you mean \"policy:deu-libya\"?");
    }
}
