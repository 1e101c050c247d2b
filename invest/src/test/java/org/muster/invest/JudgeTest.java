package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;
import org.muster.games.Fraction;
import org.muster.solve.SolveOptions;

/// What becomes of the missions of the examples as they stood in commit 896cf5d, beside numbers of a program in exact
/// fractions that shares no code with this one.
class JudgeTest {
    private static Judged judge(
            Alliance alliance, String mission, String willing, List<InvestCandidate> candidates, int... levels) {
        InvestPlan plan = Asked.plan(InvestPlan.Targets.NONE, Optional.empty(), mission);
        Alliance asked = Asked.with(alliance, plan, candidates, Asked.everybody(willing));
        return new Judge(asked, plan, candidates, SolveOptions.defaults())
                .of(plan.missions().getFirst(), levels);
    }

    @Nested
    class Wildfire {
        private final Alliance alliance = Asked.folder("src/test/resources/wildfire-of-896cf5d");

        @ParameterizedTest
        @CsvSource({
            "FIRE, 0.7, .717",
            "FIRE, 0.8, .863",
            "FIRE, 0.9, .963",
            "HEAT, 0.7, .468",
            "HEAT, 0.8, .631",
            "HEAT, 0.9, .8085"
        })
        void aMissionRunsWithThisChance(String mission, String willing, double chance) {
            Judged judged = judge(alliance, mission, willing, List.of());
            assertThat(judged.chance().doubleValue()).isCloseTo(chance, within(5e-4));
            assertThat(judged.runs()).isTrue();
            assertThat(judged.method()).isEqualTo(HowKnown.PLANNER);
        }

        @Test
        void fireHangsOnNobodyAndIsWorstOffWithoutCedar() {
            Judged judged = judge(alliance, "FIRE", "0.8", List.of());
            assertThat(judged.indispensable()).isEmpty();
            assertThat(judged.without("CED").doubleValue()).isCloseTo(.410, within(5e-4));
            assertThat(judged.weakest()).isEqualTo(judged.without("CED"));
        }

        @Test
        void aCrewHelpsFireALittleAndARuleMore() {
            InvestCandidate crew = Asked.asset("crew", "crews", 1, 4, 1);
            InvestCandidate rule = Asked.rule("free-elm", new InvestCandidate.Change.LiftedPolicy("elm-with-cedar"));
            assertThat(judge(alliance, "FIRE", "0.8", List.of(crew), 1).chance().doubleValue())
                    .isCloseTo(.879, within(5e-4));
            assertThat(judge(alliance, "FIRE", "0.8", List.of(rule), 1).chance().doubleValue())
                    .isCloseTo(.919, within(5e-4));
        }

        @Test
        void helicoptersChangeNothingForFire() {
            InvestCandidate helicopters = Asked.asset("leased", "helicopters", 1, 4, 1);
            assertThat(judge(alliance, "FIRE", "0.8", List.of(helicopters), 4).chance())
                    .isEqualTo(judge(alliance, "FIRE", "0.8", List.of()).chance());
        }

        @Test
        void floodCannotRunAndFourteenTeamsLetIt() {
            InvestCandidate teams = Asked.asset("teams", "planters", 2, 15, 1);
            Judged before = judge(alliance, "FLOOD", "0.8", List.of(teams), 0);
            assertThat(before.runs()).isFalse();
            assertThat(before.indispensable())
                    .as("not runnable is not hanging on all")
                    .isEmpty();
            assertThat(judge(alliance, "FLOOD", "0.8", List.of(teams), 6).runs())
                    .isFalse();
            assertThat(judge(alliance, "FLOOD", "0.8", List.of(teams), 7)
                            .chance()
                            .doubleValue())
                    .isCloseTo(.328, within(5e-4));
            Judged twenty = judge(alliance, "FLOOD", "0.8", List.of(teams), 10);
            assertThat(twenty.chance().doubleValue()).isCloseTo(.869, within(5e-4));
            assertThat(twenty.indispensable()).isEmpty();
        }

        @Test
        void fiveHundredDroneHoursFreeHeatOfCedarAndElmAndFourHundredDoNot() {
            InvestCandidate drones = Asked.asset("drones", "drone-hours", 100, 5, 1);
            Judged none = judge(alliance, "HEAT", "0.8", List.of(drones), 0);
            assertThat(none.indispensable()).containsExactly("CED", "ELM");
            assertThat(judge(alliance, "HEAT", "0.8", List.of(drones), 4).isAs(none))
                    .isTrue();
            Judged five = judge(alliance, "HEAT", "0.8", List.of(drones), 5);
            assertThat(five.chance().doubleValue()).isCloseTo(.984, within(5e-4));
            assertThat(five.indispensable()).isEmpty();
        }

        @Test
        void moreHoursInTheSharedPoolChangeNothing() {
            InvestCandidate more = new InvestCandidate(
                    "more-watch",
                    "more",
                    new InvestCandidate.Asset(
                            InvestCandidate.Kind.EXTEND,
                            Optional.of("watch"),
                            "drone-hours",
                            Pool.Period.PHASE,
                            100,
                            0,
                            0,
                            1,
                            0,
                            new InvestCandidate.Owners(Optional.empty(), true)),
                    5,
                    Optional.empty(),
                    new InvestCandidate.Price(0, 1, 1),
                    Asked.INVENTED);
            assertThat(judge(alliance, "HEAT", "0.8", List.of(more), 5)
                            .isAs(judge(alliance, "HEAT", "0.8", List.of(more), 0)))
                    .isTrue();
        }
    }

    @Nested
    class Wales {
        private final Alliance alliance = Asked.folder("../plan/src/test/resources/wales-of-896cf5d");

