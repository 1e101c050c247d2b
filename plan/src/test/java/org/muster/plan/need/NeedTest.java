package org.muster.plan.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Fraction;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.AtLeast;

/// Theorems about needs against the cheapest of all assignments of whole units, in exact fractions.
class NeedTest {
    private static final int WORLDS = 1_000;

    /// @param competing lines of a group at most
    private static Demand random(SplittableRandom random, int players, int groups, int competing) {
        List<Demand.Group> all = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int lines = 1 + random.nextInt(competing);
            List<Long> asked = random.longs(lines, 0, 5).boxed().toList();
            List<Demand.Source> sources = new ArrayList<>();
            for (int s = random.nextInt(6); s > 0; s--) {
                sources.add(new Demand.Source(
                        random.nextInt(-1, players),
                        random.nextInt(4),
                        random.nextInt(9),
                        1 + random.nextInt((1 << lines) - 1)));
            }
            all.add(new Demand.Group(asked, 3 + random.nextInt(8), sources));
        }
        return new Demand(players, all);
    }

    private static List<CommonPool> pools(SplittableRandom random) {
        List<CommonPool> pools = new ArrayList<>();
        for (int q = random.nextInt(3); q > 0; q--) {
            pools.add(new CommonPool(random.nextInt(5), random.nextInt(8)));
        }
        return pools;
    }

    /// The cheapest of all ways to hand out the units of every source and pool, by what is left open of each line.
    private static long cheapest(Demand demand, boolean[] coalition, List<CommonPool> pools) {
        List<Long> asked = new ArrayList<>();
        demand.groups().forEach(group -> asked.addAll(group.asked()));
        Map<List<Long>, Long> states = new HashMap<>(Map.of(asked, 0L));
        int first = 0;
        for (Demand.Group group : demand.groups()) {
            for (Demand.Source source : group.sources()) {
                if (source.player() < 0 || coalition[source.player()]) {
                    for (long unit = 0; unit < source.units(); unit++) {
                        states = withAUnit(states, first, group.asked().size(), source.serves(), source.unitCost());
                    }
                }
            }
            first += group.asked().size();
        }
        for (CommonPool pool : pools) {
            for (long unit = 0; unit < pool.units(); unit++) {
                states = withAUnit(states, 0, asked.size(), -1, pool.drawPrice());
            }
        }
        long least = Long.MAX_VALUE;
        for (Map.Entry<List<Long>, Long> state : states.entrySet()) {
            long cost = state.getValue();
            int at = 0;
            for (Demand.Group group : demand.groups()) {
                for (int l = 0; l < group.asked().size(); l++) {
                    cost += state.getKey().get(at++) * group.gapPrice();
                }
            }
            least = Math.min(least, cost);
        }
        return least;
    }

    private static Map<List<Long>, Long> withAUnit(
            Map<List<Long>, Long> states, int first, int lines, int serves, long price) {
        Map<List<Long>, Long> next = new HashMap<>(states);
        states.forEach((open, cost) -> {
            for (int l = 0; l < lines; l++) {
                if ((serves >>> l & 1) != 0 && open.get(first + l) > 0) {
                    List<Long> less = new ArrayList<>(open);
                    less.set(first + l, open.get(first + l) - 1);
                    next.merge(less, cost + price, Math::min);
                }
            }
        });
        return next;
    }

    private static boolean[] coalition(int players, int mask) {
        boolean[] in = new boolean[players];
        for (int i = 0; i < players; i++) {
            in[i] = (mask >>> i & 1) != 0;
        }
        return in;
    }

    private static List<Fraction> willing(SplittableRandom random, int players) {
        return IntStream.range(0, players)
                .mapToObj(i -> Fraction.of(random.nextInt(6), 5))
                .toList();
    }

    private static Fraction mean(List<Fraction> willing, ToLongFunction<boolean[]> cost) {
        int n = willing.size();
        Fraction mean = Fraction.ZERO;
        for (int s = 0; s < 1 << n; s++) {
            Fraction weight = Fraction.ONE;
            for (int i = 0; i < n; i++) {
                weight = weight.times((s >>> i & 1) != 0 ? willing.get(i) : Fraction.ONE.minus(willing.get(i)));
            }
            if (!weight.isZero()) {
                mean = mean.plus(weight.times(cost.applyAsLong(coalition(n, s))));
            }
        }
        return mean;
    }

    /// T1 for one line a group, T4 for up to three that compete.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theIntegralOverPricesIsTheCheapestAssignment(int competing) {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(4);
            Demand demand = random(random, n, 1 + random.nextInt(competing == 1 ? 3 : 2), competing);
            List<CommonPool> pools = pools(random);
            for (int s = 0; s < 1 << n; s++) {
                assertThat(demand.cost(coalition(n, s), pools))
                        .as("seed %d, coalition %d", seed, s)
                        .isEqualTo(cheapest(demand, coalition(n, s), pools));
            }
        }
    }

    /// T2.
    @Test
    void oneCurveAnswersEveryPoolSizeAndWhatAUnitIsWorth() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(4);
            Demand demand = random(random, n, 1 + random.nextInt(2), 2);
            List<Fraction> willing = willing(random, n);
            NeedCurve<Fraction> curve = NeedCurve.of(demand, Weights.EXACT, willing);
            NeedCurve<Double> near = NeedCurve.of(
                    demand,
                    Weights.NEAR,
                    willing.stream().map(Fraction::doubleValue).toList());
            long drawPrice = random.nextInt(8);
            Fraction before = Fraction.ZERO;
            Fraction saved = Fraction.ZERO;
            for (long units = 0; units <= 6; units++) {
                List<CommonPool> pool = List.of(new CommonPool(units, drawPrice));
                Fraction cost = curve.meanCost(pool);
                assertThat(cost)
                        .as("seed %d, %d units", seed, units)
                        .isEqualTo(mean(willing, s -> cheapest(demand, s, pool)));
                assertThat(near.meanCost(pool)).isCloseTo(cost.doubleValue(), within(1e-9));
                if (units > 0) {
                    assertThat(curve.unitValue(units, drawPrice)).isEqualTo(before.minus(cost));
                    assertThat(units == 1 || saved.compareTo(before.minus(cost)) >= 0)
                            .as("convex in the units, seed %d", seed)
                            .isTrue();
                    saved = before.minus(cost);
                }
                before = cost;
            }
        }
    }

    /// One curve of what members bring answers for every amount that everybody can have besides.
    @Test
    void whatEverybodyCanHaveOnlyMovesTheNeed() {
        SplittableRandom random = new SplittableRandom(7);
        int moved = 0;
        for (int world = 0; world < WORLDS; world++) {
            int players = 1 + random.nextInt(4);
            Demand demand = random(random, players, 1 + random.nextInt(2), 3);
            Demand.Apart apart = demand.apart();
            moved += apart.pools().isEmpty() ? 0 : 1;
            for (int s = 0; s < 1 << players; s++) {
                assertThat(apart.demand().cost(coalition(players, s), apart.pools()))
                        .as("world %d, coalition %d", world, s)
                        .isEqualTo(demand.cost(coalition(players, s), List.of()));
            }
            List<Fraction> willing = willing(random, players);
            assertThat(NeedCurve.of(apart.demand(), Weights.EXACT, willing).meanCost(apart.pools()))
                    .as("world %d", world)
                    .isEqualTo(NeedCurve.of(demand, Weights.EXACT, willing).meanCost(List.of()));
            List<CommonPool> more = pools(random);
            assertThat(PoolCosts.of(demand, willing).mean(more))
                    .as("world %d", world)
                    .isEqualTo(NeedCurve.of(demand, Weights.EXACT, willing).meanCost(more));
        }
        assertThat(moved).isGreaterThan(WORLDS / 10);
    }

    /// T3: over all futures of two missions that come or do not come and share a pool.
    @Test
    void missionsThatWantAPoolAtTheSameTimeConvolve() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(2);
            Demand one = random(random, n, 1, 2);
            Demand other = random(random, n, 1, 2);
            List<Fraction> willing = willing(random, 2 * n + 2);
            List<CommonPool> pools = pools(random);
            NeedCurve<Fraction> both = NeedCurve.of(one, Weights.EXACT, willing.subList(0, n))
                    .occurring(willing.get(2 * n))
                    .plus(NeedCurve.of(other, Weights.EXACT, willing.subList(n, 2 * n))
                            .occurring(willing.get(2 * n + 1)));
            Fraction expected = mean(willing, s -> {
                List<Demand.Group> groups = new ArrayList<>();
                if (s[2 * n]) {
                    groups.addAll(one.groups());
                }
                if (s[2 * n + 1]) {
                    other.groups().forEach(group -> groups.add(moved(group, n)));
                }
                return cheapest(new Demand(2 * n, groups), Arrays.copyOf(s, 2 * n), pools);
            });
            assertThat(both.meanCost(pools)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static Demand.Group moved(Demand.Group group, int by) {
        return new Demand.Group(
                group.asked(),
                group.gapPrice(),
                group.sources().stream()
                        .map(s -> new Demand.Source(
                                s.player() < 0 ? s.player() : s.player() + by, s.units(), s.unitCost(), s.serves()))
                        .toList());
    }

    @Test
    void aMissionThatComesOftenIsAPoissonCount() {
        Histogram<Double> each = new Histogram<>(Weights.NEAR, new TreeMap<>(Map.of(0L, 0.25, 1L, 0.5, 4L, 0.25)));
        for (double perYear : new double[] {0, 0.5, 3, 40}) {
            Histogram<Double> year = Histogram.recurring(each, perYear);
            Map<Long, Double> expected = new TreeMap<>();
            Histogram<Double> sum = Histogram.none(Weights.NEAR);
            double times = Math.exp(-perYear);
            for (int j = 0; j < 150; j++) {
                double weight = times;
                sum.chances().forEach((k, p) -> expected.merge(k, p * weight, Double::sum));
                times *= perYear / (j + 1);
                sum = sum.plus(each);
            }
            expected.forEach(
                    (k, p) -> assertThat(year.chances().getOrDefault(k, 0.0)).isCloseTo(p, within(1e-13)));
            assertThat(year.atLeast(0)).isCloseTo(1, within(1e-12));
            assertThat(year.beyond(0)).isCloseTo(1.5 * perYear, within(1e-9));
        }
        assertThatThrownBy(() -> Histogram.recurring(each, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    /// T5: a price for every player proves that no correlation is dearer, and the nested one costs as much.
    @Test
    void noCorrelationIsDearerThanTheNestedOne() {
        int dearer = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(5);
            Demand demand = random(random, n, 1 + random.nextInt(2), 3);
            List<CommonPool> pools = pools(random);
            List<Fraction> willing = willing(random, n);
            ToLongFunction<boolean[]> cost = s -> cheapest(demand, s, pools);
            Fraction worst = WorstCorrelation.meanCost(willing, s -> demand.cost(s, pools));
            boolean[] nested = new boolean[n];
            long ofNobody = cost.applyAsLong(nested);
            long before = ofNobody;
            long[] price = new long[n];
            Fraction dual = Fraction.of(ofNobody);
            for (int player : WorstCorrelation.order(willing)) {
                nested[player] = true;
                price[player] = cost.applyAsLong(nested) - before;
                before += price[player];
                dual = dual.plus(willing.get(player).times(price[player]));
            }
            assertThat(worst).as("seed %d", seed).isEqualTo(dual);
            for (int s = 0; s < 1 << n; s++) {
                long bound = ofNobody;
                for (int i = 0; i < n; i++) {
                    bound += (s >>> i & 1) != 0 ? price[i] : 0;
                }
                assertThat(cost.applyAsLong(coalition(n, s)))
                        .as("seed %d, coalition %d", seed, s)
                        .isLessThanOrEqualTo(bound);
            }
            dearer += worst.compareTo(mean(willing, cost)) > 0 ? 1 : 0;
        }
        assertThat(dearer).isPositive();
    }

    @Test
    void outlaysAddUpToTheMeanCost() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(5);
            Demand demand = random(random, n, 1 + random.nextInt(3), 2);
            List<CommonPool> pools = pools(random);
            List<Fraction> willing = willing(random, n);
            Outlays<Fraction> outlays = Outlays.of(demand, pools, Weights.EXACT, willing);
            Fraction sum = outlays.outside().plus(outlays.gaps());
            for (Fraction one : outlays.players()) {
                assertThat(one.sign()).isNotNegative();
                sum = sum.plus(one);
            }
            for (Fraction one : outlays.pools()) {
                assertThat(one.sign()).isNotNegative();
                sum = sum.plus(one);
            }
            assertThat(sum)
                    .as("seed %d", seed)
                    .isEqualTo(NeedCurve.of(demand, Weights.EXACT, willing).meanCost(pools));
        }
    }

    /// Ten units asked, four of player 0 at 2, six of player 1 at 5, three in the pool at 3, missing units at 9.
    @Test
    void outlaysLieWhereCostsFall() {
        Demand demand = new Demand(
                2,
                List.of(new Demand.Group(
                        List.of(10L), 9, List.of(new Demand.Source(0, 4, 2, 1), new Demand.Source(1, 6, 5, 1)))));
        Outlays<Fraction> outlays = Outlays.of(
                demand, List.of(new CommonPool(3, 3)), Weights.EXACT, List.of(Fraction.ONE, Fraction.of(1, 2)));
        assertThat(outlays.players()).containsExactly(Fraction.of(8), Fraction.of(15, 2));
        assertThat(outlays.pools()).containsExactly(Fraction.of(9));
        assertThat(outlays.gaps()).isEqualTo(Fraction.of(27, 2));
    }

    /// Members that go only under conditions, against who then takes part and the cheapest assignment, coalition by
    /// coalition, with the chance of each.
    @Test
    void membersWithConditionsAreWeighedAsIfEachCoalitionWereLookedAt() {
        SplittableRandom random = new SplittableRandom(11);
        int mattered = 0;
        for (int world = 0; world < WORLDS; world++) {
            int n = 2 + random.nextInt(4);
            Demand free = random(random, n, 2, 2);
            List<Ability.Conditional> conditional = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                if (random.nextInt(3) == 0) {
                    List<Long> weights = random.longs(n, 0, 3).boxed().toList();
                    conditional.add(new Ability.Conditional(i, List.of(new AtLeast(1 + random.nextInt(3), weights))));
                }
            }
            Demand demand = new Demand(n, free.groups(), conditional);
            List<Fraction> willing =
                    random.longs(n, 0, 6).mapToObj(q -> Fraction.of(q, 5)).toList();
            Ability takingPart = new Ability(n, List.of(), conditional);
            Fraction mean = Fraction.ZERO;
            for (int s = 0; s < 1 << n; s++) {
                boolean[] in = new boolean[n];
                Fraction chance = Fraction.ONE;
                for (int i = 0; i < n; i++) {
                    in[i] = (s >>> i & 1) != 0;
                    chance = chance.times(in[i] ? willing.get(i) : Fraction.ONE.minus(willing.get(i)));
                }
                boolean[] taking = takingPart(takingPart, in);
                long cheapest = cheapest(free, taking, List.of());
                assertThat(demand.cost(in, List.of())).as("world %d", world).isEqualTo(cheapest);
                mattered += cheapest != cheapest(free, in, List.of()) ? 1 : 0;
                mean = mean.plus(chance.times(cheapest));
            }
            assertThat(NeedCurve.of(demand, Weights.EXACT, willing).meanCost(List.of()))
                    .as("world %d", world)
                    .isEqualTo(mean);
            Outlays<Fraction> outlays = Outlays.of(demand, List.of(), Weights.EXACT, willing);
            assertThat(outlays.players().stream().reduce(outlays.outside().plus(outlays.gaps()), Fraction::plus))
                    .isEqualTo(mean);
        }
        assertThat(mattered).isGreaterThan(WORLDS / 4);
    }

    /// The largest subset in which the conditions of all its members hold: by trying all subsets.
    private static boolean[] takingPart(Ability ability, boolean[] in) {
        boolean[] largest = new boolean[in.length];
        int most = -1;
        for (int s = 0; s < 1 << in.length; s++) {
            boolean[] some = new boolean[in.length];
            boolean fits = true;
            for (int i = 0; i < in.length; i++) {
                some[i] = (s >>> i & 1) != 0;
                fits &= in[i] || !some[i];
            }
            for (Ability.Conditional one : ability.conditional()) {
                fits &= !some[one.player()] || one.conditions().stream().allMatch(c -> c.holds(some));
            }
            if (fits && Integer.bitCount(s) > most) {
                most = Integer.bitCount(s);
                largest = some;
            }
        }
        return largest;
    }
}
