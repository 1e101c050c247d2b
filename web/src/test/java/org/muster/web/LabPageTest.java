package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.input.Refusal;

/// Small studies run in the room.
class LabPageTest {
    private static final Path WALES = Path.of(System.getProperty("muster.root"), "examples/wales-2014");
    private static final String LAB = "/a/wales-2014/lab";

    private static PlanningRoom room;
    private static Client client;

    @BeforeAll
    static void open() throws Exception {
        room = PlanningRoom.open(List.of(WALES), 0, new PrintWriter(System.err));
        client = new Client(room.address());
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void aSmallStudyIsRunAsAJobAndComparedAtItsAddress() throws Exception {
        assertThat(client.get(LAB).body()).contains("Run a small one here", "value=\"firm-pledge\"", "--study FOLDER");
        HttpResponse<String> sent =
                client.postOwn(LAB, "reforms=as-was&reforms=bigger-pool%2Bcommon-fund&futures=20&seed=");
        assertThat(sent.statusCode()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElse("");
        assertThat(address).isEqualTo(LAB + "?reforms=as-was&reforms=bigger-pool%2Bcommon-fund&futures=20");
        assertThat(client.get(address.replace(LAB, LAB + ".json")).body()).contains("\"bigger-pool+common-fund\"");
        assertThat(ViewTablesTest.same(client, LAB, address.substring(LAB.length()))
                        .get("lab"))
                .hasSizeGreaterThan(10);
        assertThat(client.get(address).body())
                .contains("What was measured", "/assets/lab.css", "value=\"bigger-pool+common-fund\"");
        String found = client.get(address + "&reform=as-was&fails=failed%3E=0").body();
        assertThat(found).contains("as-was fails (failed&gt;=0)", "JSON of the box");
    }

    @Test
    void whatIsNotUnderstoodIsToldWithWhatWouldBe() throws Exception {
        assertThat(client.get(LAB + "?reforms=as-was&futures=201").body()).contains("from 1 to 200");
        assertThat(client.get(LAB + "?reforms=as-wsa").body()).contains("as-wsa");
        assertThat(client.get(LAB + "?study=../../etc").statusCode()).isEqualTo(404);
        assertThat(client.get(LAB + ".json").body()).contains("name a study with study");
        assertThat(client.postOwn(LAB, "futures=5").statusCode()).isEqualTo(400);
        assertThat(client.get(LAB + "/discover.json?reforms=as-was&futures=2").body())
                .contains("say what is looked for");
        assertThat(client.get(LAB + "/discover.json?reforms=as-was&futures=2&reform=as-was&fails=failed%3E1")
                        .body())
                .contains("at least 20 futures");
        assertThat(client.get(LAB + "/discover.json?reforms=as-was&futures=2&reform=as-was&fails=a&beaten_by=b")
                        .body())
                .contains("stands beside");
    }

    @Test
    void whatIsNoStudyIsNotServed(@TempDir Path temp) {
        assertThatThrownBy(
                        () -> PlanningRoom.open(List.of(WALES), List.of(temp), 0, false, new PrintWriter(System.err)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds no study");
    }
}
