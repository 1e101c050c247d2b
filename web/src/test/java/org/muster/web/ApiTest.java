package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Programs ask, and every reply is as the contract says.
class ApiTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("muster.root"), "examples");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1";
    private static final String WILDFIRE = API + "/alliances/wildfire-pool";
    private static final String FIRE = WILDFIRE + "/missions/FIRE";
    private static final StringWriter ERR = new StringWriter();

    private static PlanningRoom room;
    private static Client client;

    @BeforeAll
    static void open() throws Exception {
        room = PlanningRoom.open(
                List.of(EXAMPLES.resolve("wildfire-pool"), EXAMPLES.resolve("wales-2014")), 0, new PrintWriter(ERR));
        client = new Client(room.address());
    }

    @AfterAll
    static void close() {
        room.close();
        assertThat(ERR.toString()).as("mistakes of the program").isEmpty();
    }

    /// The path of the contract that an address is of.
    private static String template(String path) {
        return path.replaceFirst("\\?.*", "")
                .replaceFirst("/alliances/[^/]+", "/alliances/{alliance}")
                .replaceFirst("/missions/[^/]+", "/missions/{mission}")
                .replaceFirst("/jobs/[^/]+", "/jobs/{job}")
                .replaceFirst("/tables/[^/]+/.+", "/tables/{table}/{row}")
                .replaceFirst("/tables/[^/{]+$", "/tables/{table}");
    }

    /// The reply's body, where it has the status, and the contract says this status and this body of it.
    static JsonNode held(String method, String path, HttpResponse<String> reply, int status) throws Exception {
        assertThat(reply.statusCode()).as(path + "\n" + reply.body()).isEqualTo(status);
        JsonNode contract = JSON.valueToTree(OpenApiTest.contract());
        JsonNode response = contract.path("paths")
                .path(template(path))
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(String.valueOf(status));
        assertThat(response.isObject())
                .as(method + " " + template(path) + " says " + status)
                .isTrue();
        if (response.has("$ref")) {
            response = contract.at(response.path("$ref").asText().substring(1));
        }
        String type = reply.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode schema = response.path("content").path(type).path("schema");
        assertThat(schema.isObject()).as(path + " " + status + " as " + type).isTrue();
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", contract.path("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JSON.writeValueAsString(whole))
                        .validate(reply.body(), InputFormat.JSON))
                .as(path + "\n" + reply.body())
                .isEmpty();
        return JSON.readTree(reply.body());
    }

    private static JsonNode get(String path, int status) throws Exception {
        return held("GET", path, client.get(path), status);
    }

    private static JsonNode post(String path, String body, int status) throws Exception {
        return held(
                "POST",
                path,
                client.post(path, body, "Origin", room.address(), "Content-Type", "application/json"),
                status);
    }

    private static JsonNode delete(String path, int status) throws Exception {
        return held(
                "DELETE", path, client.send(HttpRequest.newBuilder().DELETE(), path, "Origin", room.address()), status);
    }

    @Test
    void whatIsServedIsListed() throws Exception {
        assertThat(get(API + "/alliances", 200).path("alliances")).hasSize(2);
        for (String path : List.of("", "/members", "/pools", "/missions", "/problems", "/keys")) {
            get(WILDFIRE + path, 200);
        }
        assertThat(client.get(WILDFIRE + "/members").body())
                .isEqualTo(client.get("/a/wildfire-pool/members.json").body());
        JsonNode keys = get(API + "/alliances/wales-2014/keys", 200).path("keys");
        assertThat(keys.get(0).path("percent").path("USA").isTextual()).isTrue();
        assertThat(get(API + "/problem-codes", 200).path("codes").findValuesAsText("code"))
                .contains("conflict", "stale");
        assertThat(client.get(API + "/alliances/wales-2014/pledge?year=2024").body())
                .isEqualTo(client.get("/a/wales-2014/pledge.json?year=2024").body());
        get(API + "/alliances/wales-2014/burden?year=2014", 200);
    }

    /// On the page, where a pledge stands is a table and bars of the same figures.
    @Test
    void aPledgeHasABarForEveryFigureAndOneForItsTarget() throws Exception {
        String page = client.get("/a/wales-2014/pledge?year=2024").body();
        long figures = client.get("/a/wales-2014/pledge.csv?year=2024")
                .body()
                .lines()
                .skip(1)
                .filter(line -> line.contains("NATO-"))
                .count();
        assertThat(figures).isGreaterThan(25);
        assertThat(page.split("<div class=\"bar\">", -1)).hasSize((int) figures + 1);
        assertThat(page).contains("<div class=\"bar others\"><span>the target</span>");
    }

    @Test
    void aVariantAsJsonIsThatOfTheAddress() throws Exception {
        post(FIRE + "/plan", "{\"mustNot\": [\"ASH\"], \"revision\": 1}", 200);
        assertThat(client.post(
                                FIRE + "/plan",
                                "{\"mustNot\": [\"ASH\"]}",
                                "Origin",
                                room.address(),
                                "Content-Type",
                                "application/json")
                        .body())
                .isEqualTo(client.get("/a/wildfire-pool/missions/FIRE.json?mustNot=ASH")
                        .body())
                .isNotEqualTo(client.get("/a/wildfire-pool/missions/FIRE.json").body());
        post(
                FIRE + "/plan",
                "{\"waiver\": {\"authority\": \"Council\", \"date\": \"2024-05-01\", \"reason\": \"a try\"}}",
                200);
        post(FIRE + "/why-not", "{\"about\": \"ASH\"}", 200);
        post(FIRE + "/share", "{}", 200);
        assertThat(post(WILDFIRE + "/plan", "{\"missions\": [\"FIRE\", \"HEAT\"]}", 200)
                        .path("missions"))
                .hasSize(2);
        String game = "{\"kind\": \"tu\", \"players\": [\"a\", \"b\"], \"v\": {\"a\": 0, \"b\": 1, \"a,b\": 3}}";
        assertThat(post(API + "/games/solve", "{\"game\": " + game + ", \"concepts\": [\"shapley\"]}", 200)
                        .toString())
                .contains("shapley");
        post(API + "/games/solve", "{\"game\": " + game + ", \"concepts\": [\"shaply\"]}", 422);
        post(API + "/games/solve", "{\"game\": {}}", 422);
    }

    @Test
    void aJobIsBegunLookedAtAndOver() throws Exception {
        String asked = "{\"alliance\": \"wildfire-pool\", \"mission\": \"HEAT\", \"question\": \"share\"}";
        String job =
                API + "/jobs/" + post(API + "/jobs", asked, 202).path("job").asText();
        client.get("/a/wildfire-pool/missions/HEAT/share.json");
        assertThat(get(job, 200).path("state").asText()).isEqualTo("done");
        assertThat(delete(job, 409).path("detail").asText()).contains("done already");
        delete(API + "/jobs/77777", 404);
    }

    @Test
    void whatCannotBeAnsweredHasItsStatus() throws Exception {
        assertThat(post(FIRE + "/plan", "{", 400).path("detail").asText()).contains("line 1");
        assertThat(post(FIRE + "/plan", "{\"mustnot\": []}", 400).path("detail").asText())
                .contains("mustNot");
        post(FIRE + "/plan", "[]", 400);
        post(FIRE + "/plan", "{\"must\": \"ASH\"}", 400);
        post(FIRE + "/plan", "{\"set\": [1]}", 400);
        post(FIRE + "/plan", "{\"waiver\": 1}", 400);
        post(API + "/jobs", "{\"alliance\": \"wildfire-pool\", \"mission\": \"FIRE\", \"question\": \"x\"}", 400);
        get(WILDFIRE + "/keys?x=1", 400);
        get(API + "/alliances/nowhere/keys", 404);
        post(WILDFIRE + "/missions/FIER/plan", "{}", 404);
        assertThat(post(FIRE + "/plan", "{\"revision\": 2}", 412).path("code").asText())
                .isEqualTo("stale");
        post(FIRE + "/plan", "{\"must\": [\"" + "x".repeat(5 << 20) + "\"]}", 413);
        assertThat(post(FIRE + "/plan", "{\"must\": [\"NOBODY\"]}", 422)
                        .path("detail")
                        .asText())
                .contains("NOBODY");
        HttpResponse<String> foreign = client.post(FIRE + "/plan", "{}", "Content-Type", "application/json");
        held("POST", FIRE + "/plan", foreign, 403);
    }

    @Test
    void moreThanCanBeQueuedIsTurnedAwayWithATime() throws Exception {
        List<String> jobs = new ArrayList<>();
        List<String> members = List.of(
                "ALB", "BEL", "BGR", "CAN", "CZE", "DEU", "DNK", "ESP", "EST", "FRA", "GBR", "GRC", "HRV", "HUN", "ISL",
                "ITA", "LTU", "LUX", "LVA", "NLD", "NOR", "POL", "PRT", "ROU", "SVK", "SVN");
        HttpResponse<String> last = null;
        for (String member : members) {
            last = client.post(
                    API + "/jobs",
                    "{\"alliance\": \"wales-2014\", \"mission\": \"libya-2011\", \"question\": \"why-not\", \"mustNot\": [\""
                            + member + "\"]}",
                    "Origin",
                    room.address(),
                    "Content-Type",
                    "application/json");
            if (last.statusCode() != 202) {
                break;
            }
            jobs.add(JSON.readTree(last.body()).path("job").asText());
        }
        assertThat(last).isNotNull();
        held("POST", API + "/jobs", last, 429);
        assertThat(last.headers().firstValue("Retry-After")).contains("5");
        for (String job : jobs) {
            client.send(HttpRequest.newBuilder().DELETE(), API + "/jobs/" + job, "Origin", room.address());
        }
        assertThat(get(API + "/jobs/" + jobs.getLast(), 200).path("state").asText())
                .isEqualTo("stopped");
    }

    /// Mistakes that have a place say it, in what was sent as in the folder, and what would be right.
    @Test
    void aProblemSaysWhereItIsAndWhatIsRight() throws Exception {
        JsonNode body =
                post(FIRE + "/plan", "{\n  \"must\": [}", 400).path("problems").get(0);
        assertThat(body.at("/at/file").asText()).isEqualTo("body");
        assertThat(body.at("/at/line").asInt()).isEqualTo(2);
        assertThat(body.path("right").asText()).isEqualTo("Send one JSON object.");
        JsonNode set = post(
                FIRE + "/plan",
                "{\"set\": [{\"thing\": \"offer\", \"id\": \"nobody\", \"field\": \"quantity\", \"value\": 2}]}",
                422);
        JsonNode problem = set.path("problems").get(0);
        assertThat(problem.at("/at/file").asText()).isEqualTo("offers.csv");
        assertThat(problem.path("wrong").asText()).contains("there is no offer \"nobody\"");
        assertThat(problem.path("right").asText()).isNotEmpty();
        assertThat(set.path("findings").get(0).asText())
                .contains(problem.path("right").asText());
        assertThat(post(API + "/games/solve", "{\"game\": {\"kind\": \"tu\"}}", 422)
                        .path("problems")
                        .findValuesAsText("right"))
                .isNotEmpty()
                .doesNotContain("");
        // what has no place names none
        assertThat(get(API + "/alliances/nobody/members", 404).has("problems")).isFalse();
    }

    /// With the figures of an earlier day members pay by these; before the first were published no rule can go by any.
    @Test
    void aVariantIsAskedAsOnAnEarlierDayAndForSoLong() throws Exception {
        String wales = API + "/alliances/wales-2014/missions/airbridge-2021/";
        String now = post(wales + "share", "{}", 200).toString();
        String before =
                post(wales + "share", "{\"known_at\": \"1990-01-01\"}", 200).toString();
        assertThat(before).isNotEqualTo(now);
        assertThat(post(wales + "share", "{\"known_at\": \"2999-01-01\"}", 200).toString())
                .isEqualTo(now);
        assertThat(post(wales + "plan", "{\"seconds\": 30}", 200)).isEqualTo(post(wales + "plan", "{}", 200));
        assertThat(post(wales + "plan", "{\"seconds\": 601}", 400)
                        .path("detail")
                        .asText())
                .contains("\"seconds\" is \"601\". Give a whole number from 1 to 600");
        assertThat(post(wales + "plan", "{\"known_at\": \"soon\"}", 400)
                        .path("detail")
                        .asText())
                .contains("\"known_at\" is \"soon\", no day");
        String page = client.get("/a/wales-2014/missions/airbridge-2021?known_at=2014-01-01&seconds=20")
                .body();
        assertThat(page).contains("figures as published by 2014-01-01", "name=\"known_at\"", "value=\"20\"");
    }
}
