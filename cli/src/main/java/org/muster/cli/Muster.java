package org.muster.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.muster.cli.game.GamesBenchCommand;
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
            org.muster.cli.share.ShareCommand.class,
            org.muster.cli.key.KeyCommand.class,
            org.muster.cli.burden.BurdenCommand.class,
            org.muster.cli.pledge.PledgeCommand.class,
            org.muster.cli.pledge.LikelyCommand.class,
            org.muster.cli.game.GameCommand.class,
            org.muster.cli.folder.CheckCommand.class,
            org.muster.cli.folder.NewCommand.class,
            picocli.AutoComplete.GenerateCompletion.class,
        },
        customSynopsis = {
            "",
            "  muster plan examples/wales-2014 baltic-2015",
            "  muster why-not examples/wales-2014 libya-2011",
            "  muster share examples/wales-2014 counter-is-2014",
            "  muster pledge examples/wales-2014 --known-at 2024-06-30",
            "  muster check examples/wildfire-pool",
            "",
            "       muster [-hV] COMMAND"
        },
        footer = {
            "",
            "Each command has its own --help. Exit code: 0 done, 1 gaps, refused or different, 2 bad input,",
            "70 a mistake in muster, 74 cannot read or write."
        })
public final class Muster implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// The command line with all its commands. What the environment refuses (disk full, no such folder to write to) is
    /// told in a sentence, with exit code 74; a mistake of the program itself shows where it happened, with exit code
    /// 70.
    public static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Muster());
        commands.addSubcommand(new CommandLine(new BenchCommand())
                .addSubcommand("games", new CommandLine(new GamesBenchCommand()).setCommandName("games")));
        return commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IOException || failure instanceof UncheckedIOException) {
                command.getErr().println("muster: cannot read or write: " + failure.getMessage() + ".");
                return 74;
            }
            failure.printStackTrace(command.getErr());
            command.getErr().println("muster: this is a mistake in muster itself, not in your input.");
            return 70;
        });
    }

    /// Runs the command line and leaves with its exit code: 0 done, 1 refused or gaps, 2 bad input.
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
