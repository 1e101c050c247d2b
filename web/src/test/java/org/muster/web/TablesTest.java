package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.muster.folder.AllianceFolder;
import org.muster.folder.TableExport;
import org.muster.folder.TableView;
import org.muster.web.http.Code;

/// The tables of a real folder, changed over HTTP.
class TablesTest extends FireRoom {
    private static final String TABLES = "/a/wildfire-pool/tables";

    TablesTest() {
        super(true);
    }

    /// The form of the first offer, with some fields filled in otherwise.
    private String row(Map<String, String> changed, String what) {
        TableView table = TableView.of(folder, "offers").orElseThrow();
        List<String> first = table.rows().getFirst();
        List<String> form = new ArrayList<>(List.of("revision=1", "do=" + what));
        for (int c = 0; c < first.size(); c++) {
            String name = table.columns().get(c).name();
            form.add("c." + name + "="
                    + URLEncoder.encode(changed.getOrDefault(name, first.get(c)), StandardCharsets.UTF_8));
        }
        return String.join("&", form);
    }

    private HttpResponse<String> send(Map<String, String> fields, String name, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (!name.isEmpty()) {
            body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
                TABLES,
                "Origin",
                room.address(),
                "Content-Type",
                "multipart/form-data; boundary=limit");
    }

    @Test
    void aRowIsTriedAndSavedAndTheEarlierFileKept() throws Exception {
        String before = offers();

        HttpResponse<String> tried = client.postOwn(TABLES + "/offers", row(Map.of("quantity", "91"), "try"));
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("It can be saved.");
        assertThat(offers()).isEqualTo(before);

        HttpResponse<String> saved = client.postOwn(TABLES + "/offers", row(Map.of("quantity", "91"), "save"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(offers()).isNotEqualTo(before).contains(",91,");
        assertThat(Files.readString(folder.resolve(".offers.csv.before"))).isEqualTo(before);
        assertThat(AllianceFolder.read(folder).problems()).isEmpty();
        assertThat(client.get(TABLES + "/offers").body()).contains(">91<");
    }

    @Test
    void aMistakeStandsBesideItsFieldAndNothingIsSaved() throws Exception {
        String before = offers();

        HttpResponse<String> reply =
                client.postOwn(TABLES + "/offers", row(Map.of("quantity", "<b>many", "member", ""), "save"));

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body())
                .contains(
                        "value=\"&lt;b&gt;many\" aria-describedby=\"c-quantity-wrong\">"
                                + "<span class=\"wrong\" id=\"c-quantity-wrong\" role=\"alert\">quantity is &quot;&lt;b&gt;many&quot;",
                        "id=\"c-member-wrong\" role=\"alert\">member is empty")
                .doesNotContain("<b>many");
        assertThat(offers()).isEqualTo(before);
    }

    @Test
    void pastedRowsAndFilesAreTakenInAllAtOnce() throws Exception {
        TableView table = TableView.of(folder, "offers").orElseThrow();
        String id = table.rows().getFirst().getFirst();
        String before = offers();

        HttpResponse<String> tried = send(
                Map.of("table", "offers", "rows", "id\tquantity\n" + id + "\t92\n", "revision", "1", "do", "try"),
                "",
                new byte[0]);
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("What would change", "fields separated by tabs");
        assertThat(offers()).isEqualTo(before);

        HttpResponse<String> book =
                send(Map.of("revision", "1", "do", "save"), "tables.xlsx", TableExport.workbook(folder));
        assertThat(book.statusCode()).isEqualTo(200);
        assertThat(book.body()).contains("Saved.");
        assertThat(offers()).isEqualTo(before);

        HttpResponse<String> wrong = send(
                Map.of("table", "offers", "revision", "1", "do", "save"),
                "C:\\office\\o.csv",
                ("id;quantity\n" + id + ";x\n").getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains(">o.csv<", "quantity is &quot;x&quot;, not a number");
        assertThat(offers()).isEqualTo(before);
    }

    @Test
    void aFormThatIsNotInPartsIsTold() throws Exception {
        HttpResponse<String> reply = client.post(
                TABLES,
                "no parts at all",
                "Origin",
                room.address(),
                "Content-Type",
                "multipart/form-data; boundary=limit");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("the form cannot be read").doesNotContain("Exception");
    }

    /// What is too large is taken before it is refused, else whoever sends it hears of a broken connection.
    @RepeatedTest(20)
    void whatIsTooLargeIsTold() throws Exception {
        assertThat(send(Map.of("revision", "1"), "a.csv", new byte[5 << 20]).statusCode())
                .isEqualTo(413);
        assertThat(client.postOwn(TABLES + "/offers", "a".repeat(9 << 20)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void theWorkbookIsTheBytesOfTheCommand() throws Exception {
        HttpResponse<byte[]> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(room.address() + TABLES + ".xlsx"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(reply.body()).isEqualTo(TableExport.workbook(folder));
    }

    @Test
    void theCsvIsTheTable() throws Exception {
        assertThat(client.get(TABLES + "/offers.csv").body()).isEqualTo(offers());
    }

    @Test
    void aFolderThatHasChangedMeanwhileIsNotWrittenOver() throws Exception {
        Path file = folder.resolve("offers.csv");
        Files.writeString(file, offers() + "\n");

        HttpResponse<String> reply = client.postOwn(TABLES + "/offers", row(Map.of("quantity", "91"), "save"));

        assertThat(reply.statusCode()).isEqualTo(Code.STALE.status());
        assertThat(reply.body()).contains("\"code\" : \"stale\"", "nothing was saved");
    }

    @Test
    void aSaveTwiceIsOneSave() throws Exception {
        String form = row(Map.of("quantity", "91"), "save");
        assertThat(client.postOwn(TABLES + "/offers", form).statusCode()).isEqualTo(303);
        String once = offers();
        assertThat(client.postOwn(TABLES + "/offers", form).statusCode()).isEqualTo(Code.STALE.status());
        assertThat(offers()).isEqualTo(once);
    }

    @Test
    void withoutBeingOpenedForItARoomWritesNothing() throws Exception {
        String before = offers();
        try (PlanningRoom closed = PlanningRoom.open(List.of(folder), 0, new PrintWriter(err))) {
            Client reader = new Client(closed.address());
            HttpResponse<String> reply = reader.postOwn(TABLES + "/offers", row(Map.of("quantity", "91"), "save"));
            assertThat(reply.statusCode()).isEqualTo(Code.READ_ONLY.status());
            assertThat(reply.body()).contains("\"code\" : \"read-only\"", "start it with --write");
            assertThat(reader.get(TABLES + "/offers").body())
                    .contains("opened without --write")
                    .doesNotContain(">Save<");
            assertThat(reader.postOwn(TABLES + "/offers", row(Map.of("quantity", "91"), "try"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(offers()).isEqualTo(before);
    }

    @Test
    void anotherSitesFormWritesNothing() throws Exception {
        String before = offers();
        assertThat(client.post(
                                TABLES + "/offers",
                                row(Map.of("quantity", "91"), "save"),
                                "Origin",
                                "http://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(offers()).isEqualTo(before);
    }

    @Test
    void whatIsNotThereIsTold() throws Exception {
        assertThat(client.get(TABLES + "/offer").body())
                .contains("there is no table \\\"offer\\\" in wildfire-pool. Did you mean \\\"offers\\\"?");
        assertThat(client.get(TABLES + "/offers?row=none").statusCode()).isEqualTo(404);
        assertThat(client.postOwn(TABLES, "do=try&revision=1").body()).contains("nothing was sent");
        assertThat(client.postOwn(TABLES, "do=maybe&revision=1&rows=id").body()).contains("It is try or save");
        assertThat(client.postOwn(TABLES, "do=try&rows=id").body()).contains("\\\"revision\\\" is missing");
    }
}
