package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.input.Findings;
import org.muster.sheet.Cell;
import org.muster.sheet.Sheet;
import org.muster.sheet.Workbooks;

/// Every view by its ending: the workbook says what the CSV says, cell by cell, and both say what the JSON says.
class ViewTablesTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("muster.root"), "examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static PlanningRoom room;
    private static Client client;

    @BeforeAll
    static void open() throws Exception {
        room = PlanningRoom.open(
                List.of(EXAMPLES.resolve("wales-2014"), EXAMPLES.resolve("wildfire-pool")),
                0,
                new PrintWriter(System.err));
        client = new Client(room.address());
    }

    @AfterAll
    static void close() {
        room.close();
    }

    static List<String> missions() throws Exception {
        List<String> missions = new ArrayList<>();
        for (String alliance : List.of("wales-2014", "wildfire-pool")) {
            String at = "/a/" + alliance + "/missions";
            json(at + ".json")
                    .path("entries")
                    .forEach(mission ->
                            missions.add(at + "/" + mission.path("id").asText()));
        }
        return missions;
    }

    private static JsonNode json(String path) throws Exception {
        return JSON.readTree(text(path));
    }

    private static String text(Client client, String path) throws Exception {
        HttpResponse<String> reply = client.get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }

    private static String text(String path) throws Exception {
        return text(client, path);
    }

    private static List<Sheet> workbook(Client client, String path) throws Exception {
        HttpResponse<byte[]> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(client.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        Findings findings = new Findings();
        List<Sheet> sheets = Workbooks.read("a.xlsx", reply.body(), findings).orElseThrow();
        assertThat(findings.isEmpty()).isTrue();
        return sheets;
    }

    private static List<List<String>> rows(String csv) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }

    /// The tables of a view as CSV, each held against its sheet.
    static Map<String, List<List<String>>> same(Client client, String view, String query) throws Exception {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        for (Sheet sheet : workbook(client, view + ".xlsx" + query)) {
            String name = sheet.name().orElseThrow();
            String csv = text(client, view + ".csv" + (query.isEmpty() ? "?" : query + "&") + "table=" + name);
            if (tables.isEmpty()) {
                assertThat(text(client, view + ".csv" + query)).isEqualTo(csv);
            }
            List<List<String>> rows = rows(csv);
            Map<Integer, Sheet.Line> lines = new LinkedHashMap<>();
            sheet.lines().forEach(line -> lines.put(line.number(), line));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    Sheet.Line line = lines.get(row + 1);
                    Cell cell = line == null || line.cells().size() <= column
                            ? Cell.EMPTY
                            : line.cells().get(column);
                    isSame(
                            view + " " + name + " " + row + " "
                                    + rows.getFirst().get(column),
                            cell,
                            rows.get(row).get(column));
                }
            }
            assertThat(lines.keySet()).allMatch(number -> number <= rows.size());
            tables.put(name, rows);
        }
        return tables;
    }

    private static Map<String, List<List<String>>> same(String view, String query) throws Exception {
        return same(client, view, query);
    }

    private static void isSame(String where, Cell cell, String text) {
        switch (cell) {
            case Cell.Numeric number -> assertThat(number.value()).as(where).isEqualByComparingTo(new BigDecimal(text));
            case Cell.Day day -> assertThat(day.day().toString()).as(where).isEqualTo(text);
            case Cell.Text words -> {
                assertThat(words.text()).as(where).isEqualTo(text);
                if (where.matches(".* [1-9]\\d* (amount|cost|units|short|quantity|left|price_per_year|mean)")) {
                    assertThat(text)
                            .as(where + " is a number, and stands as a text")
                            .isEmpty();
                }
            }
            case Cell.Broken broken -> throw new AssertionError(where + " " + broken.shown());
        }
    }

    /// Fields of an object in JSON as a row; what is not known is empty.
    private static List<String> row(JsonNode node, String... names) {
        return List.of(names).stream()
                .map(name -> node.path(name).isNull() ? "" : node.path(name).asText())
                .toList();
    }

    private static List<List<String>> columns(List<List<String>> rows, String... heads) {
        List<String> all = rows.getFirst();
        return rows.stream()
                .skip(1)
                .map(row -> List.of(heads).stream()
                        .map(head -> row.get(all.indexOf(head)))
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("missions")
    void aPlanIsTheSameInAllItsForms(String mission) throws Exception {
        Map<String, List<List<String>>> tables = same(mission, "");
        JsonNode plan = json(mission + ".json");
        String[] assignment = {"phase", "requirement", "source", "id", "member", "units", "cost"};
        List<List<String>> assignments = new ArrayList<>();
        plan.path("assignments").forEach(one -> assignments.add(row(one, assignment)));
        assertThat(columns(tables.get("assignments"), assignment)).isEqualTo(assignments);
        String[] gap = {"phase", "requirement", "capability", "short", "quantity", "essential", "from"};
        List<List<String>> gaps = new ArrayList<>();
        plan.path("gaps").forEach(one -> gaps.add(row(one, gap)));
        assertThat(columns(tables.get("gaps"), gap)).isEqualTo(gaps);
        String[] line = {"id", "date", "category", "text", "amount", "fund", "illustrative", "price"};
        List<List<String>> lines = new ArrayList<>();
        plan.at("/bill/lines").forEach(one -> lines.add(row(one, line)));
        assertThat(columns(tables.get("bill"), line)).isEqualTo(lines);
        List<List<String>> pays = new ArrayList<>();
        plan.at("/whoPays/amounts")
                .properties()
                .forEach(rule -> rule.getValue()
                        .properties()
                        .forEach(amount -> pays.add(List.of(
                                rule.getKey(),
                                amount.getKey(),
                                amount.getValue().asText()))));
        assertThat(columns(tables.get("who_pays"), "rule", "member", "amount")).isEqualTo(pays);
        assertThat(text(mission + "/bill.csv")).isEqualTo(text(mission + ".csv?table=bill"));
    }

    @Test
    void aSharedBillIsTheSameInAllItsForms() throws Exception {
        String share = "/a/wildfire-pool/missions/FIRE/share";
        List<List<String>> pays = new ArrayList<>();
        json(share + ".json")
                .path("rules")
                .forEach(rule -> rule.path("amounts")
                        .properties()
                        .forEach(amount -> pays.add(List.of(
                                rule.path("name").asText(),
                                amount.getKey(),
                                amount.getValue().asText(),
                                rule.path("freeRidingGain")
                                        .path(amount.getKey())
                                        .asText()))));
        assertThat(columns(same(share, "").get("amounts"), "rule", "member", "amount", "free_riding_gain"))
                .isEqualTo(pays)
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/wales-2014/burden",
                "/a/wales-2014/burden?year=2014",
                "/a/wales-2014/pledge",
                "/a/wales-2014/pools",
                "/a/wales-2014/members/DEU",
                "/a/wildfire-pool/pools",
                "/a/wildfire-pool/missions?m=FIRE&m=HEAT"
            })
    void theWorkbookOfAViewSaysWhatItsCsvSays(String address) throws Exception {
        int query = address.indexOf('?');
        assertThat(same(query < 0 ? address : address.substring(0, query), query < 0 ? "" : address.substring(query)))
                .isNotEmpty()
                .allSatisfy((name, rows) -> assertThat(rows).isNotEmpty());
    }

    @Test
    void burdensAreThoseOfTheJson() throws Exception {
        List<List<String>> members = new ArrayList<>();
        json("/a/wales-2014/burden.json?year=2014")
                .path("members")
                .forEach(one -> members.add(
                        row(one, "member", "burdenPercent", "shareOfDefence", "gap", "shortfallMillionUsd")));
        assertThat(columns(
                        same("/a/wales-2014/burden", "?year=2014").get("members"),
                        "member",
                        "burden_percent",
                        "share_of_defence",
                        "gap",
                        "shortfall_million_usd"))
                .isEqualTo(members)
                .hasSizeGreaterThan(20);
    }

    /// A pool that owners draw: what its owners draw is what is drawn, and nobody draws more than it owns.
    @Test
    void whatOwnersDrawIsWhatIsDrawn() throws Exception {
        Map<String, List<List<String>>> tables = same("/a/wales-2014/pools", "");
        Map<List<String>, Long> byOwners = new LinkedHashMap<>();
        for (List<String> row :
                columns(tables.get("left"), "pool", "mission", "in", "owns", "drawn_of_its_own", "left")) {
            long drawn = Long.parseLong(row.get(4));
            assertThat(drawn).isBetween(0L, Long.parseLong(row.get(3)));
            assertThat(Long.parseLong(row.get(3)) - drawn).isEqualTo(Long.parseLong(row.get(5)));
            byOwners.merge(row.subList(0, 3), drawn, Math::addExact);
        }
        assertThat(byOwners).isNotEmpty();
        for (List<String> row : columns(tables.get("drawn"), "pool", "mission", "in", "units_drawn")) {
            if (byOwners.containsKey(row.subList(0, 3))) {
                assertThat(byOwners.get(row.subList(0, 3))).isEqualTo(Long.parseLong(row.get(3)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/wales-2014/burden", "/a/wildfire-pool/pools", "/a/wildfire-pool/members/CED"})
    void aPageToSendStandsAloneAndSaysTheSame(String view) throws Exception {
        String sent = text(view + ".html");
        assertThat(sent)
                .contains("default-src 'none'", "<style>")
                .doesNotContain("href=\"/", "src=\"/", "<form", "<link");
        String shown = text(view);
        assertThat(shown).contains(view + ".html", view + ".csv", view + ".xlsx");
        List<String> cells = shown.lines()
                .flatMap(line -> java.util.regex.Pattern.compile("<td>[^<]*</td>")
                        .matcher(line)
                        .results())
                .map(found -> found.group())
                .toList();
        assertThat(cells).isNotEmpty().allSatisfy(cell -> assertThat(sent).contains(cell));
    }

    @Test
    void aTableThatIsNotThereIsToldWithThoseThatAre() throws Exception {
        HttpResponse<String> reply = client.get("/a/wildfire-pool/missions/FIRE.csv?table=bil");
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).contains("there is no table \\\"bil\\\" here", "bill");
    }

    /// What binds is tried by hand: the rule switched off in the address, and the two plans held against each other.
    @Test
    void whatAMemberPaysIfItStayedOutAndWhichRulesBindIsWhatTryingSays() throws Exception {
        int bound = 0;
        for (String code : List.of("ASH", "CED", "DOG")) {
            JsonNode member = json("/a/wildfire-pool/members/" + code + ".json");
            for (JsonNode pays : member.path("pays")) {
                String mission =
                        "/a/wildfire-pool/missions/" + pays.path("mission").asText();
                String at = "/whoPays/amounts/" + pays.path("rule").asText() + "/" + code;
                assertThat(pays.path("pays").asText())
                        .isEqualTo(json(mission + ".json").at(at).asText("0.00"));
                if (!pays.path("pays_if_it_stayed_out").isNull()) {
                    JsonNode out = json(mission + ".json?mustNot=" + code).at(at);
                    assertThat(pays.path("pays_if_it_stayed_out").asText())
                            .isEqualTo(out.isMissingNode() ? "0.00" : out.asText());
                }
            }
            for (JsonNode rule : member.path("rules")) {
                String mission =
                        "/a/wildfire-pool/missions/" + rule.path("mission").asText();
                JsonNode with = json(mission + ".json");
                JsonNode without =
                        json(mission + ".json?off=" + rule.path("rule").asText().replace(":", "%3A"));
                boolean same = with.path("status").equals(without.path("status"))
                        && with.at("/proof/objective").equals(without.at("/proof/objective"));
                assertThat(rule.path("binds").asText()).isEqualTo(same ? "does not bind" : "binds");
                assertThat(rule.path("bill_without_it").asText())
                        .isEqualTo(without.at("/bill/total").asText());
                bound++;
            }
        }
        assertThat(bound).isPositive();
    }
}
