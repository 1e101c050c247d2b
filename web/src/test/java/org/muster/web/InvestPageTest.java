package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What to hold in common, asked in the room.
class InvestPageTest {
    private static final Path WILDFIRE = Path.of(System.getProperty("muster.root"), "examples/wildfire-pool");
    private static final String INVEST = "/a/wildfire-pool/invest";

    @TempDir
    Path temp;

    private Path folder;
    private PlanningRoom room;
    private Client client;

    @BeforeEach
    void open() throws IOException {
        folder = Folders.copyOf(WILDFIRE, temp.resolve("fires"));
        // without the mission and the candidates that no test here asks about an answer takes a quarter of the time
        Path file = folder.resolve("invest.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("(?s)- id: (more-watch|dozers|leased-helicopters)\\n.*?(?=- id: )", "")
                        .replaceAll(" {2}- mission: FLOOD\\n {4}per_year: .*\\n {4}price_of_failure: .*\\n", "")
                        .replaceAll(" {6}FLOOD: 0\\.\\d+\\n", ""));
        room = PlanningRoom.open(List.of(folder), 0, new PrintWriter(System.err));
        client = new Client(room.address());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFormLeadsToAnAddressThatSaysTheSame() throws Exception {
        HttpResponse<String> sent =
                client.postOwn(INVEST, "budget=600000&target.FIRE=0.8&target.HEAT=&losing_any.HEAT=1&frontier=1&plan=");
        assertThat(sent.statusCode()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElse("");
        assertThat(address).isEqualTo(INVEST + "?budget=600000&target=FIRE%3D0.8&losing_any=HEAT%3D1&frontier=1");
        String waiting = client.get(address).body();
        assertThat(waiting).contains("id=\"job\"", "value=\"600000\"", "value=\"0.8\"");
        String json = client.get(address.replace(INVEST, INVEST + ".json")).body();
        assertThat(ViewTablesTest.same(client, INVEST, address.substring(INVEST.length())))
                .containsOnlyKeys("holdings", "chances", "frontier");
        assertThat(json).contains("\"frontier\"");
        String done = client.get(address).body();
        assertThat(done).contains("id=\"verdict\"", "What is best at every price", "invest.json?budget=600000");
        List<String> steps = Pattern.compile("step=(\\d+)#step")
                .matcher(done)
                .results()
                .map(step -> step.group(1))
                .distinct()
                .toList();
        assertThat(steps).hasSizeGreaterThan(2);
        String other = client.get(address + "&step=" + steps.getLast()).body();
        assertThat(other).contains("(step " + steps.getLast() + " of ", ">Dearer</a>");
        assertThat(done).contains("cannot run").doesNotContain("1 teams");
        assertThat(client.get(address + "&step=9999").body()).contains("and there are");
    }

    /// What the command's flags ask besides is asked by the same names, and stands in the JSON and on the page.
    @Test
    void whatIsAskedBesidesIsAnswered() throws Exception {
        String member = Pattern.compile("<option value=\"([A-Z]{3})\"")
                .matcher(client.get(INVEST).body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> sent =
                client.postOwn(INVEST, "budget=600000&no_targets=1&wait=1&at_once=1&seed=7&explain=" + member);
        String address = sent.headers().firstValue("Location").orElse("");
        assertThat(address).isEqualTo(INVEST + "?budget=600000&no_targets=1&wait=1&at_once=1&seed=7&explain=" + member);
        String json = client.get(address.replace(INVEST, INVEST + ".json")).body();
        assertThat(json).contains("\"atOnce\" : [ {", "\"cures\" : [");
        assertThat(client.get(address).body())
                .contains(
                        "id=\"said\" open",
                        "Missions whose days meet",
                        "name=\"at_once\" value=\"1\" checked",
                        "value=\"" + member + "\" selected",
                        "--wait --at-once --seed 7 --explain " + member);
        assertThat(client.get(INVEST + "?explain=XYZ").body()).contains("no candidate and no member is called");
    }

    @Test
    void whatIsNotUnderstoodIsToldWithWhatWouldBe() throws Exception {
        assertThat(client.get(INVEST + "?budgets=1").body()).contains("budget");
        assertThat(client.get(INVEST + "?budget=much").body()).contains("Write digits, for example 250000");
        assertThat(client.get(INVEST + "?target=FIER%3D0.9").body()).contains("the plan has no mission", "FIRE");
        assertThat(client.get(INVEST + "?target=FIRE%3D9").body()).contains("Write target=FIRE=0.9");
        assertThat(client.get(INVEST + "?losing_any=FIRE%3D99").body()).contains("a number of members from 1 to 7");
        assertThat(client.get(INVEST + "?target=FIRE%3D0.9&no_targets=1").body())
                .contains("stands beside a target");
        assertThat(client.get(INVEST + "?known_at=2999-01-01").body()).contains("after the plan's last day");
        assertThat(client.get(INVEST + "/frontier.csv?no_targets=1&budget=0").body())
                .contains("Add frontier=1");
        Files.delete(folder.resolve("invest.yaml"));
        HttpResponse<String> none = client.get(INVEST);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("has no invest.yaml");
    }
}
