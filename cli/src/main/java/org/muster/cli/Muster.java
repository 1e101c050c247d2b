package org.muster.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `muster`.
@Command(
        name = "muster",
        description = "Plans a coalition from an alliance's common toolbox, shares its bill, and says why.",
        mixinStandardHelpOptions = true,
        version = "muster 0.1.0",
        subcommands = {
            org.muster.cli.plan.PlanCommand.class,
            org.muster.cli.plan.WhyNotCommand.class,
            org.muster.cli.plan.DiffCommand.class,
            org.muster.cli.folder.CheckCommand.class,
            org.muster.cli.folder.NewCommand.class,
            picocli.AutoComplete.GenerateCompletion.class,
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Muster implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Runs the command line and leaves with its exit code: 0 done, 1 refused or gaps, 2 bad input.
    public static void main(String[] args) {
        System.exit(new CommandLine(new Muster()).execute(args));
    }
}
