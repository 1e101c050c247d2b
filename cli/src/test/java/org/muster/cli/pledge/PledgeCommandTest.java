package org.muster.cli.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.ROOT;
import static org.muster.cli.Examples.WALES;
import static org.muster.cli.Examples.copyOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.cli.Browser;
import org.muster.cli.Call;
import org.muster.cli.Golden;

class PledgeCommandTest {
    private static JsonNode json(String... args) throws IOException {
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        Call run = muster(all);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Nested
    class AsJson {
        @ParameterizedTest
        @CsvSource({
            "wales-2014-2pct, 2014, 2019-12-31, 3",
            "wales-2014-2pct, 2014, 2024-12-31, 3",
            "wales-2014-2pct, 2014, 2025-12-31, 3",
            "wales-2014-2pct, 2024, 2024-06-30, 23",
            "wales-2014-2pct, 2024, 2025-12-31, 18",
            "wales-2014-2pct, 2024, 2014-09-05, 0",
            "wales-2014-equipment, 2019, 2019-06-01, 16",
            "hague-2025, 2025, 2025-12-31, 3"
        })
        void isByTheSchemaAndCountsWhatWasPublished(String pledge, String year, String knownAt, int met)
                throws IOException {
            Call run = muster("pledge", WALES, "--pledge", pledge, "--year", year, "--known-at", knownAt, "--json");
            assertThat(run.code()).isZero();
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(ROOT.resolve("docs/schema/pledge.schema.json")));
            assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
            JsonNode root = new ObjectMapper().readTree(run.out());
            assertThat(root.path("counts").path("met").asInt()).isEqualTo(met);
            int sum = 0;
            for (JsonNode count : root.path("counts")) {
                sum += count.asInt();
            }
            assertThat(sum).isEqualTo(root.path("members").size());
            for (JsonNode member : root.path("members")) {
                assertThat(member.path("value").isNull())
                        .isEqualTo(member.path("met").isNull());
            }
        }

        @Test
        void theForecastOfTheSummitSaysWhatStandsInAndHasAChanceForEverybodyWithForces() throws IOException {
            JsonNode root = json("pledge", WALES, "--year", "2024", "--known-at", "2014-09-05");

            assertThat(root.path("standIns")).isNotEmpty();
            for (JsonNode member : root.path("members")) {
                boolean iceland = member.path("member").asText().equals("ISL");
                assertThat(member.path("probabilityEverReachedBy").has("2024")).isEqualTo(!iceland);
                assertThat(member.path("vintage").isNull()).isTrue();
            }
        }

        /// Later facts of every kind, written into the folder's own files, change no byte of an earlier answer.
        @Test
        void isTheSameBytesAfterLaterFactsWereAdded(@TempDir Path temp) throws IOException {
            String[] before = answers(WALES);
            Path later = copyOf(WALES, temp.resolve("later"));
            Files.writeString(
                    later.resolve("vintages.csv"),
                    Files.readString(later.resolve("vintages.csv")) + "LATER,Later,2027-01-01,invented\n");
            StringBuilder figures = new StringBuilder(Files.readString(later.resolve("figures.csv")));
            for (int year = 2010; year < 2026; year++) {
                figures.append("POL,defence_share_of_gdp,%d,9.99,percent,LATER,illustrative,\n".formatted(year));
                figures.append("POL,gdp_growth,%d,-50,percent,LATER,illustrative,\n".formatted(year));
            }
            Files.writeString(later.resolve("figures.csv"), figures);
            Files.writeString(
                    later.resolve("ledger.csv"),
                    Files.readString(later.resolve("ledger.csv"))
                            + "late-1,ua-c4-can,lapsed,CAN,fund-c4,Late,100000,EUR,,,,2015-01-01,2027-01-01,,illustrative,\n");

            assertThat(answers(later.toString())).isEqualTo(before);
        }

        private String[] answers(String folder) {
            return new String[] {
                muster("pledge", folder, "--known-at", "2019-07-01", "--json").out(),
                muster("pledge", folder, "--known-at", "2019-07-01", "--plain").out(),
                muster("pledge", "history", folder, "POL", "--known-at", "2024-06-30", "--json")
                        .out(),
                muster("pledge", "ledger", folder, "--as-of", "2016-01-01", "--known-at", "2016-12-31", "--json")
                        .out()
            };
        }

        @Test
        void historyShowsPolandOf2023InFourReleases() throws IOException {
            JsonNode history = json("pledge", "history", WALES, "POL", "--year", "2023");

            assertThat(history.path("years").get(0).path("versions")).hasSize(4);
            assertThat(history.path("years").get(0).path("counts").findValuesAsText("met"))
                    .containsExactly("11", "11", "10", "10");
        }

        @Test
        void theLedgerAddsUpAndCountsOnce() throws IOException {
            JsonNode ledger = json("pledge", "ledger", WALES);

            for (JsonNode promise : ledger.path("promises")) {
                double parts = 0;
                for (String stage : List.of("allocated", "delivered", "lapsed", "open")) {
                    parts += promise.path(stage).asDouble();
                }
                assertThat(parts).isEqualTo(promise.path("promised").asDouble());
            }
            assertThat(ledger.path("consolidated").path("notValued").get(0).asText())
                    .isEqualTo("ua-training-ltu");
        }

        @Test
        void theScoreIsPrintedWithItsOrigins() throws IOException {
            JsonNode score = json("pledge", "score", WALES);

            assertThat(score.path("origins")).hasSize(10);
            JsonNode summit = score.path("byOrigin").path("2014-09-05");
            assertThat(summit.path("of").asInt()).isEqualTo(27);
            assertThat(summit.path("met").asInt()).isEqualTo(16);
            assertThat(summit.path("expectedMet").asDouble()).isBetween(3.0, 9.0);
            assertThat(score.path("overall").path("CHOSEN").path("coverage80").asDouble())
                    .isBetween(0.5, 0.95);
            assertThat(score.path("metInDueYear").path("CHOSEN").path("brier").asDouble())
                    .isBetween(0.1, 0.4);
        }

        /// Told worse than by the share that went elsewhere: early on nothing is known that could tell.
        @Test
        void likelySaysThatThereIsTooLittleDataWhereThereIs() throws IOException {
            JsonNode likely = json("likely", WALES, "counter-is-2014", "--known-at", "1991-12-31");

            assertThat(likely.path("enoughData").asBoolean()).isFalse();
            assertThat(likely.path("verdict").asText()).startsWith("too little data to say");
        }

        @Test
        void likelyIsToldByTheRecordAndScoredInTwoWays() throws IOException {
            JsonNode likely = json("likely", WALES, "counter-is-2014");

            assertThat(likely.path("enoughData").asBoolean()).isTrue();
            assertThat(likely.path("leaveOneOut")).hasSize(23);
            assertThat(likely.path("forwardInTime")).hasSizeBetween(12, 22);
            assertThat(likely.path("leaveOneOutByKind").findValuesAsText("kind"))
                    .containsExactly("air-campaign", "embargo", "presence", "stabilisation", "un-peacekeeping", "all");
            assertThat(likely.path("opinion").get(0).path("alliesWithoutAnswer").asInt())
                    .isGreaterThan(20);
        }
    }

