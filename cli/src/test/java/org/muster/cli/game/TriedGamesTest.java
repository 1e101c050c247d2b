package org.muster.cli.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Games that were tried on the command: solved by others, answered wrongly once, or flawed.
class TriedGamesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(TriedGamesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String file(String name) throws IOException {
        Path file = folder.resolve(Path.of(name).getFileName());
        Files.writeString(file, text(name));
        return file.toString();
    }

    private GameRun solve(String name, String concepts) throws IOException {
        return GameRun.of("game", "solve", file(name), "--json", "--concepts", concepts);
    }

    static List<JsonNode> solved() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        MAPPER.readTree(text("/solved/expected.json")).forEach(all::add);
        return all;
    }

    /// From the digits in the file to those in the answer, also where no double holds them.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,0,0,9007199254740993 | 4503599627370496.5 | exact",
                "0,1,100000000000000001,100000000000000003 | 100000000000000001.5 | exact",
                "0,0,0,12345678901234567890123 | 6172839450617283945061.5 | exact",
                "0,0,0,1,0,1,1,10000000000000000 | 3333333333333333.333333 | exact, shown rounded",
                "0,0,0,-0.00000000000000003 | -1.5e-17 | exact"
            })
    void anExactAnswerIsPrintedWithAllItsDigitsOrSaysThatItIsNot(String values, String printed, String label)
            throws IOException {
        Path file = folder.resolve("digits.json");
        Files.writeString(file, "{\"kind\":\"tu\",\"v\":[" + values + "]}");
        GameRun run = GameRun.of("game", "solve", file.toString(), "--concepts", "shapley");
        assertThat(run.out().lines().skip(2).findFirst().orElseThrow().strip().split(" {2,}"))
                .contains(printed)
                .endsWith(label);
    }

    /// The decimal that JSON gives beside the fraction has all digits, where it ends.
    @Test
    void inJsonTooAnExactDecimalHasAllItsDigits() throws IOException {
        GameRun run = GameRun.solve(
                folder,
                "{\"kind\":\"tu\",\"v\":[0,0,0,9007199254740993]}",
                "--concepts",
                "shapley,nucleolus",
                "--exact");
        assertThat(run.out())
                .contains("\"value\":[4503599627370496.5,4503599627370496.5]")
                .doesNotContain("E15");
    }

    /// In tenths, two parts of one and two: three tenths, and not 0.30000000000000004.
    @Test
    void theWorthOfTheBestStructureIsExactWhereItSaysSo() throws IOException {
        GameRun run =
                GameRun.solve(folder, "{\"kind\":\"tu\",\"v\":[0,0.1,0.2,0.0]}", "--concepts", "coalition_structure");
        JsonNode solution = run.solution("coalition_structure");
        assertThat(solution.get("label").asText()).isEqualTo("exact");
        assertThat(solution.get("fraction").asText()).isEqualTo("3/10");
        assertThat(solution.get("value").toString()).isEqualTo("0.3");
    }

    @Test
    void nothingIsShownAsLessThanZeroBecauseOfRounding() throws IOException {
        Path file = folder.resolve("noise.json");
        Files.writeString(file, "{\"kind\":\"tu\",\"v\":[0,0.1,0.2,0.3,0.3,0.4,0.5,0.6]}");
        for (String json : List.of("--json", "--exact")) {
            GameRun run = GameRun.of("game", "solve", file.toString(), json, "--concepts", "dividends,shapley,tau");
            assertThat(run.out()).doesNotContainPattern("-0(\\.0+)?(?![0-9.])");
        }
    }

    @Test
    void aRuleThatIsTooDeepIsToldInASentence() throws IOException {
        Path file = folder.resolve("deep.json");
        Files.writeString(
                file,
                "{\"kind\":\"voting_rule\",\"criteria\":[{\"weights\":[1,1],\"quota\":1}],\"wins\":\""
                        + "(".repeat(5_000) + "0" + ")".repeat(5_000) + "\"}");
        GameRun run = GameRun.of("game", "check", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("deep")
                .doesNotContain("Exception", "\tat ")
                .hasSizeLessThan(400);
    }

    @Test
    void onePlayerIsNoPlayers() throws IOException {
        Path file = folder.resolve("one.json");
        Files.writeString(file, "{\"kind\":\"tu\",\"v\":[0,1]}");
        for (String command : List.of("solve", "check", "structure")) {
            assertThat(GameRun.of("game", command, file.toString()).out())
                    .contains("1 player")
                    .doesNotContain("1 players", "1 scans", "1 linear programs");
        }
    }

    @ParameterizedTest
    @MethodSource("solved")
    void whatOthersPublishedComesOut(JsonNode expected) throws IOException {
        String concept = expected.get("concept").asText();
        GameRun run = solve("/solved/" + expected.get("file").asText(), concept);
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode value = run.solution(concept).get("value");
        JsonNode right = expected.get("value");
        if (right.isBoolean()) {
            assertThat(value.booleanValue()).isEqualTo(right.booleanValue());
            return;
        }
        assertThat(value.size()).isEqualTo(right.size());
        double tolerance = expected.get("tolerance").asDouble(1e-6);
        if (right.isNumber()) {
            assertThat(value.doubleValue()).isCloseTo(right.doubleValue(), within(tolerance));
        }
        for (int i = 0; i < right.size(); i++) {
            assertThat(value.get(i).doubleValue())
                    .as(expected.get("id").asText())
                    .isCloseTo(right.get(i).doubleValue(), within(tolerance));
        }
    }

    /// Right values: of the four-player games by hand or by the definitions in the hunt of the module bench.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nucleolus_wrong_superadditive_4; nucleolus; 10/3 5/3 5/6 7/6",
                "nucleolus_wrong_4; nucleolus; 1/4 1 -1/2 1/4",
                "per_capita_wrong_4; per_capita_prenucleolus; -3/4 17/20 -37/20 3/4",
                "prenucleolus_wrong_4; prenucleolus; 1/4 3/2 -2 9/4",
                "prenucleolus_wrong_monotone_4; prenucleolus; 3/4 3/4 0 3/2",
                "cost_nucleolus_wrong_4; cost_share_nucleolus; 8/3 13/3 31/6 29/6",
                "proportional_wrong_certified; proportional_nucleolus; 2 -2 2 -1",
                "proportional_one_imputation; proportional_nucleolus; 1 0 0",
                "proportional_false_undefined; proportional_nucleolus; -4 -8/3 4 5/3",
                "exact_16_digits; shapley; 37500000000000001/150000000000000000 52500000000000001/150000000000000000 29999999999999999/75000000000000000",
                "exact_beyond_2_53; shapley; 18014398509481987/2 18014398509481987/2",
                "exact_beyond_2_53; nucleolus; 18014398509481987/2 18014398509481987/2",
                "core_empty_1e12; nucleolus; 1000000000000/3 1000000000000/3 1000000000000/3"
            })
    void onceWrongNowExact(String name, String concept, String right) throws IOException {
        GameRun run = solve("/tried/" + name + ".json", concept);
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode solution = run.solution(concept);
        assertThat(solution.get("label").asText()).isIn("certified", "exact");
        assertThat(solution.get("fraction").valueStream().map(JsonNode::asText)).isEqualTo(List.of(right.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core_empty_1e12", "core_empty_cents", "core_empty_small_n"})
    void anEmptyCoreIsToldHoweverLargeTheQuantities(String name) throws IOException {
        JsonNode solution = solve("/tried/" + name + ".json", "core_nonempty").solution("core_nonempty");
        assertThat(solution.get("value").booleanValue()).isFalse();
        assertThat(solution.get("label").asText()).isEqualTo("certified");
        assertThat(solution.get("certificate").get("balanced_collection")).isNotEmpty();
        assertThat(GameRun.of("game", "check", file("/tried/" + name + ".json")).out())
                .containsPattern("balanced +no");
    }

    @Test
    void checkSpeaksInTheUnitsOfTheFile() throws IOException {
        assertThat(GameRun.of("game", "check", file("/tried/check_units.json")).out())
                .contains("v({A,B}) + v({A,C}) = 0.75 + 0.75 is more than v({A,B,C}) + v({A}) = 1 + 0.25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "airport_clones_overflow.json; the groups have more than 9223372036854775807 members together",
                "csv_1e400.csv; csv_1e400.csv:2:4: the value is \"1e400\". Give a number from -1e300 to 1e300",
                "csv_header_only.csv; there is a header and no game",
                "csv_missing_grand.csv; no value for \"1,2,3\", \"2,3\", \"1,3\", \"3\"",
                "csv_repeated_player.csv; csv_repeated_player.csv:2:3: coalition \"1|1\" names player 1 twice",
                "duplicate_names.json; duplicate_names.json:1:16: players names \"A\" twice",
                "huge_1e308.json; huge_1e308.json:1:21: v[1] is 1e308. Give a number from -1e300 to 1e300",
                "weights_overflow.json; the weights add up to more than 9223372036854775807"
            })
    void aFlawedFileGetsASentence(String name, String sentence) throws IOException {
        GameRun run = GameRun.of("game", "solve", file("/tried/" + name));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertThat(solve("/tried/csv_bom.csv", "shapley").values("shapley")).containsExactly(2, 2);
    }

    @Test
    void namesDoNotSteerTheTerminal() throws IOException {
        String out =
                GameRun.of("game", "solve", file("/tried/control_chars.json")).out();
        assertThat(out).doesNotContain("\u001b").contains("A\\u001b[31mRED").contains("B\\u000aC");
    }

    @Test
    void whatCannotBeWorkedOutIsAFailureAndNotUndefined() throws IOException {
        GameRun run = solve("/tried/voting_60_large_quota.json", "shapley_shubik");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.solution("shapley_shubik").get("label").asText()).isEqualTo("failed");
        assertThat(run.err())
                .contains("shapley_shubik could not be worked out: 60 voters")
                .contains("--estimate");
    }

    @Test
    void aRuleForConvexGamesIsUndefinedElsewhere() throws IOException {
        GameRun run = solve("/tried/dutta_ray_not_convex.json", "dutta_ray");
        assertThat(run.code()).isZero();
        assertThat(run.solution("dutta_ray").get("label").asText()).isEqualTo("undefined");
        assertThat(run.solution("dutta_ray").get("why").asText()).contains("convex games, and here v({0,1})");
    }

    @ParameterizedTest
    @ValueSource(strings = {"power_not_monotone", "power_not_normal"})
    void aGameThatLosesByGrowingIsNoVotingRule(String name) throws IOException {
        GameRun run = GameRun.of("game", "power", file("/tried/" + name + ".json"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no voting rule: v({0}) = 1 is more than v({0,1}) = 0");
    }

    /// 100 s and 5.9 GB once.
    @Test
    void randomArrivalOfAHundredClaimsIsCounted() throws IOException {
        double[] parts = solve("/tried/claims_100_slow.json", "random_arrival").values("random_arrival");
        assertThat(java.util.Arrays.stream(parts).sum()).isCloseTo(2000, within(1e-6));
        assertThat(parts[12]).isBetween(1.7, 1.9); // of a claim of 5, with 2,000 for 5,535 claimed
    }

    @Test
    void aGameMayNameItsCoalitions() throws IOException {
        GameRun run = GameRun.solve(
                folder, "{\"kind\":\"tu\",\"v\":{\"ANNA\":1,\"BEN\":2,\"ANNA, BEN\":7.5}}", "--concepts", "shapley");
        assertThat(run.values("shapley")).containsExactly(3.25, 4.25);
        GameRun missing =
                GameRun.solve(folder, "{\"kind\":\"tu\",\"players\":[\"A\",\"B\"],\"v\":{\"A\":1,\"A,B\":7}}");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("v gives no value for \"B\"");
        GameRun unknown = GameRun.solve(
                folder, "{\"kind\":\"tu\",\"players\":[\"ANNA\",\"BEN\"],\"v\":{\"ANNA\":1,\"BEM\":1,\"ANNA,BEN\":7}}");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("coalition \"BEM\" names \"BEM\", who is no player. Did you mean \"BEN\"?");
    }

    @Test
    void aFieldThatTheKindDoesNotHaveIsAMistake() throws IOException {
        GameRun run = GameRun.solve(folder, "{\"kind\":\"tu\",\"v\":[0,1,1,3],\"playres\":[\"A\",\"B\"]}");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("a game of this kind has no field \"playres\". Did you mean \"players\"?");
        assertThat(GameRun.solve(folder, "{\"kind\":\"tu\",\"v\":[0,1,1,3],\"note\":\"illustrative\"}")
                        .code())
                .isZero();
    }

    @Test
    void deepJsonIsNotRead() throws IOException {
        String deep = "{\"kind\":\"tu\",\"v\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        GameRun run = GameRun.solve(folder, deep);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("lists and objects stand more than 20 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"tu\",\"v\":[0,1,1,3]}",
                "game_id,players,coalition,value\ng,2,1,1\ng,2,2,1\ng,2,1|2,3\n"
            })
    void standardInputIsAFile(String text) throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            GameRun run = GameRun.of("game", "solve", "-", "--json", "--concepts", "shapley");
            assertThat(run.values("shapley")).containsExactly(1.5, 1.5);
        } finally {
            System.setIn(before);
        }
    }

    /// The bound was once a rounding error below what a partition is worth.
    @Test
    void noPartitionIsWorthMoreThanTheBound() throws IOException {
        GameRun run = GameRun.solve(
                folder,
                "{\"kind\":\"tu\",\"v\":[0,333333333333,333333333333,666666666667,333333333333,666666666666,666666666667,1000000000000]}",
                "--concepts",
                "coalition_structure");
        JsonNode solution = run.solution("coalition_structure");
        assertThat(solution.get("value").doubleValue()).isEqualTo(1e12);
        assertThat(solution.get("certificate").get("upper_bound").doubleValue()).isGreaterThanOrEqualTo(1e12);
        assertThat(solution.get("label").asText()).isEqualTo("exact");
    }
}
