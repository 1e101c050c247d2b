package org.muster.cli.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.ROOT;
import static org.muster.cli.Examples.WALES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Call;
import org.muster.cli.Examples;

class BurdenCommandTest {
    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("docs/schema/burden.schema.json")));
    }

    @Test
    void everyReleaseHasItsOwnRankTestAndCounts() throws IOException {
        Call run = muster("burden", WALES, "--year", "2014", "--json");
        assertThat(run.code()).isZero();
        assertThat(schema().validate(run.out(), InputFormat.JSON)).isEmpty();
        JsonNode burden = new ObjectMapper().readTree(run.out());
        assertThat(burden.path("releases").findValuesAsText("vintage"))
                .containsExactly("NATO-2019-06", "NATO-2024-06", "NATO-2025");
        for (JsonNode release : burden.path("releases")) {
            assertThat(release.path("largest").asText()).isEqualTo("USA");
            assertThat(release.path("totals").path("atTarget").asInt()).isEqualTo(3); // as at the Wales summit
            assertThat(release.path("interval").path("lower").asDouble())
                    .isLessThan(release.path("rank").path("rho").asDouble());
        }
        assertThat(muster("burden", WALES, "--year", "2014", "--json").out()).isEqualTo(run.out());
        assertThat(muster("burden", WALES, "--year", "2014", "--json", "--seed", "2")
                        .out())
                .isNotEqualTo(run.out());
    }

    @Test
    void aDateOfKnowledgeHidesLaterReleases() {
        Call run = muster("burden", WALES, "--year", "2014", "--known-at", "2026-04-01", "--plain");
        assertThat(run.out()).contains("as known on 2026-04-01", "NATO-2025", "There is no single verdict");
        Call early = muster("burden", WALES, "--year", "2014", "--known-at", "2014-09-05");
        assertThat(early.code()).isEqualTo(2);
        assertThat(early.err())
                .isEqualTo("muster: fewer than 3 allies have both defence_share_of_gdp and gdp of 2014 on record"
                        + " as known on 2014-09-05.\n");
    }

    @Test
    void membersThatAllCarryAlikeAreNotRanked(@TempDir Path scratch) throws IOException {
        Path folder = Examples.copyOf(WALES, scratch.resolve("alike"));
        Path figures = folder.resolve("figures.csv");
        Files.writeString(
                figures, Files.readString(figures).replaceAll("(,defence_share_of_gdp,2014,)[0-9.]+,", "$12,"));
        Call json = muster("burden", folder.toString(), "--year", "2014", "--json");
        assertThat(json.code()).isZero();
        assertThat(schema().validate(json.out(), InputFormat.JSON)).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(json.out())
                        .path("releases")
                        .path(0)
                        .path("rank")
                        .path("rho")
                        .isNull())
                .isTrue();
        assertThat(muster("burden", folder.toString(), "--year", "2014", "--full", "--plain")
                        .out())
                .contains("- to -")
                .doesNotContain("NaN");
        assertThat(muster("burden", folder.toString(), "--year", "2014", "--plain")
                        .out())
                .contains("Do the large carry more? All carry alike.")
                .doesNotContain("NaN");
    }

    @Test
    void theTextSaysWhatIsOpenAndWhatIsNotMeasured() {
        assertThat(muster("burden", WALES, "--year", "2014", "--full", "--plain")
                        .out())
                .contains("90 % interval", "open", "Rank over weights", "- broad security burden: (defence");
    }
}
