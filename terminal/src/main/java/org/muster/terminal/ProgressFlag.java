package org.muster.terminal;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whether a command says on standard error what it is at.
public final class ProgressFlag {
    @Option(
            names = "--progress",
            description = "Say on standard error what is being worked out, also where that is no terminal.")
    private boolean progress;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /// Where the command says it, and whether it does.
    public Phases phases() {
        return new Phases(spec.commandLine().getErr(), isTold(), progress);
    }

    /// Whether the command says it.
    public boolean isTold() {
        return progress || Terminal.isWatched();
    }

    /// Whether it says so from the first moment on: where that was asked for.
    public boolean isAskedFor() {
        return progress;
    }
}
