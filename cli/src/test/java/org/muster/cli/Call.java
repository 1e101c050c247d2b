package org.muster.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// What a call of the command line came to.
///
/// @param code the exit code
/// @param out  what it printed
/// @param err  what it complained about
public record Call(int code, String out, String err) {
    /// Runs the command line in this very process.
    public static Call muster(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Muster.commandLineFor(args).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(args);
        return new Call(code, out.toString(), err.toString());
    }
}
