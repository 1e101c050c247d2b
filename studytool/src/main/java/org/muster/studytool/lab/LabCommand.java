package org.muster.studytool.lab;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `muster lab`: which reform would help, in which futures, and who would still go.
@Command(
        name = "lab",
        description =
                "Crosses reforms with futures on the planner: which is best how often, where each fails, who goes.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LabRunCommand.class,
            LabResumeCommand.class,
            LabExtendCommand.class,
            LabCompareCommand.class,
            LabDiscoverCommand.class,
            LabMattersCommand.class,
            LabShowCommand.class,
            LabCheckCommand.class
        },
        customSynopsis = {
            "",
            "  muster lab run examples/wales-2014 --reforms as-was,bigger-pool --futures 1000 --seed 1 --out STUDY",
            "  muster lab compare STUDY",
            "  muster lab discover STUDY --reform as-was --fails failed>4",
            "",
            "       muster lab COMMAND ..."
        },
        footer = {
            "",
            "Exit code: 0 done, 1 a threshold is not met, 2 bad input, 74 cannot read or write (resume goes on).",
            "docs/lab.md says what is computed, and what is not."
        })
public final class LabCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
