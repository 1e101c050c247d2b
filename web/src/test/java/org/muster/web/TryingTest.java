package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.report.plan.DiffText;
import org.muster.report.plan.PlanFacts;
import org.muster.report.plan.PlanJson;
import org.muster.web.http.Query;

/// The mission's room as a place to try things: numbers, rules, changes that why-not found, and forks.
class TryingTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("muster.root"), "examples");
    private static final StringWriter ERR = new StringWriter();
    private static final String IS = "/a/wales-2014/missions/counter-is-2014";
    private static PlanningRoom room;
    private static Client client;

    @BeforeAll
    static void open() throws IOException {
        room = PlanningRoom.open(
                List.of(EXAMPLES.resolve("wildfire-pool"), EXAMPLES.resolve("wales-2014")), 0, new PrintWriter(ERR));
        client = new Client(room.address());
    }

    @AfterAll
    static void close() {
        room.close();
        assertThat(ERR.toString()).as("mistakes of the program").isEmpty();
    }

    private static String body(String path) throws Exception {
        HttpResponse<String> reply = client.get(path, "Accept", "text/html");
        assertThat(reply.statusCode()).as(path + "\n" + reply.body()).isEqualTo(200);
        return reply.body();
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String json(String address) {
        return address.replaceFirst("(/missions/[^?/]+)", "$1.json");
    }

    /// Whatever why-not says would cover a mission does, when it is pressed, and costs no more than it says.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a/wildfire-pool/missions/FIRE|set=line:attack/north-air:quantity:9000",
                "/a/wales-2014/missions/counter-is-2014|mustNot=USA",
                "/a/wales-2014/missions/counter-is-2014|set=line:air/refuelling:notice_days:1",
                "/a/wales-2014/missions/counter-is-2014|set=line:air/support:quantity:400",
                "/a/wales-2014/missions/libya-2011|mustNot=USA,FRA,GBR",
                "/a/wales-2014/missions/baltic-2015|set=line:r37/siauliai:quantity:900"
            })
    void whatWouldCoverTheMissionDoes(String mission, String tried) throws Exception {
        String query = "?" + tried.replace("/", "%2F");
        String before = body(json(mission + query));
        assertThat(before).doesNotContain("\"status\" : \"covered\"");
        assertThat(body(mission + query)).contains("Find the cheapest change that covers it");
        assertThat(client.postOwn(mission + "/why-not" + query, "about=").statusCode())
                .isEqualTo(303);
        String why = body(mission + "/why-not.json" + query);
        assertThat(why).contains("\"smallestSetOfChanges\"");
        String room = body(mission + query);
        List<String> links = new ArrayList<>();
        Matcher matcher = Pattern.compile("class=\"button\" rel=\"nofollow\" href=\"([^\"]+)\"")
                .matcher(room);
        while (matcher.find()) {
            links.add(matcher.group(1).replace("&amp;", "&"));
        }
        assertThat(links).as(why).isNotEmpty();
        assertThat(body(mission + "/why-not" + query)).contains(matcherText(links.getFirst()));
        for (String link : links) {
            String after = body(json(link));
            assertThat(after).as(link).contains("\"status\" : \"covered\"");
            assertThat(body(link).contains("You try: ")).isEqualTo(link.contains("?"));
        }
    }

    private static String matcherText(String link) {
        return link.replace("&", "&amp;");
    }

    @Test
    void aNumberThatIsSentLeadsToTheAddressThatTriesIt() throws Exception {
        HttpResponse<String> sent = client.get(IS
                + "?mustNot=FRA&set=line:air%2Firaq-air:quantity:39&what=line:air%2Firaq-air&field=quantity&value=41");
        assertThat(sent.statusCode()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElseThrow();
        assertThat(address).isEqualTo(IS + "?mustNot=FRA&set=line%3Aair%2Firaq-air%3Aquantity%3A41");
        assertThat(body(address))
                .contains("quantity of line air/iraq-air: 41", "France must not take part")
                .contains("40 fighters".replace("40", "41"));
        assertThat(body(json(address))).isNotEqualTo(body(json(IS + "?mustNot=FRA")));
    }

    @Test
    void whatCannotBeTriedIsToldAsTheReaderTellsIt() throws Exception {
        HttpResponse<String> wrong = client.get(IS + ".json?set=line:air%2Firaq-air:quantity:many");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("missions/counter-is-2014.yaml", "many");
        assertThat(client.get(IS + ".json?set=line").statusCode()).isEqualTo(400);
        assertThat(client.get(IS + "?what=line:air%2Firaq-air&value=3").statusCode())
                .isEqualTo(400);
        HttpResponse<String> off = client.get(IS + ".json?off=policy:nobodys");
        assertThat(off.statusCode()).isEqualTo(422);
        assertThat(off.body()).contains("is no rule that can be switched off");
    }

    @Test
    void aRuleIsSwitchedOffAndOnAgain() throws Exception {
        String before = body(IS);
        String off = found(before, "data-rule=\"lead\">.*?href=\"([^\"]+)\"");
        assertThat(off).isEqualTo(IS + "?off=lead");
        String after = body(off);
        assertThat(after).contains("who leads is off");
        assertThat(found(after, "data-rule=\"lead\">.*?href=\"([^\"]+)\"")).isEqualTo(IS);
    }

    @Test
    void forksStandSideBySideWithTheLinesOfDiff() throws Exception {
        String fire = "/a/wildfire-pool/missions/FIRE";
        String member = found(body(fire + ".json"), "\"coalition\" : \\[ \"(\\w+)\"");
        String without = "mustNot=" + member;
        String page = body(found(body(fire + "?" + without), "href=\"([^\"]*/forks[^\"]*)\"")
                .replace("&amp;", "&"));
        String one = body(fire + ".json");
        String other = body(fire + ".json?" + without);
        List<String> lines =
                DiffText.of(PlanJson.read(one), PlanJson.read(other), PlanFacts.of(one), PlanFacts.of(other));
        assertThat(lines).isNotEmpty();
        assertThat(page).contains("From A to B", "as in the folder", "without " + member);
        assertThat(Pattern.compile("<li>").matcher(page).results().count()).isEqualTo(lines.size());
        assertThat(body(fire + "/forks.txt?fork=folder&fork=" + Query.encoded(without)))
                .isEqualTo(String.join("\n", lines) + "\n");
        String three = body(fire + "/forks?fork=folder&fork=" + Query.encoded(without) + "&fork="
                + Query.encoded(room.address() + fire + "?off=lead"));
        assertThat(three).contains("From A to C", "who leads off");
        assertThat(client.get(fire + "/forks").statusCode()).isEqualTo(400);
        assertThat(client.get(fire + "/forks?fork=x%3D1").statusCode()).isEqualTo(400);
    }

    /// The pledge page begins with a year in which most figures are known, and says so where its other forms lead.
    @Test
    void aPledgeIsShownForAYearThatMostIsKnownOf() throws Exception {
        String page = body("/a/wales-2014/pledge");
        Matcher counts = Pattern.compile("met ([0-9]+)</strong>, not met ([0-9]+), not known ([0-9]+) in ([0-9]+)")
                .matcher(page);
        assertThat(counts.find()).isTrue();
        assertThat(Integer.parseInt(counts.group(1)) + Integer.parseInt(counts.group(2)))
                .isGreaterThanOrEqualTo(Integer.parseInt(counts.group(3)));
        assertThat(page).contains("/pledge.json?year=" + counts.group(4)).contains("<p>Defence share of GDP ");
        assertThat(body("/a/wales-2014/pledge.json?year=" + counts.group(4))).contains("\"year\" : " + counts.group(4));
    }

    /// Map data apart, a page that a phone loads in a moment.
    @Test
    void theRoomIsLightAndACountryOnItsMapIsOneClick() throws Exception {
        String page = body(IS);
        String map = found(page, "(<svg class=\"map\".*?</svg>)");
        assertThat(page.length() - map.length()).isLessThan(300_000);
        assertThat(map).contains("href=\"" + IS + "?mustNot=DNK\"", "Denmark goes: try without it");
        String out = found(body(IS + "?mustNot=DNK&must=DEU"), "(<svg class=\"map\".*?</svg>)");
        assertThat(out)
                .contains(
                        "<path class=\"land out\"",
                        "<path class=\"land must\"",
                        "href=\"" + IS + "?must=DEU\"",
                        "Denmark is out: set it free",
                        "Germany must go: set it free");
    }
}
