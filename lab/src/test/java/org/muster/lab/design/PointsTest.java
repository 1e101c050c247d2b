package org.muster.lab.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.source.Provenance;

class PointsTest {
    static Factor real(String id, Factor.Distribution distribution) {
        return new Factor(
                id,
                Factor.Kind.REAL,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                List.of(),
                distribution,
                Factor.Target.PRICE,
                Factor.ALL,
                Optional.empty(),
                Provenance.illustrative(""));
    }

    private static List<Factor> reals(int many) {
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            factors.add(real("f" + i, new Factor.Distribution.Uniform()));
        }
        return factors;
    }

    private static Factor choice(String id, int values) {
        List<BigDecimal> some = new ArrayList<>();
        for (int i = 1; i <= values; i++) {
            some.add(BigDecimal.valueOf(i));
        }
        return new Factor(
                id,
                Factor.Kind.CHOICE,
                BigDecimal.ONE,
                BigDecimal.valueOf(values),
                some,
                new Factor.Distribution.Uniform(),
                Factor.Target.PRICE,
                Factor.ALL,
                Optional.empty(),
                Provenance.illustrative(""));
    }

    @ParameterizedTest
    @EnumSource(Design.class)
    void pointsLieInTheUnitCubeAndDependOnNothingButTheirNumber(Design design) {
        Points points = new Points(design, 5, 64, reals(3));
        List<double[]> forward = new ArrayList<>();
        for (int f = 0; f < 64; f++) {
            forward.add(points.point(f));
        }
        for (int f = 63; f >= 0; f--) {
            assertThat(new Points(design, 5, 64, reals(3)).point(f)).containsExactly(forward.get(f));
            assertThat(Arrays.stream(forward.get(f))).allMatch(u -> u >= 0 && u <= 1);
        }
    }

    @Test
    void everySliceOfALatinHypercubeHasOneFuture() {
        Points points = new Points(Design.LHS, 9, 8 * 50, reals(4));
        Set<List<Double>> orders = new HashSet<>();
        for (int cube = 0; cube < 8; cube++) {
            for (int i = 0; i < 4; i++) {
                Set<Integer> slices = new HashSet<>();
                List<Double> order = new ArrayList<>();
                for (int f = cube; f < 8 * 50; f += 8) {
                    slices.add((int) (points.point(f)[i] * 50));
                    order.add(points.point(f)[i]);
                }
                assertThat(slices).hasSize(50);
                orders.add(order);
            }
        }
        // no two hypercubes, and no two factors, are alike
        assertThat(orders).hasSize(8 * 4);
    }

    /// A permutation hangs on the factor's name, so another factor before it moves nothing.
    @Test
    void anotherFactorChangesNoSlice() {
        List<Factor> more = new ArrayList<>(List.of(real("first", new Factor.Distribution.Uniform())));
        more.addAll(reals(2));
        for (Design design : List.of(Design.MC, Design.LHS)) {
            Points few = new Points(design, 9, 40, reals(2));
            Points many = new Points(design, 9, 40, more);
            for (int f = 0; f < 40; f++) {
                assertThat(Arrays.copyOfRange(many.point(f), 1, 3)).containsExactly(few.point(f));
            }
        }
    }

    /// Scrambled or not, each elementary interval of a net in base 2 has one point: here all intervals of the first two
    /// dimensions, which are a (0, 2)-sequence.
    @Test
    void aScrambledSobolSequenceIsANet() {
        Set<List<Double>> scrambles = new HashSet<>();
        for (int scramble = 0; scramble < 8; scramble++) {
            Points points = new Points(Design.SOBOL, 3, 8 * 64, reals(2));
            for (int k = 0; k <= 6; k++) {
                Set<Integer> cells = new HashSet<>();
                for (int f = scramble; f < 8 * 64; f += 8) {
                    double[] point = points.point(f);
                    cells.add((int) (point[0] * (1 << k)) * 64 + (int) (point[1] * (1 << (6 - k))));
                    scrambles.add(List.of(point[0], point[1]));
                }
                assertThat(cells)
                        .as("scramble %d, 2^%d slices of the first", scramble, k)
                        .hasSize(64);
            }
        }
        assertThat(scrambles).hasSize(8 * 64);
    }

    @Test
    void moreFuturesLeaveThoseThatAreThereAsTheyAre() {
        for (Design design : Design.values()) {
            if (design.grows()) {
                for (int f = 0; f < 16; f++) {
                    assertThat(new Points(design, 3, 256, reals(3)).point(f))
                            .containsExactly(new Points(design, 3, 16, reals(3)).point(f));
                }
            }
        }
    }

    @Test
    void aFactorialDesignGoesThroughEveryCombination() {
        List<Factor> factors = List.of(choice("a", 3), choice("b", 2), real("c", new Factor.Distribution.Uniform()));
        Points points = new Points(Design.FACTORIAL, 1, 6, factors);
        Set<String> seen = new HashSet<>();
        for (int f = 0; f < 6; f++) {
            double[] point = points.point(f);
            seen.add(FactorValue.at(factors.get(0), point[0]) + " " + FactorValue.at(factors.get(1), point[1]));
            assertThat(point[2]).isEqualTo(0.5);
        }
        assertThat(seen).hasSize(6);
    }

    @Test
    void onATrajectoryOfMorrisOneFactorMovesByTheStepAtATime() {
        Points points = new Points(Design.MORRIS, 4, 60, reals(5));
        for (int f = 0; f < 59; f++) {
            if (points.chanceOf(f) != points.chanceOf(f + 1)) {
                assertThat(points.movedAfter(f)).isEqualTo(-1);
                continue;
            }
            double[] one = points.point(f);
            double[] next = points.point(f + 1);
            for (int i = 0; i < 5; i++) {
                assertThat(Math.abs(next[i] - one[i]))
                        .isCloseTo(
                                i == points.movedAfter(f) ? Points.STEP : 0,
                                org.assertj.core.data.Offset.offset(1e-12));
            }
        }
    }

    @Test
    void aBlockOfSaltelliMixesTwoPoints() {
        Points points = new Points(Design.SALTELLI, 4, 50, reals(3));
        for (int block = 0; block < 10; block++) {
            double[] a = points.point(block * 5);
            double[] b = points.point(block * 5 + 1);
            for (int i = 0; i < 3; i++) {
                double[] mixed = points.point(block * 5 + 2 + i);
                for (int j = 0; j < 3; j++) {
                    assertThat(mixed[j]).isEqualTo(i == j ? b[j] : a[j]);
                }
                assertThat(a[i]).isNotEqualTo(b[i]);
            }
        }
    }

    @Test
    void sizesAreRoundedUpToWhatTheDesignNeeds() {
        assertThat(Design.SOBOL.rounded(1000, 5)).isEqualTo(1024);
        assertThat(Design.SOBOL.rounded(3, 5)).isEqualTo(8);
        assertThat(Design.LHS.rounded(1000, 5)).isEqualTo(1000);
        assertThat(Design.LHS.rounded(1001, 5)).isEqualTo(1008);
        assertThat(Design.MORRIS.rounded(100, 5)).isEqualTo(102);
        assertThat(Design.SALTELLI.rounded(100, 5)).isEqualTo(105);
        assertThat(Design.MC.rounded(1000, 5)).isEqualTo(1000);
    }

    /// Each published figure has an equal part of the quantiles.
    @Test
    void publishedFiguresAreDrawnAlike() {
        Factor factor = real(
                "e",
                new Factor.Distribution.Empirical(
                        "level",
                        "spring",
                        false,
                        List.of(new BigDecimal("0.1"), new BigDecimal("0.4"), new BigDecimal("0.4"), BigDecimal.ONE)));
        assertThat(FactorValue.at(factor, 0)).isEqualTo(0.1);
        assertThat(FactorValue.at(factor, 0.2499)).isEqualTo(0.1);
        assertThat(FactorValue.at(factor, 0.25)).isEqualTo(0.4);
        assertThat(FactorValue.at(factor, 0.7499)).isEqualTo(0.4);
        assertThat(FactorValue.at(factor, 0.75)).isEqualTo(1);
        assertThat(FactorValue.at(factor, 1)).isEqualTo(1);
    }

    /// Quantiles of the distributions by their closed forms.
    @Test
    void valuesAreTheQuantilesOfTheirDistributions() {
        Factor uniform = real("u", new Factor.Distribution.Uniform());
        Factor triangular = real("t", new Factor.Distribution.Triangular(new BigDecimal("0.25")));
        Factor beta = real("b", new Factor.Distribution.Beta(BigDecimal.valueOf(2), BigDecimal.ONE));
        Factor normal = real("n", new Factor.Distribution.Normal(new BigDecimal("0.5"), new BigDecimal("0.2")));

        assertThat(FactorValue.at(uniform, 0.3)).isEqualTo(0.3);
        // below the mode the distribution function is x^2 / mode
        assertThat(FactorValue.at(triangular, 0.16)).isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(FactorValue.at(triangular, 0.25)).isCloseTo(0.25, org.assertj.core.data.Offset.offset(1e-12));
        // of Beta(2, 1) it is x^2
        assertThat(FactorValue.at(beta, 0.49)).isCloseTo(0.7, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(FactorValue.at(normal, 0.5)).isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(FactorValue.at(normal, 0)).isBetween(0.0, 1e-9);
        assertThat(FactorValue.at(normal, 1)).isBetween(1 - 1e-9, 1.0);
    }
}
