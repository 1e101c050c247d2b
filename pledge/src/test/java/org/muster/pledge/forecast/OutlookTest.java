package org.muster.pledge.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {
    /// The definition: the integral of the squared difference of the two distribution functions.
    @ParameterizedTest
    @CsvSource({"0, 0.3, 1.2", "0.5, 0.1, 1.0", "-0.7, 0.8, 2.5", "0.2, 0.05, 1.2214"})
    void theScoreIsTheIntegralThatDefinesIt(double mean, double deviation, double outcome) {
        Outlook outlook = new Outlook(2024, mean, deviation);
        double integral = 0;
        double step = 1e-4;
        for (double x = step / 2; x < 40; x += step) {
            double difference = outlook.probabilityUpTo(x) - (x >= outcome ? 1 : 0);
            integral += difference * difference * step;
        }

        assertThat(outlook.crps(outcome)).isCloseTo(integral, within(1e-4));
    }

    /// The definition: the integral of the gap over the distribution.
    @ParameterizedTest
    @CsvSource({"0, 0.3, 2", "0.5, 0.1, 2", "-0.7, 0.8, 2.5"})
    void theExpectedShortfallIsTheIntegralThatDefinesIt(double mean, double deviation, double floor) {
        Outlook outlook = new Outlook(2024, mean, deviation);
        double integral = 0;
        double step = 1e-4;
        for (double x = step / 2; x < floor; x += step) {
            integral +=
                    outlook.probabilityUpTo(x) * step; // by parts: the gap's mean is the integral of the probability
        }

        assertThat(outlook.expectedShortfall(floor)).isCloseTo(integral, within(1e-6));
    }

    /// The same definition where tails are heavy and a percentage has an upper end.
    @ParameterizedTest
    @CsvSource({"-3.9, 0.3, 1.2", "-3.9, 0.1, 1.9", "0.5, 0.8, 70", "-3, 0.05, 9.9"})
    void theScoreOfAPercentageIsTheIntegralThatDefinesIt(double center, double spread, double outcome) {
        Outlook outlook = new Outlook(2024, center, spread, Tails.HEAVY, Bounds.PERCENT);
        double integral = 0;
        double missing = 0;
        double step = 1e-4;
        for (double x = step / 2; x < 100; x += step) {
            double difference = outlook.probabilityUpTo(x) - (x >= outcome ? 1 : 0);
            integral += difference * difference * step;
            missing += x < 2 ? outlook.probabilityUpTo(x) * step : 0;
        }

        assertThat(outlook.crps(outcome)).isCloseTo(integral, within(2e-4));
        assertThat(outlook.expectedShortfall(2)).isCloseTo(missing, within(2e-4));
    }

    /// The closed form against the library's distribution.
    @ParameterizedTest
    @CsvSource({"-40", "-3", "-1", "0", "0.5", "1.6377", "7"})
    void heavyTailsAreThoseOfTheLibrary(double z) {
        assertThat(Tails.HEAVY.below(z)).isCloseTo(new TDistribution(3).cumulativeProbability(z), within(1e-12));
    }

    @Test
    void aPercentageStaysBetweenNothingAndAll() {
        Outlook wide = new Outlook(2040, 4, 3, Tails.HEAVY, Bounds.PERCENT);

        assertThat(wide.quantile(0.999)).isBetween(99.0, 100.0);
        assertThat(wide.quantile(0.001)).isBetween(0.0, 1.0);
        assertThat(wide.probabilityUpTo(100)).isEqualTo(1);
        assertThat(wide.probabilityUpTo(0)).isZero();
    }

    @Test
    void aSureForecastIsScoredByItsError() {
        assertThat(new Outlook(2024, Math.log(2), 1e-9).crps(2.5)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void refusesAnOutlookWithoutSpread() {
        assertThatThrownBy(() -> new Outlook(2024, 0, 0)).hasMessageContaining("spread above zero");
    }
}
