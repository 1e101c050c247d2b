package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.folder.AllianceFolder;
import org.muster.folder.TableExport;

/// Programs read and change the tables of a real folder, and every reply is as the contract says.
class ApiTablesTest extends FireRoom {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1/alliances/wildfire-pool";
    private static final String OFFERS = API + "/tables/offers";

    ApiTablesTest() {
        super(true);
    }

    private JsonNode get(String path) throws Exception {
        return ApiTest.held("GET", path, client.get(path), 200);
    }

    private JsonNode put(String path, String body, String tag, int status) throws Exception {
        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body)),
                path,
                "Origin",
                room.address(),
                "Content-Type",
                "application/json",
                "If-Match",
                tag);
        return ApiTest.held("PUT", path, reply, status);
    }

    private JsonNode take(String query, byte[] file, String type, int status, String... more) throws Exception {
        String[] headers = new String[4 + more.length];
        System.arraycopy(new String[] {"Origin", room.address(), "Content-Type", type}, 0, headers, 0, 4);
        System.arraycopy(more, 0, headers, 4, more.length);
        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(file)), API + "/import" + query, headers);
        return ApiTest.held("POST", API + "/import", reply, status);
    }

    private JsonNode csv(String query, String text, int status, String... more) throws Exception {
        return take(query, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv", status, more);
    }

    @Test
    void aRowIsReadChangedAndSaved() throws Exception {
        assertThat(get(API + "/tables").path("tables").findValuesAsText("table"))
                .contains("offers", "members", "market");
        JsonNode table = get(OFFERS);
        assertThat(table.path("key").toString()).isEqualTo("[\"id\"]");
        ObjectNode row = table.path("rows").get(0).deepCopy();
        String id = row.path("id").asText();
        row.put("quantity", "91");

        JsonNode saved = put(OFFERS + "/" + id, row.toString(), "\"1\"", 200);
        assertThat(saved.path("saved").asBoolean()).isTrue();
        assertThat(saved.path("revision").asInt()).isEqualTo(2);
        assertThat(saved.path("changes").get(0).path("updated").asInt()).isEqualTo(1);
        assertThat(get(OFFERS).path("rows").get(0)).isEqualTo(row);
        assertThat(AllianceFolder.read(folder).problems()).isEmpty();

        row.remove("id");
        row.put("quantity", "92");
        put(OFFERS + "/" + id, row.toString(), "\"1\"", 412);
        assertThat(get(OFFERS).path("rows").get(0).path("quantity").asText()).isEqualTo("91");
        put(OFFERS + "/" + id, row.toString(), "\"2\"", 200);
        assertThat(get(OFFERS).path("rows").get(0).path("quantity").asText()).isEqualTo("92");
    }

    @Test
    void whatCannotBeSavedIsRefusedAndNothingIsWritten() throws Exception {
        String before = Files.readString(folder.resolve("offers.csv"));
        ObjectNode row = get(OFFERS).path("rows").get(0).deepCopy();
        String id = row.path("id").asText();

        row.put("quantity", "many");
        JsonNode refused = put(OFFERS + "/" + id, row.toString(), "\"1\"", 422);
        assertThat(refused.path("findings").get(0).asText())
                .contains("quantity")
                .contains("many");
        row.put("quantity", "1").put("id", "another");
        assertThat(put(OFFERS + "/" + id, row.toString(), "\"1\"", 400)
                        .path("detail")
                        .asText())
                .contains("the address says");
        row.put("id", id).put("amount", "1");
        assertThat(put(OFFERS + "/" + id, row.toString(), "\"1\"", 400)
                        .path("detail")
                        .asText())
                .contains("no field is called \"amount\"");
        assertThat(put(OFFERS + "/a,b", "{}", "\"1\"", 400).path("detail").asText())
                .contains("is named by id");
        put(OFFERS + "/" + id, "{}", "yesterday", 412);
        put(API + "/tables/offer/" + id, "{}", "\"1\"", 404);
        HttpResponse<String> unseen = client.send(
                HttpRequest.newBuilder().PUT(BodyPublishers.ofString("{}")),
                OFFERS + "/" + id,
                "Origin",
                room.address(),
                "Content-Type",
                "application/json");
        assertThat(ApiTest.held("PUT", OFFERS + "/" + id, unseen, 400)
                        .path("detail")
                        .asText())
                .contains("If-Match is missing");
        HttpResponse<String> elsewhere = client.send(
                HttpRequest.newBuilder().PUT(BodyPublishers.ofString("{}")),
                OFFERS + "/" + id,
                "Origin",
                "http://elsewhere.example",
                "If-Match",
                "\"1\"");
        ApiTest.held("PUT", OFFERS + "/" + id, elsewhere, 403);
        assertThat(Files.readString(folder.resolve("offers.csv"))).isEqualTo(before);
    }

    @Test
    void filesAreTriedAndThenTaken() throws Exception {
        String rows = "code;name;ally;since;gdp\n";
        assertThat(csv("?dryRun=true&table=members", rows, 200).path("problems"))
                .isNotEmpty();
        byte[] workbook = TableExport.workbook(folder);
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        JsonNode same = take("?dryRun=true", workbook, type, 200);
        assertThat(same.path("saved").asBoolean()).isFalse();
        for (JsonNode change : same.path("changes")) {
            assertThat(change.path("created").asInt() + change.path("updated").asInt())
                    .isZero();
        }
        String offers = Files.readString(folder.resolve("offers.csv"));
        String other = offers.replaceFirst("(?m)^([^,\n]+,[^,\n]+,[^,\n]+),\\d+", "$1,93");
        assertThat(other).isNotEqualTo(offers);
        csv("?table=offers", other, 400);
        assertThat(csv("?table=offers", other, 200, "If-Match", "\"1\"")
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(Files.readString(folder.resolve("offers.csv"))).isEqualTo(other);
        csv("?table=offers", other, 412, "If-Match", "\"1\"");
        csv("?table=offers&dryRun=perhaps", other, 400);
        assertThat(csv("?dryRun=true", "id\n", 200)
                        .path("problems")
                        .get(0)
                        .path("right")
                        .asText())
                .startsWith("Name the table: one of members, ");
        assertThat(csv("?table=offers", "id,quantity\nx,many\n", 422, "If-Match", "\"2\"")
                        .path("findings"))
                .isNotEmpty();
    }

    @Test
    void nothingIsSavedWithoutBeingAllowedTo() throws Exception {
        room.close();
        room = PlanningRoom.open(List.of(folder), List.of(), 0, false, new PrintWriter(err));
        client = new Client(room.address());
        assertThat(put(OFFERS + "/x", "{}", "\"1\"", 403).path("code").asText()).isEqualTo("read-only");
        assertThat(JSON.readTree(client.get(OFFERS).body()).path("rows")).isNotEmpty();
    }
}
