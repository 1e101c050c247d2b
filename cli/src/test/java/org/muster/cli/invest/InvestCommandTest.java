package org.muster.cli.invest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.ROOT;
import static org.muster.cli.Examples.WALES;
import static org.muster.cli.Examples.WILDFIRE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.cli.Call;
import org.muster.cli.Examples;
import org.muster.cli.Golden;

class InvestCommandTest {
    @TempDir
    static Path shared;

    @TempDir
    Path temp;

    private static final Map<List<String>, Call> ANSWERED = new HashMap<>();

    /// Folders that no test changes, so that their answers can be shared.
    private static String twoMissions = "";

    private static String heat = "";

    @BeforeAll
    static void write() throws IOException {
        twoMissions = Examples.poolWithoutHeat(shared.resolve("pool")).toString();
        heat = Examples.poolWithout(shared.resolve("heat"), "FIRE", "FLOOD").toString();
    }

    /// Asked once for all tests that want the same and write nothing.
    private static Call answered(String folder, String... more) {
        return ANSWERED.computeIfAbsent(
                Stream.concat(Stream.of(folder), Arrays.stream(more)).toList(), words -> invest(folder, more));
    }

    /// All that can be asked besides, of the whole pool at once.
    private static JsonNode wholePool() throws IOException {
        return valid(answered(WILDFIRE, "--json", "--frontier", "--explain", "CED", "--who-pays", "--at-once")
                .out());
    }

    /// The summary of the whole pool, with its page and its tables.
    private static Call summary(int width) {
        return answered(
                WILDFIRE,
                "--plain",
                "--width",
                String.valueOf(width),
                "--csv",
                shared.resolve("tables-" + width).toString(),
                "--html",
                shared.resolve("page-" + width + ".html").toString());
    }

    /// A folder to change.
    private String withoutHeat() throws IOException {
        return Examples.poolWithoutHeat(temp.resolve("pool")).toString();
    }

    private static Call invest(String folder, String... more) {
        List<String> words = new ArrayList<>(List.of("invest", folder));
        words.addAll(List.of(more));
        return muster(words.toArray(String[]::new));
    }

