package org.muster.terminal;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.muster.input.Shown;
import picocli.CommandLine;

/// How the words of a command line are read, and what is said where they cannot be: in words of the user's, not of the
/// program's types, and nothing that steers a terminal.
public final class Words {
    private Words() {}

    /// Reads the words of these commands so.
    public static CommandLine readBy(CommandLine commands) {
        commands.registerConverter(LocalDate.class, word -> read(word, "a day, as YYYY-MM-DD", LocalDate::parse));
        commands.registerConverter(BigDecimal.class, word -> read(word, "a number", BigDecimal::new));
        for (Class<?> type : new Class<?>[] {int.class, Integer.class}) {
            register(commands, type, word -> read(word, "a whole number", Integer::decode));
        }
        for (Class<?> type : new Class<?>[] {long.class, Long.class}) {
            register(commands, type, word -> read(word, "a whole number", Long::decode));
        }
        for (Class<?> type : new Class<?>[] {double.class, Double.class}) {
            register(commands, type, word -> read(word, "a number", Double::valueOf));
        }
        commands.registerConverter(Path.class, word -> read(word, "the name of a file", Path::of));
        return commands.setParameterExceptionHandler((wrong, words) -> refused(wrong));
    }

    @SuppressWarnings("unchecked") // a converter of a type gives values of that type
    private static <T> void register(CommandLine commands, Class<?> type, CommandLine.ITypeConverter<T> converter) {
        commands.registerConverter((Class<T>) type, converter);
    }

    private static <T> T read(String word, String what, Function<String, T> reader) {
        try {
            return reader.apply(word);
        } catch (NumberFormatException | DateTimeException | InvalidPathException e) {
            throw new CommandLine.TypeConversionException("\"" + Shown.plain(word) + "\" is not " + what);
        }
    }

    private static int refused(CommandLine.ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("muster: " + Shown.plain(String.valueOf(wrong.getMessage())) + ".");
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try `" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
        err.flush();
        return Failure.BAD_INPUT;
    }
}
