package org.muster.cli.share;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.cli.Call;
import org.muster.cli.Golden;

class ShareCommandTest {
    static JsonNode valid(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("docs/schema/share.schema.json")));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        return new ObjectMapper().readTree(json);
    }

    @ParameterizedTest
    @CsvSource({
        "wildfire-pool, FIRE, 0, cached",
        "wildfire-pool, FLOOD, 1, cached",
        "wales-2014, baltic-2015, 0, estimated",
        "wales-2014, libya-2011, 1, estimated"
    })
    void theJsonIsByTheSchemaAndEveryRuleAddsUp(String folder, String mission, int code, String method)
            throws IOException {
        Call run = muster("share", ROOT.resolve("examples/" + folder).toString(), mission, "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(code);
        JsonNode share = valid(run.out());
        assertThat(share.path("method").asText()).isEqualTo(method);
        assertAddsUp(share);
        assertThat(muster("share", ROOT.resolve("examples/" + folder).toString(), mission, "--json")
                        .out())
                .isEqualTo(run.out());
    }

    private static void assertAddsUp(JsonNode share) {
        BigDecimal total = new BigDecimal(share.path("total").asText());
        assertThat(share.path("rules")).isNotEmpty();
        for (JsonNode rule : share.path("rules")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode amount : rule.path("amounts")) {
                sum = sum.add(new BigDecimal(amount.asText()));
            }
            assertThat(sum).as(rule.path("name").asText()).isEqualByComparingTo(total);
            assertThat(new BigDecimal(rule.path("participantsTotal").asText())
                            .add(new BigDecimal(
                                    rule.path("nonParticipantsTotal").asText())))
                    .isEqualByComparingTo(total);
        }
    }

    @Test
    void theAtlasOfTheWalesMembersSharesBySeveralRules() throws IOException {
        Call run = muster("share", WALES, "counter-is-2014", "--json", "--rule", "shapley", "--explain", "ISL");
        assertThat(run.code()).isZero();
        JsonNode share = valid(run.out());
        assertAddsUp(share);
        assertThat(share.path("method").asText()).isEqualTo("atlas");
        assertThat(share.path("atlas").path("coalitions").asLong()).isEqualTo(1L << 28);
        assertThat(share.path("atlas").path("indispensable").get(0).asText()).isEqualTo("USA");
        JsonNode shapley = share.path("rules").get(0);
        // What Iceland and Luxembourg offer is dearer than what others do in every coalition: they count alike.
        BigDecimal iceland = new BigDecimal(shapley.path("amounts").path("ISL").asText());
        assertThat(iceland).isPositive();
        assertThat(new BigDecimal(shapley.path("amounts").path("LUX").asText())
                        .subtract(iceland)
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(shapley.path("explain").path("what").asText()).startsWith("what ISL pays by \"Shapley value\"");
        // Iceland bears more than its benefit: with benefits by line it would rather do its own, and so would others.
        assertThat(share.path("leaversAmong").asText()).isEqualTo("coalitions");
        assertThat(share.path("leavers").get(0).path("coalition").toString()).contains("ISL");
    }

    @Test
    void theTextIsTheGoldenReport() throws IOException {
        String text = muster("share", WILDFIRE, "FIRE", "--full", "--plain", "--explain", "DOG")
                .out();
        Golden.isSame("share-FIRE-full.txt", text);
    }

    /// The README shows lines of this very report.
    @Test
    void theReadmeShowsWhatTheProgramPrints() throws IOException {
        Call run = muster("share", WALES, "counter-is-2014", "--full", "--progress", "--plain", "--explain", "DEU");
        assertThat(run.code()).isZero();
        // It takes seconds, and says what it is at in words of the domain.
        assertThat(run.err())
                .contains(" s, sharing the bill under 28 rules")
                .doesNotContainPattern("GLOP|CP-SAT|level|incumbent|\\u001b");
        // The alliance's own rule is explained step by step.
        assertThat(run.out())
                .contains("step 1: headquarters by key un-2013, up to 2000000.00")
                .contains("step 2: all that is left by rule income-participants, up to 100000000.00")
                .contains("what is left lies where it falls");
        String readme = Files.readString(ROOT.resolve("README.md"));
        int from = readme.indexOf("```text\nBill EUR");
        assertThat(from).isPositive();
        String shown = readme.substring(from + "```text\n".length(), readme.indexOf("\n```", from + 1));
        assertThat(run.out().lines().toList())
                .containsAll(shown.lines().filter(line -> !line.isEmpty()).toList());
        Call pools = muster("share", WALES, "airbridge-2021", "--full", "--plain", "--rule", "entitlement");
        for (String amount : new String[] {"7,044,656.81", "4,286,587.12", "2,164,477.79", "5,766,466.28"}) {
            assertThat(pools.out()).contains(amount);
            assertThat(readme).contains(amount);
        }
    }

    @Test
    void anUnknownRuleOrMemberIsToldWithThoseThatThereAre() {
        Call rule = muster("share", WILDFIRE, "FIRE", "--rule", "shaply");
        assertThat(rule.code()).isEqualTo(2);
        assertThat(rule.err())
                .startsWith(
                        "muster: no rule is called \"shaply\". Did you mean \"shapley\"? Known: lie-where-they-fall,");
        Call member = muster("share", WILDFIRE, "FIRE", "--explain", "DOGG");
        assertThat(member.code()).isEqualTo(2);
        assertThat(member.err())
                .isEqualTo("muster: no member is called \"DOGG\". Did you mean \"DOG\"?"
                        + " Known: ASH, BIR, CED, DOG, ELM, FIR, GOR, HAZ.\n");
        assertThat(muster("share", WILDFIRE, "FIR").code()).isEqualTo(2);
        assertThat(muster("share", "nowhere", "FIRE").code()).isEqualTo(2);
    }
}
