package org.muster.cli.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateFaceTest {
    /// 40 voters with weights from 1 to 9.
    private static final String VOTING = "{\"kind\":\"weighted_voting\",\"weights\":%s,\"quota\":101}"
            .formatted(Arrays.toString(
                    IntStream.range(0, 40).map(i -> 1 + i * 7 % 9).toArray()));

    @TempDir
    Path folder;

    private static void holds(JsonNode solution, double[] truth) {
        assertThat(solution.get("label").asText()).isEqualTo("estimated");
        double missed = 0;
        for (int i = 0; i < truth.length; i++) {
            JsonNode lower = solution.get("lower").get(i);
            JsonNode upper = solution.get("upper").get(i);
            assertThat(truth[i])
                    .as("player %d of %s", i, solution)
                    .isBetween(
                            lower.isNull() ? Double.NEGATIVE_INFINITY : lower.asDouble() - 1e-9,
                            upper.isNull() ? Double.POSITIVE_INFINITY : upper.asDouble() + 1e-9);
            missed += Math.abs(solution.get("value").get(i).asDouble() - truth[i]);
        }
        assertThat(missed).isLessThan(0.2 * Arrays.stream(truth).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void fortyVotersLieWithinTheirIntervals(int seed) throws IOException {
        double[] exact = GameRun.solve(folder, VOTING, "--concepts", "shapley").values("shapley");
        GameRun run = GameRun.solve(
                folder, VOTING, "--estimate", "--budget", "20000", "--seed", "" + seed, "--confidence", "0.999");
        JsonNode solution = run.solution("shapley");
        holds(solution, exact);
        assertThat(solution.get("evaluations").asLong()).isBetween(1L, 20_000L);
        assertThat(solution.get("seed").asInt()).isEqualTo(seed);
        assertThat(solution.get("confidence").asDouble()).isEqualTo(0.999);
        assertThat(solution.get("upper").get(0).asDouble()
                        - solution.get("lower").get(0).asDouble())
                .isBetween(1e-4, 0.05);
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndAnotherDoesNot() throws IOException {
        GameRun first = GameRun.solve(folder, VOTING, "--estimate", "--budget", "2000", "--seed", "7");
        GameRun again =
                GameRun.solve(folder, VOTING, "--estimate", "--budget", "2000", "--seed", "7", "--threads", "1");
        GameRun other = GameRun.solve(folder, VOTING, "--estimate", "--budget", "2000", "--seed", "8");
        String seconds = "\"seconds\":[^,]*,";
        assertThat(first.out().replaceAll(seconds, "")).isEqualTo(again.out().replaceAll(seconds, ""));
        assertThat(first.values("shapley")).isNotEqualTo(other.values("shapley"));
    }

    @Test
    void tooFewCoalitionsForAnIntervalAreTold() throws IOException {
        GameRun run = GameRun.solve(folder, VOTING, "--estimate", "--budget", "320");
        assertThat(run.solution("shapley").get("lower").get(0).isNull()).isTrue();
        assertThat(run.solution("shapley").get("upper").get(39).isNull()).isTrue();
        assertThat(run.solution("shapley").get("evaluations").asInt()).isLessThanOrEqualTo(320);
    }

    @Test
    void stopsWhenNarrowEnough() throws IOException {
        GameRun run = GameRun.solve(folder, VOTING, "--estimate", "--half-width", "0.02", "--budget", "1000000");
        JsonNode solution = run.solution("shapley");
        assertThat(solution.get("evaluations").asLong()).isLessThan(300_000);
        for (int i = 0; i < 40; i++) {
            assertThat(solution.get("upper").get(i).asDouble()
                            - solution.get("lower").get(i).asDouble())
                    .isLessThanOrEqualTo(0.04);
        }
        GameRun wide = GameRun.solve(folder, VOTING, "--estimate", "--range", "1", "--concepts", "shapley_shubik");
        GameRun narrow = GameRun.solve(folder, VOTING, "--estimate");
        double bound = wide.solution("shapley_shubik").get("upper").get(0).asDouble();
        assertThat(bound)
                .isGreaterThan(narrow.solution("shapley").get("upper").get(0).asDouble());
    }

    private static String list(int n, java.util.function.IntFunction<String> each) {
        return String.join(",", IntStream.range(0, n).mapToObj(each).toList());
    }

    /// Kinds whose values are known: by closed form, or because the game is additive.
    @Test
    void everyStreamedKindIsEstimatedWithoutATable() throws IOException {
        String edges = list(61, i -> "[%d,%d,%d]".formatted(i, i + 1, 1 + i % 5));
        agree("{\"kind\":\"graph\",\"edges\":[%s]}".formatted(edges), "shapley");
        String terms = list(50, i -> "[[%d,%d,%d],%d]".formatted(i, (i + 7) % 50, (i + 19) % 50, 1 + i % 4));
        agree("{\"kind\":\"unanimity\",\"terms\":[%s]}".formatted(terms), "shapley");
        agree("{\"kind\":\"airport\",\"costs\":[%s]}".formatted(list(62, i -> "" + (i + 0.5))), "cost_share_shapley");
        agree("{\"kind\":\"airport_clones\",\"groups\":[[3,20],[5.5,30],[9,12]]}", "cost_share_shapley");
        agree(
                "{\"kind\":\"claims\",\"endowment\":300,\"claims\":[%s]}".formatted(list(40, i -> "" + (5 + i))),
                "shapley");

        String star = "{\"kind\":\"spanning_tree\",\"edges\":[%s]}"
                .formatted(list(60, i -> "[\"source\",%d,%d]".formatted(i, 3 + i)));
        holdsFor(
                star,
                "cost_share_shapley",
                IntStream.range(0, 60).mapToDouble(i -> 3 + i).toArray());
        String pairs = "{\"kind\":\"assignment\",\"values\":[%s]}"
                .formatted(list(31, i -> "[" + list(31, j -> i == j ? "" + (2 + i) : "0") + "]"));
        holdsFor(
                pairs,
                "shapley",
                IntStream.range(0, 62).mapToDouble(i -> (2 + i % 31) / 2.0).toArray());
        // everybody's offer is needed and cheaper than the market: each saves the market's price of the own units,
        // and c(empty) = 0 makes all share what the market would cost
        String cover = "{\"kind\":\"cover\",\"lines\":[{\"need\":50,\"outside_price\":10}],\"offers\":[%s]}"
                .formatted(list(50, i -> "{\"line\":0,\"member\":%d,\"units\":1,\"price\":%d}".formatted(i, i % 10)));
        holdsFor(
                cover,
                "cost_share_shapley",
                IntStream.range(0, 50).mapToDouble(i -> 10 - (10 - i % 10)).toArray());
    }

    private void agree(String text, String concept) throws IOException {
        holdsFor(
                text,
                concept,
                GameRun.solve(folder, text, "--concepts", concept).values(concept));
    }

    private void holdsFor(String text, String concept, double[] truth) throws IOException {
        GameRun run = GameRun.solve(folder, text, "--estimate", "--budget", "12000", "--confidence", "0.999");
        assertThat(run.code()).as(run.err()).isZero();
        holds(run.solution(concept), truth);
    }

    @Test
    void smallGamesAreLookedAtWhollyAndTablesAreTakenToo() throws IOException {
        String text = "{\"kind\":\"tu\",\"v\":[0,0.5,1,4,2,3,5,9]}";
        GameRun run = GameRun.solve(folder, text, "--estimate");
        assertThat(run.solution("shapley").get("label").asText()).isEqualTo("numerical");
        assertThat(run.values("shapley"))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(GameRun.solve(folder, text).values("shapley"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            --estimate --budget 100; --budget is 100. Give at least 320, 8 coalitions a player.
            --estimate --confidence 1; --confidence is 1.0. Give a number between 0 and 1, such as 0.95.
            --estimate --half-width -1; --half-width is -1.0 and --range is 0.0. Give numbers of 0 or more.
            --estimate --concepts nucleolus; "nucleolus" is no concept for this game. Known here: shapley, shapley_shubik.
            --budget 5000; --estimate
            """)
    void badWishesGetASentence(String options, String sentence) throws IOException {
        GameRun run = GameRun.solve(folder, VOTING, options.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(sentence);
        String many = "{\"kind\":\"airport_clones\",\"groups\":[[3,70]]}";
        assertThat(GameRun.solve(folder, many, "--estimate").err())
                .contains("estimates are made for 2 to 62 players, not 70");
    }
}
