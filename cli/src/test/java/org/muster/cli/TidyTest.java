package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no compiler looks at, kept by reading the sources.
class TidyTest {
    private static final String LITERAL = "\"(?:[^\"\\\\\n]|\\\\.)*\"";
    /// One text, or several added up.
    private static final String TEXTS = "(" + LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*)";
    /// A text that is formatted by the language of the machine.
    private static final List<Pattern> CALLS = List.of(
            Pattern.compile(TEXTS + "\\s*\\)*\\s*\\.formatted\\("),
            Pattern.compile(TEXTS + "\\s*::\\s*formatted"),
            Pattern.compile("(?:\\.format|printf)\\(\\s*" + TEXTS));
    /// What then looks otherwise: numbers, days of the calendar, letters made capital, line ends.
    private static final Pattern BY_MACHINE =
            Pattern.compile("%[0-9]*\\$?[-+ #0,(]*[0-9]*(?:\\.[0-9]+)?[dfegEGaAoxXtTSn]");
    /// The end of a line as the machine has it, whatever the language.
    private static final Pattern LINE_END = Pattern.compile(LITERAL);

    private static List<String> found() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            for (Pattern call : CALLS) {
                Matcher calls = call.matcher(text);
                while (calls.find()) {
                    if (BY_MACHINE.matcher(calls.group(1).replace("%%", "")).find()) {
                        found.add(place(file, text, calls));
                    }
                }
            }
            Matcher literals = LINE_END.matcher(text);
            while (literals.find()) {
                if (literals.group().replace("%%", "").contains("%n")) {
                    found.add(place(file, text, literals));
                }
            }
        }
        return found;
    }

    private static String place(Path file, String text, Matcher at) {
        long line =
                1 + text.substring(0, at.start()).chars().filter(c -> c == '\n').count();
        return Examples.ROOT.relativize(file) + ":" + line + " " + at.group();
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

    /// Numbers of whatever kind, in every module: parts of Muster are read by other programs too, which set no language
    /// for all of theirs.
    @Test
    void numbersAndLineEndsAreTheSameInEveryLanguage() throws IOException {
        assertThat(found()).isEmpty();
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
