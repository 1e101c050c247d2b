package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.input.Refusal;
import org.muster.web.http.Code;
import org.muster.web.http.Faults;
import org.muster.web.http.Query;

/// A real server on a free port, asked over HTTP.
class PlanningRoomTest extends FireRoom {
    private static final String FIRE = "/a/wildfire-pool/missions/FIRE";

    PlanningRoomTest() {
        super(false);
    }

    private String host() {
        return URI.create(room.address()).getAuthority();
    }

    private static void isProblem(HttpResponse<String> reply, Code code) {
        assertThat(reply.statusCode()).isEqualTo(code.status());
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(reply.body())
                .contains("\"code\" : \"" + code.word() + "\"", "\"detail\" : \"")
                .doesNotContain("\tat ", "Exception", "org.muster");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a/wildfire-pool",
                "/a/wildfire-pool/members",
                "/a/wildfire-pool/pools",
                "/a/wildfire-pool/tables",
                "/a/wildfire-pool/tables/offers",
                "/a/wildfire-pool/tables/offers?add=1",
                "/a/wildfire-pool/problems",
                "/a/wildfire-pool/missions/FIRE",
                "/a/wildfire-pool/missions?m=FIRE&m=HEAT",
                "/a/wildfire-pool/missions/FIRE/share",
                "/a/wildfire-pool/missions/FIRE/why-not",
                "/a/wildfire-pool/invest",
                "/games",
                "/assets/page.css",
                "/assets/lab.css",
                "/assets/page.js",
                "/assets/room.css",
                "/assets/room.js",
                "/openapi.yaml",
                "/problem-codes.json"
            })
    void everyPageAnswersAndSaysWhatABrowserMayDoWithIt(String path) throws Exception {
        HttpResponse<String> reply = client.get(path, "Accept", "text/html");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isNotBlank();
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        // with "no-referrer" browsers send "Origin: null" with every form, which the guard refuses
        assertThat(reply.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(reply.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(reply.body()).doesNotContain("<script>", " onclick=");
    }

    @Test
    void aPageThatIsExportedRunsApartFromTheRoom() throws Exception {
        assertThat(client.get(FIRE + ".html")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("default-src 'none'", "sandbox allow-scripts")
                .doesNotContain("allow-same-origin");
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:PORT",
        "169.254.1.1:PORT"
    })
    void answersToItsOwnNameOnly(String name) throws IOException {
        String host =
                name.replace("PORT", String.valueOf(URI.create(room.address()).getPort()));
        assertThat(client.raw("GET /a/wildfire-pool HTTP/1.1\nHost: " + host + "\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("\"code\" : \"host\"")
                .doesNotContain("fire services");
        assertThat(client.raw("GET / HTTP/1.1\nHost: " + host().replace("127.0.0.1", "localhost")
                        + "\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void otherSitesMaySendNothingAndReadNothing() throws Exception {
        for (String[] headers : new String[][] {
            {"Accept", "*/*"},
            {"Origin", "http://evil.example"},
            {"Origin", "null"},
            {"Origin", room.address(), "Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "none"}
        }) {
            isProblem(client.post(FIRE + "/share", "", headers), Code.FOREIGN_SITE);
            isProblem(client.post("/games", "game=%7B%7D", headers), Code.FOREIGN_SITE);
        }
        assertThat(client.get("/jobs/1.json").statusCode())
                .as("no job was begun")
                .isEqualTo(404);
        isProblem(client.get(FIRE + ".json", "Origin", "http://evil.example"), Code.FOREIGN_SITE);
        isProblem(
                client.get(FIRE + "/share.json", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"),
                Code.FOREIGN_SITE);
        isProblem(
                client.get(
                        FIRE, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"),
                Code.FOREIGN_SITE);
        assertThat(client.get(
                                FIRE,
                                "Sec-Fetch-Site",
                                "cross-site",
                                "Sec-Fetch-Mode",
                                "navigate",
                                "Sec-Fetch-Dest",
                                "document")
                        .statusCode())
                .as("a link in a mail")
                .isEqualTo(200);
    }

    @Test
    void everyProblemHasItsCode() throws Exception {
        isProblem(client.get("/nowhere"), Code.NO_PAGE);
        isProblem(client.get("/a/wales"), Code.NOT_KNOWN);
        isProblem(client.get("/a/wildfire-pool/missions/FIER"), Code.NOT_KNOWN);
        isProblem(client.get("/a/wildfire-pool/members/XXX"), Code.NOT_KNOWN);
        isProblem(client.get("/jobs/77"), Code.NOT_KNOWN);
        isProblem(client.get(FIRE + "?mustnot=A"), Code.PARAMETER);
        isProblem(client.get(FIRE + "?waive=Council"), Code.PARAMETER);
        isProblem(client.get("/a/wildfire-pool/burden?year=MMXIV"), Code.PARAMETER);
        isProblem(client.get(FIRE + "?must=%22%3E"), Code.REFUSED);
        isProblem(client.get("/a/wildfire-pool/pledge"), Code.REFUSED);
        isProblem(client.get("/games.json?game=%7B"), Code.REFUSED);
        isProblem(client.postOwn(FIRE, "a=b"), Code.METHOD);
        isProblem(client.send(HttpRequest.newBuilder().DELETE(), FIRE, "Origin", room.address()), Code.METHOD);
        isProblem(client.postOwn("/games", "game=" + "x".repeat(5 << 20)), Code.TOO_LARGE);
        assertThat(Faults.of(new IllegalStateException("secret place")).code()).isEqualTo(Code.MISTAKE);
        assertThat(new String(
                        Faults.json(Faults.of(new IllegalStateException("secret place")))
                                .body()
                                .toArray(),
                        StandardCharsets.UTF_8))
                .doesNotContain("secret place");
        assertThat(Faults.of(new OutOfMemoryError()).code()).isEqualTo(Code.MEMORY);
        String codes = client.get("/problem-codes.json").body();
        for (Code code : Code.values()) {
            assertThat(codes).contains("\"" + code.word() + "\"");
        }
    }

    @Test
    void amountsLeadToWhereTheyAreExplained() throws Exception {
        String room = client.get(FIRE + "?mustNot=ASH").body();
        assertThat(room).doesNotContain("\"parts\"");
        Matcher amount = Pattern.compile("href=\"([^\"]+/why\\?[^\"]+)\"").matcher(room);
        assertThat(amount.find()).isTrue();
        String address = amount.group(1).replace("&amp;", "&");
        assertThat(address).contains("/why?mustNot=ASH&rule=");
        assertThat(client.get(address).body()).contains("pays what it pays", "<summary>");
        String tree = client.get(address.replace("/why?", "/why.json?")).body();
        assertThat(tree).contains("\"what\"", "\"parts\"");
        isProblem(client.get(FIRE + "/why?rule=shaply&member=ASH"), Code.REFUSED);
        isProblem(
                client.get(FIRE + "/why?rule=" + address.replaceAll(".*rule=([^&]+).*", "$1") + "&member=XXX"),
                Code.REFUSED);
    }

    /// What a plan draws of a pool in a year, and what that leaves of it, are the numbers of the plan's JSON.
    @Test
    void poolsSayWhatIsLeft() throws Exception {
        String page = client.get("/a/wildfire-pool/pools").body();
        JsonNode pool = new ObjectMapper()
                .readTree(client.get("/a/wildfire-pool/pools.json").body())
                .at("/entries/0");
        long drawn = 0;
        for (JsonNode one :
                new ObjectMapper().readTree(client.get(FIRE + ".json").body()).path("assignments")) {
            drawn += one.path("source").asText().equals("pool")
                            && one.path("id").asText().equals(pool.path("id").asText())
                    ? one.path("units").asLong()
                    : 0;
        }
        assertThat(page).contains("<th>Left</th>");
        assertThat(drawn).isPositive();
        // 5 of 100 hours are kept back by the levy
        long there = pool.path("capacity").asLong() * 95 / 100;
        assertThat(page).contains("<td>" + drawn + "</td><td>" + (there - drawn) + "</td>");
    }

    /// What a member pays in all missions is the sum of what the commands say, mission by mission.
    @Test
    void aMemberIsToldInOneSentence() throws Exception {
        BigDecimal lies = BigDecimal.ZERO;
        BigDecimal key = BigDecimal.ZERO;
        int goes = 0;
        for (String mission : List.of("FIRE", "HEAT", "FLOOD")) {
            JsonNode plan = new ObjectMapper()
                    .readTree(client.get("/a/wildfire-pool/missions/" + mission + ".json")
                            .body());
            JsonNode amounts = plan.path("whoPays").path("amounts");
            lies = lies.add(new BigDecimal(
                    amounts.path("lie-where-they-fall").path("CED").asText()));
            key = key.add(new BigDecimal(amounts.path("agreed-key").path("CED").asText()));
            goes += plan.path("coalition").toString().contains("\"CED\"") ? 1 : 0;
        }
        String page = client.get("/a/wildfire-pool/members/CED").body();
        assertThat(page)
                .contains("Cedar Valley Fire District goes in " + goes + " of 3 missions, each planned alone; in all of"
                        + " them it pays USD " + String.format(Locale.ROOT, "%,.2f", lies)
                        + " under &quot;Costs lie where they fall&quot;, "
                        + String.format(Locale.ROOT, "%,.2f", key) + " under");
    }

    @Test
    void peopleGetAPageWhereProgramsGetJson() throws Exception {
        HttpResponse<String> reply = client.get(FIRE + "?mustNot=NOBODY", "Accept", "text/html,*/*");
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).startsWith("<!doctype html>").contains("no member is called &quot;NOBODY&quot;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/../../etc/passwd",
                "/assets/../openapi.yaml",
                "/a/wildfire-pool/../wildfire-pool",
                "/assets/%2e%2e%2fpage.css",
                "/a/..%2f..%2fetc",
                "/a/wildfire-pool/missions/..%2FHEAT.json",
                "/a/wildfire-pool/missions/%2Fetc%2Fpasswd",
                "/a/%00"
            })
    void noPathOfAnAddressReachesAFile(String path) throws IOException {
        String reply = client.raw("GET " + path + " HTTP/1.1\nHost: " + host() + "\nConnection: close\n\n");
        assertThat(reply).containsPattern("^HTTP/1.1 40[04] ").doesNotContain("root:", "\tat ", "--ink");
    }

    @Test
    void textOfFoldersIsData() throws Exception {
        String hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e";
        Path file = folder.resolve("missions/FIRE.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst(
                                "(?m)^title:.*$", "title: " + java.util.regex.Matcher.quoteReplacement(yaml(hostile))));
        Path members = folder.resolve("members.csv");
        String table = Files.readString(members);
        String name = table.split("\n", -1)[1].split(",", -1)[1];
        Files.writeString(
                members,
                table.replace(
                        "," + name + ",", ",\"" + hostile.replace("\"", "\"\"").replace("\u202e", "") + "\","));
        assertThat(client.get("/a/wildfire-pool/problems.json").body()).contains("\"ok\" :");
        for (String path : List.of(
                "/",
                "/a/wildfire-pool",
                "/a/wildfire-pool/members",
                "/a/wildfire-pool/pools",
                "/a/wildfire-pool/tables",
                "/a/wildfire-pool/tables/offers",
                "/a/wildfire-pool/tables/offers?add=1",
                "/a/wildfire-pool/problems",
                FIRE,
                FIRE + "/share",
                FIRE + "/why-not",
                "/a/wildfire-pool/missions?m=FIRE&m=HEAT")) {
            assertThat(client.get(path).body()).as(path).doesNotContain("<script>alert", "<img src=x", "\u202e");
        }
        String game = URLEncoder.encode("{\"id\": \"" + hostile.replace("\"", "\\\"") + "\"}", StandardCharsets.UTF_8);
        assertThat(client.get("/games?game=" + game).body()).doesNotContain("<script>alert", "<img src=x");
    }

    private static String yaml(String text) {
        return "'" + text.replace("'", "''").replace("\u202e", "") + "'";
    }

    @Test
    void aFolderThatChangesIsReadAgainAndABrokenOneKeepsTheLastGoodAnswer() throws Exception {
        String before = client.get(FIRE + ".json").body();
        assertThat(client.get(FIRE).body()).doesNotContain("class=\"notice");
        Path file = folder.resolve("missions/FIRE.yaml");
        String good = Files.readString(file);
        Files.writeString(file, good.replaceFirst("(?m)^title:.*$", "title: Another title"));
        assertThat(client.get(FIRE).body())
                .contains("<h1>Another title</h1>", "has changed on disk and was read again at", "missions/FIRE.yaml");
        assertThat(client.get("/a/wildfire-pool/state.json").body()).contains("\"revision\" : 2");
        Files.writeString(file, good.replace("phases:", "phrases:"));
        assertThat(client.get(FIRE).body())
                .contains("The folder is broken", "<h1>Another title</h1>", "/a/wildfire-pool/problems");
        assertThat(client.get("/a/wildfire-pool/problems").body()).contains("phrases");
        assertThat(client.get("/a/wildfire-pool/problems.json").body())
                .contains("\"ok\" : false", "\"file\" : \"missions/FIRE.yaml\"");
        Files.writeString(file, good);
        assertThat(client.get(FIRE).body()).doesNotContain("The folder is broken");
        assertThat(client.get(FIRE + ".json").body()).isEqualTo(before);
    }

    /// Typed where the bill is looked at: the address holds them, the bill has them, and the folder stays as it is.
    @Test
    void rulesOfYourOwnAreTriedWhereTheBillIsLookedAt() throws Exception {
        assertThat(client.get(FIRE + "/share").body()).contains("Rules of your own", "title: A rule of our own");
        String rules = """
                rules:
                - id: mine
                  title: Mine
                  description: In equal parts up to a thousand.
                  version: '1'
                  steps:
                  - by: {rule: equal}
                    cap: 1000.00
                  status: illustrative
                """;
        HttpResponse<String> sent = client.get(FIRE + "/share?rules=" + Query.encoded(rules));
        assertThat(sent.statusCode()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElseThrow();
        assertThat(client.get(address).body())
                .contains("  steps:\n  - by: {rule: equal}\n    cap: 1000.00")
                .contains("value=\"sharing:own:rules:rules:&#10;- id: mine&#10;");
        assertThat(client.get(address.replace("/share?", "/share.json?")).body())
                .contains("\"mine\"");
        assertThat(client.get(FIRE + "/share.json").body()).doesNotContain("\"mine\"");
        String mistaken = client.get(FIRE + "/share?rules=" + Query.encoded(rules.replace("equal}", "equall}")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> wrong = client.get(mistaken.replace("/share?", "/share.json?"));
        isProblem(wrong, Code.REFUSED);
        assertThat(wrong.body()).contains("sharing.yaml", "equall");
        isProblem(client.get(FIRE + "/share?rules=" + "x".repeat(2_001)), Code.PARAMETER);
    }

    @Test
    void aBillIsSharedByAJobThatIsOneForTwoClicks() throws Exception {
        HttpResponse<String> first = client.postOwn(FIRE + "/share", "");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains(FIRE + "/share");
        client.postOwn(FIRE + "/share", "");
        assertThat(client.get("/jobs/2.json").statusCode()).isEqualTo(404);
        String json = client.get(FIRE + "/share.json").body();
        assertThat(json).contains("\"format\" : \"muster-share\"");
        String events =
                client.get("/jobs/1/events", "Accept", "text/event-stream").body();
        assertThat(events).contains("event: state", "{\"words\":\"done\"}", "id: 1\n");
        String missed = client.get("/jobs/1/events", "Accept", "text/event-stream", "Last-Event-ID", "1")
                .body();
        assertThat(missed).contains("{\"words\":\"done\"}").doesNotContain("id: 1\n");
        assertThat(client.get(FIRE + "/share").body()).contains("id=\"matrix\"", "Who can be spared");
        assertThat(client.get("/jobs/1").headers().firstValue("Location")).contains(FIRE + "/share");
        assertThat(client.postOwn("/jobs/1/stop", "").statusCode()).isEqualTo(303);
        assertThat(client.get("/jobs/1.json").body()).contains("\"state\" : \"done\"");
    }

    @Test
    void whyNotIsAskedOfWhatIsTried() throws Exception {
        String asked = FIRE + "/why-not.json?mustNot=" + firstThatGoes();
        String tried = client.get(asked).body();
        assertThat(tried).contains("\"format\" : \"muster-why-not\"");
        assertThat(tried).isNotEqualTo(client.get(FIRE + "/why-not.json").body());
        isProblem(client.get(FIRE + "/why-not.json?about=nothing"), Code.REFUSED);
        client.postOwn(FIRE + "/why-not", "about=nothing");
        String refused = "is no member, pool or line of FIRE";
        String page = client.get(FIRE + "/why-not?about=nothing").body();
        for (int tries = 0; tries < 500 && !page.contains(refused); tries++) {
            Thread.sleep(20); // the job is asked beside the page
            page = client.get(FIRE + "/why-not?about=nothing").body();
        }
        assertThat(page).contains(refused);
    }

    private String firstThatGoes() throws Exception {
        return client.get(FIRE + ".json").body().replaceAll("(?s).*?\"coalition\" : \\[ \"(\\w+)\".*", "$1");
    }

    @Test
    void everyChoiceIsALinkThatIsAnswered() throws Exception {
        String goes = firstThatGoes();
        String page = client.get(FIRE).body();
        assertThat(page)
                .contains("href=\"" + FIRE + "?mustNot=" + goes + "\"", "href=\"" + FIRE + "?must=" + goes + "\"");
        String out = client.get(FIRE + "?mustNot=" + goes).body();
        assertThat(out).contains("You try: ", "Against the folder", "href=\"" + FIRE + "\"");
        assertThat(client.get(FIRE + ".json?mustNot=" + goes).body())
                .doesNotContain("\"coalition\" : [ \"" + goes + "\"");
    }

    @Test
    void aGameIsTypedSolvedAndHasAnAddress() throws Exception {
        String game = URLEncoder.encode(
                "{\"kind\": \"tu\", \"players\": [\"a\", \"b\"], \"v\": {\"a\": 1, \"b\": 2, \"a,b\": 6}}",
                StandardCharsets.UTF_8);
        HttpResponse<String> reply = client.postOwn("/games", "game=" + game + "&concepts=shapley");
        assertThat(reply.statusCode()).isEqualTo(303);
        String address = reply.headers().firstValue("Location").orElseThrow();
        assertThat(client.get(address).body()).contains("shapley", "5/2", "7/2");
        assertThat(client.get(address.replace("/games?", "/games.json?")).body())
                .contains("[2.5,3.5]");
        isProblem(client.get("/games.json?concepts=shapely&game=" + game), Code.REFUSED);
        String shown = client.get("/games")
                .body()
                .replaceAll("(?s).*<textarea[^>]*>(.*?)</textarea>.*", "$1")
                .replace("&quot;", "\"");
        assertThat(client.get("/games.json?game=" + URLEncoder.encode(shown, StandardCharsets.UTF_8))
                        .body())
                .as("the example that the page shows")
                .contains("\"shapley\"");
        String long1 = "{\"id\": \"" + "g".repeat(4_000) + "\"}";
        assertThat(client.postOwn("/games", "game=" + URLEncoder.encode(long1, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFolderThatIsBrokenAtTheStartIsNotServed() throws IOException {
        Files.delete(folder.resolve("members.csv"));
        assertThatThrownBy(() -> PlanningRoom.open(List.of(folder), 0, new PrintWriter(err)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.findings()).anyMatch(line -> line.startsWith("members.csv:")));
        assertThatThrownBy(() -> PlanningRoom.open(List.of(WILDFIRE, WILDFIRE), 0, new PrintWriter(err)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.findings())
                                .singleElement()
                                .asString()
                                .contains("is served already"));
        int taken = URI.create(room.address()).getPort();
        assertThatThrownBy(() -> PlanningRoom.open(List.of(WILDFIRE), taken, new PrintWriter(err)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is taken. Choose another with --port");
    }

    /// What is tried is put into what was read of the folder, and a file that changes meanwhile is read again.
    @Test
    void aFileThatChangesIsSeenByWhatIsTriedNext() throws Exception {
        String offer = Files.readAllLines(folder.resolve("offers.csv")).get(1);
        String id = offer.substring(0, offer.indexOf(','));
        String tried = FIRE + ".json?set=offer:" + id + ":quantity:1";
        String before = client.get(tried).body();
        assertThat(client.get(tried).body()).isEqualTo(before);
        Path mission = Files.list(folder.resolve("missions"))
                .filter(file -> fileHolds(file, "FIRE"))
                .findFirst()
                .orElseThrow();
        Files.writeString(mission, Files.readString(mission).replaceFirst("title: .*", "title: Another fire"));
        assertThat(client.get(tried).body()).isNotEqualTo(before).contains("Another fire");
        assertThat(client.get(FIRE + ".json?set=offer:" + id + ":quantity:2").body())
                .contains("Another fire");
    }

    private static boolean fileHolds(Path file, String id) {
        try {
            return Files.readString(file).contains("id: " + id);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    /// Beside a game that cannot be read stands one that can.
    @Test
    void anExampleStandsBesideAGameThatCannotBeRead() throws Exception {
        String page = client.get(
                        "/games?game=" + URLEncoder.encode("{\"kind\": \"tu\"}", StandardCharsets.UTF_8),
                        "Accept",
                        "text/html")
                .body();
        assertThat(page).contains("The game cannot be read.", "id=\"example\"", "right two");
        assertThat(client.get("/games", "Accept", "text/html").body()).doesNotContain("id=\"example\"");
    }
}
