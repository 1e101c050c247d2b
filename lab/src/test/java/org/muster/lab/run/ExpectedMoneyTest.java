package org.muster.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.folder.AllianceFolder;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.share.WhoPays;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingRule;
import org.muster.solve.SolveOptions;

/// Money as a mean over coalitions, held to plans of every coalition that are made one by one, and to drawn ones.
class ExpectedMoneyTest {
    private static final Alliance POOL =
            AllianceFolder.read(Path.of("../examples/wildfire-pool")).alliance().orElseThrow();
    private static final List<String> ALLIES = Settler.allies(POOL);
    private static final Reformed AS_WAS = new Reformed("", "", POOL, Map.of(), Map.of(), Map.of(), Map.of());

    private static ExpectedMoney.Means means(Alliance alliance, String mission, double[] willing) {
        boolean[] ally = new boolean[alliance.memberCodes().size()];
        java.util.Arrays.fill(ally, true);
        Reformed asWas = new Reformed("", "", alliance, Map.of(), Map.of(), Map.of(), Map.of());
        return new ExpectedMoney(new Settler(Stakes.NONE, SolveOptions.defaults()), SolveOptions.defaults())
                .of(asWas, Circumstances.usual(mission), willing, 1, ally)
                .orElseThrow();
    }

    /// What a coalition of all eight comes to: its bill and what each bears; nothing where it does not run.
    private record Comes(boolean runs, long net, Set<String> going, Map<String, Long> pays) {}

    private static Comes comes(Mission mission, int coalition) {
        Set<String> not = new TreeSet<>(mission.pins().mustNot());
        for (int i = 0; i < ALLIES.size(); i++) {
            if (((coalition >> i) & 1) == 0) {
                not.add(ALLIES.get(i));
            }
        }
        Plan plan = Planner.plan(
                POOL,
                mission.with(new Mission.Pins(
                        mission.pins().mustJoin(), not, mission.pins().assignments())),
                PlanOptions.defaults());
        if (coalition == 0 || (plan.status() != Plan.Status.COVERED && plan.status() != Plan.Status.WAIVED)) {
            return new Comes(false, 0, Set.of(), Map.of());
        }
        List<SharingRule> rule = Rules.of(POOL.sharing()).stream()
                .filter(one -> one.id().equals(AS_WAS.ruleOf(mission)))
                .toList();
        return new Comes(
                true,
                plan.bill().netMinor(),
                Set.copyOf(plan.coalition()),
                WhoPays.of(
                                WhoPays.caseOf(
                                        POOL, mission, plan.coalition(), plan.bill(), java.util.Optional.empty(), 1),
                                rule)
                        .columns()
                        .getFirst()
                        .amounts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAT", "FIRE"})
    void moneyIsThatOfEveryCoalitionPlannedByItselfAndOfDrawnOnes(String id) {
        Mission mission = POOL.mission(id).orElseThrow();
        List<Comes> all = new ArrayList<>();
        for (int c = 0; c < 1 << ALLIES.size(); c++) {
            all.add(comes(mission, c));
        }
        SplittableRandom random = new SplittableRandom(17);
        double[] willing = random.doubles(ALLIES.size(), 0.5, 1).toArray();
        ExpectedMoney.Means means = means(POOL, id, willing);
        double chance = 0;
        double net = 0;
        double goers = 0;
        double[] pays = new double[ALLIES.size()];
        double[] goes = new double[ALLIES.size()];
        for (int c = 0; c < all.size(); c++) {
            Comes one = all.get(c);
            double weight = one.runs() ? 1 : 0;
            for (int i = 0; i < willing.length; i++) {
                weight *= ((c >> i) & 1) == 1 ? willing[i] : 1 - willing[i];
            }
            chance += weight;
            net += weight * one.net();
            for (int i = 0; i < willing.length; i++) {
                double bears = one.pays().getOrDefault(ALLIES.get(i), 0L);
                boolean in = one.going().contains(ALLIES.get(i));
                pays[i] += weight * bears;
                goers += in ? weight * bears : 0;
                goes[i] += in ? weight : 0;
            }
        }
        assertThat(net).isPositive();
        assertThat(means.chance()).isCloseTo(chance, within(1e-12));
        assertThat(means.netMinor()).isCloseTo(net, within(1e-4));
        assertThat(means.goersPay()).isCloseTo(goers, within(1e-4));
        for (int i = 0; i < willing.length; i++) {
            assertThat(means.pays().get(i)).isCloseTo(pays[i], within(1e-4));
            assertThat(means.goes().get(i)).isCloseTo(goes[i], within(1e-12));
        }
        // parts add up to the whole
        assertThat(means.pays().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(means.netMinor(), within(1e-3));
        // and the fold's chance is the same
        Settlement best = new Settler(Stakes.NONE, SolveOptions.defaults()).settle(AS_WAS, Circumstances.usual(id));
        assertThat(best.who().chance(willing).overall()).isCloseTo(means.chance(), within(1e-12));
        drawn(all, willing, means);
        // which is why it matters: the best plan's bill is another one
        assertThat(means.netMinor()).isNotCloseTo(means.chance() * best.netMinor(), within(100.0));
    }

    private static void drawn(List<Comes> all, double[] willing, ExpectedMoney.Means means) {
        SplittableRandom random = new SplittableRandom(18);
        int draws = 100_000;
        double sum = 0;
        double squares = 0;
        for (int d = 0; d < draws; d++) {
            int coalition = 0;
            for (int i = 0; i < willing.length; i++) {
                coalition |= random.nextDouble() < willing[i] ? 1 << i : 0;
            }
            double net = all.get(coalition).net();
            sum += net;
            squares += net * net;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);
        assertThat(mean).isCloseTo(means.netMinor(), within(4 * error));
    }

    @Test
    void whereMoreMembersMatterItStaysThatOfTheBestPlan() {
        Alliance wales = AllianceFolder.read(Path.of("../examples/wales-2014"))
                .alliance()
                .orElseThrow();
        assertThat(ExpectedMoney.isHad(wales, "counter-is-2014")).isFalse();
        assertThat(ExpectedMoney.isHad(POOL, "FIRE")).isTrue();
    }
}
