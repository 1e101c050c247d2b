package org.muster.cli.key;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `muster key ...`: how keys come about.
@Command(
        name = "key",
        description = "Works out keys from figures or other keys, and says why a share is what it is.",
        mixinStandardHelpOptions = true,
        subcommands = {KeyComputeCommand.class, KeyRescaleCommand.class, KeyAccedeCommand.class, KeyExplainCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class KeyCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
