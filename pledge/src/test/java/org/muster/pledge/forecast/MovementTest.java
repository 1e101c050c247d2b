package org.muster.pledge.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.pledge.Wales;

class MovementTest {
    private static final Course.Aim AIM = new Course.Aim(1, true);

    private static Track track(String member, double... x) {
        return new Track(member, 2013, 0, x);
    }

    /// One year alike for all: with a weight of three years against it, a quarter is believed.
    @Test
    void aCommonStepIsBelievedAsFarAsItsYearsGo() {
        List<Track> tracks = List.of(track("A", 2, 2.1), track("B", 3, 3.1));

        Course course = Course.of(tracks, AIM, new Course.Weights(3, Double.POSITIVE_INFINITY, 10), 0, 1);

        assertThat(course.common()).isCloseTo(0.1 / 4, within(1e-12));
        assertThat(course.pull()).isZero();
        assertThat(course.own().get("A")).isCloseTo((0.1 - 0.025) / 11, within(1e-12));
    }

    /// Many years in which each member closes a tenth of its gap: that is what is learned, and who is there stays.
    @Test
    void aPullIsLearnedFromThoseThatMissTheTarget() {
        int years = 400;
        double[] low = new double[years];
        double[] met = new double[years];
        for (int i = 0; i < years; i++) {
            low[i] = i % 10 == 0 ? 0 : low[i - 1] + 0.1 * (1 - low[i - 1]);
            met[i] = 2;
        }
        List<Track> tracks = new java.util.ArrayList<>();
        for (int i = 0; i + 10 <= years; i += 10) {
            double[] x = new double[10];
            System.arraycopy(low, i, x, 0, 10);
            tracks.add(track("L" + i, x));
        }
        tracks.add(track("M", java.util.Arrays.copyOf(met, 10)));

        Course course = Course.of(tracks, AIM, new Course.Weights(1e-9, 1e-9, Double.POSITIVE_INFINITY), 0, 9);

        assertThat(course.pull()).isCloseTo(0.1, within(1e-6));
        assertThat(course.common()).isCloseTo(0, within(1e-6));
        assertThat(course.after("L0", 0, AIM, 1)).isCloseTo(0.1, within(1e-6));
        assertThat(course.after("M", 2, AIM, 5)).isCloseTo(2, within(1e-6));
    }

    /// What a member did before it joined is no sign of what the pledge does.
    @Test
    void yearsBeforeAMemberJoinedDoNotCount() {
        Track early = new Track("A", 2013, 3, new double[] {0, 5, 9, 9.1});

        assertThat(early.moved(1)).isFalse();
        assertThat(early.moved(2)).isFalse();
        assertThat(early.moved(3)).isTrue();
    }

    /// Montenegro joined on 2017-06-05: there is no forecast of it at the anniversary before, and one at the next.
    @Test
    void aMemberThatJoinedLaterIsForecastFromTheDayItJoined() {
        var two = Wales.pledge("wales-2014-2pct");
        var settings = new Forecasts.Settings(2024, 10, 1);

        assertThat(Forecasts.of(two, Wales.knownAt("2016-09-05"), settings).members())
                .doesNotContainKey("MNE");
        assertThat(Forecasts.of(two, Wales.knownAt("2017-09-05"), settings).members())
                .containsKey("MNE");
    }

    /// Nothing is learned on the summit's day but what the outside tells, and that is wide and shared.
    @Test
    void onTheDayOfThePledgeNothingMovesAndWidthsAreTheOutsides() {
        Forecasts summit = Forecasts.of(
                Wales.pledge("wales-2014-2pct"), Wales.knownAt("2014-09-05"), new Forecasts.Settings(2024, 10, 1));

        assertThat(summit.learned().common()).isZero();
        assertThat(summit.learned().factor()).isEqualTo(1);
        assertThat(summit.learned().width()).isBetween(0.05, 0.2);
        assertThat(summit.learned().shared()).isBetween(0.1, 0.6);
        Count count = summit.count().orElseThrow();
        assertThat(count.high() - count.low()).isGreaterThan(6);
        assertThat(summit.members().values())
                .allSatisfy(one -> assertThat(one.outlook(2024).orElseThrow().quantile(0.5))
                        .isCloseTo(one.last(), within(1e-6)));
    }
}
