package org.muster.pledge.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathsTest {
    private static List<Outlook> outlooks(Tails tails) {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(y -> new Outlook(2024 + y, -4 + 0.02 * y, 0.1 * Math.sqrt(y), tails, Bounds.PERCENT))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Tails.class)
    void pathsReachTheTargetInTheirFirstYearAsOftenAsTheOutlookSays(Tails tails) {
        List<Outlook> outlooks = outlooks(tails);
        double threshold = outlooks.getFirst().quantile(0.7);
        int paths = 20_000;

        int[] atLeast = Paths.firstReached(outlooks, threshold, true, paths, 1);
        int[] atMost = Paths.firstReached(outlooks, threshold, false, paths, 1);

        assertThat((double) atLeast[0] / paths).isCloseTo(0.3, within(0.015));
        assertThat((double) atMost[0] / paths).isCloseTo(0.7, within(0.015));
        assertThat(IntStream.of(atLeast).sum()).isLessThanOrEqualTo(paths);
    }

    /// In any year a path is as likely to lie above as the outlook says: so what has been reached by then is no rarer.
    @ParameterizedTest
    @EnumSource(Tails.class)
    void whatIsReachedByAYearIsNoRarerThanWhatIsReachedInIt(Tails tails) {
        List<Outlook> outlooks = outlooks(tails);
        double threshold = 2.5;
        int paths = 20_000;

        int[] reached = Paths.firstReached(outlooks, threshold, true, paths, 2);

        double sum = 0;
        for (int y = 0; y < outlooks.size(); y++) {
            sum += reached[y];
            assertThat(sum / paths).isGreaterThan(1 - outlooks.get(y).probabilityUpTo(threshold) - 0.015);
        }
    }

    @Test
    void theSameSeedDrawsTheSamePathsAndAnotherOneOthers() {
        List<Outlook> outlooks = outlooks(Tails.HEAVY);

        assertThat(Paths.firstReached(outlooks, 2, true, 1000, 5))
                .isEqualTo(Paths.firstReached(outlooks, 2, true, 1000, 5))
                .isNotEqualTo(Paths.firstReached(outlooks, 2, true, 1000, 6));
    }
}
