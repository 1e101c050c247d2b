package org.muster.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.muster.input.Refusal;
import org.muster.input.Shown;

/// What ends a command that is no answer: told in one sentence where the machine refuses, with its place where it is a
/// mistake of the program.
public final class Failure {
    /// The exit code for bad input.
    public static final int BAD_INPUT = 2;
    /// The exit code where the machine refuses something.
    public static final int REFUSED_BY_MACHINE = 74;
    /// The exit code for a mistake of the program.
    public static final int MISTAKE = 70;

    private Failure() {}

    /// Tells it on `err`.
    ///
    /// @return the exit code for it
    public static int tell(Throwable failure, PrintWriter err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return badInput(refusal, err);
            }
            if (cause instanceof OutOfMemoryError) {
                return refused(
                        err,
                        String.format(
                                Locale.ROOT,
                                "this takes more memory than the %d MB that are allowed. Ask for less, or allow more, for example"
                                        + " with JAVA_TOOL_OPTIONS=-Xmx8g",
                                Runtime.getRuntime().maxMemory() >> 20));
            }
            if (cause instanceof UnsatisfiedLinkError) {
                return refused(
                        err,
                        "a native library cannot be loaded: " + cause.getMessage()
                                + ". Let JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER name a folder with room, from which"
                                + " programs may run");
            }
            if (cause instanceof IOException) {
                return refused(err, "cannot read or write: " + cause.getMessage());
            }
        }
        failure.printStackTrace(err);
        err.println("muster: this is a mistake in muster itself, not in your input.");
        err.flush();
        return MISTAKE;
    }

    private static int badInput(Refusal refusal, PrintWriter err) {
        refusal.findings().forEach(err::println);
        err.println("muster: " + refusal.wholeSentence());
        err.flush();
        return BAD_INPUT;
    }

    private static int refused(PrintWriter err, String sentence) {
        err.println("muster: " + Shown.plain(sentence) + ".");
        err.flush();
        return REFUSED_BY_MACHINE;
    }
}
