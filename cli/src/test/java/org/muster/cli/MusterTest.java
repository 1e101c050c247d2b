package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MusterTest {
    @Test
    void helpNamesEveryCommandWhetherItsOptionsAreReadOrNot() {
        String titles = Call.muster("--help").out();

        Call whole = Call.muster("--help", "generate-completion");

        assertThat(whole.out()).isEqualTo(titles).contains("why-not", "bench", "generate-completion");
    }

    @Test
    void aCommandKnowsItsOptionsWhateverStandsBeforeIt() {
        assertThat(Call.muster("plan", "--help").out()).contains("--export-mps");
        assertThat(Call.muster("bench", "games", "--help").out()).contains("--threads");
    }

    @Test
    void aNameThatIsNoCommandGetsTheNearest() {
        Call call = Call.muster("plam", "examples/wales-2014");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("plan");
    }

    @Test
    void completionKnowsTheOptionsOfEveryCommand() {
        assertThat(Call.muster("generate-completion").out()).contains("--export-mps", "--known-at", "--certify");
    }
}
