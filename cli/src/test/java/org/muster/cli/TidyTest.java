package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no compiler looks at, kept by reading the sources.
class TidyTest {
    private static final String LITERAL = "\"(?:[^\"\\\\\n]|\\\\.)*\"";
    /// A text, or several in parentheses, and what formats it by the language of the machine.
    private static final Pattern FORMATTED =
            Pattern.compile("(" + LITERAL + "|\\((?:\\s*\\+?\\s*" + LITERAL + ")+\\s*\\))\\s*\\.formatted\\(");
    private static final Pattern FORMAT =
            Pattern.compile("(?:String\\.format|printf)\\(\\s*(?!Locale\\.ROOT)(" + LITERAL + ")");
    /// A decimal point, thousands apart, or a line end that depends on the machine.
    private static final Pattern BY_MACHINE =
            Pattern.compile("%(?:[-+ #0(]*,[0-9]*d|[-+ #0,(]*[0-9]*(?:\\.[0-9]+)?[fegEGn])");
    /// The same, and digits.
    private static final Pattern DIGITS = Pattern.compile("%[-+ #0,(]*[0-9]*(?:\\.[0-9]+)?[dfegEGn]");

    /// Not yet brought in order: they end lines as the machine does.
    private static final List<String> OWED = List.of("GamesBenchCommand.java", "PlayersDown.java", "SolutionText.java");

    private static List<String> found(Predicate<Path> where, Pattern directive) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            if (!where.test(file)) {
                continue;
            }
            String text = Files.readString(file);
            for (Pattern call : List.of(FORMATTED, FORMAT)) {
                Matcher calls = call.matcher(text);
                while (calls.find()) {
                    if (directive.matcher(calls.group(1).replace("%%", "")).find()) {
                        long line = 1
                                + text.substring(0, calls.start())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count();
                        found.add(Examples.ROOT.relativize(file) + ":" + line + " " + calls.group(1));
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(Examples.ROOT)) {
            List<Path> files = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .filter(source -> !source.toString().contains("picocli"))
                    .flatMap(TidyTest::walk)
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(files).hasSizeGreaterThan(300);
            return files;
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void decimalsAndLineEndsAreTheSameInEveryLanguage() throws IOException {
        assertThat(found(file -> !OWED.contains(String.valueOf(file.getFileName())), BY_MACHINE))
                .isEmpty();
    }

    /// Folders are read by other programs too, which set no language for all of theirs.
    @Test
    void placesAndCountsInTheWordsOnAFolderHaveTheSameDigitsInEveryLanguage() throws IOException {
        assertThat(found(file -> file.startsWith(Examples.ROOT.resolve("folder")), DIGITS))
                .isEmpty();
    }

    /// One place writes the head of a page, with the policy that lets it load nothing.
    @Test
    void everyPageBeginsWithTheHeadThatForbidsLoading() throws IOException {
        assertThat(sources())
                .filteredOn(file -> {
                    try {
                        return Files.readString(file).contains("<!doctype");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .singleElement()
                .satisfies(file -> assertThat(file)
                        .endsWith(Path.of("report/write/Html.java"))
                        .content()
                        .contains("default-src 'none'"));
    }
}
