package org.muster.cli.folder;

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
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.cli.Call;
import org.muster.cli.Golden;

class ShowCommandTest {
    @ParameterizedTest
    @CsvSource({
        "show-fires, WILDFIRE",
        "show-fires-missions, WILDFIRE missions",
        "show-fires-members, WILDFIRE members",
        "show-fires-pools, WILDFIRE pools",
        "show-wales-missions, WALES missions",
        "show-wales-transports, WALES offers --capability transports",
        "show-wales-fighters, WALES missions --capability fighters",
        "show-wales-pledges, WALES pledges",
    })
    void aListFitsTheWidth(String name, String words) throws Exception {
        String[] command = ("show " + words + " --plain --width 80")
                .replace("WILDFIRE", WILDFIRE)
                .replace("WALES", WALES)
                .split(" ");
        Call run = muster(command);
        assertThat(run.err()).isEmpty();
        Golden.isSame(name + ".txt", run.out());
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missions", "members", "offers", "pools", "pledges"})
    void jsonHoldsTheSameInTheOrderOfTheFolder(String what) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("docs/schema/show.schema.json")), InputFormat.JSON);
        String json = muster("show", WALES, what, "--json").out();
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        JsonNode entries = new ObjectMapper().readTree(json).path("entries");
        assertThat(entries).isNotEmpty();
        if (what.equals("members")) {
            assertThat(entries.get(0).path("code").asText()).isEqualTo("ALB");
        }
    }

    @Test
    void aCapabilityKeepsWhatHasToDoWithIt() {
        Call offers = muster("show", WALES, "offers", "--capability", "fighters", "--json");
        assertThat(offers.out()).contains("\"capability\" : \"fighters\"").doesNotContain("\"companies\"");
        Call members = muster("show", WALES, "members", "--capability", "fighters");
        assertThat(members.out())
                .contains("offers: aircraft", "bap37-bel-malbork 4")
                .doesNotContain("Albania");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mision|muster: there are no \"mision\" to show. Did you mean \"missions\"? Known: missions, members, offers, pools, pledges.",
                "offers --capability fihgters|muster: no capability is called \"fihgters\". Did you mean \"fighters\"?",
                "pledges --capability fighters|muster: --capability goes with missions, members, offers or pools: pledges are of no capability.",
                "--capability fighters|muster: --capability goes with missions, members, offers or pools; name one of them.",
            })
    void whatIsNotKnownGetsTheNearest(String words, String sentence) {
        Call run = muster(("show " + WALES + " " + words).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(sentence);
    }
}
