package org.muster.games.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
    @Test
    void theVectorKernelIsUnderTest() {
        assertThat(Kernel.vector()).isInstanceOf(VectorKernel.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void vectorsGiveTheSameBitsAsPlainLoops(long seed) {
        Random random = new Random(seed);
        int offset = 8 * random.nextInt(10);
        double[] values = random.doubles(Kernel.BLOCK + 100, -50, 90).toArray();
        double[] x = random.doubles(Kernel.BLOCK, -9, 9).toArray();
        double[] plainBuffer = x.clone();
        double[] vectorBuffer = x.clone();
        double[] plainSums = new double[Kernel.CLASSES * Kernel.LINE];
        double[] vectorSums = new double[Kernel.CLASSES * Kernel.LINE];
        Kernel.plain().accumulate(values, offset, plainBuffer, plainSums);
        Kernel.vector().accumulate(values, offset, vectorBuffer, vectorSums);
        assertThat(vectorBuffer).containsExactly(plainBuffer);
        assertThat(vectorSums).containsExactly(plainSums);
        double[] plainFold = new double[(Kernel.LINE_PLAYERS + 1) * Kernel.CLASSES * Kernel.LINE];
        double[] vectorFold = plainFold.clone();
        Kernel.plain().fold(plainBuffer, plainFold);
        Kernel.vector().fold(vectorBuffer, vectorFold);
        assertThat(vectorFold).containsExactly(plainFold);
        assertThat(Kernel.vector().most(values, offset, x))
                .isEqualTo(Kernel.plain().most(values, offset, x));
        assertThat(Kernel.vector().least(values, offset, x))
                .isEqualTo(Kernel.plain().least(values, offset, x));
        assertThat(Kernel.vector().sum(values, offset)).isCloseTo(Kernel.plain().sum(values, offset), within(1e-8));
    }

    @Test
    void sumsByClassAreSumsBySizeOfTheLine() {
        double[] values = new Random(7).doubles(Kernel.BLOCK).toArray();
        for (Kernel kernel : List.of(Kernel.plain(), Kernel.vector())) {
            double[] sums = new double[Kernel.CLASSES * Kernel.LINE];
            kernel.accumulate(values, 0, new double[Kernel.BLOCK], sums);
            double[] expected = new double[Kernel.CLASSES * Kernel.LINE];
            for (int j = 0; j < Kernel.BLOCK; j++) {
                expected[Integer.bitCount(j >> 3) * Kernel.LINE + (j & 7)] += values[j];
            }
            assertThat(sums).usingComparatorWithPrecision(1e-9).containsExactly(expected);
        }
    }

    @Test
    void aFoldSumsTheLinesOfEachPlayerBySizeOfTheLine() {
        double[] values = new Random(8).doubles(Kernel.BLOCK).toArray();
        double[] expected = new double[(Kernel.LINE_PLAYERS + 1) * Kernel.CLASSES * Kernel.LINE];
        for (int j = 0; j < Kernel.BLOCK; j++) {
            int line = j >> 3;
            for (int player = 0; player <= Kernel.LINE_PLAYERS; player++) {
                if (player == Kernel.LINE_PLAYERS || (line >> player & 1) == 1) {
                    int size = Integer.bitCount(line);
                    expected[(player * Kernel.CLASSES + size) * Kernel.LINE + (j & 7)] += values[j];
                }
            }
        }
        for (Kernel kernel : List.of(Kernel.plain(), Kernel.vector())) {
            double[] sums = new double[expected.length];
            kernel.fold(values, sums);
            assertThat(sums).usingComparatorWithPrecision(1e-9).containsExactly(expected);
        }
    }
}
