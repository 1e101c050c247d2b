package org.muster.terminal;

import java.util.function.Function;
import org.muster.report.write.Screen;
import picocli.CommandLine.Option;

/// How much of a report is printed as text: what fits a screen, or all.
public final class FullFlag {
    @Option(names = "--full", description = "Print the whole report, not only what fits a screen.")
    private boolean full;

    /// The text that was asked for.
    public Function<Screen, String> choose(Function<Screen, String> whole, Function<Screen, String> summary) {
        return full ? whole : summary;
    }
}
