package org.muster.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundedTest {
    @Test
    void whatRoundsToZeroHasNoSign() {
        assertThat(Rounded.of(-5.55e-17, 3)).isEqualTo("0.000");
        assertThat(Rounded.of(-0.0, 0)).isEqualTo("0");
        assertThat(Rounded.signed(-0.0004, 3)).isEqualTo("0.000");
        assertThat(Rounded.signed(0.0004, 3)).isEqualTo("0.000");
    }

    @Test
    void digitsAreThoseAskedFor() {
        assertThat(Rounded.of(-1.5, 2)).isEqualTo("-1.50");
        assertThat(Rounded.of(1.005, 2)).isEqualTo("1.01");
        assertThat(Rounded.signed(0.25, 1)).isEqualTo("+0.3");
        assertThat(Rounded.signed(-0.25, 1)).isEqualTo("-0.3");
        assertThat(Rounded.of(1e20, 0)).isEqualTo("100000000000000000000");
        assertThat(Rounded.of(Double.NaN, 2)).isEqualTo("NaN");
    }
}
