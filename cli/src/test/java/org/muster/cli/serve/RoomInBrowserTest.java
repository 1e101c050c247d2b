package org.muster.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Browser;
import org.muster.cli.Examples;
import org.muster.web.PlanningRoom;

/// The room as a browser shows it, scripts, styles and policy included: anything that the browser complains about
/// fails the test.
class RoomInBrowserTest {
    private static final String MISSION = "/a/wildfire-pool/missions/FIRE";
    private static PlanningRoom room;

    @TempDir
    Path temp;

    @BeforeAll
    static void open() throws IOException {
        room = PlanningRoom.open(List.of(Path.of(Examples.WILDFIRE)), 0, new PrintWriter(System.err));
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private String show(String path, String window) throws IOException, InterruptedException {
        return Browser.show(room.address() + path, window, temp);
    }

    private static String json(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(room.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /// A member is clicked out by the link that the page has for it; the verdict and the bill are those of the JSON.
    @Test
    void aMemberIsClickedOut() throws Exception {
        String before = show(MISSION, "1280,800");
        String member = found(json(MISSION + ".json"), "\"coalition\" : \\[ \"(\\w+)\"");
        String out = found(before, "href=\"([^\"]*mustNot=" + member + ")\"");
        String after = show(out, "1280,800");
        assertThat(after)
                .contains("id=\"tried\"", "data-shown=\"lie-where-they-fall\"")
                .containsPattern("data-member=\"" + member + "\".*?<strong aria-current=\"true\">out</strong>");
        String json = json(out.replace("FIRE?", "FIRE.json?"));
        String status = found(json, "\"status\" : \"(\\w+)\"");
        assertThat(after).contains("class=\"verdict " + status + "\"");
        assertThat(before).doesNotContain("id=\"tried\"");
        assertThat(found(after, "<a href=\"([^\"]*)\">Back to the folder's mission"))
                .isEqualTo(MISSION);
    }

    /// The chart of one rule and that of two are drawn by the script, under the room's own policy.
    @Test
    void chartsAreDrawnOnAPhoneToo() throws Exception {
        assertThat(show(MISSION, "390,844"))
                .containsPattern("<svg id=\"dumbbell\"[^>]* data-lines=\"[1-9]")
                .contains("class=\"bar")
                .containsPattern("<div id=\"chart\"><div class=\"bar");
    }

    /// A job that runs is told as it goes, and its page shows the answer by itself once it is there.
    @Test
    void aJobShowsItsAnswerByItself() throws Exception {
        HttpResponse<String> begun = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(room.address() + MISSION + "/share"))
                                .header("Origin", room.address())
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(begun.statusCode()).isEqualTo(303);
        json(MISSION + "/share.json");
        assertThat(show(MISSION + "/share", "1280,800"))
                .contains("id=\"spared\"", "id=\"gains\"", "data-shown=")
                .doesNotContain("id=\"job\"");
    }

    @Test
    void everyOtherPageIsQuietInTheConsole() throws Exception {
        for (String path : List.of(
                "/",
                "/a/wildfire-pool",
                "/a/wildfire-pool/missions?m=FIRE&m=HEAT",
                "/a/wildfire-pool/pools",
                "/games",
                MISSION + ".html")) {
            assertThat(show(path, "1280,800")).as(path).contains("<h1>");
        }
    }
}
