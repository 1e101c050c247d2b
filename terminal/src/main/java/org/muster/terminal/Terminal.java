package org.muster.terminal;

import java.io.Console;
import java.util.Optional;
import java.util.OptionalInt;
import org.muster.report.write.Screen;

/// The terminal as the environment describes it.
public final class Terminal {
    private Terminal() {}

    /// Whether standard output is a terminal.
    @SuppressWarnings("SystemConsoleNull") // null again since JDK 25, where output is no terminal
    public static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Whether somebody reads on a terminal what a command says of its progress. The launcher knows it of standard
    /// error and says so; else it is judged by standard output.
    public static boolean isWatched() {
        return Boolean.getBoolean("muster.watched") || isTerminal();
    }

    /// The screen that text is written for.
    ///
    /// @param plain asked for no colour
    /// @param width the width asked for; empty where none was
    public static Screen screen(boolean plain, OptionalInt width) {
        boolean terminal = isTerminal();
        return Screen.of(
                plain,
                width,
                new Screen.Environment(
                        terminal, columns(terminal), System.getenv("NO_COLOR") != null, variable("TERM")));
    }

    /// What the environment says, else, for output to a terminal, what the launcher for Windows has found.
    private static String columns(boolean terminal) {
        String said = variable("COLUMNS");
        return said.isEmpty() && terminal ? System.getProperty("muster.columns", "") : said;
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }
}
