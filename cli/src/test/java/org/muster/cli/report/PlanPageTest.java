package org.muster.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Examples.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.PlanAnswer;
import org.muster.cli.Browser;
import org.muster.folder.AllianceFolder;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.report.plan.PlanPage;

class PlanPageTest {
    private static String page(String folder, String missionId) {
        Alliance alliance = AllianceFolder.read(ROOT.resolve("examples/" + folder))
                .alliance()
                .orElseThrow();
        Mission mission = alliance.mission(missionId).orElseThrow();
        return PlanPage.write(
                PlanAnswer.of(alliance, mission, Planner.plan(alliance, mission, PlanOptions.defaults())));
    }

    @Test
    void askNothingOfTheNetwork() {
        assertThat(page("wales-2014", "baltic-2015"))
                .doesNotContain("src=\"http")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("fetch(");
    }

    /// On a phone the chart of two rules is as wide as the screen, with codes for names.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1280,900; 860; >Germany</text>.*[0-9.]+[km] \u2192 [0-9.]+[km]<",
                "390,844; 358; >DEU</text>.*[0-9.]+[km] \u2192 "
            })
    void showsWhoGoesTheTimelineAndWhoPaysInABrowser(String window, String width, String words, @TempDir Path temp)
            throws IOException, InterruptedException {
        Path file = Files.writeString(temp.resolve("plan.html"), page("wales-2014", "baltic-2015"));
        String shown = Browser.show(file.toUri() + "#why=agreed-key,DEU", window, temp);
        assertThat(shown)
                .contains("data-shown=\"lie-where-they-fall\"")
                .contains("class=\"bar\"")
                .contains("class=\"land goes\"")
                .contains("class=\"timeline\"")
                .contains("Illustrative")
                .contains("data-explains=\"agreed-key DEU\"")
                .contains("share of DEU in key")
                .containsPattern("data-lines=\"[1-9][0-9]*\"")
                .contains("viewBox=\"0 0 " + width + " ")
                .containsPattern(words);
    }

    @Test
    void anAllianceThatIsNoStatesHasNoMap() {
        assertThat(page("wildfire-pool", "FIRE"))
                .doesNotContain("class=\"map\"")
                .contains("class=\"timeline\"");
    }

    /// Of the 108 days of the mission the attack takes the first 16, the recovery the last 72.
    @Test
    void aBarStandsOverTheDaysOfItsPhaseAndIsFilledAsFarAsItIsCovered() {
        assertThat(page("wildfire-pool", "FIRE"))
                .contains("<span>crews</span><span>18 / 18</span><div class=\"track\">"
                        + "<i class=\"open\" style=\"left:0.00%;width:14.81%\"><b style=\"width:100.00%\">")
                .contains("<span>replant</span><span>7 / 7</span><div class=\"track\">"
                        + "<i class=\"open\" style=\"left:33.33%;width:66.67%\">");
        assertThat(page("wales-2014", "libya-2011"))
                .contains("<span>advise</span><span>0 / 120</span><div class=\"track\">"
                        + "<i class=\"gap\" style=\"left:37.01%;width:62.99%\"><b style=\"width:0.00%\">");
    }
}
