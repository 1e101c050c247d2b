package org.muster.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is printed: no sheet is empty, nothing is cut off at the right, and no rule is missing.
class PaperTest {
    /// A sheet of A4 less Chromium's own margins, in CSS pixels.
    private static final int SHEET = 718;

    /// A sheet of A3, lying, less 10 mm on both sides.
    private static final int WIDE_SHEET = 1512;

    private static final String MISSION = "/a/wales-2014/missions/counter-is-2014";
    private static final String MEMBER = "/a/wales-2014/members/DEU";

    @TempDir
    static Path temp;

    private static Room room;

    @BeforeAll
    static void open() throws Exception {
        room = Room.open(temp);
    }

    @AfterAll
    static void close() {
        if (room != null) {
            room.close();
        }
    }

    private static Page printed(String path) {
        Page page = room.page(new Browser.NewContextOptions().setViewportSize(SHEET, 1000));
        page.setDefaultNavigationTimeout(60_000);
        page.navigate(room.address() + path);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBER, MISSION, MISSION + "/share.html", "/a/wales-2014/pools"})
    void noSheetIsEmpty(String path) throws Exception {
        Page page = printed(path);
        List<Integer> texts = textsOfSheets(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
        page.context().close();
        assertThat(texts).isNotEmpty().allSatisfy(one -> assertThat(one).isPositive());
        if (path.equals(MEMBER)) {
            assertThat(texts)
                    .as("a member fits on two sheets, printed on both sides")
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBER, MISSION, MISSION + "/share.html", "/a/wales-2014/pools"})
    void nothingIsCutOffAtTheRight(String path) {
        Page page = printed(path);
        // a table on a wider sheet of its own is as wide as that
        Object beyond = page.evaluate(
                "([sheet, wide]) => [...document.querySelectorAll('main td, main th, main p')]"
                        + ".filter(e => e.getClientRects().length && e.textContent.trim() && e.getBoundingClientRect().right >"
                        + " (getComputedStyle(e.closest('.wide') || e).page === 'wide' ? wide : sheet) + 1)"
                        + ".map(e => e.textContent.trim() + ' ' + e.getBoundingClientRect().right)",
                List.of(SHEET, WIDE_SHEET));
        page.context().close();
        assertThat((List<?>) beyond).isEmpty();
    }

    /// A bill has all rules; a member those that need no game of the mission, as the plan has them.
    @Test
    void everyRuleIsOnThePaperOfAMemberAndOfABill() throws Exception {
        Page bill = printed(MISSION + "/share.html");
        List<String> rules = bill.querySelectorAll("#matrix thead th").stream()
                .skip(1)
                .filter(cell -> cell.boundingBox() != null)
                .map(cell -> cell.textContent().trim())
                .toList();
        bill.context().close();
        assertThat(rules).contains("Costs lie where they fall", "Shapley value", "Nucleolus");
        JsonNode asked = new ObjectMapper().readTree(room.get(MISSION + "/share.json"));
        assertThat(rules).hasSize(asked.at("/rules").size());

        Page member = printed(MEMBER);
        long shown = member.querySelectorAll("#pays tbody th").stream()
                .filter(cell -> cell.boundingBox() != null)
                .count();
        member.context().close();
        Set<String> planned = new TreeSet<>();
        JsonNode missions = new ObjectMapper()
                .readTree(Room.muster("show", root(), "missions", "--json"))
                .at("/entries");
        for (JsonNode mission : missions) {
            JsonNode plan = new ObjectMapper()
                    .readTree(room.get(
                            "/a/wales-2014/missions/" + mission.path("id").asText() + ".json"));
            plan.at("/whoPays/amounts").properties().forEach(rule -> planned.add(rule.getKey()));
        }
        assertThat(planned).hasSizeGreaterThan(10);
        assertThat(shown).isEqualTo(planned.size());
    }

    private static String root() {
        return room.folder("wales-2014").toString();
    }

    /// How often each sheet of a PDF shows text, in the order of the file.
    private static List<Integer> textsOfSheets(byte[] pdf) throws DataFormatException {
        String all = new String(pdf, StandardCharsets.ISO_8859_1);
        List<Integer> texts = new ArrayList<>();
        Matcher sheet = Pattern.compile("<</Type /Page\\b.*?/Contents (\\d+) 0 R", Pattern.DOTALL)
                .matcher(all);
        while (sheet.find()) {
            Matcher content = Pattern.compile(
                            "\\n" + sheet.group(1) + " 0 obj\\s*<<[^>]*>>\\s*stream\\r?\\n", Pattern.DOTALL)
                    .matcher(all);
            assertThat(content.find()).isTrue();
            Inflater inflater = new Inflater();
            inflater.setInput(pdf, content.end(), pdf.length - content.end());
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            byte[] some = new byte[8192];
            while (!inflater.finished()) {
                drawn.write(some, 0, inflater.inflate(some));
            }
            inflater.end();
            Matcher text = Pattern.compile("T[jJ]\\b").matcher(drawn.toString(StandardCharsets.ISO_8859_1));
            texts.add((int) text.results().count());
        }
        return texts;
    }
}