    @Nested
    class AsText {
        @Test
        void theCountOfJune2024() throws IOException {
            Golden.isSame(
                    "pledge-2024-full.txt",
                    muster("pledge", WALES, "--year", "2024", "--known-at", "2024-06-30", "--full", "--plain")
                            .out());
        }

        @Test
        void theReadmeShowsWhatIsPrinted() throws IOException {
            String printed = Files.readString(ROOT.resolve("cli/src/test/golden/pledge-2024-full.txt"));
            String head = String.join("\n", printed.lines().limit(7).toList());

            assertThat(Files.readString(ROOT.resolve("README.md"))).contains(head);
        }

        @Test
        void oneMemberInFull() throws IOException {
            Golden.isSame(
                    "pledge-member.txt",
                    muster("pledge", WALES, "--member", "EST", "--known-at", "2014-09-05", "--plain")
                            .out());
        }

        @Test
        void theLedger() throws IOException {
            Golden.isSame(
                    "pledge-ledger.txt",
                    muster("pledge", "ledger", WALES, "--plain").out());
        }
    }

    @Nested
    class BadInput {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "pledge|muster: name the folder that holds alliance.yaml, for example examples/wales-2014.",
                    "pledge WALES --pledge two|muster: pledge \"two\" is not known in wales-2014. Known: wales-2014-2pct, wales-2014-equipment, hague-2025.",
                    "pledge WALES --pledge hague-2025 --known-at 2014-09-05|muster: pledge hague-2025 was made on 2025-06-25, after 2014-09-05: there was nothing to know of it.",
                    "pledge WALES --member SWE --year 2014 --known-at 2019-01-01|muster: SWE had not made the pledge wales-2014-2pct by the end of 2014, as known on 2019-01-01.",
                    "pledge WALES --paths 0|muster: --paths is from 1 to 1,000,000.",
                    "pledge WALES --year 99999|muster: --year is from 1800 to 2200.",
                    "pledge ledger WALES --promise none|muster: promise \"none\" is not known on 2016-10-01.",
                    "likely WALES libya-2011 --kind war|muster: kind \"war\" is in no record. Known: air-campaign, embargo, presence, stabilisation, un-peacekeeping."
                })
        void getsASentence(String command, String sentence) {
            Call run = muster(command.replace("WALES", WALES).split(" "));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().strip()).isEqualTo(sentence);
        }
    }

    @Nested
    class Import {
        private static final String HEADER =
                "id,promise,event,giver,receiver,title,amount,unit,rate,rate_date,rate_source,date,known_from,due,status,source\n";
        private static final String GOOD =
                "new-1,new,promised,DEU,UKR,Vehicles,20,vehicles,150000,2016-01-01,invented,2016-01-01,2016-01-05,,illustrative,\n"
                        + "ua-c4-deu-1,ua-c4-deu,promised,DEU,fund-c4,More,1100000,EUR,,,,2014-09-05,2015-03-01,2016-09-05,illustrative,\n";
        private static final String BAD =
                "bad-1,bad,promised,XXX,UKR,Vehicles,-5,vehicles,,,,2016-01-01,2016-01-05,,illustrative,\n"
                        + "bad-2,ua-c4-can,delivered,DEU,fund-c4,Other giver,5,EUR,,,,2016-01-01,2016-01-05,,illustrative,\n";

        @Test
        void aDryRunSaysTheSameAndWritesNothing(@TempDir Path temp) throws IOException {
            Path folder = copyOf(WALES, temp.resolve("wales"));
            Path file = Files.writeString(temp.resolve("events.csv"), HEADER + GOOD);
            String before = Files.readString(folder.resolve("ledger.csv"));

            Call dry = muster("pledge", "ledger", "import", folder.toString(), file.toString(), "--dry-run");
            assertThat(Files.readString(folder.resolve("ledger.csv"))).isEqualTo(before);
            Call real = muster("pledge", "ledger", "import", folder.toString(), file.toString());
            Call again = muster("pledge", "ledger", "import", folder.toString(), file.toString());

            assertThat(dry.out())
                    .isEqualToNormalizingNewlines(
                            "create 1, revise 1, unchanged 0, skipped 0\nnothing was written: this was a dry run\n");
            assertThat(real.out()).isEqualToNormalizingNewlines("create 1, revise 1, unchanged 0, skipped 0\n");
            assertThat(again.out()).isEqualToNormalizingNewlines("create 0, revise 0, unchanged 2, skipped 0\n");
            assertThat(muster("check", folder.toString()).code()).isZero();
            assertThat(Files.readString(folder.resolve("ledger.csv"))).contains("new-1,new,promised,DEU,UKR");
        }

        @Test
        void whatWasKnownBeforeARevisionStaysByteForByte(@TempDir Path temp) throws IOException {
            Path folder = copyOf(WALES, temp.resolve("wales"));
            Path file = Files.writeString(temp.resolve("events.csv"), HEADER + GOOD);
            String[] before = {"pledge", "ledger", folder.toString(), "--known-at", "2015-02-28", "--json"};
            String[] after = {"pledge", "ledger", folder.toString(), "--known-at", "2015-03-01", "--json"};
            String view = muster(before).out();

            muster("pledge", "ledger", "import", folder.toString(), file.toString());

            assertThat(muster(before).out()).isEqualTo(view);
            assertThat(muster(after).out())
                    .contains("ua-c4-deu-1-r2", "1100000")
                    .doesNotContain("\"ua-c4-deu-1\"");
        }

        @Test
        void aRevisionThatIsKnownNoLaterWouldRewriteThePast(@TempDir Path temp) throws IOException {
            Path folder = copyOf(WALES, temp.resolve("wales"));
            Path file =
                    Files.writeString(temp.resolve("events.csv"), HEADER + GOOD.replace("2015-03-01", "2014-09-05"));

            Call refused = muster("pledge", "ledger", "import", folder.toString(), file.toString());

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("events.csv:3:13: event ua-c4-deu-1 is in the ledger with other content, known from"
                            + " 2014-09-05, and this row is known from 2014-09-05. Write the later day from which the"
                            + " revision is known, or give the event a name of its own.");
        }

        @Test
        void badRowsAreAllToldAndStopEverythingUnlessLeftOut(@TempDir Path temp) throws IOException {
            Path folder = copyOf(WALES, temp.resolve("wales"));
            Path file = Files.writeString(temp.resolve("events.csv"), HEADER + GOOD + BAD);
            String before = Files.readString(folder.resolve("ledger.csv"));

            Call refused = muster("pledge", "ledger", "import", folder.toString(), file.toString());
            assertThat(Files.readString(folder.resolve("ledger.csv"))).isEqualTo(before);
            Call skipped = muster("pledge", "ledger", "import", folder.toString(), file.toString(), "--skip-bad");

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err().lines())
                    .hasSize(3)
                    .anyMatch(line -> line.startsWith("events.csv:4:4: giver is \"XXX\""))
                    .anyMatch(line -> line.startsWith("events.csv:4:7: amount is -5"))
                    .anyMatch(line ->
                            line.startsWith("events.csv:5:4: giver is \"DEU\", and \"CAN\" in event ua-c4-can-1"));
            assertThat(refused.out()).contains("skipped 2");
            assertThat(skipped.code()).isZero();
            assertThat(skipped.out()).contains("create 1, revise 1, unchanged 0, skipped 2");
        }
    }

    @Test
    void aTableOfSupportIsLookedAtBesideTheLedgerAndItsStagesAreNotSummed(@TempDir Path temp) throws IOException {
        Path table = Files.writeString(temp.resolve("support.csv"), """
                iso3,commit_financial_eur_bn,commit_humanitarian_eur_bn,commit_military_eur_bn,alloc_financial_eur_bn,alloc_humanitarian_eur_bn,alloc_military_eur_bn
                DEU,2,0,1.5,1,0,1.75
                JPN,9,9,9,9,9,9
                """);
        Call run = muster(
                "pledge", "ledger", WALES, "--kiel", table.toString(), "--promise", "kiel-DEU-military", "--json");

        assertThat(run.err()).contains("4 events from support.csv; 1 donor that is no member is left out");
        JsonNode promise =
                new ObjectMapper().readTree(run.out()).path("promises").get(0);
        assertThat(promise.path("promised").asDouble()).isEqualTo(1.75e9);
        assertThat(promise.path("allocated").asDouble()).isEqualTo(1.75e9);
        assertThat(promise.path("beyond").asDouble()).isEqualTo(0.25e9);
    }

    @Test
    void aCsvTableHasItsMetadataBesideIt(@TempDir Path temp) throws IOException {
        Path csv = temp.resolve("pledge.csv");

        assertThat(muster("pledge", WALES, "--year", "2024", "--known-at", "2024-06-30", "--csv", csv.toString())
                        .code())
                .isZero();

        List<String> lines = Files.readAllLines(csv);
        JsonNode metadata = new ObjectMapper()
                .readTree(temp.resolve("pledge.csv-metadata.json").toFile());
        assertThat(lines).hasSize(33);
        assertThat(String.join(",", metadata.path("tableSchema").path("columns").findValuesAsText("name")))
                .isEqualTo(lines.getFirst());
        assertThat(metadata.path("url").asText()).isEqualTo("pledge.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1280,900", "390,844"})
    void thePageShowsEveryMemberWithItsFanInABrowser(String window, @TempDir Path temp)
            throws IOException, InterruptedException {
        Path file = temp.resolve("pledge.html");
        assertThat(muster("pledge", WALES, "--known-at", "2014-09-05", "--paths", "500", "--html", file.toString())
                        .code())
                .isZero();
        String page = Files.readString(file);
        assertThat(page)
                .doesNotContain("src=\"http")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("fetch(");
        String shown = Browser.show(file.toUri().toString(), window, temp);
        assertThat(shown)
                .contains("data-shown=\"2014-09-05\"")
                .contains("class=\"promised\"")
                .contains("illustrative");
        assertThat(shown.split("class=\"fan80\"", -1)).hasSize(27 + 1);
        assertThat(shown.split("<figcaption>", -1)).hasSize(31 + 1);
        assertThat(shown.split("class=\"came\"", -1).length).isGreaterThan(200);
    }
}
