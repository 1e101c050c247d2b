package org.muster.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import org.muster.cli.report.Screen;

/// The terminal as the environment describes it.
public final class Terminal {
    private Terminal() {}

    /// Whether standard output is a terminal.
    @SuppressWarnings("SystemConsoleNull") // null again since JDK 25, where output is no terminal
    public static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// The screen that text is written for.
    ///
    /// @param plain asked for no colour
    public static Screen screen(boolean plain) {
        String columns = System.getenv("COLUMNS");
        return Screen.of(plain, isTerminal(), columns == null ? "" : columns, System.getenv("NO_COLOR") != null);
    }

    /// On a terminal, says how long it took and clears the line of progress.
    public static void tellTime(PrintWriter err, long startNanos) {
        if (isTerminal()) {
            err.print(String.format(
                    Locale.ROOT, "\r\u001b[Kplanned in %.2f s%n", (System.nanoTime() - startNanos) / 1e9));
            err.flush();
        }
    }
}
