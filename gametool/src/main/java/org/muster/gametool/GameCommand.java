package org.muster.gametool;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `muster game ...`: cooperative games from files.
@Command(
        name = "game",
        description = "Solves cooperative games: who pays, who is pivotal, who would rather leave.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SolveCommand.class,
            CheckCommand.class,
            PowerCommand.class,
            StructureCommand.class,
            GamesBenchCommand.class,
        },
        synopsisSubcommandLabel = "COMMAND")
public final class GameCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
