package org.muster.bench.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuntTest {
    @Test
    void noAnswerIsWrongInFiveThousandGames() {
        AtomicLong done = new AtomicLong();
        GameHunt.Report report = GameHunt.run(1, 5_000, 2, done::set);
        assertThat(report.wrong()).isEmpty();
        assertThat(report.answers()).isEqualTo(50_000);
        assertThat(done).hasValue(5_000);
    }

    /// Tables that were answered wrongly once.
    @ParameterizedTest
    @CsvSource({
        "core_empty_1e12, tu, 0 0 0 666666666667 0 666666666667 666666666667 1000000000000",
        "core_empty_small_n, tu, 0 0 0 1000000000000 0 0 0 1000000000000 0 0 0 0 1 0 0 1000000000000",
        "cost_nucleolus_wrong_4, cost, 0 6 6 7 6 10 10 13 6 8 10 13 10 14 16 17",
        "dutta_ray_not_convex, tu, 0 0 0 6 0 6 0 7",
        "nucleolus_wrong_4, tu, 0 -1 1 2 -1 1 2 2 0 2 0 -1 1 0 -1 1",
        "nucleolus_wrong_superadditive_4, tu, 0 0 0 5 0 2 2 5 0 4 2 5 2 4 2 7",
        "nucleolus_wrong_superadditive_5, tu, 0 0 0 4 0 9 5 9 0 5 2 5 0 9 10 11 0 0 10 10 4 10 10 19 2 8 10 15 4 11 10 19",
        "per_capita_wrong_4, tu, 0 -1 0 2 -1 -1 1 2 2 2 1 2 0 1 -1 -1",
        "per_capita_wrong_5, tu, 0 81276 69024 150299 21306 102581 90331 171606 5007 86283 74030 155305 26313 107590 95335 176613 55383 136659 124408 205684 76691 157969 145713 226992 60393 141669 129415 210691 81697 162974 150721 231997",
        "power_not_monotone, tu, 0 1 0 0 0 1 1 1",
        "power_not_normal, tu, 0 1 1 0",
        "prenucleolus_wrong_4, tu, 0 0 0 2 0 -3 1 -5 0 4 1 6 -2 -4 2 2",
        "prenucleolus_wrong_monotone_4, tu, 0 0 2 3 1 2 2 3 3 3 3 3 3 3 3 3",
        "proportional_false_undefined, tu, 0 -4 -3 -3 4 -5 4 -5 -5 -4 -4 4 5 5 2 -1",
        "proportional_one_imputation, tu, 0 1 0 0 0 0 0 1",
        "proportional_wrong_certified, tu, 0 1 -2 -3 2 1 -1 5 -1 -2 -4 5 -3 -2 -5 1",
        "core_empty_cents, tu, 0 0 0 666666666667 0 666666666667 666666666667 1000000000000",
        "false_undefined_in_millionths, tu, 0 1000000 2 1000000 -1 1000000 2 2 1 0 2 1000000 1000000000 1000000000000 1000000000 1000000000000"
    })
    void noAnswerIsWrongInGamesThatOnceWere(String name, String kind, String values) {
        Hunted hunted = new Hunted(table(name, kind.equals("cost"), values), 0);
        hunted.ask();
        assertThat(hunted.wrong()).isEmpty();
        assertThat(hunted.answers()).isEqualTo(10);
    }

    private static Table table(String name, boolean isCost, String values) {
        return new Table(
                name,
                isCost,
                Arrays.stream(values.split(" ")).map(BigInteger::new).toList());
    }

    private static final String SUPERADDITIVE = "0 0 0 5 0 2 2 5 0 4 2 5 2 4 2 7";

    /// (10/3, 5/3, 5/6, 7/6) is the nucleolus, the point that was once printed is not, and both definitions say so.
    @Test
    void theDefinitionsTellTheNucleolusFromItsNeighbours() {
        Table game = table("superadditive", false, SUPERADDITIVE);
        List<Ratio> right = ratios(20, 10, 5, 7);
        assertThat(SequentialPrograms.solve(game, Dissatisfaction.PLAIN, true)).isEqualTo(Optional.of(right));
        assertThat(Kohlberg.of(game, Dissatisfaction.PLAIN, true, right)).isEqualTo(Kohlberg.Verdict.HOLDS);
        assertThat(Kohlberg.of(game, Dissatisfaction.PLAIN, true, ratios(21, 9, 6, 6)))
                .isEqualTo(Kohlberg.Verdict.FAILS);
        assertThat(Kohlberg.of(game, Dissatisfaction.PER_HEAD, true, right)).isEqualTo(Kohlberg.Verdict.FAILS);
    }

    /// In sixths.
    private static List<Ratio> ratios(long... sixths) {
        return Arrays.stream(sixths)
                .mapToObj(part -> Ratio.of(BigInteger.valueOf(part), BigInteger.valueOf(6)))
                .toList();
    }

    /// Only {1,2} counts, and it cannot be worse off than it is: the others may share as they like.
    @Test
    void severalPointsAreNoNucleolus() {
        Table game = table("several", false, "0 0 0 2 0 0 0 1");
        List<Ratio> one = List.of(Ratio.of(1), Ratio.of(0), Ratio.of(0));
        assertThat(Kohlberg.of(game, Dissatisfaction.BY_WORTH, true, one))
                .isEqualTo(Kohlberg.Verdict.HOLDS_FOR_SEVERAL);
        Hunted hunted = new Hunted(game, 0);
        hunted.ask();
        assertThat(hunted.wrong()).isEmpty();
    }

    @Test
    void theSameSeedDrawsTheSameGames() {
        assertThat(RandomTables.draw(3, 77)).isEqualTo(RandomTables.draw(3, 77));
        assertThat(RandomTables.draw(3, 77)).isNotEqualTo(RandomTables.draw(4, 77));
        assertThat(RandomTables.draw(3, 0).file()).startsWith("{\"kind\": \"tu\", \"v\": [0, ");
    }
}
