package org.muster.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.ROOT;
import static org.muster.cli.Examples.WALES;
import static org.muster.cli.Examples.WILDFIRE;
import static org.muster.cli.Examples.copyOf;

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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.cli.Call;
import org.muster.cli.Golden;

class PlanCommandTest {
    @Nested
    class Json {
        @ParameterizedTest
        @CsvSource({
            "wildfire-pool, FIRE, 0",
            "wildfire-pool, FLOOD, 1",
            "wales-2014, baltic-2015, 0",
            "wales-2014, libya-2011, 1",
            "wales-2014, counter-is-2014, 0",
            "wales-2014, ukraine-assistance-2014, 0"
        })
        void isByTheSchemaAndAddsUp(String folder, String mission, int code) throws IOException {
            Call run = muster("plan", ROOT.resolve("examples/" + folder).toString(), mission, "--json");
            assertThat(run.code()).isEqualTo(code);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(ROOT.resolve("docs/schema/plan.schema.json")));
            assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
            JsonNode plan = new ObjectMapper().readTree(run.out());
            assertThat(plan.path("proof").path("proven").asBoolean()).isTrue();
            BigDecimal total = new BigDecimal(plan.path("bill").path("total").asText());
            BigDecimal lines = BigDecimal.ZERO;
            for (JsonNode line : plan.path("bill").path("lines")) {
                lines = lines.add(new BigDecimal(line.path("amount").asText()));
            }
            assertThat(lines).isEqualByComparingTo(total);
            for (JsonNode amounts : plan.path("whoPays").path("amounts")) {
                BigDecimal sum = BigDecimal.ZERO;
                for (JsonNode amount : amounts) {
                    sum = sum.add(new BigDecimal(amount.asText()));
                }
                assertThat(sum).isEqualByComparingTo(total);
            }
        }

