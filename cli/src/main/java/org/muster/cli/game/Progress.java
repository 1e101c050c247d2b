package org.muster.cli.game;

import java.io.Console;
import java.io.PrintWriter;

/// One line on a terminal that says what is being worked out, for games large enough to be waited for.
final class Progress {
    private static final int LARGE = 20;

    private Progress() {}

    @SuppressWarnings("SystemConsoleNull") // null since JDK 25 where output is no terminal
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    static void tell(PrintWriter err, String what, long players) {
        if (players >= LARGE && isTerminal()) {
            err.print("\r\u001b[K" + what + " ...");
            err.flush();
        }
    }

    static void done(PrintWriter err) {
        if (isTerminal()) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
