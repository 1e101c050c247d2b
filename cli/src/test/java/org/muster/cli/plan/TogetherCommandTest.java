package org.muster.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.ROOT;
import static org.muster.cli.Examples.WALES;
import static org.muster.cli.Examples.WILDFIRE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Call;

class TogetherCommandTest {
    private static void valid(String schema, String json) throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(ROOT.resolve("docs/schema/" + schema)))
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everyMissionHasItsPlanAndAllTogetherTheirTotal() throws IOException {
        Call run = muster("plan", WALES, "baltic-2015", "counter-is-2014", "ukraine-assistance-2014", "--json");
        assertThat(run.err()).isEmpty();
        valid("plans.schema.json", run.out());
        JsonNode plans = new ObjectMapper().readTree(run.out());
        assertThat(plans.path("proven").asBoolean()).isTrue();
        assertThat(plans.path("missions")).hasSize(3);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode mission : plans.path("missions")) {
            valid("plan.schema.json", mission.toString());
            assertThat(mission.path("alsoWanted")).isEmpty();
            sum = sum.add(new BigDecimal(mission.path("bill").path("total").asText()));
        }
        assertThat(sum).isEqualByComparingTo(plans.path("total").asText());
        for (JsonNode shared : plans.path("shared")) {
            long used = 0;
            for (JsonNode units : shared.path("units")) {
                used += units.asLong();
            }
            assertThat(used).isLessThanOrEqualTo(shared.path("capacity").asLong());
        }
        assertThat(muster("plan", WALES, "ukraine-assistance-2014", "baltic-2015", "counter-is-2014", "--json")
                        .out())
                .as("the order of names means nothing")
                .isEqualTo(run.out());
    }

    /// Two missions that ask for nearly all hours of a year: alone each is covered and says who else wants them.
    @Test
    void hoursOfAPoolAreCountedOnce(@TempDir Path temp) throws IOException {
        Path folder = twice(temp);
        Call alone = muster("plan", folder.toString(), "FIRE");
        Call both = muster("plan", folder.toString(), "--all", "--json");
        JsonNode plans = new ObjectMapper().readTree(both.out());

        assertThat(alone.out()).contains("Planned as if alone: FIRE2 could use the same");
        assertThat(plans.path("missions")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(plans.path("shared")).isNotEmpty();
    }

    /// A copy of the wildfire pool without charters, in which a second fire of the same size burns at the same time.
    private static Path twice(Path temp) throws IOException {
        Path folder = org.muster.cli.Examples.copyOf(WILDFIRE, temp.resolve("twice"));
        String fire = Files.readString(folder.resolve("missions/FIRE.yaml"));
        Path market = folder.resolve("market.csv");
        Files.writeString(market, Files.readString(market).lines().findFirst().orElseThrow() + "\n");
        Files.writeString(folder.resolve("missions/FIRE2.yaml"), fire.replace("id: FIRE\n", "id: FIRE2\n"));
        return folder;
    }

    @Test
    void aPriorityDecidesWhoIsCoveredFirstAndWhyNotSaysWhoCouldGiveWay(@TempDir Path temp) throws IOException {
        Path folder = twice(temp);
        Path second = folder.resolve("missions/FIRE2.yaml");
        Files.writeString(second, Files.readString(second).replaceFirst("decided_on:", "priority: 1\ndecided_on:"));
        JsonNode plans = new ObjectMapper()
                .readTree(muster("plan", folder.toString(), "FIRE", "FIRE2", "--json")
                        .out());
        JsonNode first = plans.path("missions").get(0);
        Call whyNot = muster("why-not", folder.toString(), "FIRE", "--with", "FIRE2");
        Call asJson = muster("why-not", folder.toString(), "FIRE", "--with", "FIRE2", "--json");

        assertThat(first.path("mission").asText()).isEqualTo("FIRE2");
        assertThat(first.path("status").asText()).isEqualTo("covered");
        assertThat(plans.path("missions").get(1).path("status").asText()).isNotEqualTo("covered");
        assertThat(whyNot.code()).isEqualTo(1);
        assertThat(whyNot.out())
                .contains("Alone it would be covered", "If FIRE2 gave way", "FIRE would then lack nothing");
        assertThat(new ObjectMapper().readTree(asJson.out()).path("couldGiveWay"))
                .hasSize(1);
    }

    @Test
    void aroundAnAcceptedPlanItsUnitsAreNotThere(@TempDir Path temp) throws IOException {
        Path folder = twice(temp);
        Path plan = Files.writeString(
                temp.resolve("fire.json"),
                muster("plan", folder.toString(), "FIRE", "--json").out());
        Call around = muster("plan", folder.toString(), "FIRE2", "--committed", plan.toString(), "--json");
        JsonNode plans = new ObjectMapper().readTree(around.out());

        valid("plans.schema.json", around.out());
        assertThat(plans.path("around").get(0).asText()).isEqualTo("FIRE");
        assertThat(plans.path("missions").get(0).path("status").asText()).isNotEqualTo("covered");
        assertThat(muster("plan", folder.toString(), "FIRE", "--committed", plan.toString())
                        .err())
                .contains("a mission is planned once, or its plan is given once");
    }

    @Test
    void whatCannotBeMeantIsRefusedInASentence(@TempDir Path temp) {
        assertThat(muster("plan", WILDFIRE, "FIRE", "FLOD").err()).contains("Did you mean \"FLOOD\"?");
        assertThat(muster("plan", WILDFIRE, "FIRE", "--all").err()).contains("--all and missions by name together");
        assertThat(muster("plan", WILDFIRE, "FIRE", "--from", "2027-01-01").err())
                .contains("Add --all");
        assertThat(muster(
                                "plan",
                                WILDFIRE,
                                "FIRE",
                                "FLOOD",
                                "--export-mps",
                                temp.resolve("p").toString())
                        .err())
                .contains("for one mission alone");
        assertThat(muster("plan", WILDFIRE, "--all", "--from", "2099-01-01").err())
                .contains("no mission of the folder is meant");
        assertThat(muster("plan", WILDFIRE, "FIRE", "FIRE").code()).isEqualTo(2);
    }

    /// A proof of all missions of a folder, of which one cannot be had beside the others, and one around a plan.
    @Test
    void aProofOfMissionsTogetherHoldsForItsFolderAlone(@TempDir Path temp) throws IOException {
        String folder = twice(temp).toString();
        String proof = temp.resolve("all.proof").toString();
        muster("plan", folder, "--all", "--proof", proof);
        assertThat(muster("verify-proof", proof, folder, "--all").out()).startsWith("proven: ");
        assertThat(muster("verify-proof", proof, folder, "FIRE", "FLOOD").out())
                .startsWith("not proven: it has no proof of FIRE, FLOOD together");
        assertThat(muster("verify-proof", proof, folder, "FIRE").out())
                .startsWith("not proven: it is of missions together, not of FIRE alone");
        assertThat(muster("verify-proof", proof, folder, "FIRE", "FIRE").err())
                .contains("a mission is planned once, or its plan is given once");

        String plan = Files.writeString(
                        temp.resolve("fire.json"),
                        muster("plan", folder, "FIRE", "--json").out())
                .toString();
        String around = temp.resolve("around.proof").toString();
        muster("plan", folder, "FIRE2", "--committed", plan, "--proof", around);
        assertThat(muster("verify-proof", around, folder, "FIRE2", "--committed", plan)
                        .code())
                .isZero();
        Call alone = muster("verify-proof", around, folder, "FIRE2", "--committed", other(temp, folder));
        assertThat(alone.code()).isEqualTo(1);
    }

    /// A plan of another mission, which leaves FIRE's units there.
    private static String other(Path temp, String folder) throws IOException {
        return Files.writeString(
                        temp.resolve("heat.json"),
                        muster("plan", folder, "HEAT", "--json").out())
                .toString();
    }

    @Test
    void thePageHasOneTimelineAndEveryMissionsBill(@TempDir Path temp) throws IOException {
        Path page = temp.resolve("joint.html");
        muster("plan", twice(temp).toString(), "FIRE", "FIRE2", "--html", page.toString());

        assertThat(Files.readString(page))
                .contains("Missions, units and pool hours over time", "What they share", "Who pays", "FIRE2");
    }
}
