package org.muster.games;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoalitionsTest {
    @Test
    void sizeCountsMembers() {
        assertThat(Coalitions.size(0b1011)).isEqualTo(3);
    }
}
