package org.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.PlanAnswer;
import org.muster.answer.ShareAnswer;
import org.muster.answer.Telling;
import org.muster.folder.AllianceFolder;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.known.Knowledge;
import org.muster.report.plan.PlanJson;
import org.muster.report.pledge.PledgeJson;
import org.muster.report.share.ShareJson;
import org.muster.share.rule.Rules;
import org.muster.solve.SolveOptions;

/// A second face: the examples' answers, asked and written without a terminal. The golden files are those that the
/// commands print (`SameBytesTest` of `cli`).
class SecondFaceTest {
    private static final Path ROOT = Path.of(System.getProperty("muster.root"));

    @ParameterizedTest
    @CsvSource({"wildfire-pool, FIRE", "wildfire-pool, HEAT", "wales-2014, baltic-2015", "wales-2014, libya-2011"})
    void plansAMission(String folder, String id) throws IOException {
        Alliance alliance = alliance(folder);
        Mission mission = alliance.mission(id).orElseThrow();
        PlanOptions options = new PlanOptions(SolveOptions.defaults(), Optional.empty());
        isSame(
                "plan-" + id + ".json",
                PlanJson.write(PlanAnswer.of(alliance, mission, Planner.plan(alliance, mission, options))));
    }

    @ParameterizedTest
    @CsvSource({"wildfire-pool, FIRE", "wales-2014, baltic-2015"})
    void sharesABill(String folder, String id) throws IOException {
        Alliance alliance = alliance(folder);
        isSame(
                "share-" + id + ".json",
                ShareJson.write(ShareAnswer.of(
                        alliance,
                        alliance.mission(id).orElseThrow(),
                        Rules.of(alliance.sharing()),
                        Optional.empty(),
                        SolveOptions.defaults(),
                        Telling.nobody())));
    }

    @Test
    void judgesAPledge() throws IOException {
        Alliance alliance = alliance("wales-2014");
        Knowledge knowledge = Knowledge.at(alliance, LocalDate.of(2024, 6, 30), Knowledge.Replacement.STAND_INS);
        isSame(
                "pledge-wales-2014.json",
                PledgeJson.write(
                        PledgeReport.of(alliance, alliance.pledges().getFirst(), Optional.empty(), knowledge, 1000, 1),
                        Optional.empty()));
    }

    private static Alliance alliance(String folder) {
        return AllianceFolder.read(ROOT.resolve("examples").resolve(folder))
                .alliance()
                .orElseThrow();
    }

    private static void isSame(String name, String text) throws IOException {
        Path golden = ROOT.resolve("report/src/test/golden").resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