        @ParameterizedTest
        @CsvSource({"0.7, .508713", "0.8, .738669", "0.9, .893307"})
        void counterIs2014RunsWithThisChanceAndHangsOnItsOnlyLead(String willing, double chance) {
            Judged judged = judge(alliance, "counter-is-2014", willing, List.of());
            assertThat(judged.chance().doubleValue()).isCloseTo(chance, within(5e-7));
            assertThat(judged.method()).isEqualTo(HowKnown.FOLD);
            assertThat(judged.indispensable()).containsExactly("USA");
        }

        @Test
        void trainersLiftIt() {
            InvestCandidate trainers = Asked.asset("trainers", "trainers", 150, 1, 1);
            assertThat(judge(alliance, "counter-is-2014", "0.8", List.of(trainers), 1)
                            .chance()
                            .doubleValue())
                    .isCloseTo(.768, within(5e-4));
        }

        /// 235 advisers bring nothing to the chance while one member is the only lead, nor while others may lead
        /// but all have to be many.
        @ParameterizedTest
        @CsvSource({"0, 0, 0, 23908192", "1, 0, 0, 23908192", "1, 1, 0, 23938702", "1, 1, 1, 23961880"})
        void advisersAreWorthSomethingOnceOthersMayLead(int advisers, int lead, int floor, long coalitions) {
            List<InvestCandidate> candidates = List.of(
                    Asked.asset("advisers", "advisers", 235, 1, 1),
                    Asked.rule("lead", new InvestCandidate.Change.Lead("counter-is-2014", allies())),
                    Asked.rule(
                            "floor",
                            new InvestCandidate.Change.Floor(
                                    "counter-is-2014", new Mission.Floor(0, BigDecimal.ZERO))));
            Judged judged = judge(alliance, "counter-is-2014", "0.8", candidates, advisers, lead, floor);
            assertThat(judged.bySize().stream()
                            .mapToLong(BigInteger::longValueExact)
                            .sum())
                    .isEqualTo(coalitions);
            assertThat(judged.indispensable().contains("USA")).isEqualTo(lead == 0);
        }

        /// In money the same advisers save about 26 millions a mission.
        @Test
        void advisersSaveMoneyAllTheSame() {
            List<InvestCandidate> candidates = List.of(Asked.asset("advisers", "advisers", 235, 1, 1));
            InvestPlan plan = Asked.plan(InvestPlan.Targets.NONE, Optional.empty(), "counter-is-2014");
            Alliance asked = Asked.with(alliance, plan, candidates, Asked.everybody("0.8"));
            MissionCosts costs = new MissionCosts(
                    asked,
                    plan,
                    new Judge(asked, plan, candidates, SolveOptions.defaults()),
                    List.of(1),
                    SolveOptions.defaults());
            InvestPlan.Recurring mission = plan.missions().getFirst();
            double saved = costs.mean(mission, List.of(0))
                    .orElseThrow()
                    .minus(costs.mean(mission, List.of(1)).orElseThrow())
                    .doubleValue();
            assertThat(saved / 100).isBetween(25e6, 27e6);
        }

        /// What a sample of coalitions said that moves them, within its interval.
        @ParameterizedTest
        @CsvSource({
            "ukraine-assistance-2014, .58, fund-transition 2",
            "airbridge-2021, .87, medical-teams 1",
            "libya-2011, .36, advisers 120 trainers 300 medical-teams 8",
            "libya-2011, .42, advisers 120 trainers 300 medical-teams 8 tankers 7"
        })
        void whatMovesOtherMissions(String mission, double chance, String bought) {
            List<InvestCandidate> candidates = new ArrayList<>();
            String[] words = bought.split(" ");
            for (int k = 0; k < words.length; k += 2) {
                candidates.add(Asked.asset("own-" + words[k], words[k], Long.parseLong(words[k + 1]), 1, 1));
            }
            int[] levels = new int[candidates.size()];
            Arrays.fill(levels, 1);
            Judged judged = judge(alliance, mission, "0.8", candidates, levels);
            assertThat(judged.chance().doubleValue()).isCloseTo(chance, within(.02));
        }

        @Test
        void aQuickVoteFreesTheAirBridgeOfTheNetherlands() {
            InvestCandidate vote = Asked.rule("vote", new InvestCandidate.Change.Approval("deu-bundestag", 10));
            InvestCandidate team = Asked.asset("team", "medical-teams", 1, 1, 1);
            List<InvestCandidate> both = List.of(vote, team);
            assertThat(judge(alliance, "airbridge-2021", "0.8", both, 0, 0).indispensable())
                    .containsExactly("NLD");
            assertThat(judge(alliance, "airbridge-2021", "0.8", both, 1, 0).indispensable())
                    .isEmpty();
            assertThat(judge(alliance, "airbridge-2021", "0.8", both, 0, 1).indispensable())
                    .isEmpty();
        }

        private List<String> allies() {
            return alliance.members().stream()
                    .filter(Member::isAlly)
                    .map(Member::code)
                    .toList();
        }

        /// Numbers of a sample of coalitions, within its interval.
        @ParameterizedTest
        @CsvSource({"baltic-2015, .98, .02", "ukraine-assistance-2014, .505, .02", "airbridge-2021, .72, .02"})
        void otherMissionsRunWithAboutThisChance(String mission, double chance, double about) {
            assertThat(judge(alliance, mission, "0.8", List.of()).chance().doubleValue())
                    .isCloseTo(chance, within(about));
        }

        @Test
        void libyaCannotRun() {
            Judged judged = judge(alliance, "libya-2011", "0.8", List.of());
            assertThat(judged.runs()).isFalse();
            assertThat(judged.chance()).isEqualTo(Fraction.ZERO);
        }
    }
}
