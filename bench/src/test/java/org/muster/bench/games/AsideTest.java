package org.muster.bench.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.games.core.Excess;
import org.muster.games.core.Nucleolus;
import org.muster.games.core.NucleolusResult;
import org.muster.games.generate.StructureGames;
import org.muster.games.structure.CoalitionStructures;
import org.muster.games.structure.SideConditions;
import org.muster.games.value.SizeSums;

class AsideTest {
    @Test
    void theHighWaterMarkIsReadFromTheStatusOfTheProcess() {
        assertThat(Aside.peakIn(Stream.of("Name:\tjava", "VmPeak:\t 9000 kB", "VmHWM:\t  123456 kB", "VmRSS:\t 5 kB")))
                .hasValue(123_456L * 1024);
        assertThat(Aside.peakIn(Stream.of("Name:\tjava"))).isEmpty();
    }

    @Test
    void answersTellTheirWork() {
        TableGame glove = GameTable.glove(6, Arena.global());
        NucleolusResult solved = Nucleolus.of(glove, Excess.PLAIN, Nucleolus.Over.IMPUTATIONS, 1);
        assertThat(Aside.workOf(solved))
                .containsOnlyKeys("levels", "scans", "programs", "rows")
                .containsEntry("levels", (long) solved.levels().size());
        assertThat(Aside.workOf(solved.certify(1))).containsKeys("levels", "coalitions");
        assertThat(Aside.workOf(SizeSums.of(glove, 1))).isEqualTo(Map.of("scans", 1L, "exact", 1L));
        Game drawn = StructureGames.game(StructureGames.Distribution.UNIFORM, 12, 1, Arena.global());
        assertThat(Aside.workOf(
                        CoalitionStructures.best(drawn, SideConditions.NONE, 1).orElseThrow()))
                .containsEntry("proven", 1L)
                .containsKeys("scans", "programs", "columns");
        assertThat(Aside.workOf(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 'NOT proven'", "2, proven"})
    void workIsToldInOneOrderAndAProofThatIsNotThereIsNotPassedOver(int half, String proof) {
        Map<String, Double> aside =
                new HashMap<>(Map.of("columns", 30.0, "scans", 9.0, "peak", 1e9, "proven", half == 2 ? 1.0 : 0.0));
        assertThat(GamesBench.work(aside)).isEqualTo("9 scans, 30 columns, " + proof);
        assertThat(GamesBench.work(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8})
    void degenerateGamesAreWhatTheirTitlesSay(int n) {
        TableGame glove = GameTable.glove(n, Arena.global());
        TableGame equal = GameTable.equal(n, Arena.global());
        for (int mask = 0; mask < 1 << n; mask++) {
            int left = Integer.bitCount(mask & ((1 << (n / 2)) - 1));
            assertThat(glove.value(mask)).isEqualTo(Math.min(left, Integer.bitCount(mask) - left));
            assertThat(equal.value(mask)).isEqualTo(2 * Integer.bitCount(mask) > n ? 1 : 0);
        }
        for (TableGame game : List.of(glove, equal)) {
            assertThat(Nucleolus.of(game, 1).array()[0]).isEqualTo(game.grandValue() / n, offset(1e-9));
        }
    }

    @Test
    void fixedGamesAreThoseOfTheirTitles() {
        assertThat(CountingBenchmarks.nice().voters()).isEqualTo(27);
        assertThat(CountingBenchmarks.nice().sum()).isEqualTo(345);
        assertThat(CountingBenchmarks.airport().members()).isEqualTo(13_572);
    }
}
