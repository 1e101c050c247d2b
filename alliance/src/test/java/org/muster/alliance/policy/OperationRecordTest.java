package org.muster.alliance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationRecordTest {
    private static final OperationRecord RECORD = new OperationRecord(List.of("BEL", "USA"), List.of("DEU", "POL"));

    @Test
    void aPlanStandsBesideWhoReallyWent() {
        assertThat(RECORD.beside(List.of("DEU", "POL", "USA", "SWE")))
                .isEqualTo("A counterfactual best coalition by the figures of this folder, not history. "
                        + "Who really went: BEL, USA. 2 of the 4 that go here stayed out; 1 that went do not go here.");
    }

    @Test
    void whereAllThatGoWentNobodyStayedOut() {
        assertThat(RECORD.beside(List.of("BEL", "USA"))).endsWith("Nobody that goes here stayed out.");
    }
}
