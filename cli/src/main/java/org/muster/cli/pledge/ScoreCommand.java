package org.muster.cli.pledge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.cli.Folders;
import org.muster.cli.PrintFlags;
import org.muster.pledge.forecast.Method;
import org.muster.pledge.score.RollingOrigins;
import org.muster.pledge.score.ScoreCard;
import org.muster.report.pledge.ScoreJson;
import org.muster.report.pledge.ScoreText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Option(names = "--forms", description = "Scores all forms of the forecast that were tried as well.")
    private boolean forms;

    @Mixin
    private final PledgeFlags flags = new PledgeFlags();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<PledgeFlags.Asked> asked = flags.ask(folder, err);
        if (asked.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        ScoreCard card = RollingOrigins.score(
                asked.get().alliance(),
                asked.get().pledge(),
                asked.get().knowledge(),
                flags.replacement(),
                forms ? EnumSet.allOf(Method.class) : EnumSet.copyOf(Method.MAIN));
        printing.print(
                spec.commandLine().getOut(), () -> ScoreJson.write(card), screen -> ScoreText.write(card, screen));
        return 0;
    }
}
