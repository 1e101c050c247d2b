package org.muster.cli;

import org.muster.cli.plan.BenchAtlasCommand;
import org.muster.cli.plan.BenchPlanCommand;
import org.muster.cli.pledge.BenchPledgeCommand;
import org.muster.cli.serve.BenchServeCommand;
import org.muster.studytool.invest.BenchInvestCommand;
import org.muster.studytool.lab.BenchLabCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `muster bench ...`: measures beside a limit or a rival in the same run.
@Command(
        name = "bench",
        description = "Measures Muster beside a limit or a rival in the same run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchPlanCommand.class,
            BenchAtlasCommand.class,
            BenchPledgeCommand.class,
            BenchInvestCommand.class,
            BenchLabCommand.class,
            BenchServeCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
