package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muster.solve.SolveOptions;

class InvestBenchTest {
    /// The best that the search proves is the best of every portfolio, with fewer of them looked at.
    @Test
    void searchAndWalkAgree() {
        for (long seed = 1; seed <= 12; seed++) {
            InvestBench measured =
                    InvestBench.of(new InvestBench.Size(5, 2, 4, 2, 2), seed, true, SolveOptions.defaults());
            assertThat(measured.agree()).as("seed %d", seed).isTrue();
            assertThat(measured.gap()).isZero();
            assertThat(measured.portfolios()).isEqualTo(81);
            assertThat(measured.boxes()).isLessThan(81);
        }
    }
}
