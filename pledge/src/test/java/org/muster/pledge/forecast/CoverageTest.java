package org.muster.pledge.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Worlds with known parameters: do the intervals hold what they say?
///
/// A forecast of growth that is published ahead is an input of the model, with its error around the forecast; a
/// world in which the forecast is drawn around the truth has a slightly smaller error. Two years of ten cannot move
/// the figure far.
class CoverageTest {
    private static final int SERIES = 2_000;
    private static final TrendModel MODEL =
            new TrendModel(0.07, 0.02, 0.5, new TrendModel.BaseGrowth(0.02, 0.01, 0.025));

    @Test
    void intervalsOfEightyPercentCover77To83PercentWithTheParametersKnown() {
        SimulatedWorld world = new SimulatedWorld(MODEL, SERIES, 12, 5, 1);

        assertThat(coverage(world, 0, SERIES, MODEL, 0.8)).isBetween(0.77, 0.83);
        assertThat(coverage(world, 0, SERIES, MODEL, 0.5)).isBetween(0.46, 0.54);
    }

    /// The parameters are fitted to each world of 40 members, as they are to an alliance.
    @Test
    void intervalsOfEightyPercentCover77To83PercentWithTheParametersFitted() {
        SimulatedWorld world = new SimulatedWorld(MODEL, SERIES, 12, 5, 2);
        int members = 40;
        double sum = 0;
        for (int from = 0; from < SERIES; from += members) {
            List<Series> alliance = world.known.subList(from, from + members);
            sum += coverage(world, from, from + members, ModelFit.of(alliance, true), 0.8);
        }

        assertThat(sum / (SERIES / members)).isBetween(0.77, 0.83);
    }

    /// The form that forecasts: outside figures from the same world, ten years since the pledge, five ahead.
    @Test
    void intervalsOfTheChosenFormCover77To83Percent() {
        assertThat(chosen(1)).isBetween(0.77, 0.83);
    }

    /// Outside everything moves half as far again as among the members: without calibration far too wide.
    @Test
    void calibrationOnPastOriginsMendsWidthsThatDoNotFit() {
        double calibrated = chosen(1.5);
        double uncalibrated = chosen(1.5, new Form(3, true, 10, Double.POSITIVE_INFINITY));

        assertThat(uncalibrated).isGreaterThan(0.9);
        assertThat(calibrated).isBetween(0.80, uncalibrated - 0.04);
    }

    private static double chosen(double outsideMoves) {
        return chosen(outsideMoves, Form.CHOSEN);
    }

    /// Fifty alliances of forty members, each judged by the outside series of another world.
    private static double chosen(double outsideMoves, Form form) {
        SimulatedWorld world = new SimulatedWorld(MODEL, SERIES, 12, 5, 4);
        SimulatedWorld outside = new SimulatedWorld(MODEL, 400, 30, 0, 5);
        Map<String, Map<Integer, Double>> elsewhere = new TreeMap<>();
        for (Series series : outside.known) {
            Map<Integer, Double> years = new TreeMap<>();
            for (int i = 0; i < series.years(); i++) {
                if (series.hasShare(i)) {
                    years.put(2000 + i, outsideMoves * series.logShare()[i]);
                }
            }
            elsewhere.put(series.member(), years);
        }
        Widths widths = Widths.outside(elsewhere, Set.of(), 17, Tails.NORMAL);
        Course.Aim met = new Course.Aim(-10, true);
        int members = 40;
        long inside = 0;
        long all = 0;
        for (int from = 0; from < SERIES; from += members) {
            List<Track> tracks = world.known.subList(from, from + members).stream()
                    .map(s -> new Track(s.member(), 2000, 0, s.logShare()))
                    .toList();
            Movement movement = Movement.learned(tracks, met, widths, Bounds.ABOVE_ZERO, form, 1, 10);
            for (int m = 0; m < members; m++) {
                for (Outlook outlook : movement.outlooks(tracks.get(m))) {
                    double truth = Math.exp(world.truth.get(from + m)[outlook.year() - 2000]);
                    all++;
                    inside += truth >= outlook.quantile(0.1) && truth <= outlook.quantile(0.9) ? 1 : 0;
                }
            }
        }
        return (double) inside / all;
    }

    @Test
    void theFitFindsTheParameters() {
        SimulatedWorld world = new SimulatedWorld(MODEL, 400, 15, 1, 3);

        TrendModel fitted = ModelFit.of(world.known, true);

        assertThat(fitted.noise()).isBetween(0.063, 0.077);
        assertThat(fitted.trendNoise()).isBetween(0.01, 0.03);
        assertThat(fitted.base().mean()).isBetween(0.018, 0.022);
        assertThat(fitted.base().noise()).isBetween(0.023, 0.027);
        assertThat(fitted.base().spread()).isBetween(0.007, 0.013);
    }

    private static double coverage(SimulatedWorld world, int from, int to, TrendModel model, double probability) {
        long inside = 0;
        long all = 0;
        for (int s = from; s < to; s++) {
            Series series = world.known.get(s);
            TrendFilter.Belief belief = new TrendFilter(model, series).run();
            List<Outlook> outlooks = new Walk(model, series, belief).outlooks(series.noise()[belief.index()]);
            for (int h = 0; h < outlooks.size(); h++) {
                double truth = Math.exp(world.truth.get(s)[belief.index() + 1 + h]);
                double tail = (1 - probability) / 2;
                all++;
                if (truth >= outlooks.get(h).quantile(tail)
                        && truth <= outlooks.get(h).quantile(1 - tail)) {
                    inside++;
                }
            }
        }
        return (double) inside / all;
    }
}
