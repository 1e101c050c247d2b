package org.muster.cli;

import java.io.PrintWriter;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muster.cli.report.Screen;
import picocli.CommandLine.Option;

/// How a command prints what it found: as JSON or as text, with or without colour.
public final class PrintFlags {
    @Option(names = "--json", description = "Print as JSON.")
    private boolean json;

    @Option(names = "--plain", description = "No colour, whatever the terminal.")
    private boolean plain;

    /// Prints the form that was asked for; the other one is not made.
    public void print(PrintWriter out, Supplier<String> asJson, Function<Screen, String> asText) {
        out.print(json ? asJson.get() : asText.apply(Terminal.screen(plain)));
        out.flush();
    }
}
