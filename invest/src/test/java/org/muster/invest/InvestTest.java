package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.invest.Bought;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.fold.Ability;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.SolveOptions;

class InvestTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(5, 6, 3, 2, 1, 3, 2, 1, 3, 6, false);
    private static final int WORLDS = 300;

    private static InvestAnswer ask(Alliance alliance, InvestPlan plan) {
        return Invest.ask(
                new InvestQuestion(alliance, plan, plan.from(), Set.of(), Optional.empty()),
                SolveOptions.defaults(),
                Telling.nobody());
    }

    private static InvestPlan planOf(Alliance alliance) {
        return alliance.investments().plans().getFirst();
    }

    /// A random world of up to 5 members with three candidates, two worlds of willingness, targets and a budget.
    private static Alliance drawn(long seed) {
        RandomWorld.World world = RandomWorld.of(SMALL, seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<InvestCandidate> candidates = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            candidates.add(Asked.asset(
                    "own-" + c,
                    "cap" + random.nextInt(3),
                    1 + random.nextInt(2),
                    1 + random.nextInt(3),
                    random.nextInt(4)));
        }
        InvestPlan.Targets targets = random.nextInt(4) == 0
                ? InvestPlan.Targets.NONE
                : new InvestPlan.Targets(
                        Map.of("M", BigDecimal.valueOf(random.nextInt(100), 2)),
                        random.nextBoolean() ? Map.of() : Map.of("M", BigDecimal.valueOf(random.nextInt(60), 2)));
        Optional<Long> budget = random.nextBoolean() ? Optional.empty() : Optional.of((long) random.nextInt(12));
        return Asked.with(
                world.alliance(),
                Asked.plan(targets, budget, "M"),
                candidates,
                willing("calm", "0.7", random),
                willing("storm", "0.3", random));
    }

    private static World willing(String id, String probability, SplittableRandom random) {
        BigDecimal q = BigDecimal.valueOf(5 + random.nextInt(90), 2);
        return new World(
                id,
                new BigDecimal(probability),
                List.of(new World.Willing(World.EVERYBODY, Optional.empty(), q, q)),
                List.of(),
                List.of(),
                List.of(),
                Asked.INVENTED);
    }

    /// The chance by looking at every coalition, and by member the chance without it: nothing is folded.
    private static Map<String, Fraction> chances(Alliance alliance, Map<InvestCandidate, Integer> blocks) {
        Map<String, Fraction> chances = new LinkedHashMap<>();
        for (World world : alliance.investments().worlds()) {
            Alliance held = Holdings.of(alliance, world, blocks);
            WhoCan who = WhoCan.of(held, held.mission("M").orElseThrow());
            Ability ability = who.ability().orElseThrow();
            int n = who.players().size();
            for (int s = 0; s < 1 << n; s++) {
                boolean[] in = new boolean[n];
                for (int i = 0; i < n; i++) {
                    in[i] = (s >>> i & 1) != 0;
                }
                if (!ability.canBeDoneBy(in)) {
                    continue;
                }
                for (int without = -1; without < n; without++) {
                    if (without >= 0 && in[without]) {
                        continue;
                    }
                    Fraction weight = Fraction.of(world.probability());
                    for (int i = 0; i < n; i++) {
                        Fraction q =
                                Fraction.of(world.willingnessOf(who.players().get(i), "M")
                                        .orElseThrow()
                                        .from());
                        weight = i == without ? weight : weight.times(in[i] ? q : Fraction.ONE.minus(q));
                    }
                    chances.merge(without < 0 ? "" : who.players().get(without), weight, Fraction::plus);
                }
            }
        }
        return chances;
    }

    private record Point(List<Integer> levels, Fraction price, Fraction failures, Map<String, Fraction> chances) {}

    private static List<Point> grid(Alliance alliance) {
        List<InvestCandidate> candidates = alliance.investments().candidates();
        List<Point> grid = new ArrayList<>();
        int[] most = candidates.stream().mapToInt(InvestCandidate::maxBlocks).toArray();
        for (int a = 0; a <= most[0]; a++) {
            for (int b = 0; b <= most[1]; b++) {
                for (int c = 0; c <= most[2]; c++) {
                    Map<InvestCandidate, Integer> blocks = new LinkedHashMap<>();
                    blocks.put(candidates.get(0), a);
                    blocks.put(candidates.get(1), b);
                    blocks.put(candidates.get(2), c);
                    long price = 0;
                    for (Map.Entry<InvestCandidate, Integer> one : blocks.entrySet()) {
                        price += one.getKey().price().perYearMinor() * one.getValue();
                    }
                    Map<String, Fraction> chances = chances(alliance, blocks);
                    grid.add(new Point(
                            List.of(a, b, c),
                            Fraction.of(price),
                            Fraction.ONE.minus(chances.getOrDefault("", Fraction.ZERO)),
                            chances));
                }
            }
        }
        return grid;
    }

    private static boolean canBeJudged(long seed) {
        RandomWorld.World world = RandomWorld.of(SMALL, seed);
        return WhoCan.of(world.alliance(), world.mission()).ability().isPresent();
    }

    /// Boxes against the whole grid, chances against every coalition.
    @Test
    void theBestIsTheBestOfTheWholeGrid() {
        int compared = 0;
        int met = 0;
        int bought = 0;
        int binding = 0;
        for (long seed = 0; compared < WORLDS; seed++) {
            if (!canBeJudged(seed)) {
                continue;
            }
            compared++;
            Alliance alliance = drawn(seed);
            InvestPlan plan = planOf(alliance);
            InvestAnswer answer = ask(alliance, plan);
            List<Point> grid = grid(alliance);
            Point all = grid.getLast();
            Comparator<Point> byPrice = Comparator.comparing(Point::price);
            Comparator<Point> byFailures = Comparator.comparing(Point::failures);
            Optional<Point> best = grid.stream()
                    .filter(point -> plan.budgetMinor()
                            .map(most -> point.price().compareTo(Fraction.of(most)) <= 0)
                            .orElse(true))
                    .filter(point -> reaches(alliance, point, all))
                    .min((plan.targets().isEmpty()
                                    ? byFailures.thenComparing(byPrice)
                                    : byPrice.thenComparing(byFailures))
                            .thenComparingInt(point -> point.levels().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                            .thenComparing(point -> point.levels().toString()));
            assertThat(answer.proof().proven()).as("seed %d", seed).isTrue();
            assertThat(answer.outcome() == InvestAnswer.Outcome.MET)
                    .as("seed %d", seed)
                    .isEqualTo(best.isPresent());
            if (best.isPresent()) {
                met++;
                assertThat(answer.best().levels())
                        .as("seed %d", seed)
                        .isEqualTo(best.get().levels());
                assertThat(answer.best().failuresPerYear()).isEqualTo(best.get().failures());
                binding += bindingAsOnTheGrid(alliance, answer, grid, seed);
                for (Member member : alliance.members()) {
                    if (member.isAlly()) {
                        assertThat(answer.best().missions().getFirst().without(member.code()))
                                .as("seed %d without %s", seed, member.code())
                                .isEqualTo(best.get().chances().getOrDefault(member.code(), Fraction.ZERO));
                    }
                }
                bought += best.get().price().isZero() ? 0 : 1;
            }
        }
        assertThat(met).isGreaterThan(WORLDS / 4);
        assertThat(bought).isGreaterThan(WORLDS / 20);
        assertThat(binding).as("targets that bind").isGreaterThan(WORLDS / 20);
        assertThat(compared - met)
                .as("worlds in which what is asked cannot be reached")
                .isGreaterThan(WORLDS / 20);
    }

    /// Of each target what the cheapest of the grid without it saves; how many bind.
    private static int bindingAsOnTheGrid(Alliance alliance, InvestAnswer answer, List<Point> grid, long seed) {
        InvestPlan plan = planOf(alliance);
        int binding = 0;
        for (InvestAnswer.Target target : answer.targets()) {
            InvestPlan.Targets others = target.kind() == InvestAnswer.Target.Kind.CHANCE
                    ? new InvestPlan.Targets(Map.of(), plan.targets().withoutAny())
                    : new InvestPlan.Targets(plan.targets().chances(), Map.of());
            Fraction least = grid.stream()
                    .filter(point -> reaches(others, alliance, point, grid.getLast()))
                    .map(Point::price)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(target.saving())
                    .as("seed %d, %s", seed, target.kind())
                    .isEqualTo(answer.best().pricePerYear().minus(least));
            assertThat(target.without().pricePerYear()).isEqualTo(least);
            binding += target.binds() ? 1 : 0;
        }
        return binding;
    }

    private static boolean reaches(Alliance alliance, Point point, Point all) {
        return reaches(planOf(alliance).targets(), alliance, point, all);
    }

    private static boolean reaches(InvestPlan.Targets targets, Alliance alliance, Point point, Point all) {
        Optional<Fraction> chance =
                Optional.ofNullable(targets.chances().get("M")).map(Fraction::of);
        if (chance.isPresent()
                && point.chances().getOrDefault("", Fraction.ZERO).compareTo(chance.get()) < 0) {
            return false;
        }
        Optional<Fraction> without =
                Optional.ofNullable(targets.withoutAny().get("M")).map(Fraction::of);
        for (Member member : alliance.members()) {
            if (member.isAlly() && without.isPresent()) {
                Fraction most = all.chances().getOrDefault(member.code(), Fraction.ZERO);
                Fraction here = point.chances().getOrDefault(member.code(), Fraction.ZERO);
                // What nothing can reach is left out.
                if (most.compareTo(without.get()) >= 0 && here.compareTo(without.get()) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// With a price of a failure the best is the least of price, missions and failures over the whole grid, and of how
    /// many members any may stay at home is what every coalition says.
    @Test
    void theBestInMoneyIsTheBestOfTheWholeGrid() {
        int compared = 0;
        int bought = 0;
        for (long seed = 5_000; compared < 60; seed++) {
            if (!canBeJudged(seed)) {
                continue;
            }
            compared++;
            Alliance drawn = drawn(seed);
            long failure = 1 + seed % 40;
            InvestPlan plan = MissionCostsTest.planOf(failure);
            Alliance alliance = Asked.with(
                    drawn,
                    plan,
                    drawn.investments().candidates(),
                    drawn.investments().worlds().toArray(World[]::new));
            Fraction least = null;
            for (Point point : grid(alliance)) {
                Fraction here = point.price()
                        .plus(point.failures().times(failure))
                        .plus(MissionCostsTest.enumerated(alliance, point.levels()));
                least = least == null ? here : least.min(here);
            }
            InvestAnswer answer = ask(alliance, plan);
            assertThat(answer.proof().proven()).isTrue();
            assertThat(answer.best()
                            .pricePerYear()
                            .plus(answer.money().orElseThrow().weighedAfter()))
                    .as("seed %d", seed)
                    .isEqualTo(least);
            assertThat(answer.proof().lower()).contains(least);
            assertThat(answer.best().missions().getFirst().losing())
                    .as("seed %d", seed)
                    .isEqualTo(MissionCostsTest.losing(alliance, answer.best().levels()));
            bought += answer.best().pricePerYear().isZero() ? 0 : 1;
        }
        assertThat(bought).isGreaterThan(5);
    }

    /// More in common never lets fewer coalitions do it; a candidate with no block changes nothing.
    @Test
    void chancesOnlyRiseWithMoreInCommon() {
        int compared = 0;
        for (long seed = 1_000; compared < 60; seed++) {
            if (!canBeJudged(seed)) {
                continue;
            }
            compared++;
            List<Point> grid = grid(drawn(seed));
            for (Point one : grid) {
                for (Point other : grid) {
                    boolean more = true;
                    for (int c = 0; c < 3; c++) {
                        more &= one.levels().get(c) <= other.levels().get(c);
                    }
                    if (more) {
                        one.chances()
                                .forEach((member, chance) -> assertThat(
                                                other.chances().getOrDefault(member, Fraction.ZERO))
                                        .isGreaterThanOrEqualTo(chance));
                    }
                }
            }
        }
    }

    /// Adding what does most for its price, block by block, is never better than what is proven.
    @Test
    void greedyNeverWins() {
        int compared = 0;
        for (long seed = 2_000; compared < 60; seed++) {
            if (!canBeJudged(seed)) {
                continue;
            }
            compared++;
            Alliance drawn = drawn(seed);
            InvestPlan plan = planOf(drawn).withTargets(InvestPlan.Targets.NONE).withBudget(Optional.of(6L));
            Alliance alliance = Asked.with(
                    drawn,
                    plan,
                    drawn.investments().candidates(),
                    drawn.investments().worlds().toArray(World[]::new));
            Fraction best = ask(alliance, plan).best().failuresPerYear();
            Map<List<Integer>, Point> grid = new LinkedHashMap<>();
            grid(alliance).forEach(point -> grid.put(point.levels(), point));
            List<Integer> here = List.of(0, 0, 0);
            boolean went = true;
            while (went) {
                assertThat(best)
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(grid.get(here).failures());
                went = false;
                for (int c = 0; c < 3 && !went; c++) {
                    List<Integer> next = new ArrayList<>(here);
                    next.set(c, next.get(c) + 1);
                    Point point = grid.get(next);
                    if (point != null && point.price().compareTo(Fraction.of(6)) <= 0) {
                        here = List.copyOf(next);
                        went = true;
                    }
                }
            }
        }
    }

    @Test
    void anAnnuityPaysTheLoanBack() {
        InvestCandidate.Price price = new InvestCandidate.Price(97_500_000, 10, 40_000_000);
        Fraction yearly = YearlyPrice.perBlock(price, new BigDecimal("3")).minus(Fraction.of(40_000_000));
        Fraction left = Fraction.of(97_500_000);
        for (int year = 0; year < 10; year++) {
            left = left.times(Fraction.of(103, 100)).minus(yearly);
        }
        assertThat(left).isEqualTo(Fraction.ZERO);
        assertThat(YearlyPrice.perBlock(price, BigDecimal.ZERO)).isEqualTo(Fraction.of(49_750_000));
    }

    @Test
    void partsAddUpToTheRoundedPrice() {
        List<Fraction> thirds = List.of(Fraction.of(10, 3), Fraction.of(10, 3), Fraction.of(1, 3));
        assertThat(YearlyPrice.whole(thirds)).containsExactly(4L, 3L, 0L);
        assertThat(YearlyPrice.whole(List.of(Fraction.ZERO))).containsExactly(0L);
    }

    /// What was bought beside the best for its price, by the whole grid.
    @Test
    void whatWasBoughtIsHeldBesideTheBestOfTheWholeGridForItsPrice() {
        int regretted = 0;
        for (long seed = 0; seed < 100; seed++) {
            if (!canBeJudged(seed)) {
                continue;
            }
            Alliance alliance = drawn(seed);
            InvestPlan plan = planOf(alliance);
            SplittableRandom random = new SplittableRandom(seed);
            List<Point> grid = grid(alliance);
            Point bought = grid.get(random.nextInt(grid.size()));
            List<Bought.Purchase> purchases = new ArrayList<>();
            for (int c = 0; c < 3; c++) {
                InvestCandidate candidate = alliance.investments().candidates().get(c);
                for (int block = 0; block < bought.levels().get(c); block++) {
                    purchases.add(
                            new Bought.Purchase("bought", Optional.of(candidate.id()), 1, plan.from(), Asked.INVENTED));
                }
            }
            purchases.add(new Bought.Purchase("another", Optional.empty(), 0, plan.from(), Asked.INVENTED));
            purchases.add(new Bought.Purchase(
                    "late", Optional.of("own-0"), 1, plan.to().plusDays(1), Asked.INVENTED));

            Evaluated evaluated = Invest.ask(
                            new InvestQuestion(
                                    alliance,
                                    plan,
                                    plan.from(),
                                    Set.of(),
                                    Optional.empty(),
                                    Optional.of(new Bought("bought", purchases)),
                                    InvestQuestion.SEED),
                            SolveOptions.defaults(),
                            Telling.nobody())
                    .evaluated()
                    .orElseThrow();

            Fraction least = grid.stream()
                    .filter(point -> point.price().compareTo(bought.price()) <= 0)
                    .map(Point::failures)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(evaluated.portfolio().levels()).isEqualTo(bought.levels());
            assertThat(evaluated.portfolio().failuresPerYear()).isEqualTo(bought.failures());
            assertThat(evaluated.sameMoney().failuresPerYear()).isEqualTo(least);
            assertThat(evaluated.regret()).isEqualTo(bought.failures().minus(least));
            assertThat(evaluated.beside()).hasSize(1);
            assertThat(evaluated.late()).hasSize(1);
            assertThat(evaluated.isProven()).isTrue();
            regretted += evaluated.regret().compareTo(Fraction.ZERO) > 0 ? 1 : 0;
        }
        assertThat(regretted).isGreaterThan(5);
    }
}
