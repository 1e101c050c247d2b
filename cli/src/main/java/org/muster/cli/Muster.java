package org.muster.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muster.cli.burden.BurdenCommand;
import org.muster.cli.folder.CheckCommand;
import org.muster.cli.folder.ExportCommand;
import org.muster.cli.folder.ImportCommand;
import org.muster.cli.folder.NewCommand;
import org.muster.cli.folder.ShowCommand;
import org.muster.cli.key.KeyCommand;
import org.muster.cli.plan.DiffCommand;
import org.muster.cli.plan.PlanCommand;
import org.muster.cli.plan.VerifyProofCommand;
import org.muster.cli.plan.WhyNotCommand;
import org.muster.cli.pledge.LikelyCommand;
import org.muster.cli.pledge.PledgeCommand;
import org.muster.cli.serve.ServeCommand;
import org.muster.cli.share.ShareCommand;
import org.muster.gametool.GameCommand;
import org.muster.gametool.GamesBenchCommand;
import org.muster.studytool.invest.InvestCommand;
import org.muster.studytool.lab.LabCommand;
import org.muster.terminal.Failure;
import org.muster.terminal.Interrupt;
import org.muster.terminal.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `muster`.
@Command(
        name = "muster",
        description = "Plans a coalition from an alliance's common toolbox, shares its bill, and says why.",
        mixinStandardHelpOptions = true,
        version = "muster 0.1.0",
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
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static final List<Class<?>> COMMANDS = List.of(
            PlanCommand.class,
            VerifyProofCommand.class,
            WhyNotCommand.class,
            DiffCommand.class,
            ShareCommand.class,
            InvestCommand.class,
            LabCommand.class,
            ServeCommand.class,
            KeyCommand.class,
            BurdenCommand.class,
            PledgeCommand.class,
            LikelyCommand.class,
            GameCommand.class,
            CheckCommand.class,
            ShowCommand.class,
            NewCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            CompletionCommand.class,
            BenchCommand.class);

    /// The command line for these arguments. Only commands that they name know their options, the others only what the
    /// help of `muster` says about them: reading all options takes a third of a short command's time. What the
    /// environment refuses (disk full, no such folder to write to) is told in a sentence, with exit code 74; a mistake
    /// of the program itself shows where it happened, with exit code 70.
    public static CommandLine commandLineFor(String... args) {
        Set<String> words = new HashSet<>(Arrays.asList(args));
        boolean all = words.contains(nameOf(CompletionCommand.class));
        CommandLine commands = new CommandLine(new Muster());
        for (Class<?> command : COMMANDS) {
            String name = nameOf(command);
            commands.addSubcommand(name, all || words.contains(name) ? whole(command) : title(command));
        }
        return Words.readBy(commands)
                .setExecutionExceptionHandler((failure, command, parsed) -> Failure.tell(failure, command.getErr()));
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static CommandLine whole(Class<?> command) {
        CommandLine whole = new CommandLine(command);
        return command == BenchCommand.class
                ? whole.addSubcommand("games", new CommandLine(new GamesBenchCommand()).setCommandName("games"))
                : whole;
    }

    private static CommandLine title(Class<?> command) {
        Command said = command.getAnnotation(Command.class);
        CommandLine.Model.CommandSpec title = CommandLine.Model.CommandSpec.create();
        title.usageMessage().header(said.header()).description(said.description());
        return new CommandLine(title);
    }

    /// Runs the command line and leaves with its exit code: 0 done, 1 refused or gaps, 2 bad input.
    public static void main(String[] args) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(Interrupt.during(err, () -> run(out, System.out.charset(), err, args)));
    }

    /// Runs the command line.
    ///
    /// Numbers and words are the same whatever language the machine speaks. What ends a command from outside (no
    /// memory, an output that cannot be written) is told in a sentence.
    ///
    /// @return the exit code
    static int run(OutputStream to, Charset charset, PrintWriter err, String... args) {
        Locale.setDefault(Locale.ROOT);
        StandardOutput output = new StandardOutput(to);
        PrintWriter out = new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(output, 1 << 16), charset));
        int code;
        try {
            code = commandLineFor(args).setOut(out).setErr(err).execute(args);
        } catch (Error outside) {
            code = Failure.tell(outside, err);
        }
        out.flush();
        if (output.failure().isPresent()) {
            if (!output.isLeft()) {
                err.println("muster: standard output cannot be written: "
                        + output.failure().get().getMessage() + ".");
            }
            code = Failure.REFUSED_BY_MACHINE;
        }
        err.flush();
        return code;
    }
}
