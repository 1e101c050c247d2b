package org.muster.report.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.plan.model.Levels;
import org.muster.solve.Progress;

class ProgressWordsTest {
    private static String words(Levels.Aim aim, OptionalLong best, OptionalLong bound) {
        return ProgressWords.of(new Progress(aim.title(), "GLOP", best, bound), "EUR");
    }

    @Test
    void costsAreMoneyAndLinesAreLines() {
        assertThat(words(Levels.Aim.COST, OptionalLong.of(123456), OptionalLong.of(100000)))
                .isEqualTo("looking for the least cost: the best so far costs EUR 1,234.56, and it cannot be below"
                        + " EUR 1,000.00");
        assertThat(words(Levels.Aim.ESSENTIAL, OptionalLong.of(1_500_000), OptionalLong.empty()))
                .isEqualTo(
                        "covering the lines that the mission cannot do without: the best so far lacks 1.50 of a line");
        assertThat(words(Levels.Aim.COST, OptionalLong.empty(), OptionalLong.of(Long.MIN_VALUE)))
                .isEqualTo("looking for the least cost");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsOfASolver(Levels.Aim aim) {
        assertThat(words(aim, OptionalLong.of(72_068_149_026L), OptionalLong.of(1)))
                .doesNotContainPattern("GLOP|tie-break|millionths|minor units");
    }
}
