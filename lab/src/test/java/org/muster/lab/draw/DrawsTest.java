package org.muster.lab.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawsTest {
    /// The known answers of Random123 (`kat_vectors`, philox4x32 10).
    @Test
    void philoxGivesTheKnownAnswers() {
        assertThat(Draws.block(new int[] {0, 0}, new int[] {0, 0, 0, 0}))
                .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(Draws.block(new int[] {-1, -1}, new int[] {-1, -1, -1, -1}))
                .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(Draws.block(
                        new int[] {0xa4093822, 0x299f31d0}, new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void aDrawIsAFunctionOfSeedFutureStreamAndStep() {
        Draws draws = new Draws(42);
        double first = draws.uniform(7, Draws.hash("flood"), 3);

        assertThat(draws.uniform(7, Draws.hash("flood"), 3)).isEqualTo(first);
        assertThat(new Draws(42).uniform(7, Draws.hash("flood"), 3)).isEqualTo(first);
        assertThat(Set.of(
                        first,
                        new Draws(43).uniform(7, Draws.hash("flood"), 3),
                        new Draws(42L << 32).uniform(7, Draws.hash("flood"), 3),
                        draws.uniform(8, Draws.hash("flood"), 3),
                        draws.uniform(7, Draws.hash("fire"), 3),
                        draws.uniform(7, Draws.hash("flood"), 4)))
                .hasSize(6);
    }

    /// Mean and variance of 40,000 draws within four standard errors of 1/2 and 1/12, and 20 bins within chi-square's
    /// 0.1 percent.
    @Test
    void drawsAreUniform() {
        Draws draws = new Draws(1);
        int n = 40_000;
        double sum = 0;
        double squares = 0;
        int[] bins = new int[20];
        for (int f = 0; f < n; f++) {
            double u = draws.uniform(f, Draws.hash("bins"), 0);
            assertThat(u).isBetween(0.0, Math.nextDown(1.0));
            sum += u;
            squares += (u - 0.5) * (u - 0.5);
            bins[(int) (u * 20)]++;
        }
        assertThat(sum / n).isBetween(0.5 - 4 * Math.sqrt(1.0 / 12 / n), 0.5 + 4 * Math.sqrt(1.0 / 12 / n));
        assertThat(squares / n)
                .isBetween(1.0 / 12 - 4 * Math.sqrt(1.0 / 180 / n), 1.0 / 12 + 4 * Math.sqrt(1.0 / 180 / n));
        double chi = 0;
        for (int bin : bins) {
            chi += (bin - n / 20.0) * (bin - n / 20.0) / (n / 20.0);
        }
        assertThat(chi).isLessThan(43.82);
    }

    @Test
    void namesWithEqualHashAreRefused() {
        Map<Integer, String> seen = new HashMap<>();
        String one = "";
        String other = "";
        for (int i = 0; one.isEmpty(); i++) {
            String before = seen.putIfAbsent(Draws.hash("s" + i), "s" + i);
            if (before != null) {
                one = before;
                other = "s" + i;
            }
        }
        List<String> twins = List.of(one, other);

        assertThatThrownBy(() -> Draws.requireApart(twins))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("streams \"" + one + "\" and \"" + other + "\" would draw the same numbers");
        Draws.requireApart(List.of("flood", "fire", "flood"));
        assertThat(new HashSet<>(twins)).hasSize(2);
    }
}
