package org.muster.cli.pledge;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.muster.pledge.forecast.ForecastMethod;
import org.muster.pledge.score.RollingOrigins;
import org.muster.pledge.score.ScoreCard;
import org.muster.report.pledge.ScoreJson;
import org.muster.report.pledge.ScoreText;
import org.muster.terminal.FolderArgument;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster pledge score FOLDER`: how good the forecasts would have been, good or bad.
@Command(
        name = "score",
        description = "Forecasts again at every anniversary with what was known then, and scores it against what came.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster pledge score examples/wales-2014",
            "  muster pledge score examples/wales-2014 --forms",
            "  muster pledge score examples/wales-2014 --no-stand-ins --json",
            "",
            "       muster pledge score [OPTIONS] FOLDER"
        },
        footer = {"", "--known-at is the day on which what came is known. Exit code: 0 done, 2 bad input."})
public final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Option(names = "--forms", description = "Scores all forms of the forecast that were tried as well.")
    private boolean forms;

    @Mixin
    private final PledgeFlags flags = new PledgeFlags();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() {
        PledgeFlags.Asked asked = flags.ask(folder.read());
        ScoreCard card = RollingOrigins.score(
                asked.alliance(),
                asked.pledge(),
                asked.knowledge(),
                flags.replacement(),
                forms ? EnumSet.allOf(ForecastMethod.class) : EnumSet.copyOf(ForecastMethod.MAIN));
        printing.print(() -> ScoreJson.write(card), screen -> ScoreText.write(card, screen));
        return 0;
    }
}
