package org.muster.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people do in the room, done in a browser: a real server, its scripts, its policy.
class RoomScenariosTest {
    private static final String FIRE = "/a/wildfire-pool/missions/FIRE";
    private static final String IS = "/a/wales-2014/missions/counter-is-2014";

    @TempDir
    static Path temp;

    private static Room room;

    @BeforeAll
    static void open() throws IOException {
        room = Room.open(temp);
    }

    @AfterAll
    static void close() {
        if (room != null) {
            room.close();
        }
    }

    @AfterEach
    void nobodyComplains() {
        assertThat(room.complaints()).isEmpty();
        assertThat(room.mistakes()).isEmpty();
    }

    private static String text(Page page, String selector) {
        return page.locator(selector).first().innerText();
    }

    private static String bill(Page page) {
        return text(page, "dl.facts div:nth-child(2) dd");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /// 1: open, pick a mission, click a member out: verdict, bill and address change; back undoes.
    @Test
    void aMemberIsClickedOutAndBackUndoesIt() throws Exception {
        Page page = room.page();
        page.navigate(room.address());
        page.locator("main a[href='/a/wildfire-pool']").first().click();
        page.locator("main a[href='" + FIRE + "']").first().click();
        String before = bill(page);
        String goes = text(page, "#goes");
        String member = found(room.get(FIRE + ".json"), "\"coalition\" : \\[ \"(\\w+)\"");

        page.locator("#choices a[href$='mustNot=" + member + "']").click();
        assertThat(page.url()).isEqualTo(room.address() + FIRE + "?mustNot=" + member);
        assertThat(text(page, "#tried")).startsWith("You try: ");
        assertThat(text(page, "#goes")).isNotEqualTo(goes);
        assertThat(bill(page)).isNotEqualTo(before);
        assertThat(page.locator("#verdict strong").textContent())
                .isEqualTo(found(room.get(FIRE + ".json?mustNot=" + member), "\"status\" : \"(\\w+)\""));

        page.goBack();
        assertThat(page.url()).isEqualTo(room.address() + FIRE);
        assertThat(bill(page)).isEqualTo(before);
        assertThat(text(page, "#goes")).isEqualTo(goes);
        page.context().close();
    }

    /// A country on the map is tried by a click; an amount is explained where it stands; the chart of two rules has a
    /// link of its own and is taken along as picture and data.
    @Test
    void mapAmountsAndChartAnswerToAClick() throws Exception {
        Page page = room.page();
        page.navigate(room.address() + IS);
        page.locator("#map a:has(title:text-is('Poland goes: try without it'))").click();
        assertThat(page.url()).isEqualTo(room.address() + IS + "?mustNot=POL");
        page.goBack();

        page.locator("#matrix a[data-rule='agreed-key'][data-member='DEU']").click();
        page.locator("#why[data-explains='agreed-key DEU'] summary").first().waitFor();
        assertThat(page.url()).isEqualTo(room.address() + IS);

        page.selectOption("#pair-to", "equal");
        assertThat(page.url()).isEqualTo(room.address() + IS + "#lie-where-they-fall,equal");
        page.reload();
        assertThat(page.inputValue("#pair-to")).isEqualTo("equal");
        for (String kind : List.of("svg", "png", "csv")) {
            Path file = page.waitForDownload(
                            () -> page.locator("[data-save='" + kind + "']").click())
                    .path();
            String begins = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(begins)
                    .startsWith(
                            switch (kind) {
                                case "svg" -> "<svg ";
                                case "png" -> "\u0089PNG";
                                default -> "member,lie-where-they-fall,equal\n";
                            });
        }
        page.context().close();
    }

    /// 2: a mission that is not covered; the cheapest change is pressed; it is covered, and the page says what changed.
    @Test
    void theCheapestChangeIsPressed() {
        Page page = room.page();
        page.navigate(room.address() + FIRE + "?set=line:attack%2Fnorth-air:notice_days:0");
        assertThat(page.locator("#verdict strong").textContent()).isNotEqualTo("covered");
        page.locator("form.remedy button").click();
        page.locator("#remedies a.button").first().click();
        assertThat(page.locator("#verdict strong").textContent()).isEqualTo("covered");
        page.locator("#tried summary").click();
        assertThat(page.locator("#tried .lines li").count()).isPositive();
        page.context().close();
    }

    /// 3: two forks side by side say what the command says of the two exported plans.
    @Test
    void forksSayWhatDiffSays() throws Exception {
        Page page = room.page();
        String member = found(room.get(FIRE + ".json"), "\"coalition\" : \\[ \"(\\w+)\"");
        page.navigate(room.address() + FIRE + "?mustNot=" + member);
        page.locator("#tried a:has-text('Put it beside others')").click();
        List<String> shown = page.locator("#diff-B li").allInnerTexts();
        Path one = temp.resolve("one.json");
        Path other = temp.resolve("other.json");
        Files.writeString(one, room.get(FIRE + ".json"));
        Files.writeString(other, room.get(FIRE + ".json?mustNot=" + member));
        assertThat(shown)
                .isNotEmpty()
                .isEqualTo(Room.muster("diff", one.toString(), other.toString())
                        .lines()
                        .toList());
        page.context().close();
    }

    /// 4: a long question runs on while its page is loaded again and the network is away, and can be stopped.
    @Test
    void aLongQuestionSurvivesReloadAndCutAndCanBeStopped() {
        Page page = room.page();
        String asked = IS + "?mustNot=EST";
        page.navigate(room.address() + asked);
        page.locator("#who-pays button").first().click();
        page.waitForURL("**/share?mustNot=EST");
        assertThat(page.locator("#job progress").count()).isEqualTo(1);
        page.reload();
        assertThat(page.locator("#job").count()).isEqualTo(1);
        page.context().setOffline(true);
        page.waitForTimeout(300);
        page.context().setOffline(false);
        page.locator("#job button:has-text('Stop')").click();
        page.waitForSelector("text=Stopped: there is no answer.");
        room.complaints();

        page.navigate(room.address() + FIRE);
        page.locator("#who-pays button").first().click();
        page.waitForSelector("#spared");
        assertThat(page.locator("#job").count()).isZero();
        page.context().close();
    }

    /// 5: numbers on the page are those of the command's JSON, for every bundled mission.
    @ParameterizedTest
    @CsvSource({
        "wildfire-pool,FIRE",
        "wildfire-pool,HEAT",
        "wildfire-pool,FLOOD",
        "wales-2014,airbridge-2021",
        "wales-2014,baltic-2015",
        "wales-2014,counter-is-2014",
        "wales-2014,libya-2011",
        "wales-2014,ukraine-assistance-2014"
    })
    void numbersAreThoseOfTheCommand(String folder, String mission) throws IOException {
        JsonNode plan = new ObjectMapper()
                .readTree(Room.muster("plan", room.folder(folder).toString(), mission, "--json"));
        Page page = room.page();
        page.navigate(room.address() + "/a/" + folder + "/missions/" + mission);
        assertThat(page.locator("#verdict strong").textContent())
                .isEqualTo(plan.path("status").asText());
        assertThat(text(page, "dl.facts div:nth-child(1) dd"))
                .isEqualTo(String.valueOf(plan.path("coalition").size()));
        assertThat(page.locator("#goes .goers li").count())
                .isEqualTo(plan.path("coalition").size());
        assertThat(page.locator("dl.facts dd").allTextContents())
                .contains(String.valueOf(plan.path("gaps").size()));
        List<String> amounts = new ArrayList<>();
        plan.path("bill")
                .path("lines")
                .forEach(line -> amounts.add(plain(line.path("amount").asText())));
        assertThat(page.locator("#bill tbody tr td:last-child").allTextContents().stream()
                        .map(RoomScenariosTest::plain)
                        .toList())
                .isNotEmpty()
                .isEqualTo(amounts);
        assertThat(plain(bill(page)))
                .isEqualTo(plain(plan.path("bill").path("total").asText()));
        page.context().close();
    }

    /// 5: who pays under every rule, cell by cell, and the bars of every rule that is chosen.
    @ParameterizedTest
    @CsvSource({"wildfire-pool,HEAT", "wales-2014,airbridge-2021", "wales-2014,ukraine-assistance-2014"})
    void whoPaysIsThatOfTheCommand(String folder, String mission) throws IOException {
        JsonNode share = new ObjectMapper()
                .readTree(Room.muster("share", room.folder(folder).toString(), mission, "--json"));
        Page page = room.page();
        page.navigate(room.address() + "/a/" + folder + "/missions/" + mission);
        page.locator("#who-pays button").first().click();
        page.waitForSelector("#matrix");
        List<String> members = new ArrayList<>();
        share.path("rules").get(0).path("amounts").fieldNames().forEachRemaining(members::add);
        List<String> told = new ArrayList<>();
        for (String member : members) {
            for (JsonNode rule : share.path("rules")) {
                told.add(plain(rule.path("amounts").path(member).asText("0")));
            }
        }
        assertThat(page.locator("#matrix tbody td").allTextContents().stream()
                        .map(RoomScenariosTest::plain)
                        .toList())
                .hasSizeGreaterThan(50)
                .isEqualTo(told);
        for (JsonNode rule : share.path("rules")) {
            page.selectOption("#rule", rule.path("name").asText());
            assertThat(page.locator("#chart .bar div span").allTextContents().stream()
                            .map(RoomScenariosTest::plain)
                            .filter(amount -> !amount.equals("0"))
                            .toList())
                    .as(rule.path("name").asText())
                    .containsExactlyInAnyOrderElementsOf(amounts(rule));
        }
        page.context().close();
    }

    /// What is not nothing: who pays nothing may be left out of the bars.
    private static List<String> amounts(JsonNode rule) {
        List<String> amounts = new ArrayList<>();
        rule.path("amounts").forEach(amount -> amounts.add(plain(amount.asText())));
        amounts.removeIf(amount -> amount.equals("0"));
        return amounts;
    }

    private static String plain(String amount) {
        return new BigDecimal(amount.replaceAll("[^0-9.-]", ""))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// 6: a cell with a mistake is told beside it and not saved; mended it is saved, and check agrees.
    /// 9: a form that is sent twice, from two tabs, is saved once.
    @Test
    void aCellIsMendedAndSavedOnce() throws Exception {
        Path file = room.folder("wildfire-pool").resolve("offers.csv");
        String before = Files.readString(file);
        Page page = room.page();
        page.navigate(room.address() + "/a/wildfire-pool/tables/offers");
        page.locator("#rows tbody th a").first().click();
        Page second = page.context().newPage();
        second.navigate(page.url());
        page.fill("#c-quantity", "ninety");
        page.click("button[value=save]");
        assertThat(text(page, "#c-quantity-wrong")).contains("ninety");
        assertThat(Files.readString(file)).isEqualTo(before);
        page.fill("#c-quantity", "90");
        page.click("button[value=save]");
        page.waitForURL("**/tables/offers");
        String saved = Files.readString(file);
        assertThat(saved).isNotEqualTo(before).contains(",90,");
        assertThat(Room.muster("check", room.folder("wildfire-pool").toString()))
                .doesNotContain("quantity is");
        second.fill("#c-quantity", "91");
        second.click("button[value=save]");
        assertThat(text(second, "main")).contains("nothing was saved");
        assertThat(Files.readString(file)).isEqualTo(saved);
        page.goBack();
        page.reload();
        assertThat(Files.readString(file)).isEqualTo(saved);
        Files.writeString(file, before);
        page.context().close();
        room.complaints();
    }

    /// 7: a workbook is tried, then taken in, and comes out again without a change.
    @Test
    void aWorkbookIsTriedTakenInAndComesOutUnchanged() throws Exception {
        Path file = room.folder("wales-2014").resolve("market.csv");
        String before = Files.readString(file);
        Page page = room.page();
        page.navigate(room.address() + "/a/wales-2014/tables/market");
        page.fill("#bring textarea", "id\tquantity\ncharter-transports\t5\n");
        page.click("#bring button[value=try]");
        assertThat(text(page, "main")).startsWith("What would change");
        assertThat(Files.readString(file)).isEqualTo(before);
        page.click("#bring button[value=save]");
        assertThat(text(page, "h1")).isEqualTo("Saved");
        String after = Files.readString(file);
        assertThat(after).contains("charter-transports,transports,5,");
        Path book = temp.resolve("tables.xlsx");
        Room.muster("export", room.folder("wales-2014").toString(), "--xlsx", book.toString());
        page.navigate(room.address() + "/a/wales-2014/tables");
        page.setInputFiles("#bring input[type=file]", book);
        page.click("#bring button[value=try]");
        assertThat(page.locator("main table tbody tr").allInnerTexts())
                .isNotEmpty()
                .allMatch(row -> row.split("\t").length > 5 && row.split("\t")[row.split("\t").length - 4].equals("0"));
        page.click("a:has-text('To the tables')");
        assertThat(Files.readString(file)).isEqualTo(after);
        Files.writeString(file, before);
        page.context().close();
    }

    /// 8: all forms of the mission's room work without scripts.
    @Test
    void formsWorkWithoutScripts() {
        Page page = room.page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(room.address() + FIRE);
        page.locator("#numbers select[name=what]").selectOption("line:attack/north-air");
        page.locator("#numbers select[name=field]").selectOption("quantity");
        page.locator("#numbers input[name=value]").fill("7");
        page.locator("#numbers button").click();
        assertThat(page.url()).contains("set=line%3Aattack%2Fnorth-air%3Aquantity%3A7");
        page.locator("#waiver summary").click();
        page.locator("input[name=waive]").fill("Council of the Pool");
        page.locator("input[name=waiveDate]").fill("2020-01-01");
        page.locator("input[name=waiveReason]").fill("tried");
        page.locator("#waiver button").click();
        assertThat(text(page, "main")).contains("Council of the Pool");
        page.navigate(room.address() + FIRE);
        page.locator("#why-not button").click();
        page.waitForURL("**/why-not**");
        for (int at = 0; at < 100 && page.locator("#job").count() > 0; at++) {
            page.waitForTimeout(200);
            page.reload();
        }
        assertThat(text(page, "#verdict")).isNotBlank();
        page.navigate(room.address() + "/games");
        page.locator("textarea").first().fill("{\"players\":[\"a\",\"b\"],\"values\":{\"a\":1,\"b\":2,\"a,b\":5}}");
        page.locator("form button").first().click();
        assertThat(page.locator("h1").count()).isPositive();
        page.context().close();
        room.complaints();
    }

    /// 10: nothing is wider than a narrow screen; dark is dark; printed, every amount is there.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a/wildfire-pool",
                "/a/wales-2014/members/DEU",
                "/a/wales-2014/pools",
                "/a/wales-2014/pledge",
                "/a/wales-2014/burden",
                "/a/wales-2014/invest",
                "/a/wales-2014/lab",
                "/a/wales-2014/tables/offers",
                FIRE + "?mustNot=ELM",
                FIRE + "/forks?fork=folder&fork=mustNot%3DELM",
                IS
            })
    void fitsNarrowScreensDarkAndPaper(String path) {
        Page page = room.page(
                new Browser.NewContextOptions().setViewportSize(320, 700).setColorScheme(ColorScheme.DARK));
        page.navigate(room.address() + path);
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(320);
        String paper = String.valueOf(page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
        int[] rgb = Pattern.compile("[0-9]+")
                .matcher(paper)
                .results()
                .limit(3)
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
        assertThat(rgb[0] + rgb[1] + rgb[2]).as("dark: " + paper).isLessThan(200);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(794, 1123);
        for (ElementHandle cell : page.querySelectorAll("main section td, main dl.facts dd")) {
            String words = cell.textContent();
            assertThat(words.isBlank() || cell.boundingBox() != null)
                    .as("printed: " + words)
                    .isTrue();
        }
        page.context().close();
    }

    /// 11: texts that try to be more than texts stay texts.
    @Test
    void hostileTextsStayTexts() throws Exception {
        Path file = room.folder("wildfire-pool").resolve("members.csv");
        String before = Files.readString(file);
        Files.writeString(
                file, before.replaceFirst("(\n[A-Z]+,)[^,\n]+", "$1\"<img src=x onerror=alert(1)>\u202eevil\""));
        Page page = room.page();
        List<String> dialogs = new ArrayList<>();
        page.onDialog(dialog -> dialogs.add(dialog.message()));
        for (String path : List.of("/a/wildfire-pool/members", FIRE, "/a/wildfire-pool/tables/members")) {
            page.navigate(room.address() + path);
            assertThat(page.locator("main img").count()).as(path).isZero();
            assertThat(text(page, "main"))
                    .as(path)
                    .contains("<img src=x onerror=alert(1)>")
                    .doesNotContain("\u202e");
        }
        page.navigate(room.address() + FIRE + "?mustNot=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(text(page, "main")).contains("<script>alert(1)</script>");
        assertThat(dialogs).isEmpty();
        Files.writeString(file, before);
        page.context().close();
        room.complaints();
    }

    /// 12: another name of the server, or another site's form, gets nothing.
    @Test
    void otherSitesGetNothing() throws Exception {
        Page page = room.page();
        page.route(
                "http://elsewhere.test/",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<form method=post action='" + room.address() + FIRE
                                + "/share'><button>x</button></form>")));
        page.navigate("http://elsewhere.test/");
        Response reply = page.waitForResponse("**/share", () -> page.click("button"));
        assertThat(reply.status()).isEqualTo(403);
        HttpResponse<String> foreign = room.send(
                HttpRequest.newBuilder()
                        .header("Origin", "http://elsewhere.test")
                        .POST(HttpRequest.BodyPublishers.noBody()),
                FIRE + "/share");
        assertThat(foreign.statusCode()).isEqualTo(403);
        page.context().close();
        room.complaints();
    }

    /// 13: a folder that changes on disk is told on the open page; one that breaks keeps its last good answer.
    @Test
    void aFolderThatChangesOrBreaksIsTold() throws Exception {
        Path file = room.folder("wildfire-pool").resolve("offers.csv");
        String before = Files.readString(file);
        Page page = room.page();
        page.navigate(room.address() + FIRE);
        String verdict = text(page, "#verdict");
        Files.writeString(file, before + "\n");
        page.waitForSelector("#folder .notice");
        assertThat(text(page, "#folder .notice")).contains("has changed on disk");
        Files.writeString(file, before.replaceFirst("(\n[^,]*,[^,]*,[^,]*,)[0-9]+", "$1many"));
        page.navigate(room.address() + FIRE);
        assertThat(text(page, ".notice.broken")).contains("last good answer");
        assertThat(text(page, "#verdict")).isEqualTo(verdict);
        page.click(".notice.broken a");
        assertThat(text(page, "main")).contains("many");
        Files.writeString(file, before);
        page.navigate(room.address() + FIRE);
        assertThat(page.locator(".notice.broken").count()).isZero();
        page.context().close();
    }
}
