package org.muster.studytool.invest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.Bought;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.folder.BoughtFile;
import org.muster.folder.WholeFile;
import org.muster.input.Problem;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.invest.AskedPlan;
import org.muster.invest.Invest;
import org.muster.invest.InvestAnswer;
import org.muster.invest.InvestQuestion;
import org.muster.report.invest.InvestCsv;
import org.muster.report.invest.InvestJson;
import org.muster.report.invest.InvestPage;
import org.muster.report.invest.InvestText;
import org.muster.solve.SolveOptions;
import org.muster.terminal.FolderArgument;
import org.muster.terminal.FullFlag;
import org.muster.terminal.Interrupt;
import org.muster.terminal.KnownAtFlag;
import org.muster.terminal.PageFlag;
import org.muster.terminal.Phases;
import org.muster.terminal.PrintFlags;
import org.muster.terminal.ProgressFlag;
import org.muster.terminal.SolveFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster invest FOLDER`: which assets to hold in common, and which rules to ease.
@Command(
        name = "invest",
        description =
                "Which assets to hold in common and which rules to ease, so that missions can run whoever is willing.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster invest examples/wildfire-pool",
            "  muster invest examples/wales-2014 --explain USA",
            "  muster invest examples/wildfire-pool --budget 300000 --no-targets --frontier",
            "",
            "       muster invest [OPTIONS] FOLDER"
        },
        footer = {
            "",
            "Exit code: 0 what is asked is reached, 1 it cannot be (the smallest change under which it can is named),",
            "2 bad input. The folder's invest.yaml: docs/invest.md. JSON: docs/schema/invest.schema.json."
        })
public final class InvestCommand implements Callable<Integer> {
    private static final AskedPlan.Called AS_FLAGS = new AskedPlan.Called(name -> "--" + name.replace('_', '-'), " ");

    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Option(names = "--plan", paramLabel = "ID", description = "The plan of invest.yaml (default: the only one).")
    private @Nullable String plan;

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "What may be spent a year, in the folder's currency, instead of the plan's budget.")
    private @Nullable String budget;

    @Option(
            names = "--target",
            paramLabel = "MISSION=CHANCE",
            description =
                    "The chance that a mission has to reach, from 0 to 1, instead of the plan's. May be repeated.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--without-any",
            paramLabel = "MISSION=CHANCE",
            description = "The same without any one member. May be repeated.")
    private List<String> withoutAny = new ArrayList<>();

    @Option(
            names = "--losing-any",
            paramLabel = "MISSION=MEMBERS",
            description = "That a mission can run when any so many members stay at home. May be repeated.")
    private List<String> losingAny = new ArrayList<>();

    @Option(names = "--no-targets", description = "Ask for no chance: the fewest failures that the budget can buy.")
    private boolean noTargets;

    @Mixin
    private final KnownAtFlag knownAt = new KnownAtFlag();

    @Option(names = "--frontier", description = "Also what is best at every price.")
    private boolean frontier;

    @Option(
            names = "--who-pays",
            description =
                    "Also who pays the price by several rules, who would rather buy by themselves, and whether the"
                            + " purchase survives without each; where failures have a price.")
    private boolean whoPays;

    @Option(
            names = "--wait",
            description =
                    "Also what it is worth to buy a second time when it is known which world it is; where failures"
                            + " have a price.")
    private boolean waiting;

    @Option(
            names = "--at-once",
            description =
                    "Also with what chance every two missions whose days meet can run at once, nothing counted twice.")
    private boolean atOnce;

    @Option(
            names = "--explain",
            paramLabel = "WHAT",
            description = "A candidate: at which numbers it matters. A member: what frees each mission of it.")
    private @Nullable String explain;

    @Option(
            names = "--evaluate",
            paramLabel = "FILE",
            description = "Also hold what was really bought (a YAML file, see docs/invest.md) beside what is best.")
    private @Nullable Path evaluate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + InvestQuestion.SEED,
            description =
                    "Of the random numbers by which coalitions are drawn, where there are too many to look at (default:"
                            + " ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--csv", paramLabel = "FOLDER", description = "Also write tables as CSV into this folder.")
    private @Nullable Path csv;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Mixin
    private final FullFlag full = new FullFlag();

    @Mixin
    private final ProgressFlag progress = new ProgressFlag();

    @Mixin
    private final PageFlag page = new PageFlag();

    @Mixin
    private final SolveFlags flags = new SolveFlags();

    @Override
    public Integer call() throws IOException {
        InvestQuestion question = question(folder.read());
        SolveOptions solve = flags.options();
        return Interrupt.asking(solve.stop(), () -> answer(question, solve));
    }

    private int answer(InvestQuestion question, SolveOptions solve) throws IOException {
        InvestAnswer answer;
        try (Phases phases = progress.phases()) {
            answer = Invest.ask(question, solve, phases);
        }
        if (csv != null) {
            Files.createDirectories(csv);
            for (Map.Entry<String, String> table : InvestCsv.tables(answer).entrySet()) {
                WholeFile.write(csv.resolve(table.getKey()), table.getValue());
            }
        }
        page.write(() -> InvestPage.write(answer));
        printing.print(
                () -> InvestJson.write(answer),
                full.choose(screen -> InvestText.full(answer, screen), screen -> InvestText.summary(answer, screen)));
        return answer.outcome() == InvestAnswer.Outcome.MET ? 0 : 1;
    }

    private InvestQuestion question(Alliance alliance) {
        InvestPlan asked = new AskedPlan(
                        Optional.ofNullable(plan),
                        targets,
                        withoutAny,
                        losingAny,
                        noTargets,
                        Optional.ofNullable(budget))
                .of(alliance, AS_FLAGS);
        LocalDate ordered = AskedPlan.orderedOn(asked, knownAt.day(), AS_FLAGS);
        return new InvestQuestion(alliance, asked, ordered, besides(), what(alliance), bought(alliance), seed);
    }

    private Set<InvestQuestion.Besides> besides() {
        Set<InvestQuestion.Besides> besides = EnumSet.noneOf(InvestQuestion.Besides.class);
        if (frontier) {
            besides.add(InvestQuestion.Besides.FRONTIER);
        }
        if (whoPays) {
            besides.add(InvestQuestion.Besides.WHO_PAYS);
        }
        if (waiting) {
            besides.add(InvestQuestion.Besides.WAITING);
        }
        if (atOnce) {
            besides.add(InvestQuestion.Besides.AT_ONCE);
        }
        return besides;
    }

    private Optional<Bought> bought(Alliance alliance) {
        if (evaluate == null) {
            return Optional.empty();
        }
        BoughtFile.Read read = BoughtFile.read(evaluate, alliance);
        if (read.bought().isEmpty()) {
            throw new Refusal(
                    read.problems().stream().map(Problem::sentence).toList(), "nothing was evaluated: fix the file");
        }
        return read.bought();
    }

    private Optional<String> what(Alliance alliance) {
        if (explain == null) {
            return Optional.empty();
        }
        List<String> candidates = alliance.investments().candidates().stream()
                .map(InvestCandidate::id)
                .toList();
        if (!candidates.contains(explain) && alliance.member(explain).isEmpty()) {
            throw new Refusal("no candidate and no member is called \"" + Shown.plain(explain)
                    + "\". Candidates: " + String.join(", ", candidates) + ". Members: "
                    + String.join(", ", alliance.memberCodes()));
        }
        return Optional.of(explain);
    }
}
