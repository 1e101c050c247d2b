package org.muster.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.cli.Call;
import org.muster.cli.Examples;
import org.muster.web.PlanningRoom;

/// The room says what the commands print, byte for byte.
class ServeCommandTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static PlanningRoom room;

    @BeforeAll
    static void open() throws IOException {
        room = PlanningRoom.open(
                List.of(Path.of(Examples.WALES), Path.of(Examples.WILDFIRE)), 0, new PrintWriter(System.err));
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private static String get(String path) throws IOException, InterruptedException {
        return get(room, path);
    }

    private static String get(PlanningRoom room, String path) throws IOException, InterruptedException {
        HttpResponse<String> reply = HTTP.send(
                HttpRequest.newBuilder(URI.create(room.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(path + reply.body()).isEqualTo(200);
        return reply.body();
    }

    private static String printed(String... words) {
        Call call = muster(words);
        assertThat(call.code()).as(call.err()).isLessThan(2);
        return call.out();
    }

    @ParameterizedTest
    @CsvSource({
        "wales-2014, airbridge-2021",
        "wales-2014, baltic-2015",
        "wales-2014, counter-is-2014",
        "wales-2014, libya-2011",
        "wales-2014, ukraine-assistance-2014",
        "wildfire-pool, FIRE",
        "wildfire-pool, FLOOD",
        "wildfire-pool, HEAT"
    })
    void aPlanInEveryForm(String alliance, String mission, @TempDir Path temp) throws Exception {
        String folder = Examples.ROOT.resolve("examples").resolve(alliance).toString();
        Path page = temp.resolve("page.html");
        Path csv = temp.resolve("csv");
        String at = "/a/" + alliance + "/missions/" + mission;
        assertThat(get(at + ".json"))
                .isEqualTo(
                        printed("plan", folder, mission, "--json", "--html", page.toString(), "--csv", csv.toString()));
        assertThat(get(at + ".html")).isEqualTo(Files.readString(page));
        for (String table : List.of("assignments.csv", "gaps.csv", "bill.csv", "who_pays.csv")) {
            assertThat(get(at + "/" + table)).isEqualTo(Files.readString(csv.resolve(table)));
        }
    }

    @Test
    void everyBundledMissionIsLookedAt() throws IOException {
        try (var files = Files.walk(Examples.ROOT.resolve("examples"), 3)) {
            assertThat(files.filter(file -> file.toString().contains("missions/")))
                    .hasSize(8);
        }
    }

    @Test
    void aVariantIsTheFolderWithItsPinsWritten(@TempDir Path temp) throws Exception {
        Path copy = Examples.copyOf(Examples.WALES, temp.resolve("wales"));
        Path file = copy.resolve("missions/counter-is-2014.yaml");
        Files.writeString(file, Files.readString(file) + "pins:\n  must_join: [BEL]\n  must_not: [DNK]\n");
        assertThat(get("/a/wales-2014/missions/counter-is-2014.json?must=BEL&mustNot=DNK"))
                .isEqualTo(printed("plan", copy.toString(), "counter-is-2014", "--json"))
                .isNotEqualTo(get("/a/wales-2014/missions/counter-is-2014.json"));
    }

    @Test
    void missionsTogether(@TempDir Path temp) throws Exception {
        Path page = temp.resolve("page.html");
        assertThat(get("/a/wildfire-pool/missions.json?m=FIRE&m=HEAT"))
                .isEqualTo(printed("plan", Examples.WILDFIRE, "FIRE", "HEAT", "--json", "--html", page.toString()));
        assertThat(get("/a/wildfire-pool/missions.html?m=FIRE,HEAT")).isEqualTo(Files.readString(page));
    }

    @Test
    void sharesAndWhyNot(@TempDir Path temp) throws Exception {
        Path page = temp.resolve("page.html");
        assertThat(get("/a/wales-2014/missions/baltic-2015/share.json"))
                .isEqualTo(printed("share", Examples.WALES, "baltic-2015", "--json", "--html", page.toString()));
        assertThat(get("/a/wales-2014/missions/baltic-2015/share.html")).isEqualTo(Files.readString(page));
        assertThat(get("/a/wales-2014/missions/libya-2011/why-not.json?about=DEU"))
                .isEqualTo(printed("why-not", Examples.WALES, "libya-2011", "DEU", "--json"));
    }

    @Test
    void pledgeAndBurden(@TempDir Path temp) throws Exception {
        Path csv = temp.resolve("pledge.csv");
        String asked = "?year=2024&known_at=2024-06-30";
        assertThat(get("/a/wales-2014/pledge.json" + asked))
                .isEqualTo(printed(
                        "pledge",
                        Examples.WALES,
                        "--year",
                        "2024",
                        "--known-at",
                        "2024-06-30",
                        "--json",
                        "--csv",
                        csv.toString()));
        assertThat(get("/a/wales-2014/pledge.csv" + asked)).isEqualTo(Files.readString(csv));
        assertThat(get("/a/wales-2014/pledge" + asked)).contains("met 23", "not met 8, not known 1");
        assertThat(get("/a/wales-2014/burden.json?year=2014"))
                .isEqualTo(printed("burden", Examples.WALES, "--year", "2014", "--json"));
    }

    @Test
    void whatToHoldInCommon(@TempDir Path temp) throws Exception {
        Path page = temp.resolve("page.html");
        Path csv = temp.resolve("csv");
        Path small = Examples.poolWithoutHeat(temp.resolve("fires"));
        String at = "/a/wildfire-pool/invest";
        String asked = "?budget=600000&target=FIRE%3D0.8&frontier=1";
        try (PlanningRoom fires = PlanningRoom.open(List.of(small), 0, new PrintWriter(System.err))) {
            assertThat(get(fires, at + ".json" + asked))
                    .isEqualTo(printed(
                            "invest",
                            small.toString(),
                            "--budget",
                            "600000",
                            "--target",
                            "FIRE=0.8",
                            "--frontier",
                            "--json",
                            "--html",
                            page.toString(),
                            "--csv",
                            csv.toString()));
            assertThat(get(fires, at + ".html" + asked)).isEqualTo(Files.readString(page));
            for (String table : List.of("holdings", "chances", "frontier")) {
                assertThat(get(fires, at + "/" + table + ".csv" + asked))
                        .isEqualTo(Files.readString(csv.resolve("invest-" + table + ".csv")));
            }
            assertThat(get(fires, at + asked))
                    .contains(
                            "muster invest " + small + " --budget 600000 --target FIRE=0.8 --frontier",
                            "What is best at every price");
        }
    }

    @Test
    void aStudyThatIsServedAndOneThatIsRunHere(@TempDir Path temp) throws Exception {
        Path study = temp.resolve("small");
        printed(
                "lab",
                "run",
                Examples.WALES,
                "--reforms",
                "as-was,firm-pledge",
                "--futures",
                "20",
                "--out",
                study.toString());
        Path page = temp.resolve("page.html");
        Path csv = temp.resolve("lab.csv");
        String json = printed(
                "lab", "compare", study.toString(), "--json", "--html", page.toString(), "--csv", csv.toString());
        assertThat(get("/a/wales-2014/lab.json?reforms=as-was,firm-pledge&futures=20"))
                .isEqualTo(json);
        try (PlanningRoom other = PlanningRoom.open(
                List.of(Path.of(Examples.WALES)), List.of(study), 0, false, new PrintWriter(System.err))) {
            String at = "/a/wales-2014/lab";
            assertThat(get(other, at + ".json?study=small")).isEqualTo(json);
            assertThat(get(other, at + ".html?study=small")).isEqualTo(Files.readString(page));
            assertThat(get(other, at + ".csv?study=small")).isEqualTo(Files.readString(csv));
            assertThat(get(other, at + "/discover.json?study=small&reform=as-was&fails=failed%3E3"))
                    .isEqualTo(printed(
                            "lab",
                            "discover",
                            study.toString(),
                            "--reform",
                            "as-was",
                            "--fails",
                            "failed>3",
                            "--json"));
            assertThat(get(other, at)).contains("lab?study=small");
            assertThat(get(other, at + "?study=small&reform=as-was&fails=failed%3E3"))
                    .contains("What was measured", "JSON of the box", "muster lab compare " + study);
        }
        Call foreign = muster("serve", Examples.WILDFIRE, "--study", study.toString());
        assertThat(foreign.code()).isEqualTo(2);
        assertThat(foreign.err()).contains("is a study of \"wales-2014\", which is not served");
        assertThat(muster("serve", Examples.WALES, "--study", temp.toString()).err())
                .contains("holds no study");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missions", "members", "offers", "pools", "pledges"})
    void listings(String kind) throws Exception {
        assertThat(get("/a/wales-2014/" + kind + ".json")).isEqualTo(printed("show", Examples.WALES, kind, "--json"));
        assertThat(get("/a/wales-2014.json")).isEqualTo(printed("show", Examples.WALES, "--json"));
        assertThat(get("/a/wales-2014/problems.json")).isEqualTo(printed("check", Examples.WALES, "--json"));
    }

    @Test
    void whatCannotBeServedIsTold(@TempDir Path temp) {
        Call taken = muster(
                "serve",
                Examples.WILDFIRE,
                "--port",
                String.valueOf(URI.create(room.address()).getPort()));
        assertThat(taken.code()).isEqualTo(74);
        assertThat(taken.err()).contains("is taken. Choose another with --port");
        Call missing = muster("serve", temp.resolve("nowhere").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no such folder", "nothing is served");
        assertThat(muster("serve", Examples.WILDFIRE, "--port", "70000").code()).isEqualTo(2);
        assertThat(muster("serve").code()).isEqualTo(2);
    }
}
