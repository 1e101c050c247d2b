package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.folder.AllianceFolder;
import org.muster.folder.Reading;
import org.muster.plan.atlas.MissionCosts;
import org.muster.plan.model.SourceKind;
import org.muster.solve.Choice;
import org.muster.solve.Lexicographic;
import org.muster.solve.SolveOptions;

/// Folders that were once planned wrongly, with the plan that is right; found by plain enumeration on folders beyond
/// everyday quantities.
class TriedFoldersTest {
    private static Reading read(String name) {
        return AllianceFolder.read(Path.of("src/test/resources/tried", name));
    }

    private static Alliance alliance(String name) {
        Reading reading = read(name);
        return reading.alliance().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    private static Plan plan(String name, Choice choice, boolean relaxation) {
        Alliance alliance = alliance(name);
        Mission mission = alliance.mission("m").orElseThrow();
        SolveOptions solve = SolveOptions.defaults().with(choice, relaxation);
        Plan plan = Planner.plan(alliance, mission, new PlanOptions(solve, Optional.empty()));
        assertThat(plan.proven()).isTrue();
        return plan;
    }

    private static List<Long> objective(Plan plan) {
        return plan.proof().stream().map(Lexicographic.Proof::value).limit(3).toList();
    }

    /// GLOP called the root empty, although the plan in which nobody goes lies in it.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void anEmptyNodeIsNotBelieved(Choice choice) {
        Plan plan = plan("01-default-solver-wrong-proof", choice, true);
        assertThat(plan.coalition()).containsExactly("AAA");
        assertThat(objective(plan)).containsExactly(1_250_000L, 0L, 312_500L);
    }

    /// A threshold of ten decimals times an entitlement left 64 bits.
    @Test
    void aVoteOfManyDecimalsIsCountedInWholeEntitlements() {
        assertThat(plan("04-vote-overflow", Choice.AUTO, true).status()).isEqualTo(Plan.Status.WAIVED);
    }

    @Test
    void aLineOfLitresWeighsNoMoreThanOneOfAircraft() {
        Plan plan = plan("06-litres-outweigh-aircraft", Choice.AUTO, true);
        assertThat(plan.coalition()).containsExactly("AAA");
        assertThat(objective(plan).getFirst()).isEqualTo(2_000_000L);
    }

    /// CP-SAT 9.15 called another plan optimal (google/or-tools#5293): its word is checked.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void aWrongOptimumOfASolverIsNotTold(Choice choice) {
        Plan auto = plan("10-cpsat-5293", Choice.AUTO, true);
        Plan other = plan("10-cpsat-5293", choice, false);
        assertThat(other.assignments()).isEqualTo(auto.assignments());
        assertThat(other.proof().stream().map(Lexicographic.Proof::value))
                .isEqualTo(auto.proof().stream().map(Lexicographic.Proof::value).toList());
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void quantitiesOfHundredsOfMillionsAreUsedToTheLastUnit(Choice choice) {
        Plan plan = plan("11-scip-wrong-proof", choice, false);
        assertThat(plan.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.missing()).isEqualTo(300_000_001L));
    }

    @Test
    void whatIsDrawnWithinOnesOwnHoursReleasesNothing() {
        for (Choice choice : Choice.values()) {
            assertThat(plan("09-released-units-overstated", choice, choice == Choice.AUTO)
                            .releases())
                    .isEmpty();
        }
    }

    @Test
    void anOwnerOfNothingUnlocksNothing() {
        Plan plan = plan("23-zero-entitlement-unlocks", Choice.AUTO, true);
        assertThat(plan.assignments()).noneMatch(a -> a.source() == SourceKind.POOL);
    }

    @Test
    void aPoolThatNobodyOwnsIsOpenedByNoVoteAndNothingIsDoneByNobody() {
        Plan plan = plan("22-vote-without-owners", Choice.AUTO, true);
        assertThat(plan.assignments()).isEmpty();
        assertThat(plan.status()).isEqualTo(Plan.Status.GAPS);
    }

    @Test
    void aLineGivesNoMoreNoticeThanThereIsTime() {
        Plan plan = plan("07-notice-after-phase-start", Choice.AUTO, true);
        assertThat(plan.status()).isEqualTo(Plan.Status.GAPS);
        assertThat(plan.assignments()).isEmpty();
    }

    /// What a coalition costs is one number, by the closed form as by the planner, with any solver.
    @Test
    void aMemberWithNothingToBringDoesNotOpenTheWayForOthers() {
        Alliance alliance = alliance("02-atlas-ignores-who-brings-nothing");
        MissionCosts costs = MissionCosts.of(
                alliance, alliance.mission("m").orElseThrow(), alliance.memberCodes(), SolveOptions.defaults());
        long all = (1L << costs.players().size()) - 1;
        assertThat(costs.costs().value(all)).isEqualTo(20_00.0);
    }

    @Test
    void whatACoalitionCostsDoesNotDependOnTheSolver() {
        Alliance alliance = alliance("08-share-depends-on-solver");
        Mission mission = alliance.mission("m").orElseThrow();
        List<Double> first = null;
        for (Choice choice : Choice.values()) {
            MissionCosts costs = MissionCosts.of(
                    alliance,
                    mission,
                    alliance.memberCodes(),
                    SolveOptions.defaults().with(choice, choice == Choice.AUTO));
            List<Double> values = new java.util.ArrayList<>();
            for (long s = 0; s < 1L << costs.players().size(); s++) {
                values.add(costs.costs().value(s));
            }
            first = first == null ? values : first;
            assertThat(values).as("%s", choice).isEqualTo(first);
        }
    }
}
