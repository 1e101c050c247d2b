package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestPlan;
import org.muster.answer.Telling;
import org.muster.games.Fraction;
import org.muster.solve.SolveOptions;
import org.muster.solve.Stop;

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

    /// A fold and the pass that weighs it say what a look at every coalition does.
    @Test
    void foldsAgreeWithALookAtEveryCoalition() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(FoldBench.of(9, 3, seed))
                    .as("seed %d", seed)
                    .extracting(FoldBench::what)
                    .containsExactly("fold", "weighted pass");
            assertThat(FoldBench.of(9, 3, seed)).as("seed %d", seed).allMatch(FoldBench::agree);
        }
    }

    /// Wherever time runs out, what is best lies between what was found and what nothing is better than.
    @Test
    void whatIsFoundInTimeIsToldWithItsGap() {
        int open = 0;
        int half = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Alliance alliance = InvestBench.drawn(new InvestBench.Size(5, 2, 4, 2, 2), seed);
            Fraction best = asked(alliance, Integer.MAX_VALUE).proof().value().orElseThrow();
            for (int boxes = 1; boxes <= 4; boxes++) {
                InvestAnswer answer = asked(alliance, boxes);
                InvestAnswer.Proof proof = answer.proof();
                assertThat(proof.lower().orElseThrow()).as("seed %d", seed).isLessThanOrEqualTo(best);
                proof.value().ifPresent(value -> assertThat(value).isGreaterThanOrEqualTo(best));
                if (proof.proven()) {
                    assertThat(proof.value()).contains(best);
                } else {
                    open++;
                    half += proof.gap().isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(open).isGreaterThan(40);
        assertThat(half).isPositive();
    }

    /// Stops once so many boxes are begun: what these need is no longer judged.
    private static InvestAnswer asked(Alliance alliance, int boxes) {
        Stop stop = new Stop();
        AtomicInteger begun = new AtomicInteger();
        Telling telling = new Telling() {
            @Override
            public void begin(String what) {
                // only boxes count
            }

            @Override
            public void now(String what) {
                if (begun.incrementAndGet() == boxes) {
                    stop.request();
                }
            }
        };
        SolveOptions plain = SolveOptions.defaults();
        SolveOptions options = new SolveOptions(
                plain.choice(),
                plain.relaxation(),
                plain.threads(),
                plain.deadline(),
                stop,
                plain.listener(),
                plain.check());
        InvestPlan plan = alliance.investments().plans().getFirst();
        return Invest.ask(
                new InvestQuestion(alliance, plan, plan.from(), Set.of(), Optional.empty()), options, telling);
    }
}
