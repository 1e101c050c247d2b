package org.muster.terminal;

import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muster.report.write.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a command prints what it found: as JSON or as text, how wide, with or without colour.
public final class PrintFlags {
    private static final int MOST_WIDTH = 9999;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print as JSON.")
    private boolean json;

    @Option(names = "--plain", description = "No colour, whatever the terminal.")
    private boolean plain;

    private OptionalInt width = OptionalInt.empty();

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Characters a line of text (default: as wide as the terminal).")
    void width(int characters) {
        if (characters < Screen.LEAST_WIDTH || characters > MOST_WIDTH) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--width is from " + Screen.LEAST_WIDTH + " to " + MOST_WIDTH + ", not " + characters);
        }
        width = OptionalInt.of(characters);
    }

    /// Prints the form that was asked for; the other one is not made.
    public void print(Supplier<String> asJson, Function<Screen, String> asText) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? asJson.get() : asText.apply(Terminal.screen(plain, width)));
        out.flush();
    }
}
