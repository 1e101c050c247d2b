package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a reader of the sources trips over: comments whose lines broke apart, one name for two types, types that
/// nobody asks.
class NamesTest {
    /// A line of a comment, its indentation and mark apart from its words.
    private static final Pattern COMMENT = Pattern.compile("^\\s*///?\\s*(.*?)\\s*$");

    /// Where a new paragraph, a list or code begins.
    private static final Pattern MARK = Pattern.compile("^(@|[-*|#>`]|\\d+\\. ).*");

    private static final Pattern PUBLIC = Pattern.compile(
            "(?m)^public (?:final |sealed |abstract |non-sealed )*(?:class|record|enum|interface|@interface) (\\w+)");

    /// Lines above this length were full when the word after them was put on a line of its own.
    private static final int FULL = 95;

    private static final int FEW_LETTERS = 14;

    /// Asked by tests against published tables, and by no question yet: the steps of keys and settlements that the
    /// books of a pool are made of; and what a purchase in common is judged by.
    private static final Set<String> AWAITED = Set.of(
            "EligibilityCascade",
            "HostNationNetting",
            "Quota",
            "Settlement",
            "Bracketed",
            "ScarcityPricing",
            "NeedCurve",
            "Outlays",
            "WorstCorrelation");

    private static List<Path> sources(String part) throws IOException {
        try (Stream<Path> modules = Files.list(Examples.ROOT)) {
            return modules.map(module -> module.resolve("src").resolve(part).resolve("java"))
                    .filter(Files::isDirectory)
                    .filter(source -> !source.toString().contains("picocli"))
                    .flatMap(NamesTest::walk)
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
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
    void noWordOfACommentStandsAloneOnItsLine() throws IOException {
        List<String> orphans = new ArrayList<>();
        for (String part : List.of("main", "test")) {
            for (Path file : sources(part)) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 1; i < lines.size() - 1; i++) {
                    if (isOrphan(lines.get(i - 1), lines.get(i), lines.get(i + 1))) {
                        orphans.add(Examples.ROOT.relativize(file) + ":" + (i + 1) + " "
                                + lines.get(i).strip());
                    }
                }
            }
        }
        assertThat(orphans).isEmpty();
    }

    private static boolean isOrphan(String before, String line, String after) {
        String words = commented(line);
        String next = commented(after);
        return !commented(before).isEmpty()
                && before.length() > FULL
                && !words.isEmpty()
                && words.length() <= FEW_LETTERS
                && !words.endsWith(".")
                && !words.endsWith(":")
                && !MARK.matcher(words).matches()
                && !next.isEmpty()
                && !MARK.matcher(next).matches();
    }

    /// The words of a line of comment; empty where it is none, or none of its words.
    private static String commented(String line) {
        Matcher comment = COMMENT.matcher(line);
        return comment.matches() ? comment.group(1) : "";
    }

    @Test
    void aBrokenCommentIsSeen() {
        String full = "/// " + "word ".repeat(20);
        assertThat(isOrphan(full, "/// be,", "/// and it goes on")).isTrue();
        assertThat(isOrphan(full, "/// be.", "/// Another sentence")).isFalse();
        assertThat(isOrphan("/// short", "/// be,", "/// and it goes on")).isFalse();
        assertThat(isOrphan(full, "/// be,", "class Code {")).isFalse();
    }

    private static Map<String, List<Path>> publicTypes() throws IOException {
        Map<String, List<Path>> types = new TreeMap<>();
        for (Path file : sources("main")) {
            Matcher type = PUBLIC.matcher(Files.readString(file));
            if (type.find()) {
                types.computeIfAbsent(type.group(1), name -> new ArrayList<>()).add(file);
            }
        }
        assertThat(types).hasSizeGreaterThan(250);
        return types;
    }

    @Test
    void aNameMeansOneType() throws IOException {
        assertThat(publicTypes().entrySet().stream()
                        .filter(type -> type.getValue().size() > 1)
                        .toList())
                .isEmpty();
    }

    /// The games are a library: what they export is asked by its users.
    @Test
    void everyPublicTypeIsAsked() throws IOException {
        Map<Path, Set<String>> words = new TreeMap<>();
        for (Path file : sources("main")) {
            String code = Files.readString(file).replaceAll("(?m)//.*$", "");
            words.put(file, Pattern.compile("\\W+").splitAsStream(code).collect(Collectors.toSet()));
        }
        List<String> dead = new ArrayList<>();
        publicTypes().forEach((name, files) -> {
            boolean asked = words.entrySet().stream()
                    .anyMatch(file ->
                            !files.contains(file.getKey()) && file.getValue().contains(name));
            if (!asked && !AWAITED.contains(name) && !files.getFirst().startsWith(Examples.ROOT.resolve("games"))) {
                dead.add(name);
            }
        });
        assertThat(dead).isEmpty();
    }
}
