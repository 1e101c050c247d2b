package org.muster.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableGameTest {
    @Test
    void wholeTablesSayHowFarTheyReach() {
        TableGame game = TableGame.ofInts(0, 3, -7, Integer.MAX_VALUE);
        assertThat(game.players()).isEqualTo(2);
        assertThat(game.value(0b10)).isEqualTo(-7);
        assertThat(game.grandValue()).isEqualTo(Integer.MAX_VALUE);
        assertThat(game.wholeBound()).isEqualTo(Integer.MAX_VALUE);
        assertThat(TableGame.of(0, 0.5).wholeBound()).isNaN();
    }

    @Test
    void longsBeyondExactDoublesAreRefused() {
        assertThatThrownBy(() -> TableGame.ofLongs(0, (1L << 53) + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the value 9007199254740993 of coalition 1 is beyond 2^53, the largest this table holds exactly");
    }
}
