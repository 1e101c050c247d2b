package org.muster.cli.game;

import java.io.PrintWriter;
import org.muster.cli.Terminal;

/// One line on a terminal that says what is being worked out, for games large enough to be waited for.
final class Progress {
    private static final int LARGE = 20;

    private Progress() {}

    static void tell(PrintWriter err, String what, long players) {
        if (players >= LARGE && Terminal.isTerminal()) {
            err.print("\r\u001b[K" + what + " ...");
            err.flush();
        }
    }

    static void done(PrintWriter err) {
        if (Terminal.isTerminal()) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
