package org.muster.cli.pledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.folder.WholeFile;
import org.muster.input.Refusal;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.PledgeStory;
import org.muster.pledge.forecast.Forecasts;
import org.muster.report.pledge.PledgeCsv;
import org.muster.report.pledge.PledgeJson;
import org.muster.report.pledge.PledgePage;
import org.muster.report.pledge.PledgeSummary;
import org.muster.report.pledge.PledgeText;
import org.muster.terminal.FullFlag;
import org.muster.terminal.PageFlag;
import org.muster.terminal.Phases;
import org.muster.terminal.PrintFlags;
import org.muster.terminal.ProgressFlag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `muster pledge FOLDER`: where a pledge stands, as it was known on any day, and the chance that it is met.
@Command(
        name = "pledge",
        description =
                "Says for every member where a pledge stands, as known on any day, and the chance that it is met.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {HistoryCommand.class, ScoreCommand.class, LedgerCommand.class},
        customSynopsis = {
            "",
            "  muster pledge examples/wales-2014 --year 2024 --known-at 2024-06-30",
            "  muster pledge examples/wales-2014 --known-at 2014-09-05 --html pledge.html",
            "  muster pledge history examples/wales-2014 POL",
            "",
            "       muster pledge [OPTIONS] FOLDER",
            "       muster pledge COMMAND ..."
        },
        footer = {"", "Exit code: 0 done, 2 bad input."})
public final class PledgeCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The folder that holds alliance.yaml.")
    private @Nullable Path folder;

    @Mixin
    private final PledgeFlags flags = new PledgeFlags();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Mixin
    private final FullFlag full = new FullFlag();

    @Mixin
    private final ProgressFlag progress = new ProgressFlag();

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "The year asked for (default: the latest with a figure).")
    private @Nullable Integer year;

    @Option(names = "--member", paramLabel = "CODE", description = "One member only, in full.")
    private @Nullable String member;

    @Option(names = "--csv", paramLabel = "FILE", description = "Also write a CSV table, with its metadata beside it.")
    private @Nullable Path csv;

    @Mixin
    private final PageFlag page = new PageFlag();

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of the paths that are drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--paths",
            defaultValue = "10000",
            description = "Paths drawn a member (default: ${DEFAULT-VALUE}).")
    private int paths = Forecasts.Settings.USUAL_PATHS;

    @Override
    public Integer call() throws IOException {
        PledgeFlags.Asked asked = flags.ask(PledgeFlags.folder(folder));
        if (paths < 1 || paths > 1_000_000) {
            throw new Refusal("--paths is from 1 to 1,000,000");
        }
        if (year != null && (year < 1800 || year > 2200)) {
            throw new Refusal("--year is from 1800 to 2200");
        }
        PledgeReport report;
        try (Phases phases = progress.phases()) {
            phases.begin("drawing what may become of the pledge, member by member");
            report = PledgeReport.of(
                    asked.alliance(), asked.pledge(), Optional.ofNullable(year), asked.knowledge(), paths, seed);
        }
        Optional<String> only = Optional.ofNullable(member);
        if (only.isPresent()
                && report.standings().members().stream()
                        .noneMatch(standing -> standing.member().equals(only.get()))) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "%s had not made the pledge %s by the end of %d, as known on %s",
                    only.get(),
                    report.pledge().id(),
                    report.standings().year(),
                    report.knowledge().day()));
        }
        if (csv != null) {
            WholeFile.write(csv, PledgeCsv.table(report));
            String name = String.valueOf(csv.getFileName());
            WholeFile.write(csv.resolveSibling(name + "-metadata.json"), PledgeCsv.metadata(report, name));
        }
        page.write(() -> PledgePage.write(PledgeStory.of(report, flags.replacement(), paths, seed)));
        printing.print(
                () -> PledgeJson.write(report, only),
                full.choose(
                        screen -> PledgeText.write(report, only, screen),
                        screen -> only.isPresent()
                                ? PledgeText.write(report, only, screen)
                                : PledgeSummary.write(report, screen)));
        return 0;
    }
}