        @ParameterizedTest
        @CsvSource({"cp-sat, 1", "cp-sat, 8", "highs, 1", "scip, 2", "auto, 1"})
        void isTheSameBytesWithAnySolverAndAnyThreads(String solver, String threads) {
            String usual = muster("plan", WILDFIRE, "FIRE", "--json").out();
            Call other = muster(
                    "plan", WILDFIRE, "FIRE", "--json", "--no-relaxation", "--solver", solver, "--threads", threads);
            assertThat(other.out()).isEqualTo(usual);
        }
    }

    @Nested
    class DayAfter {
        @Test
        void libyaIsRefusedNamingTheFirstUncoveredDayAndLine() {
            Call run = muster("plan", WALES, "libya-2011", "--plain");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out())
                    .contains("REFUSED: day after: on 2011-11-01 line day-after/advise is short of 120 advisers.");
        }

        @Test
        void aWaiverInTheMissionFileLetsItBePlanned(@TempDir Path temp) throws IOException {
            Path folder = copyOf(WALES, temp.resolve("wales"));
            Path mission = folder.resolve("missions/libya-2011.yaml");
            Files.writeString(
                    mission,
                    Files.readString(mission)
                            + "waiver:\n  authority: North Atlantic Council\n  date: 2011-03-27\n  reason: a test\n");
            Call run = muster("plan", folder.toString(), "libya-2011", "--plain");
            assertThat(run.code()).as("a waived day after is not covered").isEqualTo(1);
            assertThat(run.out().replaceAll("\\s+", " "))
                    .contains(
                            "WAIVED: the day after is not covered (on 2011-11-01 line day-after/advise is short of 120"
                                    + " advisers) and waived by North Atlantic Council on 2011-03-27, until the mission's last day,");
            assertThat(muster("plan", folder.toString(), "libya-2011", "--accept-waiver")
                            .code())
                    .isZero();
            assertThat(muster("plan", folder.toString(), "libya-2011", "--json").out())
                    .contains("\"status\" : \"waived\"");
            Call share = muster("share", folder.toString(), "libya-2011", "--plain", "--rule", "equal");
            assertThat(share.code()).isEqualTo(1);
            assertThat(share.out()).contains("WAIVED: the day after is not covered");
            assertThat(muster("share", folder.toString(), "libya-2011", "--rule", "equal", "--accept-waiver")
                            .code())
                    .isZero();
            Path page = temp.resolve("plan.html");
            muster("plan", folder.toString(), "libya-2011", "--html", page.toString());
            assertThat(Files.readString(page)).contains("class=\"verdict waived\"");
        }

        @Test
        void whyNotNamesTheLinesThatNobodyOffered() {
            Call run = muster("why-not", WALES, "libya-2011", "day-after/advise");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out())
                    .contains("line day-after/advise cannot be covered")
                    .contains("- no more of advisers is offered than stands in the folder");
        }

        @Test
        void whyNotNamesTheFirstRuleThatKeepsAMemberOut() {
            Call run = muster("why-not", WALES, "libya-2011", "DEU");
            assertThat(run.out()).contains("DEU: does not take part (abstains)");
        }
    }

    @Nested
    class Text {
        @Test
        void isTheGoldenReport() throws IOException {
            String text = muster("plan", WILDFIRE, "FIRE", "--full", "--plain").out();
            Golden.isSame("plan-FIRE-full.txt", text);
        }

        @Test
        void saysWhatIsIllustrative() {
            assertThat(muster("plan", WALES, "baltic-2015", "--full", "--plain").out())
                    .contains("Illustrative (invented, not published)")
                    .contains("quantity of offer bap39-hun-siauliai");
        }

        /// How much of the bill rests on what is in the answer, adds up, and is told in every face.
        @Test
        void saysWhatTheBillRestsOn() throws IOException {
            JsonNode bill = new ObjectMapper()
                    .readTree(muster("plan", WALES, "baltic-2015", "--json").out())
                    .path("bill");
            long percent = 0;
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode part : bill.path("restsOn")) {
                percent += part.path("percent").asLong();
                sum = sum.add(new BigDecimal(part.path("amount").asText()));
            }

            assertThat(percent).isEqualTo(100);
            assertThat(sum).isEqualByComparingTo(bill.path("total").asText());
            assertThat(bill.path("restsOn").findValuesAsText("basis"))
                    .containsExactly("published", "borrowed", "illustrative");
            String sentence = "The bill rests to 5 % on published, 89 % on borrowed and 6 % on illustrative prices.";
            assertThat(muster("plan", WALES, "baltic-2015", "--plain").out()).contains(sentence);
        }

        /// A mission that really was shows who went, before anything else is said of the plan; others say nothing of
        /// it.
        @Test
        void aMissionWithARecordShowsWhoReallyWent() throws IOException {
            Call libya = muster("plan", WALES, "libya-2011", "--plain");
            String top = libya.out().lines().limit(8).collect(java.util.stream.Collectors.joining(" "));

            assertThat(top).contains("A counterfactual best coalition").contains("Who really went: BEL,");
            assertThat(new ObjectMapper()
                            .readTree(muster("plan", WALES, "libya-2011", "--json")
                                    .out())
                            .path("record")
                            .path("tookPart"))
                    .hasSize(18);
            assertThat(muster("plan", WALES, "airbridge-2021", "--plain").out()).doesNotContain("counterfactual");
        }
    }

    @Nested
    class Comparing {
        @Test
        void aPlanIsTheSameAsItselfAndDiffersFromOneWithoutAMember(@TempDir Path temp) throws IOException {
            Path before = temp.resolve("before.json");
            Files.writeString(before, muster("plan", WILDFIRE, "FIRE", "--json").out());
            assertThat(muster("diff", before.toString(), before.toString()).code())
                    .isZero();
            Path folder = copyOf(WILDFIRE, temp.resolve("wildfire"));
            Path mission = folder.resolve("missions/FIRE.yaml");
            Files.writeString(
                    mission, Files.readString(mission).replace("floor:\n", "pins:\n  must_not: [CED]\nfloor:\n"));
            Path after = temp.resolve("after.json");
            Call again = muster("plan", folder.toString(), "FIRE", "--json", "--close-to", before.toString());
            Files.writeString(after, again.out());
            Call diff = muster("diff", before.toString(), after.toString());
            assertThat(diff.code()).isEqualTo(1);
            assertThat(diff.out()).contains("- member CED: takes part").contains("~ bill: USD ");
        }

        @Test
        void everythingThatThePlansSayIsCompared(@TempDir Path temp) throws IOException {
            String plan = muster("plan", WILDFIRE, "FIRE", "--json").out();
            Path before = Files.writeString(temp.resolve("before.json"), plan);
            Path other = Files.writeString(
                    temp.resolve("other.json"),
                    plan.replaceFirst("\"mission\" : \"FIRE\"", "\"mission\" : \"FLOOD\"")
                            .replaceFirst("(\"income\" : \\{\\s*\"[A-Z]+\" : )\"[0-9.]+\"", "$1\"1.00\""));
            Call diff = muster("diff", before.toString(), other.toString());
            assertThat(diff.code()).isEqualTo(1);
            assertThat(diff.out().lines())
                    .hasSize(2)
                    .anyMatch(line -> line.equals("~ mission: FIRE -> FLOOD"))
                    .anyMatch(line -> line.startsWith("~ whoPays amounts income ") && line.endsWith(" -> 1.00"));
        }

        /// Each table is made beside its place and then takes it: who reads the old one meanwhile has it whole.
        @Test
        void tablesReplaceThoseOfAnEarlierPlanWhole(@TempDir Path temp) throws IOException {
            Path table = Files.writeString(temp.resolve("bill.csv"), "of an earlier plan");
            Path earlier = Files.createLink(temp.resolve("earlier.csv"), table);

            assertThat(muster("plan", WILDFIRE, "FIRE", "--csv", temp.toString())
                            .code())
                    .isZero();

            assertThat(table).content().startsWith("id,date,category,");
            assertThat(earlier).hasContent("of an earlier plan");
            assertThat(temp).isDirectoryNotContaining("glob:**.part");
        }

        @Test
        void unitsThatAreNoNumberAreRefused(@TempDir Path temp) throws IOException {
            String plan = muster("plan", WILDFIRE, "FIRE", "--json").out();
            for (String units : new String[] {"\"x\"", "18446744073709551617", "-1", "1.5"}) {
                Path file = Files.writeString(
                        temp.resolve("x.json"), plan.replaceFirst("\"units\" : [0-9]+", "\"units\" : " + units));
                Call diff = muster("diff", file.toString(), file.toString());
                assertThat(diff.code()).isEqualTo(2);
                assertThat(diff.err())
                        .contains("units of an entry of assignments is " + units + ", not a whole number");
            }
            Path deep = Files.writeString(temp.resolve("deep.json"), "[".repeat(100_000));
            assertThat(muster("diff", deep.toString(), deep.toString()).code()).isEqualTo(2);
        }

        @Test
        void whatIsNoPlanIsRefused(@TempDir Path temp) throws IOException {
            Path file = Files.writeString(temp.resolve("x.json"), "{\"a\": 1}");
            Call run = muster("diff", file.toString(), file.toString());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("muster: " + file + ": no plan: `format` is not \"muster-plan\". Write one with "
                            + "`muster plan FOLDER MISSION --json`." + System.lineSeparator());
        }
    }

    @Nested
    class BadInput {
        @Test
        void anUnknownMissionIsToldWithThoseThatThereAre() {
            Call run = muster("plan", WILDFIRE, "FIER");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("muster: mission \"FIER\" is not known in wildfire-pool. Did you mean \"FIRE\"?"
                            + System.lineSeparator());
            assertThat(run.out()).isEmpty();
        }

        @Test
        void aFolderThatIsNotThereIsTold() {
            Call run = muster("plan", "no-such-folder", "FIRE");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).startsWith("no-such-folder:1:1: there is no such folder.");
        }

        @Test
        void anUnknownSolverIsTold() {
            Call run = muster("plan", WILDFIRE, "FIRE", "--solver", "abacus");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("muster: no solver is called \"abacus\". Known: auto, cp-sat, highs, scip."
                            + System.lineSeparator());
        }
    }

    @Test
    void theModelIsWrittenForOtherSolvers(@TempDir Path temp) throws IOException {
        Path mps = temp.resolve("fire.mps");
        assertThat(muster("plan", WILDFIRE, "FIRE", "--export-mps", mps.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(mps))
                .contains("ROWS")
                .contains("cover_attack/north-air")
                .contains("ENDATA");
    }

    @Test
    void tablesAreWritten(@TempDir Path temp) throws IOException {
        assertThat(muster("plan", WILDFIRE, "FIRE", "--csv", temp.resolve("t").toString())
                        .code())
                .isZero();
        assertThat(Files.readAllLines(temp.resolve("t/who_pays.csv")))
                .first()
                .isEqualTo("rule,member,participates,amount,currency,distance_from_income_share_pp");
    }

    @Test
    void whoReallyWentIsATableWhereItIsOnRecord(@TempDir Path temp) throws IOException {
        muster("plan", WILDFIRE, "FIRE", "--csv", temp.resolve("fire").toString());
        assertThat(temp.resolve("fire/record.csv")).doesNotExist();
        muster("plan", WALES, "libya-2011", "--csv", temp.resolve("libya").toString());
        assertThat(Files.readAllLines(temp.resolve("libya/record.csv")))
                .startsWith("member,really_took_part,goes_in_this_counterfactual")
                .anyMatch(row -> row.startsWith("BEL,true,"))
                .anyMatch(row -> row.startsWith("DEU,false,"))
                .hasSize(1 + 39);
    }

    @Test
    void aPlanWhoseCurrencyIsNoneIsRefused(@TempDir Path temp) throws IOException {
        Path plan = temp.resolve("plan.json");
        String json = muster("plan", WILDFIRE, "FIRE", "--json").out();
        Files.writeString(plan, json.replace("\"currency\" : \"USD\"", "\"currency\" : \"\""));
        Call run = muster("diff", plan.toString(), plan.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("the currency of the bill is \"\", no code of ISO 4217. Write one, such as EUR.");
    }
}
