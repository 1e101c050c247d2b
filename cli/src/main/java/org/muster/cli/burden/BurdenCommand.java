package org.muster.cli.burden;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import org.muster.alliance.Alliance;
import org.muster.report.burden.BurdenJson;
import org.muster.report.burden.BurdenSummary;
import org.muster.report.burden.BurdenText;
import org.muster.share.burden.BurdenReport;
import org.muster.terminal.FolderArgument;
import org.muster.terminal.FullFlag;
import org.muster.terminal.KnownAtFlag;
import org.muster.terminal.PageFlag;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster burden FOLDER --year Y`: who carries, by many measures, each with its sensitivity.
@Command(
        name = "burden",
        description = "Who carries and who rides free, by many measures, with what each depends on.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster burden examples/wales-2014 --year 2014",
            "  muster burden examples/wales-2014 --year 2014 --known-at 2019-12-31 --json",
            "",
            "       muster burden [OPTIONS] FOLDER"
        },
        footer = {
            "",
            "There is no single verdict: measures, releases and members left out give other answers.",
            "Exit code: 0 done, 2 bad input.",
            "JSON: docs/schema/burden.schema.json."
        })
public final class BurdenCommand implements Callable<Integer> {
    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Option(names = "--year", required = true, paramLabel = "Y", description = "Year that the figures are for.")
    private int year;

    @Mixin
    private final KnownAtFlag knownAt = new KnownAtFlag();

    @Option(
            names = "--target",
            paramLabel = "PERCENT",
            defaultValue = "2",
            description = "Defence in percent of GDP to measure against (default: ${DEFAULT-VALUE}).")
    private BigDecimal target;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of resamples and weights (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Mixin
    private final FullFlag full = new FullFlag();

    @Mixin
    private final PageFlag page = new PageFlag();

    @Override
    public Integer call() throws IOException {
        Alliance alliance = folder.read();
        BurdenReport report = BurdenReport.of(alliance, year, knownAt.dayOrLast(), target, seed);
        page.write(() -> BurdenText.page(alliance, report));
        printing.print(
                () -> BurdenJson.write(alliance, report),
                full.choose(
                        screen -> BurdenText.write(alliance, report, screen),
                        screen -> BurdenSummary.write(alliance, report, screen)));
        return 0;
    }
}
