package org.muster.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/// Whether a command says on standard error what it is at.
public final class ProgressFlag {
    @Option(
            names = "--progress",
            description = "Say on standard error what is being worked out, also where that is no terminal.")
    private boolean progress;

    /// Where the command says it, and whether it does.
    public Phases phases(PrintWriter err) {
        return new Phases(err, isTold());
    }

    /// Whether the command says it.
    public boolean isTold() {
        return progress || Terminal.isWatched();
    }
}
