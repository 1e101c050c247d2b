package org.muster.bench.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HuntTest {
    @Test
    void noAnswerIsWrongInTenThousandGames() {
        AtomicLong done = new AtomicLong();
        Hunt.Report report = Hunt.run(1, 10_000, 2, done::set);
        report.wrong().stream().limit(40).forEach(System.out::println);
        assertThat(report.wrong()).isEmpty();
        assertThat(report.answers()).isEqualTo(100_000);
    }
}
