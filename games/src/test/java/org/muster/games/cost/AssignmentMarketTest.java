package org.muster.games.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.core.CoreVertices;
import org.muster.games.core.Nucleolus;

class AssignmentMarketTest {
    private static AssignmentMarket market(long[]... worth) {
        List<List<Fraction>> rows = new ArrayList<>();
        for (long[] row : worth) {
            List<Fraction> fractions = new ArrayList<>();
            for (long w : row) {
                fractions.add(Fraction.of(w));
            }
            rows.add(fractions);
        }
        return new AssignmentMarket(rows);
    }

    private static AssignmentMarket random(long seed, int sellers, int buyers) {
        Random random = new Random(seed);
        long[][] worth = new long[sellers][buyers];
        for (long[] row : worth) {
            for (int b = 0; b < buyers; b++) {
                row[b] = random.nextInt(4) == 0 ? 0 : random.nextInt(20);
            }
        }
        return market(worth);
    }

    /// recalled: the market of three houses of Shapley and Shubik 1971.
    @Test
    void houseMarket_shapleyShubik1971() {
        AssignmentMarket houses = market(new long[] {5, 8, 2}, new long[] {7, 9, 6}, new long[] {2, 3, 0});
        assertThat(houses.value()).isEqualTo(Fraction.of(16));
        assertThat(houses.sellersOptimal().stream().map(Fraction::doubleValue))
                .containsExactly(5.0, 6.0, 1.0, 1.0, 3.0, 0.0);
        assertThat(houses.buyersOptimal().stream().map(Fraction::doubleValue))
                .containsExactly(3.0, 5.0, 0.0, 2.0, 5.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void matchingsAreTheTableOfTheGame(long seed) {
        AssignmentMarket market = random(seed, 1 + (int) (seed % 4), 1 + (int) (seed % 5));
        Game table = market.game();
        var worth = market.worthOf();
        for (long s = 0; s < Coalitions.count(market.players()); s++) {
            assertThat(worth.applyAsDouble(s)).as("coalition %d", s).isEqualTo(table.value(s));
        }
    }

    /// Every seller gets the most that any extreme point of the core gives them, and every buyer the least.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void bestPointsAreTheEndsOfTheCore(long seed) {
        AssignmentMarket market = random(seed, 1 + (int) (seed % 3), 2);
        List<List<Fraction>> vertices = CoreVertices.of(market.game());
        assertThat(vertices).contains(market.sellersOptimal(), market.buyersOptimal());
        for (int i = 0; i < market.players(); i++) {
            int player = i;
            Fraction most = vertices.stream()
                    .map(v -> v.get(player))
                    .reduce(Fraction::max)
                    .orElseThrow();
            Fraction least = vertices.stream()
                    .map(v -> v.get(player))
                    .reduce(Fraction::min)
                    .orElseThrow();
            boolean seller = i < market.sellers();
            assertThat(market.sellersOptimal().get(i)).isEqualTo(seller ? most : least);
            assertThat(market.buyersOptimal().get(i)).isEqualTo(seller ? least : most);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void fewRowsGiveTheNucleolusOfTheTable(long seed) {
        AssignmentMarket market = random(seed, 2 + (int) (seed % 3), 2 + (int) (seed % 4));
        int n = market.players();
        double[] few =
                Nucleolus.ofEssential(n, market.worthOf(), market.essential()).array();
        assertThat(few)
                .usingComparatorWithPrecision(1e-7)
                .containsExactly(Nucleolus.of(market.game(), 1).array());
    }

    @Test
    void sixtyTwoPlayersAreMatchedExactly() {
        AssignmentMarket market = random(3, 31, 31);
        List<Fraction> fair = market.fairDivision();
        assertThat(fair.stream().reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(market.value());
        for (int s = 0; s < 31; s++) {
            assertThat(fair.get(s).sign()).isNotNegative();
            for (int b = 0; b < 31; b++) {
                Fraction pair = fair.get(s).plus(fair.get(31 + b));
                assertThat(pair).isGreaterThanOrEqualTo(market.worth().get(s).get(b));
            }
        }
        double[] nucleolus =
                Nucleolus.ofEssential(62, market.worthOf(), market.essential()).array();
        assertThat(Coalitions.sum(nucleolus, Coalitions.grand(62)))
                .isCloseTo(market.value().doubleValue(), within(1e-7));
    }

    @Test
    void refusesWhatIsNoMarket() {
        assertThatThrownBy(() -> market(new long[] {1, 2}, new long[] {1}))
                .hasMessage("row 1 of the worths has 1 entries instead of 2");
        assertThatThrownBy(() -> market(new long[] {-1})).hasMessageContaining("less than nothing");
        assertThatThrownBy(() -> random(1, 40, 30)).hasMessageContaining("at most 62");
    }
}
