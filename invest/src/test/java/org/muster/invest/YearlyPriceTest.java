package org.muster.invest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.muster.games.Fraction;
import org.muster.input.Refusal;

class YearlyPriceTest {
    /// What a folder's limits, factors and rates can come to together ends in a sentence, not in an error.
    @Test
    void anAmountBeyondWhatIsToldIsRefusedInASentence() {
        Fraction most = Fraction.of(2_000_000_000_000_000_000L);
        assertThat(YearlyPrice.rounded(most)).isEqualTo(2_000_000_000_000_000_000L);
        assertThat(YearlyPrice.roundedUp(Fraction.of(-1, 3))).isZero();
        for (Fraction beyond : new Fraction[] {
            most.plus(Fraction.ONE), most.plus(Fraction.ONE).negated(), Fraction.of(BigInteger.TEN.pow(40))
        }) {
            assertThatThrownBy(() -> YearlyPrice.rounded(beyond))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("more than is told exactly");
        }
    }
}
