package org.muster.pledge.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muster.pledge.Wales;
import org.muster.pledge.forecast.Count;
import org.muster.pledge.forecast.ForecastMethod;
import org.muster.pledge.forecast.Goal;
import org.muster.pledge.forecast.Outlook;
import org.muster.pledge.known.Knowledge;

class RollingOriginsTest {
    private static ScoreCard card;

    @BeforeAll
    static void score() {
        card = RollingOrigins.score(
                Wales.ALLIANCE,
                Wales.pledge("wales-2014-2pct"),
                Wales.knownAt("2026-03-01"),
                Knowledge.Replacement.STAND_INS,
                EnumSet.allOf(ForecastMethod.class));
    }

    @Test
    void thereAreTenOriginsFromTheSummitOn() {
        assertThat(card.origins()).hasSize(10).first().isEqualTo(LocalDate.of(2014, 9, 5));
        assertThat(card.standIns()).isNotEmpty();
    }

    @Test
    void everyMethodIsMeasuredByTheSameOutcomes() {
        assertThat(card.overall().values().stream().map(ScoreCard.Marks::trials).distinct())
                .hasSize(1);
        card.byAhead()
                .values()
                .forEach(marks -> assertThat(marks.values().stream()
                                .map(ScoreCard.Marks::trials)
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void partsAddUpToTheWhole() {
        for (ForecastMethod method : ForecastMethod.values()) {
            ScoreCard.Marks whole = card.overall().get(method);
            double crps = 0;
            double inside = 0;
            int trials = 0;
            for (var ahead : card.byAhead().values()) {
                ScoreCard.Marks part = ahead.get(method);
                trials += part.trials();
                crps += part.crps() * part.trials();
                inside += part.coverage80() * part.trials();
            }
            assertThat(trials).isEqualTo(whole.trials());
            assertThat(crps / trials).isCloseTo(whole.crps(), within(1e-12));
            assertThat(inside / trials).isCloseTo(whole.coverage80(), within(1e-12));
            ScoreCard.DueMarks due = card.due().get(method);
            assertThat(due.reliability().stream()
                            .mapToInt(ScoreCard.DueMarks.Bin::trials)
                            .sum())
                    .isEqualTo(due.trials());
        }
    }

    /// What docs/pledge.md says of the chosen form; and by how much each form that was tried is better than saying that
    /// nothing changes is what its table says.
    @Test
    void theChosenFormHoldsWhatTheDocumentSays() {
        ScoreCard.Marks chosen = card.overall().get(ForecastMethod.CHOSEN);

        assertThat(chosen.coverage80()).isBetween(0.76, 0.84);
        assertThat(chosen.skill().get(ForecastMethod.LAST_VALUE)).isGreaterThan(0.08);
        ScoreCard.DueMarks due = card.due().get(ForecastMethod.CHOSEN);
        assertThat(due.brier()).isLessThan(0.28);
        // Without hindsight: always saying the share that met it by the figures of the day.
        assertThat(due.shareThen()).isBetween(0.35, 0.42);
        assertThat(card.byOrigin().values()).allSatisfy(origin -> {
            Count count = origin.count().orElseThrow();
            assertThat(count.low()).isLessThanOrEqualTo((int) Math.ceil(origin.expectedMet()));
            assertThat(count.high()).isGreaterThanOrEqualTo((int) origin.expectedMet());
        });
    }

    /// The Brier score of the first origin and method worked out by hand from the forecasts themselves.
    @Test
    void theScoreOfDueIsTheMeanSquaredErrorOverAllOrigins() {
        var pledge = Wales.pledge("wales-2014-2pct");
        Knowledge truth = Wales.knownAt("2026-03-01");
        double sum = 0;
        int count = 0;
        for (LocalDate origin : card.origins()) {
            var outlooks = ForecastMethod.all(
                            pledge,
                            Knowledge.at(Wales.ALLIANCE, origin, Knowledge.Replacement.STAND_INS),
                            2024,
                            EnumSet.of(ForecastMethod.LAST_VALUE))
                    .get(ForecastMethod.LAST_VALUE);
            for (var entry : outlooks.entrySet()) {
                List<Outlook> of2024 =
                        entry.getValue().stream().filter(o -> o.year() == 2024).toList();
                if (of2024.isEmpty()) {
                    continue;
                }
                boolean met = pledge.isMetBy(truth.latest(entry.getKey(), pledge.measure(), 2024)
                        .orElseThrow()
                        .value());
                double error = Goal.of(pledge).chance(of2024.getFirst()) - (met ? 1 : 0);
                sum += error * error;
                count++;
            }
        }

        assertThat(card.due().get(ForecastMethod.LAST_VALUE).brier()).isCloseTo(sum / count, within(1e-12));
    }
}
