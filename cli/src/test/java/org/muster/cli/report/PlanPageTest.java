package org.muster.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.folder.AllianceFolder;
import org.muster.alliance.mission.Mission;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;

class PlanPageTest {
    private static final Path ROOT = Path.of(System.getProperty("muster.root"));

    private static String page(String folder, String missionId) {
        Alliance alliance = AllianceFolder.read(ROOT.resolve("examples/" + folder))
                .alliance()
                .orElseThrow();
        Mission mission = alliance.mission(missionId).orElseThrow();
        return PlanPage.write(
                PlanReport.of(alliance, mission, Planner.plan(alliance, mission, PlanOptions.defaults())));
    }

    private static Optional<String> browser() {
        return List.of("chromium", "chromium-browser", "google-chrome").stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    @Test
    void askNothingOfTheNetwork() {
        assertThat(page("wales-2014", "baltic-2015"))
                .doesNotContain("src=\"http")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("fetch(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1280,900", "390,844"})
    void showsWhoGoesTheTimelineAndWhoPaysInABrowser(String window, @TempDir Path temp)
            throws IOException, InterruptedException {
        Optional<String> browser = browser();
        assumeTrue(browser.isPresent(), "no Chromium on this machine: the page is not looked at in a browser");
        Path file = Files.writeString(temp.resolve("plan.html"), page("wales-2014", "baltic-2015"));
        Path dom = temp.resolve("dom.html");
        Path log = temp.resolve("log.txt");
        Process chromium = new ProcessBuilder(
                        browser.get(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--enable-logging=stderr",
                        "--v=0",
                        "--user-data-dir=" + temp.resolve("profile"),
                        "--window-size=" + window,
                        "--virtual-time-budget=3000",
                        "--dump-dom",
                        file.toUri() + "#why=agreed-key,DEU")
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(chromium.waitFor(90, TimeUnit.SECONDS)).isTrue();
        String shown = Files.readString(dom);
        assertThat(shown)
                .contains("data-shown=\"lie-where-they-fall\"")
                .contains("class=\"bar\"")
                .contains("class=\"land goes\"")
                .contains("class=\"timeline\"")
                .contains("Illustrative")
                .contains("data-explains=\"agreed-key DEU\"")
                .contains("share of DEU in key")
                .containsPattern("data-lines=\"[1-9][0-9]*\"");
        assertThat(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)).doesNotContain("CONSOLE");
    }

    @Test
    void anAllianceThatIsNoStatesHasNoMap() {
        assertThat(page("wildfire-pool", "FIRE"))
                .doesNotContain("class=\"map\"")
                .contains("class=\"timeline\"");
    }
}