    private static JsonNode valid(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("docs/schema/invest.schema.json")));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        return new ObjectMapper().readTree(json);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void theSummaryFitsAScreen(int width) throws IOException {
        Call call = summary(width);
        Golden.isSame("invest-fires-" + width + ".txt", call.out());
        assertThat(call.code()).isZero();
        assertThat(call.out().lines().count()).isBetween(5L, 40L);
        assertThat(call.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void theJsonIsByTheSchemaAndPricesAddUp() throws IOException {
        JsonNode root = wholePool();
        assertThat(root.at("/best/proof/proven").asBoolean()).isTrue();
        assertThat(amount(root, "/best/proof/lower"))
                .isEqualByComparingTo(amount(root, "/best/pricePerYear").add(amount(root, "/best/weighedPerYear")));
        assertThat(root.at("/best/proof/of").asText()).isEqualTo("pricePlusWeighed");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode level : root.at("/best/levels")) {
            sum = sum.add(new BigDecimal(level.get("price").asText()));
        }
        assertThat(sum).isEqualByComparingTo(root.at("/best/pricePerYear").asText());
        BigDecimal paid = BigDecimal.ZERO;
        for (JsonNode member : root.get("members")) {
            paid = paid.add(new BigDecimal(member.get("pays").asText()));
        }
        assertThat(paid).isEqualByComparingTo(sum);
        BigDecimal last = null;
        for (JsonNode point : root.get("frontier")) {
            BigDecimal price = new BigDecimal(point.get("pricePerYear").asText());
            assertThat(last == null || price.compareTo(last) < 0).isTrue();
            last = price;
        }
        assertThat(last).isEqualByComparingTo("0");
    }

    /// All that can be asked besides, of the two missions at once.
    private static Call everything(int threads) throws IOException {
        Path drones = Files.writeString(
                shared.resolve("drones.yaml"),
                "title: Drones\npurchases:\n- title: a drone\n  candidate: own-drones\n  blocks: 1\n"
                        + "  ordered: 2025-01-01\n  status: illustrative\n");
        return answered(
                twoMissions,
                "--json",
                "--frontier",
                "--explain",
                "CED",
                "--wait",
                "--evaluate",
                drones.toString(),
                "--threads",
                String.valueOf(threads));
    }

    @Test
    void threadsChangeNoByte() throws IOException {
        assertThat(everything(1).out()).isEqualTo(everything(2).out());
    }

    private static BigDecimal amount(JsonNode root, String pointer) {
        return new BigDecimal(root.at(pointer).asText());
    }

    /// Of each rule the parts add up to the price; what members are worse off by is after, price and before.
    @Test
    void whoPaysIsToldByRulesThatAddUp() throws IOException {
        JsonNode root = wholePool();
        List<String> rules = new ArrayList<>();
        for (JsonNode share : root.get("shares")) {
            rules.add(share.get("rule").asText());
            BigDecimal paid = BigDecimal.ZERO;
            for (JsonNode some : share.get("amounts")) {
                paid = paid.add(new BigDecimal(some.asText()));
            }
            assertThat(paid).as(share.get("rule").asText()).isEqualByComparingTo(amount(root, "/best/pricePerYear"));
        }
        assertThat(rules).containsExactly("key", "spared", "equal-gain", "shapley", "nucleolus");
        for (JsonNode member : root.get("members")) {
            assertThat(new BigDecimal(member.get("net").asText()))
                    .isEqualByComparingTo(new BigDecimal(member.get("after").asText())
                            .add(new BigDecimal(member.get("pays").asText()))
                            .subtract(new BigDecimal(member.get("before").asText())));
        }
        assertThat(root.get("alone")).hasSize(8);
        assertThat(root.get("scarcity"))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.get("applies").asText()).isEqualTo("not-told"));
        assertThat(root.get("subsidy").asText()).isNotEqualTo("0.00");
        assertThat(root.get("atOnce")).hasSize(1);
        assertThat(root.at("/atOnce/0/missions").toString()).isEqualTo("[\"FIRE\",\"HEAT\"]");
        assertThat(root.at("/atOnce/0/chanceThen").asDouble())
                .isLessThan(root.at("/missions/0/chanceThen").asDouble())
                .isGreaterThan(root.at("/atOnce/0/chance").asDouble());
        Call text = besides();
        assertThat(text.out()).contains("No two missions of the plan that come in the same world have days that meet.");
        assertThat(text.out())
                .contains("Nucleolus: ")
                .contains("No split holds all together")
                .contains(
                        "By scarcity, Planting teams on call: not told, and the agreed key; FIRE: pool bombers is there only");
    }

    private static Call besides() {
        return answered(twoMissions, "--who-pays", "--at-once", "--wait", "--plain", "--width", "9999");
    }

    @Test
    void whyNoRulesAreToldIsSaid() throws IOException {
        Path file = Path.of(withoutHeat(), "invest.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("    price_of_failure: .*\n", ""));
        assertThat(invest(file.getParent().toString(), "--who-pays", "--plain", "--width", "9999")
                        .out())
                .contains("Who pays by several rules is not told: what members are spared is not counted, since no"
                        + " mission of the plan has a price_of_failure (0 counts its missing units only).");
    }

    /// Nothing in the list lets FIRE run when any seven of eight stay at home.
    @Test
    void whatWaitingIsWorthIsToldInMoneyThatAddsUp() throws IOException {
        JsonNode option = valid(everything(2).out()).get("option");
        assertThat(amount(option, "/evpi"))
                .isEqualByComparingTo(amount(option, "/rp").subtract(amount(option, "/ws")));
        assertThat(amount(option, "/ws")).isLessThanOrEqualTo(amount(option, "/rp"));
        assertThat(amount(option, "/rp")).isLessThanOrEqualTo(amount(option, "/eev"));
        assertThat(option.get("worlds")).hasSize(2);
        assertThat(besides().out()).contains("From 2028-01-01 it is known which world it is. Bought before:");
    }

    @Test
    void aLimitOnWhoIsWorseOffIsToldWithWhatItDoes() throws IOException {
        String folder = withoutHeat();
        Path file = Path.of(folder).resolve("invest.yaml");
        String text = Files.readString(file);
        String limits = """
                    worse_off_by_at_most: 90000000.00
                    cvar:
                    - {mission: FIRE, beta: 0.9, at_most: 7000000.00}
                    - {mission: FLOOD, beta: 0.75, at_most: 90000000.00}
                """;
        Files.writeString(file, text.replace("  targets:\n", "  targets:\n" + limits));
        JsonNode root = valid(invest(folder, "--json").out());
        assertThat(root.at("/question/targets/cvar")).hasSize(2);
        assertThat(root.at("/cvar/0/now/to").asText()).isEqualTo("7474843.48");
        assertThat(root.at("/cvar/0/then/from")).isEqualTo(root.at("/cvar/0/then/to"));
        assertThat(root.get("cvar")).allMatch(one -> one.get("met").asBoolean());
        assertThat(root.at("/question/targets/worseOffByAtMost").asText()).isEqualTo("90000000.00");
        assertThat(root.at("/worseOffLimit/binds").asBoolean()).isFalse();
        assertThat(root.get("targets"))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.get("saving").asText()).matches("[0-9]+\\.[0-9]{2}"));
        assertThat(invest(folder, "--width", "9999").out())
                .contains(
                        "Nobody may be worse off by more than USD 90,000,000.00 a year: ",
                        "The limit does not bind.",
                        "The dearest 10 percent of what FIRE costs when it comes are on average USD 7,474,843.48 now and",
                        "; asked for is at most USD 7,000,000.00.\n");
        Files.writeString(file, text.replace("  targets:\n", "  targets:\n" + limits.replace("7000000", "1000000")));
        assertThat(invest(folder, "--width", "9999").out())
                .startsWith(
                        "What is asked cannot be reached; it could, if the dearest 10 percent of what FIRE costs might"
                                + " be USD 6,540,522.29 instead of USD 1,000,000.00");
    }

    @Test
    void whereThereIsOneWorldThereIsNothingToWaitFor() throws IOException {
        String folder = withoutHeat();
        Path file = Path.of(folder).resolve("invest.yaml");
        String text = Files.readString(file).replace("probability: 0.7", "probability: 1");
        Files.writeString(file, text.substring(0, text.lastIndexOf("- id: fires-everywhere")));
        Call call = invest(folder, "--wait", "--width", "9999");
        assertThat(call.out())
                .contains("There is one world: nothing becomes known later, so that there is nothing to wait for.");
        assertThat(valid(invest(folder, "--wait", "--json").out()).get("option").isNull())
                .isTrue();
    }

    /// The mission that hangs on two members, by itself.
    private static JsonNode heatAlone() throws IOException {
        return valid(answered(heat, "--json", "--losing-any", "HEAT=1", "--explain", "own-drones")
                .out());
    }

    @Test
    void losingAnySoManyMembersIsATarget() throws IOException {
        JsonNode one = heatAlone();
        assertThat(one.get("missions")).hasSize(1);
        assertThat(one.at("/missions/0/id").asText()).isEqualTo("HEAT");
        assertThat(one.at("/missions/0/losingAny").asInt()).isZero();
        assertThat(one.at("/missions/0/losingAnyThen").asInt()).isPositive();
        Call seven = invest(twoMissions, "--json", "--losing-any", "FIRE=7");
        assertThat(seven.code()).isEqualTo(1);
        assertThat(valid(seven.out()).at("/relaxations/0/mission").asText()).isEqualTo("FIRE");
    }

    /// 500 hours, no less.
    @Test
    void aCandidateIsExplainedByTheNumbersAtWhichItMatters() throws IOException {
        JsonNode root = heatAlone();
        List<Integer> blocks = new ArrayList<>();
        root.at("/explained/steps")
                .forEach(step -> blocks.add(step.get("blocks").asInt()));
        assertThat(blocks).containsExactly(0, 5);
    }

    /// Ten blocks of planting teams save what nine save and more, and pay below what they save for each block.
    @Test
    void aCandidateIsExplainedByThePriceBelowWhichItPays() throws IOException {
        JsonNode root = valid(
                invest(WILDFIRE, "--json", "--explain", "planters-on-call").out());
        BigDecimal before = BigDecimal.ZERO;
        for (JsonNode step : root.at("/explained/steps")) {
            BigDecimal saves = new BigDecimal(step.get("saves").asText());
            int blocks = step.get("blocks").asInt();
            assertThat(saves).isGreaterThanOrEqualTo(before);
            if (blocks > 0) {
                assertThat(new BigDecimal(step.get("paysBelow").asText())
                                .multiply(BigDecimal.valueOf(blocks))
                                .subtract(saves)
                                .abs())
                        .isLessThan(new BigDecimal("0.5"));
            }
            before = saves;
        }
        BigDecimal least = amount(root, "/best/proof/lower");
        assertThat(amount(wholePool(), "/best/proof/lower")).isEqualByComparingTo(least);
        for (JsonNode point : wholePool().get("frontier")) {
            assertThat(new BigDecimal(point.get("pricePerYear").asText())
                            .add(new BigDecimal(point.get("weighedPerYear").asText())))
                    .isGreaterThanOrEqualTo(least);
        }
    }

    /// Heat hangs on Cedar Valley: an asset frees it, the cheaper extension of the shared pool does not.
    @Test
    void aMemberIsExplainedByWhatFreesEachMissionOfIt() throws IOException {
        JsonNode root = wholePool();
        for (JsonNode mission : root.get("missions")) {
            if (mission.get("id").asText().equals("HEAT")) {
                for (JsonNode one : mission.get("dependencies")) {
                    if (one.get("member").asText().equals("CED")) {
                        assertThat(one.at("/cures/0/changes/0/what").asText()).isEqualTo("own-drones");
                        assertThat(one.at("/cures/0/changes/0/blocks").asInt()).isEqualTo(5);
                        assertThat(one.get("cures")).hasSize(1);
                    }
                }
            }
        }
    }

    @Test
    void whereTheBudgetIsTooSmallTheLeastOneIsNamed() throws IOException {
        Call call = invest(WILDFIRE, "--json", "--budget", "500000");
        assertThat(call.code()).isEqualTo(1);
        JsonNode root = valid(call.out());
        assertThat(root.get("outcome").asText()).isEqualTo("not-attainable");
        assertThat(root.at("/relaxations/0/budget").asText()).isEqualTo("550000.00");
        String needed = root.at("/relaxations/0/budget").asText();
        assertThat(invest(WILDFIRE, "--budget", needed).code()).isZero();
    }

    @Test
    void whereAChanceIsOutOfReachWhatCanBeReachedIsNamed() throws IOException {
        String folder = twoMissions;
        Call call = invest(folder, "--json", "--target", "FIRE=0.99");
        assertThat(call.code()).isEqualTo(1);
        JsonNode root = valid(call.out());
        assertThat(root.at("/relaxations/0/mission").asText()).isEqualTo("FIRE");
        BigDecimal reachable = new BigDecimal(root.at("/relaxations/0/to").asText()).subtract(new BigDecimal("0.001"));
        assertThat(invest(folder, "--target", "FIRE=" + reachable.toPlainString(), "--budget", "99000000")
                        .code())
                .isZero();
        assertThat(invest(folder, "--target", "FIRE=" + reachable.add(new BigDecimal("0.002")), "--budget", "99000000")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void tablesAreWritten() throws IOException {
        assertThat(summary(80).code()).isZero();
        Path tables = shared.resolve("tables-80");
        assertThat(Files.readAllLines(tables.resolve("invest-holdings.csv")))
                .hasSize(9)
                .contains("own-drones,buy,5,500,150000.00");
        assertThat(Files.readAllLines(tables.resolve("invest-chances.csv"))).hasSize(1 + 3 * 9);
    }

    /// The page loads nothing and says the same; heat then runs without those it hung on.
    @Test
    void thePageBeginsWithTheAnswer() throws IOException {
        Call call = summary(120);
        String html = Files.readString(shared.resolve("page-120.html"));
        String headline = call.out()
                .lines()
                .takeWhile(line -> !line.startsWith("Proven"))
                .map(String::strip)
                .collect(Collectors.joining(" "));
        assertThat(html).contains("<h1>" + headline.replace("'", "&#39;") + "</h1>");
        assertThat(html).contains("class=\"freed\">0.0 → ").doesNotContain("src=", "http:", "https:");
        assertThat(html).contains("data-now=\"0 0 0 2 10 18 15 6 1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--plan six-seasons | no plan is called \"six-seasons\". Did you mean \"five-seasons\"?",
                "--budget 3e5 | --budget is \"3e5\", not an amount",
                "--budget 3.001 | has more decimals than USD",
                "--target FIRE=90 | --target FIRE is \"90\", not a chance from 0 to 1",
                "--target FLUD=0.9 | the plan has no mission \"FLUD\"",
                "--without-any FIRE | --without-any FIRE is \"\", not a chance",
                "--losing-any FIRE=8 | --losing-any FIRE is \"8\", not a number of members from 1 to 7",
                "--losing-any FLUD=1 | the plan has no mission \"FLUD\" for --losing-any",
                "--explain XYZ | no candidate and no member is called \"XYZ\"",
                "--known-at 2040-01-01 | lies after the plan's last day",
                "--no-targets --target FIRE=0.5 | --no-targets stands beside a target",
            })
    void whatCannotBeAskedGetsASentence(String flags, String sentence) {
        Call call = invest(WILDFIRE, flags.split(" "));
        assertThat(call.err()).contains(sentence);
        assertThat(call.code()).isEqualTo(2);
    }

    @Test
    void whereTimeRunsOutASentenceSaysSo() {
        Call call = invest(WILDFIRE, "--seconds", "0.001");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("was not proven in the time allowed. Allow more with --seconds");
    }

    @Test
    void aFolderWithoutTheFileGetsASentence() {
        Path folder = temp.resolve("towns");
        muster("new", folder.toString());
        Call call = invest(folder.toString());
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("has no invest.yaml");
    }

    /// Drones take 200 days from the order.
    @Test
    void whatComesTooLateIsLeftOut() throws IOException {
        Call call = invest(twoMissions, "--known-at", "2031-08-01", "--no-targets");
        assertThat(call.out()).contains("own-drones would come on 2032-02-17, after the plan's end: left out");
    }

    @Test
    void theBenchFindsSearchAndWalkAgreed() {
        Call call = muster(
                "bench",
                "invest",
                "--members",
                "5",
                "--missions",
                "2",
                "--candidates",
                "4",
                "--worlds",
                "2",
                "--seeds",
                "2");
        assertThat(call.code()).isZero();
        assertThat(call.out().lines())
                .as("four of folds, two of searches, two headers, one blank")
                .hasSize(9);
        assertThat(call.out()).contains("yes").doesNotContain("NO");
        Call wrong = muster("bench", "invest", "--candidates", "21");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--candidates is 21. Write a number from 1 to 20");
    }

    @Test
    void whatWasReallyBoughtStandsBesideTheBestForTheSameMoney() throws IOException {
        String bought = ROOT.resolve("examples/bought/wales-2014.yaml").toString();
        Call call = invest(
                WALES,
                "--plain",
                "--width",
                "100",
                "--known-at",
                "2014-09-05",
                "--explain",
                "USA",
                "--evaluate",
                bought);
        Golden.isSame("invest-wales-bought-usa.txt", call.out());
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Proven", "only lead", "none of the candidates", "The best for the same money");
    }

    @Test
    void whatWasBoughtFailsMoreOftenThanTheBestForTheSameMoney() throws IOException {
        JsonNode root = valid(everything(2).out());
        assertThat(root.at("/evaluated/proven").asBoolean()).isTrue();
        // each is rounded by itself
        assertThat(root.at("/evaluated/regret").asDouble())
                .isCloseTo(
                        root.at("/evaluated/bought/failures").asDouble()
                                - root.at("/evaluated/sameMoney/failures").asDouble(),
                        within(1e-5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|b.yaml:1:1: the file is nothing, not a mapping",
                "'title: x\n'|b.yaml:1:1: there is no purchase",
                "'title: x\nother: 1\n'|b.yaml:2:1: the file has no key \"other\"",
                "'title: x\npurchases:\n- title: y\n  candidate: none\n  blocks: 1\n  ordered: 2016-01-01\n  status: illustrative\n'"
                        + "|b.yaml:4:14: candidate is \"none\", a candidate not known here",
                "'title: x\npurchases:\n- title: y\n  candidate: role-2\n  blocks: 0\n  ordered: 2016-01-01\n  status: illustrative\n'"
                        + "|b.yaml:5:11: blocks is 0, below 1",
                "'title: x\npurchases:\n- title: y\n  candidate: common-mrtt\n  blocks: 5\n  ordered: 2016-01-01\n  status: illustrative\n"
                        + "- title: z\n  candidate: common-mrtt\n  blocks: 5\n  ordered: 2016-01-01\n  status: illustrative\n'"
                        + "|b.yaml:10:11: 10 blocks of common-mrtt are bought, more than the 9 that can be had",
                "'title: x\npurchases:\n- title: y\n  ordered: soon\n  status: illustrative\n'|b.yaml:4:12: ordered is \"soon\"",
                "'title: x\npurchases:\n- title: y\n  ordered: 2016-01-01\n  status: published\n'"
                        + "|b.yaml:3:3: source is missing, though status is published"
            })
    void aFileOfPurchasesWithAMistakeGetsASentence(String text, String sentence) throws IOException {
        Path file = Files.writeString(temp.resolve("b.yaml"), text);

        Call call = invest(WALES, "--evaluate", file.toString());

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains(sentence).contains("nothing was evaluated: fix the file");
    }
}
