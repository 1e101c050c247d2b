package org.muster.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/// A process that starts a standalone master with workers on this machine, says on its standard output where the master
/// listens, and ends all of them when its standard input ends: they do not outlive the command that asked for them.
public final class StandaloneProcess {
    private StandaloneProcess() {}

    /// Runs it.
    ///
    /// @param args a folder for logs and copies, and how many workers, each with one core
    public static void main(String[] args) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = System.out;
        System.setOut(System.err);
        try (Standalone cluster = Standalone.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
            out.println(cluster.url());
            out.flush();
            while (System.in.read() >= 0) {
                // nothing is to be said
            }
        }
        System.exit(0);
    }
}
