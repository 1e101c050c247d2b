package org.muster.cli.folder;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muster.folder.AllianceFolder;
import org.muster.folder.Reading;
import org.muster.input.Counted;
import org.muster.report.folder.CheckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster check FOLDER`: every mistake in a folder at once, or one line on what it holds.
@Command(
        name = "check",
        description = "Reads an alliance folder and says everything that is wrong with it.",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "",
            "  muster check examples/wales-2014",
            "  muster check --json my-alliance > problems.json",
            "",
            "       muster check [--json] [--strict] FOLDER"
        },
        footer = {
            "",
            "Sentences go to standard error as FILE:LINE:COLUMN: what is wrong. What would be right.",
            "In a table COLUMN is the number of the field, in YAML and JSON that of the character.",
            "A warning is about what may be meant, and may as well be a mistake; --strict makes it a problem.",
            "Exit code: 0 nothing is wrong, 2 something is."
        })
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    private Path folder;

    @Option(names = "--json", description = "Print the problems on standard output as JSON.")
    private boolean json;

    @Option(names = "--strict", description = "Take warnings as problems.")
    private boolean strict;

    @Override
    public Integer call() {
        Reading read = AllianceFolder.read(folder);
        Reading reading = strict ? read.strict() : read;
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) {
            out.print(CheckReport.json(folder.toString(), reading));
        } else {
            reading.problems().forEach(problem -> err.println(problem.sentence()));
            reading.warnings().forEach(warning -> err.println(warning.sentence("warning: ")));
            reading.alliance()
                    .ifPresent(alliance -> out.println(
                            CheckReport.summary(alliance, reading.warnings().size())));
            if (!reading.problems().isEmpty()) {
                err.println(Counted.of(reading.problems().size(), "problems"));
            }
        }
        out.flush();
        err.flush();
        return reading.problems().isEmpty() ? 0 : 2;
    }
}
