package org.muster.plan.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Fraction;
import org.muster.games.voting.Swings;
import org.muster.games.voting.WeightedVoting;

class FoldTest {
    private static final int WORLDS = 2_000;

    /// A random ability: needs and conditions of all shapes, some that nobody meets and some that everybody does.
    private static Ability random(SplittableRandom random, int players) {
        List<AtLeast> needs = new ArrayList<>();
        for (int t = random.nextInt(4); t >= 0; t--) {
            needs.add(condition(random, players));
        }
        List<Ability.Conditional> conditional = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            if (random.nextInt(4) == 0) {
                List<AtLeast> conditions = new ArrayList<>();
                for (int t = random.nextInt(3); t > 0; t--) {
                    conditions.add(random.nextInt(4) == 0 ? needs.getFirst() : condition(random, players));
                }
                conditional.add(new Ability.Conditional(i, conditions));
            }
        }
        return new Ability(players, needs, conditional);
    }

    private static AtLeast condition(SplittableRandom random, int players) {
        int most = 1 + random.nextInt(9);
        List<Long> weights = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < players; i++) {
            weights.add(random.nextInt(3) == 0 ? 0L : random.nextInt(most) + 0L);
            sum += weights.get(i);
        }
        return new AtLeast(random.nextLong(sum + 2), weights);
    }

    private static boolean[] coalition(int players, int mask) {
        boolean[] in = new boolean[players];
        for (int i = 0; i < players; i++) {
            in[i] = (mask >>> i & 1) != 0;
        }
        return in;
    }

    private static Fold fold(Ability ability) {
        return Fold.of(ability, Fold.MOST_STATES).orElseThrow();
    }

    @Test
    void theFoldIsWhatLookingAtEveryCoalitionSays() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(8);
            Ability ability = random(random, n);
            List<Fraction> willing = IntStream.range(0, n)
                    .mapToObj(i -> Fraction.of(random.nextInt(6), 5))
                    .toList();
            BigInteger[] bySize = new BigInteger[n + 1];
            Arrays.fill(bySize, BigInteger.ZERO);
            long[] swings = new long[n];
            Fraction overall = Fraction.ZERO;
            Fraction[] with = new Fraction[n];
            Fraction[] without = new Fraction[n];
            Arrays.fill(with, Fraction.ZERO);
            Arrays.fill(without, Fraction.ZERO);
            for (int s = 0; s < 1 << n; s++) {
                if (!ability.canBeDoneBy(coalition(n, s))) {
                    continue;
                }
                bySize[Integer.bitCount(s)] = bySize[Integer.bitCount(s)].add(BigInteger.ONE);
                overall = overall.plus(weight(willing, s, -1));
                for (int i = 0; i < n; i++) {
                    boolean in = (s >>> i & 1) != 0;
                    swings[i] += in && !ability.canBeDoneBy(coalition(n, s & ~(1 << i))) ? 1 : 0;
                    with[i] = in ? with[i].plus(weight(willing, s, i)) : with[i];
                    without[i] = in ? without[i] : without[i].plus(weight(willing, s, i));
                }
            }
            Fold fold = fold(ability);
            assertThat(fold.countsBySize()).as("seed %d", seed).containsExactly(bySize);
            assertThat(fold.count())
                    .as("seed %d", seed)
                    .isEqualTo(Arrays.stream(bySize).reduce(BigInteger.ZERO, BigInteger::add));
            assertThat(fold.swings().stream().mapToLong(BigInteger::longValueExact))
                    .as("seed %d", seed)
                    .containsExactly(Arrays.stream(swings).boxed().toArray(Long[]::new));
            Fold.ExactChances exact = fold.exactChances(willing);
            assertThat(exact.overall()).as("seed %d", seed).isEqualTo(overall);
            assertThat(exact.with()).as("seed %d", seed).containsExactly(with);
            assertThat(exact.without()).as("seed %d", seed).containsExactly(without);
            Fold.Chances near = fold.chances(
                    willing.stream().mapToDouble(Fraction::doubleValue).toArray());
            assertThat(near.overall()).isCloseTo(overall.doubleValue(), within(1e-14));
            for (int i = 0; i < n; i++) {
                assertThat(near.with()[i]).isCloseTo(with[i].doubleValue(), within(1e-14));
                assertThat(near.without()[i]).isCloseTo(without[i].doubleValue(), within(1e-14));
                if (without[i].equals(Fraction.ZERO)) {
                    assertThat(near.without()[i]).isZero();
                }
            }
        }
    }

    /// The chance of the coalition, `but` being given.
    private static Fraction weight(List<Fraction> willing, int coalition, int but) {
        Fraction weight = Fraction.ONE;
        for (int i = 0; i < willing.size(); i++) {
            if (i != but) {
                weight = weight.times((coalition >>> i & 1) != 0 ? willing.get(i) : Fraction.ONE.minus(willing.get(i)));
            }
        }
        return weight;
    }

    @Test
    void coarserUnitsHoldTheTruthBetweenThem() {
        int between = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 6 + random.nextInt(3);
            Ability ability = random(random, n);
            double[] willing = random.doubles(n).toArray();
            Fold exact = fold(ability);
            for (long steps : new long[] {1, 2, 3}) {
                Fold harder = fold(ability.coarser(steps, AtLeast.Rounding.HARDER));
                Fold easier = fold(ability.coarser(steps, AtLeast.Rounding.EASIER));
                for (int k = 0; k <= n; k++) {
                    assertThat(exact.countsBySize().get(k))
                            .as("seed %d, %d steps", seed, steps)
                            .isBetween(
                                    harder.countsBySize().get(k),
                                    easier.countsBySize().get(k));
                }
                assertThat(exact.chances(willing).overall())
                        .isBetween(
                                harder.chances(willing).overall() - 1e-12,
                                easier.chances(willing).overall() + 1e-12);
                between += harder.count().equals(exact.count()) ? 0 : 1;
            }
        }
        assertThat(between).isPositive();
    }

    @Test
    void whatHasTooManyStatesIsBracketedAndSaysSo() {
        SplittableRandom random = new SplittableRandom(7);
        int n = 20;
        List<Long> weights = random.longs(n, 1_000_000, 2_000_000).boxed().toList();
        List<Long> others = random.longs(n, 1_000_000, 2_000_000).boxed().toList();
        Ability ability =
                new Ability(n, List.of(new AtLeast(15_000_000, weights), new AtLeast(15_000_000, others)), List.of());
        assertThat(Fold.of(ability, 5_000)).isEmpty();
        Bracketed bracketed = Bracketed.of(ability, 5_000);
        assertThat(bracketed.exact()).isFalse();
        BigInteger exact = fold(ability).count();
        assertThat(bracketed.harder().count()).isLessThan(exact).isGreaterThan(BigInteger.ZERO);
        assertThat(bracketed.easier().count()).isGreaterThan(exact).isLessThan(BigInteger.TWO.pow(n));
        assertThat(Bracketed.of(ability, Fold.MOST_STATES).exact()).isTrue();
    }

    /// By counting votes, which is other code for the case of one need.
    @ParameterizedTest
    @ValueSource(ints = {28, 32, 64, 100})
    void oneNeedOfManyPlayersIsAVotingRule(int n) {
        SplittableRandom random = new SplittableRandom(n);
        List<Long> weights = random.longs(n, 1, 60).boxed().toList();
        long quota = weights.stream().mapToLong(Long::longValue).sum() * 3 / 5;
        Swings voting = Swings.of(new WeightedVoting(quota, weights), 1);
        Fold fold = fold(new Ability(n, List.of(new AtLeast(quota, weights)), List.of()));
        assertThat(fold.count()).isEqualTo(voting.winning());
        assertThat(fold.swings())
                .isEqualTo(IntStream.range(0, n).mapToObj(voting::of).toList());
        assertThat(fold.countsBySize().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(voting.winning());
    }

    @Test
    void whereNobodyIsNeededSomebodyStillHasToCome() {
        Fold fold = fold(new Ability(3, List.of(new AtLeast(0, List.of(0L, 0L, 0L))), List.of()));
        assertThat(fold.count()).isEqualTo(7);
        assertThat(fold.countsBySize()).map(BigInteger::intValue).containsExactly(0, 3, 3, 1);
    }

    @Test
    void whatNobodyCanDoHasNoCoalition() {
        Fold fold = fold(new Ability(3, List.of(new AtLeast(4, List.of(1L, 1L, 1L))), List.of()));
        assertThat(fold.count()).isZero();
        assertThat(fold.chances(new double[] {1, 1, 1}).overall()).isZero();
        assertThat(fold.exactChances(Collections.nCopies(3, Fraction.ONE)).overall())
                .isEqualTo(Fraction.ZERO);
    }

    @Test
    void refusesWhatIsNoChance() {
        Fold fold = fold(new Ability(1, List.of(new AtLeast(1, List.of(1L))), List.of()));
        assertThatThrownBy(() -> fold.chances(new double[] {1.5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chance of 1.5 is not from 0 to 1");
        assertThatThrownBy(() -> fold.chances(new double[] {Double.NaN})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fold.chances(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 chances for 1 players");
        assertThatThrownBy(() -> fold.exactChances(List.of(Fraction.of(3, 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
