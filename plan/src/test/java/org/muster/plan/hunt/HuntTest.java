package org.muster.plan.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A sample of the hunt: `muster bench plan --hunt` looks at more.
class HuntTest {
    static LongStream numbers() {
        return LongStream.range(1_000_000, 1_000_600);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void everyMethodAgrees(long number) {
        assertThat(FolderHunt.in(number)).isEmpty();
    }
}
