package org.muster.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of the room held to the rules of axe-core (WCAG 2.1 A and AA), in light and dark: names of controls, contrast,
/// order of headings, what a reader for the blind is told.
class AccessTest {
    @TempDir
    static Path temp;

    private static Room room;
    private static String axe = "";

    @BeforeAll
    static void open() throws IOException {
        room = Room.open(temp);
        try (InputStream script = AccessTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(java.util.Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        if (room != null) {
            room.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/games",
                "/a/wildfire-pool",
                "/a/wildfire-pool/missions/FIRE",
                "/a/wildfire-pool/missions/FIRE?mustNot=ELM",
                "/a/wildfire-pool/missions/FIRE/forks?fork=folder&fork=mustNot%3DELM",
                "/a/wildfire-pool/missions/FLOOD",
                "/a/wildfire-pool/problems",
                "/a/wales-2014/members",
                "/a/wales-2014/members/DEU",
                "/a/wales-2014/pools",
                "/a/wales-2014/pledge",
                "/a/wales-2014/burden",
                "/a/wales-2014/invest",
                "/a/wales-2014/lab",
                "/a/wales-2014/tables",
                "/a/wales-2014/tables/offers"
            })
    void breaksNoRuleOfAxe(String path) {
        look(room.address() + path);
    }

    /// Pages that are written as files.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan wildfire-pool FIRE",
                "share wildfire-pool FIRE",
                "why-not wildfire-pool FLOOD",
                "invest wildfire-pool",
                "burden wales-2014 --year 2014",
                "likely wales-2014 libya-2011",
                "pledge wales-2014 --paths 200"
            })
    void writtenPagesBreakNoneEither(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.set(1, temp.resolve(words.get(1)).toString());
        Path page = temp.resolve(words.getFirst() + ".html");
        words.addAll(List.of("--html", page.toString()));
        Room.muster(words.toArray(String[]::new));
        look(page.toUri().toString());
    }

    /// In light all rules; in dark, where the same elements have other colours, contrast.
    private static void look(String address) {
        Page page = room.page(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(address);
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate(axe);
        List<?> light = violations(page, "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']", "tag");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<?> dark = violations(page, "['color-contrast']", "rule");
        page.context().close();
        assertThat(light).as(address).isEmpty();
        assertThat(dark).as(address + " in dark").isEmpty();
    }

    private static List<?> violations(Page page, String rules, String kind) {
        return (List<?>) page.evaluate("() => axe.run({runOnly: {type: '" + kind + "', values: " + rules + "}})"
                + ".then(found => found.violations.map(one => one.id + ': ' + one.help + ' at '"
                + " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(' | ')))");
    }
}
