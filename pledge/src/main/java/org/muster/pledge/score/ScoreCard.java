package org.muster.pledge.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.forecast.Count;
import org.muster.pledge.forecast.ForecastMethod;

/// How good forecasts of a pledge have been.
///
/// @param pledge   the pledge
/// @param truthAt  the day of knowledge of what came
/// @param origins  the days on which forecasts were made again
/// @param standIns releases that stood in for missing ones at any origin
/// @param overall  by method, over all years ahead
/// @param byAhead  by years ahead (1, 2, ...), then by method
/// @param byOrigin what each origin's forecasts came to
/// @param due      by method: how well the chance of meeting the target in the year in which it is due was told
public record ScoreCard(
        Pledge pledge,
        LocalDate truthAt,
        List<LocalDate> origins,
        List<StandIn> standIns,
        Map<ForecastMethod, Marks> overall,
        Map<Integer, Map<ForecastMethod, Marks>> byAhead,
        Map<LocalDate, OriginMarks> byOrigin,
        Map<ForecastMethod, DueMarks> due) {
    public ScoreCard {
        origins = List.copyOf(origins);
        standIns = List.copyOf(standIns);
    }

    /// Marks for figures.
    ///
    /// @param trials     forecasts with an outcome; those of one origin, and of one member, are not independent
    /// @param coverage50 share of outcomes in the central interval of 50 percent
    /// @param coverage80 share of outcomes in the central interval of 80 percent
    /// @param crps       mean continuous ranked probability score, in the measure's unit; less is better
    /// @param skill      by baseline: 1 - CRPS / CRPS of the baseline, above zero where better
    public record Marks(
            int trials, double coverage50, double coverage80, double crps, Map<ForecastMethod, Double> skill) {}

    /// Marks for the forecasts of one day, by the method of this module.
    ///
    /// @param marks       for the figures of all years ahead
    /// @param dueTrials   members with a forecast for the year in which the pledge is due, and an outcome
    /// @param brier       of the chance of meeting the target in that year
    /// @param shareThen   the same for always saying the share that met it by the figures known then
    /// @param count       how many were expected to meet it then, with the range in which 80 percent lie
    /// @param expectedMet sum of these chances: how many were expected to meet it
    /// @param met         how many did
    public record OriginMarks(
            Marks marks,
            int dueTrials,
            double brier,
            double shareThen,
            Optional<Count> count,
            double expectedMet,
            int met) {}

    /// Marks for yes or no.
    ///
    /// @param trials      forecasts with an outcome
    /// @param brier       mean squared error of the probability (Brier 1950); always saying one half gives 0.25
    /// @param shareThen   the same for always saying the share that met it by the figures known at the origin: a base
    ///                    rate without hindsight, beside one half
    /// @param baseRate    the same for always saying the share that met it in the end: with hindsight, for nobody knew
    /// it
    /// @param reliability by range of probability: what was said, and what came
    public record DueMarks(int trials, double brier, double shareThen, double baseRate, List<Bin> reliability) {
        public DueMarks {
            reliability = List.copyOf(reliability);
        }

        /// One range of probabilities.
        ///
        /// @param from   lower end, included
        /// @param to     upper end
        /// @param trials forecasts in it
        /// @param said   their mean probability; empty where there is none
        /// @param came   share of them that came true; empty where there is none
        public record Bin(double from, double to, int trials, Optional<Double> said, Optional<Double> came) {}
    }
}
