package org.muster.pledge.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountTest {
    /// Binomial, 20 with one half: at most 7 with 13 percent, at most 6 with 6.
    @Test
    void withNothingInCommonItIsTheBinomial() {
        Count count = Count.of(2024, Collections.nCopies(20, 0.5), 0);

        assertThat(count.expected()).isEqualTo(10);
        assertThat(count.low()).isEqualTo(7);
        assertThat(count.high()).isEqualTo(13);
    }

    @Test
    void whatIsSharedWidensTheRangeAndLeavesTheMean() {
        Count apart = Count.of(2024, Collections.nCopies(20, 0.4), 0);
        Count together = Count.of(2024, Collections.nCopies(20, 0.4), 0.4);

        assertThat(together.expected()).isEqualTo(apart.expected());
        assertThat(together.low()).isLessThan(apart.low());
        assertThat(together.high()).isGreaterThan(apart.high());
    }

    @Test
    void whoIsSureIsCountedSurely() {
        Count count = Count.of(2024, List.of(1.0, 1.0, 0.0), 0.4);

        assertThat(count.low()).isEqualTo(2);
        assertThat(count.high()).isEqualTo(2);
    }
}
