package org.muster.invest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.plan.atlas.CommonNeeds;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

/// Times the search for the best portfolio on random alliances whose missions are counted by the fold, beside a walk
/// through every portfolio.
///
/// @param portfolios how many there are
/// @param boxes      boxes that the search looked into
/// @param seconds    of the search, all that it judged counted in
/// @param gap        how far the best may be from what nothing is better than, as a part of it: 0 where it is
///                   proven, 1 where nothing is known
/// @param walked     seconds of the walk through every portfolio; empty where it was left out
/// @param agree      whether both found a best of the same value; true where only one was asked
public record InvestBench(
        double portfolios, int boxes, double seconds, double gap, Optional<Double> walked, boolean agree) {
    private static final Provenance DRAWN = Provenance.illustrative("random world");
    private static final int CAPABILITIES = 4;
    private static final double NANO = 1e9;

    /// How large a question is.
    ///
    /// @param members    allies
    /// @param missions   each judged by itself
    /// @param candidates of which so many can be had
    /// @param blocks     of each candidate at most
    /// @param worlds     of the same probability each
    public record Size(int members, int missions, int candidates, int blocks, int worlds) {}

    /// Draws a question and measures it.
    ///
    /// @param walk whether every portfolio is walked through, too
    public static InvestBench of(Size size, long seed, boolean walk, SolveOptions options) {
        Alliance alliance = drawn(size, seed);
        InvestPlan plan = alliance.investments().plans().getFirst();
        long start = System.nanoTime();
        InvestAnswer answer = Invest.ask(
                new InvestQuestion(alliance, plan, plan.from(), Set.of(), Optional.empty()), options, Telling.nobody());
        double seconds = (System.nanoTime() - start) / NANO;
        double gap = answer.proof().gap().orElse(1.0);
        Optional<Double> walked = Optional.empty();
        boolean agree = true;
        if (walk) {
            start = System.nanoTime();
            agree = Optional.of(walked(alliance, plan, options))
                    .equals(answer.proof().value());
            walked = Optional.of((System.nanoTime() - start) / NANO);
        }
        return new InvestBench(answer.proof().portfolios(), (int) answer.proof().boxes(), seconds, gap, walked, agree);
    }

    private static Fraction walked(Alliance alliance, InvestPlan plan, SolveOptions options) {
        List<InvestCandidate> candidates = alliance.investments().candidates();
        int[] most = candidates.stream().mapToInt(InvestCandidate::maxBlocks).toArray();
        Judge judge = new Judge(alliance, plan, candidates, options);
        MissionCosts costs = new MissionCosts(
                alliance, plan, judge, Arrays.stream(most).boxed().toList(), options);
        int[] levels = new int[most.length];
        Optional<Fraction> best = Optional.empty();
        boolean left = true;
        while (left) {
            Fraction value = costs.weighedPerYear(
                    judge.all(levels), Arrays.stream(levels).boxed().toList());
            for (int c = 0; c < levels.length; c++) {
                value = value.plus(
                        Fraction.of(candidates.get(c).price().perYearMinor()).times(levels[c]));
            }
            Fraction here = value;
            best = Optional.of(best.map(here::min).orElse(here));
            left = false;
            for (int c = 0; c < levels.length && !left; c++) {
                left = levels[c] < most[c];
                levels[c] = left ? levels[c] + 1 : 0;
            }
        }
        return best.orElseThrow();
    }

    static Alliance drawn(Size size, long seed) {
        RandomWorld.Size world = new RandomWorld.Size(
                size.members(), 3 * size.members(), 3, 1, 0, CAPABILITIES, 0, 0, 4, 2 * size.members(), false);
        SplittableRandom random = new SplittableRandom(seed);
        RandomWorld.Worlds drawn = RandomWorld.of(world, seed, size.missions());
        List<Mission> missions = drawn.missions();
        List<InvestPlan.Recurring> recurring = new ArrayList<>();
        for (Mission mission : missions) {
            if (CommonNeeds.apart(drawn.alliance(), mission, Map.of())
                            .problems()
                            .isEmpty()
                    && WhoCan.of(drawn.alliance(), mission).ability().isPresent()) {
                recurring.add(new InvestPlan.Recurring(
                        mission.id(), new Rate(1 + random.nextInt(4), 4), Optional.of(500L + random.nextInt(2_000))));
            }
        }
        InvestPlan plan = new InvestPlan(
                "bench",
                "bench",
                2026,
                BigDecimal.ZERO,
                LocalDate.of(2027, 1, 1),
                10,
                Optional.empty(),
                recurring,
                InvestPlan.Targets.NONE,
                DRAWN);
        List<InvestCandidate> candidates = new ArrayList<>();
        for (int c = 0; c < size.candidates(); c++) {
            candidates.add(candidate(c, size.blocks(), random));
        }
        List<World> worlds = new ArrayList<>();
        BigDecimal each = BigDecimal.ONE.divide(BigDecimal.valueOf(size.worlds()), 6, RoundingMode.FLOOR);
        BigDecimal rest = BigDecimal.ONE;
        for (int w = 0; w < size.worlds(); w++) {
            BigDecimal chance = BigDecimal.valueOf(4 + random.nextInt(6), 1);
            worlds.add(new World(
                    "w" + w,
                    w + 1 == size.worlds() ? rest : each,
                    List.of(new World.Willing(World.EVERYBODY, Optional.empty(), chance, chance)),
                    List.of(),
                    List.of(),
                    List.of(),
                    DRAWN));
            rest = rest.subtract(each);
        }
        return drawn.alliance().withInvestments(new Investments(List.of(plan), candidates, worlds));
    }

    private static InvestCandidate candidate(int c, int blocks, SplittableRandom random) {
        return new InvestCandidate(
                "own-" + c,
                "own-" + c,
                new InvestCandidate.Asset(
                        InvestCandidate.Kind.BUY,
                        Optional.empty(),
                        "cap" + random.nextInt(CAPABILITIES),
                        Pool.Period.PHASE,
                        1 + random.nextInt(3),
                        0,
                        0,
                        0,
                        0,
                        new InvestCandidate.Owners(Optional.empty(), true)),
                blocks,
                Optional.empty(),
                new InvestCandidate.Price(0, 1, 20 + random.nextInt(300)),
                DRAWN);
    }
}
