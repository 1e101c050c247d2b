package org.muster.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.lab.design.Design;
import org.muster.lab.design.Points;
import org.muster.lab.draw.Draws;

class DoubtTest {
    private static final int FACTORS = 4;

    private static Points points(Design design, long seed, int futures) {
        return new Points(design, seed, futures, PublishedNumbersTest.factors(FACTORS));
    }

    /// Mean 4 * 0.5 + 1/4 + 0.05: the factors, two of them together, and a draw that is no factor, shared by futures of
    /// one trajectory or block.
    private static double[] values(Points points, int futures, long seed) {
        Draws draws = new Draws(seed);
        double[] values = new double[futures];
        for (int f = 0; f < futures; f++) {
            double[] point = points.point(f);
            double sum = point[0] * point[1] + draws.uniform(points.chanceOf(f), Draws.hash("other"), 0) / 10;
            for (double one : point) {
                sum += one;
            }
            values[f] = sum;
        }
        return values;
    }

    private static final double MEAN = 2 + 0.25 + 0.05;

    /// In how many of so many studies the interval holds the mean, whatever the design; and what it would be if futures
    /// that hang together were taken for single ones.
    @ParameterizedTest
    @CsvSource({"MC,128,true", "LHS,128,true", "SOBOL,128,true", "MORRIS,125,true", "LHS,128,false", "MORRIS,125,false"
    })
    void anIntervalHoldsTheMeanAsOftenAsItSays(Design design, int futures, boolean ours) {
        int studies = 250;
        int held = 0;
        double width = 0;
        for (long seed = 1; seed <= studies; seed++) {
            double[] values = values(points(design, seed, futures), futures, seed);
            Doubt doubt = Doubt.of(ours ? design : Design.MC, FACTORS, futures, new Draws(seed));
            Doubt.Interval sure = doubt.of(values);
            held += sure.low() <= MEAN && MEAN <= sure.high() ? 1 : 0;
            width += (sure.high() - sure.low()) / studies;
        }
        double part = held / (double) studies;
        if (ours) {
            assertThat(part).isBetween(0.90, 0.99);
        } else if (design == Design.LHS) {
            // far too wide: it throws away what the slices gain
            assertThat(part).isEqualTo(1);
        } else {
            // far too narrow: five futures of a trajectory are not five
            assertThat(part).isLessThan(0.9);
        }
        assertThat(width).isBetween(0.0, 0.6);
    }

    @Test
    void slicesAndScramblesTellMeansMoreSharply() {
        double drawn = width(Design.MC);
        assertThat(width(Design.LHS)).isLessThan(drawn / 3);
        assertThat(width(Design.SOBOL)).isLessThan(drawn / 3);
    }

    private static double width(Design design) {
        double width = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Doubt.Interval sure =
                    Doubt.of(design, FACTORS, 512, new Draws(seed)).of(values(points(design, seed, 512), 512, seed));
            width += sure.high() - sure.low();
        }
        return width;
    }

    /// Eight means 1 to 8: mean 4.5, standard error 2.449 / 8^0.5, and Student's 97.5 percent of seven degrees
    /// is 2.3646.
    @Test
    void theIntervalOfEightMeansIsStudents() {
        double[] values = new double[64];
        for (int f = 0; f < values.length; f++) {
            values[f] = 1 + f % 8;
        }
        Doubt.Interval sure = Doubt.of(Design.LHS, 2, 64, new Draws(1)).of(values);
        double reach = 2.364624 * Math.sqrt(6.0 / 8);
        assertThat(sure.low()).isCloseTo(4.5 - reach, within(1e-5));
        assertThat(sure.high()).isCloseTo(4.5 + reach, within(1e-5));
        assertThat(sure.turns()).isBetween(0.0006, 0.0007);
        Doubt.Interval same = Doubt.of(Design.SOBOL, 2, 64, new Draws(1)).of(new double[64]);
        assertThat(same).isEqualTo(new Doubt.Interval(0, 0, 0));
    }
}
