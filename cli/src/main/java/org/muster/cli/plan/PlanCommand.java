package org.muster.cli.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.JointAnswer;
import org.muster.answer.PlanAnswer;
import org.muster.folder.WholeFile;
import org.muster.input.Refusal;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.ProofText;
import org.muster.plan.SavedPlan;
import org.muster.plan.together.JointPlan;
import org.muster.plan.together.Together;
import org.muster.report.plan.PlanCsv;
import org.muster.report.plan.PlanJson;
import org.muster.report.plan.PlanPage;
import org.muster.report.plan.PlanSummary;
import org.muster.report.plan.PlanText;
import org.muster.report.together.JointJson;
import org.muster.report.together.JointPage;
import org.muster.report.together.JointText;
import org.muster.solve.Check;
import org.muster.solve.SolveOptions;
import org.muster.terminal.FullFlag;
import org.muster.terminal.Interrupt;
import org.muster.terminal.MissionArguments;
import org.muster.terminal.PageFlag;
import org.muster.terminal.Phases;
import org.muster.terminal.PrintFlags;
import org.muster.terminal.ProgressFlag;
import org.muster.terminal.SolveFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `muster plan FOLDER MISSION`: who goes, with what, what is missing, what it costs, who pays.
@Command(
        name = "plan",
        description = "Plans a mission to a proven best coalition and shows who pays under every rule.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster plan examples/wales-2014 baltic-2015",
            "  muster plan examples/wales-2014 counter-is-2014 --html plan.html",
            "  muster plan examples/wildfire-pool FIRE --json > plan.json",
            "  muster plan examples/wales-2014 baltic-2015 counter-is-2014",
            "  muster plan my-alliance --all --from 2027-01-01 --to 2027-06-30",
            "",
            "       muster plan [OPTIONS] FOLDER MISSION..."
        },
        footer = {
            "",
            "Exit code: 0 covered, 1 waived (see --accept-waiver), gaps or refused, 2 bad input.",
            "Of several missions: 0 only where every one is covered.",
            "JSON: docs/schema/plan.schema.json; of several missions docs/schema/plans.schema.json."
        })
public final class PlanCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    private Path folder;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "MISSION",
            description =
                    "The mission's id, or several that are planned together; without it, the missions are listed.")
    private List<String> missions = List.of();

    @Mixin
    private final TogetherFlags together = new TogetherFlags();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Option(names = "--csv", paramLabel = "DIR", description = "Also write CSV tables into this folder.")
    private @Nullable Path csv;

    @Mixin
    private final FullFlag full = new FullFlag();

    @Mixin
    private final ProgressFlag progress = new ProgressFlag();

    @Mixin
    private final PageFlag page = new PageFlag();

    @Option(
            names = "--close-to",
            paramLabel = "PLAN",
            description = "Stay close to an earlier plan (its JSON), once cover and cost are at their best.")
    private @Nullable Path closeTo;

    @Option(names = "--export-mps", paramLabel = "FILE", description = "Also write the model for any other solver.")
    private @Nullable Path exportMps;

    @Option(
            names = "--proof",
            paramLabel = "FILE",
            description = "Also write the proof, for `muster verify-proof` or a checker of your own.")
    private @Nullable Path proof;

    @Mixin
    private final WaiverFlag waiver = new WaiverFlag();

    @Mixin
    private final SolveFlags flags = new SolveFlags();

    @Override
    public Integer call() throws IOException {
        return missions.size() > 1 || together.areGiven() ? together() : alone();
    }

    private int alone() throws IOException {
        MissionArguments.Found found = MissionArguments.find(folder, missions.isEmpty() ? null : missions.getFirst());
        if (proof != null && closeTo != null) {
            throw new Refusal("--proof and --close-to together: a proof is of the plan that the folder alone asks for. "
                    + "Leave one of them out");
        }
        Alliance alliance = found.alliance();
        try (Phases phases = progress.phases()) {
            phases.begin("planning the mission");
            SolveOptions solve = flags.options(phases, alliance.currency()).with(check());
            return Interrupt.asking(
                    solve.stop(), () -> plan(alliance, found.mission(), new PlanOptions(solve, earlier()), phases));
        }
    }

    private int together() throws IOException {
        if (closeTo != null || exportMps != null) {
            throw new Refusal(
                    "--close-to and --export-mps are for one mission alone. Leave them out, or name one mission");
        }
        TogetherFlags.Asked asked = together.find(folder, missions);
        Alliance alliance = asked.alliance();
        try (Phases phases = progress.phases()) {
            phases.begin("planning the missions together");
            SolveOptions solve = flags.options(phases, alliance.currency()).with(check());
            return Interrupt.asking(solve.stop(), () -> {
                Together.Proven proven = Together.proven(alliance, asked.missions(), asked.given(), solve);
                JointPlan plan = proven.plan();
                phases.begin("sharing the bills");
                JointAnswer report = JointAnswer.of(alliance, asked.missions(), plan);
                if (csv != null) {
                    for (PlanAnswer one : report.reports()) {
                        PlanFiles.write(
                                PlanCsv.tables(one), csv.resolve(one.mission().id()));
                    }
                }
                page.write(() -> JointPage.write(report));
                writeProof(proven.proof());
                phases.end();
                printing.print(
                        () -> JointJson.write(report),
                        full.choose(
                                screen -> JointText.full(report, screen), screen -> JointText.summary(report, screen)));
                return plan.plans().stream().mapToInt(waiver::exitCode).max().orElse(0);
            });
        }
    }

    private Check check() {
        return proof == null ? Check.CERTIFIED : Check.WRITTEN;
    }

    private void writeProof(Optional<String> text) throws IOException {
        if (proof == null) {
            return;
        }
        if (text.isEmpty()) {
            throw new Refusal("the plan was not proven in the time allowed, so there is no proof to write to " + proof
                    + ". Allow more with --seconds");
        }
        WholeFile.write(proof, text.get());
    }

    private Optional<SavedPlan> earlier() throws IOException {
        return closeTo == null ? Optional.empty() : Optional.of(PlanFiles.read(closeTo));
    }

    private int plan(Alliance alliance, Mission wanted, PlanOptions options, Phases phases) throws IOException {
        Planner.Solved solved = Planner.solved(alliance, wanted, options);
        Plan plan = solved.plan();
        phases.begin("sharing the bill");
        PlanAnswer report = PlanAnswer.of(alliance, wanted, plan);
        if (csv != null) {
            PlanFiles.write(PlanCsv.tables(report), csv);
        }
        page.write(() -> PlanPage.write(report));
        writeProof(ProofText.write(solved));
        if (exportMps != null) {
            WholeFile.write(exportMps, Planner.mps(solved));
        }
        phases.end();
        printing.print(
                () -> PlanJson.write(report),
                full.choose(screen -> PlanText.write(report, screen), screen -> PlanSummary.write(report, screen)));
        return waiver.exitCode(plan);
    }
}
