package org.muster.alliance.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApportionmentTest {
    static Stream<Integer> seeds() {
        return IntStream.range(0, 400).boxed();
    }

    private static List<BigDecimal> weights(Random random, int size) {
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean zero = random.nextInt(5) == 0 && i > 0;
            weights.add(zero ? BigDecimal.ZERO : BigDecimal.valueOf(1 + random.nextInt(10_000), random.nextInt(5)));
        }
        return weights;
    }

    private static BigDecimal sum(List<BigDecimal> weights) {
        return weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Whether `part` lies less than one unit from `amount * weight / sum`, without dividing.
    private static boolean isWithinAUnit(long part, long amount, BigDecimal weight, BigDecimal sum) {
        BigDecimal distance = BigDecimal.valueOf(part)
                .multiply(sum)
                .subtract(BigDecimal.valueOf(amount).multiply(weight))
                .abs();
        return distance.compareTo(sum) < 0;
    }

    @Nested
    class OneAmount {
        static Stream<Integer> seeds() {
            return ApportionmentTest.seeds();
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void partsAddUpToTheAmountAndLieWithinAUnitOfTheQuota(int seed) {
            Random random = new Random(seed);
            List<BigDecimal> weights = weights(random, 1 + seed / 20);
            long amount = random.nextLong(seed < 200 ? 50 : 1_000_000_000_000L);

            List<Long> parts = Apportionment.byLargestRemainder(amount, weights);

            assertThat(parts.stream().mapToLong(Long::longValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(amount);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(isWithinAUnit(parts.get(i), amount, weights.get(i), sum(weights)))
                        .as("seed %d, part %d", seed, i)
                        .isTrue();
            }
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void itIsTheSplitWithTheLeastSumOfSquaredDistancesFromTheQuotas(int seed) {
            Random random = new Random(seed);
            List<BigDecimal> weights = weights(random, 1 + random.nextInt(4));
            int amount = random.nextInt(9);

            List<Long> parts = Apportionment.byLargestRemainder(amount, weights);

            assertThat(distance(parts, amount, weights))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(least(amount, weights));
        }

        /// Hamilton's method minimises every such distance (Balinski and Young, chapter 13): the slow, obvious twin.
        private static BigDecimal least(int amount, List<BigDecimal> weights) {
            List<List<Long>> all = new ArrayList<>();
            splits(amount, weights.size(), new ArrayList<>(), all);
            return all.stream()
                    .map(parts -> distance(parts, amount, weights))
                    .min(BigDecimal::compareTo)
                    .orElseThrow();
        }

        private static void splits(long left, int places, List<Long> begun, List<List<Long>> all) {
            if (places == 1) {
                List<Long> parts = new ArrayList<>(begun);
                parts.add(left);
                all.add(parts);
                return;
            }
            for (long part = 0; part <= left; part++) {
                begun.add(part);
                splits(left - part, places - 1, begun, all);
                begun.removeLast();
            }
        }

        private static BigDecimal distance(List<Long> parts, long amount, List<BigDecimal> weights) {
            BigDecimal sum = sum(weights);
            BigDecimal squares = BigDecimal.ZERO;
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal off = BigDecimal.valueOf(parts.get(i))
                        .multiply(sum)
                        .subtract(BigDecimal.valueOf(amount).multiply(weights.get(i)));
                squares = squares.add(off.multiply(off));
            }
            return squares;
        }

        @Test
        void equalFractionsGoToTheEarlierPlace() {
            List<BigDecimal> equal = Collections.nCopies(3, BigDecimal.ONE);

            assertThat(Apportionment.byLargestRemainder(2, equal)).containsExactly(1L, 1L, 0L);
            assertThat(Apportionment.byLargestRemainder(1, equal)).containsExactly(1L, 0L, 0L);
        }

        @Test
        void theAlabamaParadoxIsThereAsTheMethodIsKnownToHaveIt() {
            List<BigDecimal> states =
                    Stream.of("6", "6", "2").map(BigDecimal::new).toList();

            assertThat(Apportionment.byLargestRemainder(10, states)).containsExactly(4L, 4L, 2L);
            assertThat(Apportionment.byLargestRemainder(11, states)).containsExactly(5L, 5L, 1L);
        }

        @Test
        void amountsUpToTheLargestLongDoNotOverflow() {
            List<BigDecimal> weights = List.of(new BigDecimal("33.3333"), new BigDecimal("66.6667"));

            List<Long> parts = Apportionment.byLargestRemainder(Long.MAX_VALUE, weights);

            assertThat(BigInteger.valueOf(parts.get(0)).add(BigInteger.valueOf(parts.get(1))))
                    .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE));
        }

        @Test
        void refusesWhatCannotBeSplit() {
            assertThatThrownBy(() -> Apportionment.byLargestRemainder(-1, List.of(BigDecimal.ONE)))
                    .hasMessageContaining("-1");
            assertThatThrownBy(() -> Apportionment.byLargestRemainder(1, List.of(BigDecimal.ZERO)))
                    .hasMessageContaining("no weight");
            assertThatThrownBy(() -> Apportionment.byLargestRemainder(1, List.of(BigDecimal.TEN.negate())))
                    .hasMessageContaining("-10");
        }
    }

    @Nested
    class SeveralAmounts {
        static Stream<Integer> seeds() {
            // The last is a world in which the largest fractions alone leave a member a full unit behind.
            return Stream.concat(IntStream.range(0, 1000).boxed(), Stream.of(32481));
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void everyTurnAddsUpAndTheCarriedErrorStaysBelowAUnit(int seed) {
            Random random = new Random(seed);
            List<BigDecimal> weights = weights(random, 1 + random.nextInt(8));
            List<Long> amounts = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(turn -> random.nextLong(random.nextInt(4) == 0 ? 40 : 3))
                    .toList();

            List<List<Long>> turns = Apportionment.withCarriedError(amounts, weights);

            long[] soFar = new long[weights.size()];
            long cumulated = 0;
            for (int turn = 0; turn < amounts.size(); turn++) {
                List<Long> parts = turns.get(turn);
                assertThat(parts.stream().mapToLong(Long::longValue).sum())
                        .as("seed %d, turn %d", seed, turn)
                        .isEqualTo(amounts.get(turn));
                assertThat(parts).as("seed %d, turn %d", seed, turn).allMatch(part -> part >= 0);
                cumulated += amounts.get(turn);
                for (int i = 0; i < soFar.length; i++) {
                    soFar[i] += parts.get(i);
                    assertThat(isWithinAUnit(soFar[i], cumulated, weights.get(i), sum(weights)))
                            .as("seed %d, turn %d, part %d: %d of %d", seed, turn, i, soFar[i], cumulated)
                            .isTrue();
                }
            }
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void weightsBeyondAMachineWordShareAsTheSameWeightsWithinOne(int seed) {
            Random random = new Random(seed);
            List<BigDecimal> weights = weights(random, 1 + random.nextInt(30));
            List<BigDecimal> wide = weights.stream()
                    .map(weight -> weight.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(70))))
                    .toList();
            List<Long> amounts = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToObj(turn -> random.nextLong(random.nextInt(4) == 0 ? 10_000_000_000L : 3))
                    .toList();

            assertThat(Apportionment.withCarriedError(amounts, weights))
                    .isEqualTo(Apportionment.withCarriedError(amounts, wide));
        }
    }
}
