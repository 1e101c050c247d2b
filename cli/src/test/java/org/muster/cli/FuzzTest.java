package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders, games, plans, ledger events and options that were tampered with, from a seed: each is answered or
/// refused in a sentence, never with a mistake of the program, never without end, and never with control characters
/// for the terminal.
///
/// `-Dfuzz.cases=20000 -Dfuzz.seed=7` for more, `-Dfuzz.only=N` for one case again.
class FuzzTest {
    private static final int CASES = Integer.getInteger("fuzz.cases", 2000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);
    private static final long MOST_SECONDS = 10;

    /// What people and other programs write where something else belongs.
    private static final List<String> ODD = List.of(
            "",
            " ",
            "-1",
            "0",
            "1",
            "0.5",
            "1e309",
            "1e-400",
            "NaN",
            "Infinity",
            "99999999999999999999",
            "-0",
            "1970-13-01",
            "9999-12-31",
            "0000-00-00",
            "2027-02-30",
            "null",
            "true",
            "[]",
            "{}",
            "\"",
            "'",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\u0000",
            "\u001b[2J",
            "\u202e",
            "\u0663",
            "\ufeff",
            "=1+1",
            "\\ud800",
            "&a",
            "*a",
            "!!x",
            "- ",
            ": ",
            "#",
            "a".repeat(5000),
            "[".repeat(3000),
            "{\"a\":".repeat(2000),
            "9".repeat(400),
            "million EUR",
            "EUR",
            "xxx",
            "9223372036854775807",
            "9007199254740993",
            "0.000000000000000001");
    private static final List<byte[]> BAD_BYTES =
            List.of(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, new byte[] {(byte) 0xff}, new byte[] {0});
    /// Numbers that a game or a folder may hold.
    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "2",
            "3",
            "7",
            "-1",
            "-5",
            "0.5",
            "0.1",
            "1000000",
            "1e-9",
            "123456789012345678",
            "0.333333333333",
            "100");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"-])-?[0-9]+(?:[.][0-9]+)?(?![\\w.-])");
    private static final Pattern TOKEN = Pattern.compile("[^\\s,:\"\\[\\]{}]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\x{80}-\\x{9f}]");

    private record Ran(int code, String out, String err, double seconds, List<String> words) {}

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> codes = new TreeMap<>();

    @Test
    void whateverIsReadIsAnsweredOrRefused(@TempDir Path temp) throws IOException {
        Path folder = temp.resolve("own");
        run("new", folder.toString());
        Path fires = Examples.copyOf(Examples.WILDFIRE, temp.resolve("fires"));
        Path plan = Files.writeString(
                temp.resolve("plan.json"),
                run("plan", folder.toString(), "flood-2027", "--json").out());
        Path nordic = Examples.copyOf(
                Examples.ROOT.resolve("cli/src/test/resources/folders/nordic").toString(), temp.resolve("nordic"));
        List<Path> games = games(temp);
        for (int number = 0; number < CASES; number++) {
            if (ONLY >= 0 && number != ONLY) {
                continue;
            }
            SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + number);
            switch (random.nextInt(15)) {
                case 0, 1, 2 -> folder(number, folder, "flood-2027", random);
                case 3 -> folder(number, fires, "FIRE", random);
                case 4, 5 -> folder(number, nordic, random.nextBoolean() ? "storm-2027" : "avalanche-2027", random);
                case 6, 7, 8 -> game(number, games, random);
                case 9, 10 -> values(number, games, random);
                case 11 -> plan(number, folder, plan, random);
                case 12 -> ledger(number, folder, random);
                case 13 -> share(number, random.nextBoolean() ? folder : nordic, random);
                default -> options(number, folder, random);
            }
        }
        System.out.println(CASES + " cases of seed " + SEED + ", exit codes " + codes);
        assertThat(faults).as("seed " + SEED).isEmpty();
    }

    private static List<Path> games(Path temp) throws IOException {
        List<Path> games = new ArrayList<>();
        try (Stream<Path> files = Stream.of("game", "solved", "tried")
                .map(name -> Examples.ROOT.resolve("cli/src/test/resources").resolve(name))
                .filter(Files::isDirectory)
                .flatMap(FuzzTest::walk)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                boolean isGame =
                        file.toString().endsWith(".json") || file.toString().endsWith(".csv");
                if (isGame && Files.size(file) < 4000) {
                    games.add(Files.copy(file, temp.resolve(games.size() + "-" + file.getFileName())));
                }
            }
        }
        assertThat(games).isNotEmpty();
        return games;
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void folder(int number, Path folder, String mission, SplittableRandom random) throws IOException {
        List<Path> files = walk(folder)
                .filter(file -> !file.getFileName().toString().endsWith(".md"))
                .sorted()
                .toList();
        Path file = files.get(random.nextInt(files.size()));
        tampered(file, random, () -> {
            Ran check = judge(number, file, List.of(0, 2), "check", folder.toString());
            if (check.code() == 0) {
                String command = List.of("plan", "plan", "why-not", "pledge ledger", "burden")
                        .get(random.nextInt(5));
                List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
                words.add(folder.toString());
                if (words.getFirst().equals("plan") || words.getFirst().equals("why-not")) {
                    words.addAll(List.of(mission, "--seconds", "5"));
                } else if (words.getFirst().equals("burden")) {
                    words.addAll(List.of("--year", "2025"));
                }
                judge(number, file, List.of(0, 1, 2), words.toArray(String[]::new));
            }
        });
    }

    private void game(int number, List<Path> games, SplittableRandom random) throws IOException {
        Path file = games.get(random.nextInt(games.size()));
        String command = random.nextInt(3) == 0 ? "check" : "solve";
        tampered(file, random, () -> judge(number, file, List.of(0, 1, 2), "game", command, file.toString()));
    }

    /// Games whose numbers alone are others: most get past the readers, and are solved.
    private void values(int number, List<Path> games, SplittableRandom random) throws IOException {
        Path file = games.get(random.nextInt(games.size()));
        byte[] before = Files.readAllBytes(file);
        String text = new String(before, StandardCharsets.UTF_8);
        int last = text.length();
        StringBuilder other = new StringBuilder();
        int from = 0;
        for (java.util.regex.MatchResult m : NUMBER.matcher(text).results().toList()) {
            if (random.nextInt(4) == 0 && m.end() <= last) {
                other.append(text, from, m.start()).append(VALUES.get(random.nextInt(VALUES.size())));
                from = m.end();
            }
        }
        Files.writeString(file, other.append(text.substring(from)));
        try {
            String command = List.of("solve", "check", "power", "structure").get(random.nextInt(4));
            judge(number, file, List.of(0, 1, 2), "game", command, file.toString());
        } finally {
            Files.write(file, before);
        }
    }

    /// Who pays for a mission of a folder in which a number is another.
    private void share(int number, Path folder, SplittableRandom random) throws IOException {
        boolean own = folder.endsWith("own");
        List<Path> tables = walk(folder)
                .filter(file ->
                        file.toString().endsWith(".csv") || file.toString().endsWith(".yaml"))
                .sorted()
                .toList();
        Path file = tables.get(random.nextInt(tables.size()));
        byte[] before = Files.readAllBytes(file);
        List<java.util.regex.MatchResult> numbers = NUMBER.matcher(new String(before, StandardCharsets.UTF_8))
                .results()
                .toList();
        if (!numbers.isEmpty()) {
            String text = new String(before, StandardCharsets.UTF_8);
            java.util.regex.MatchResult one = numbers.get(random.nextInt(numbers.size()));
            Files.writeString(
                    file,
                    text.substring(0, one.start())
                            + VALUES.get(random.nextInt(VALUES.size()))
                            + text.substring(one.end()));
        }
        try {
            judge(
                    number,
                    file,
                    List.of(0, 1, 2),
                    "share",
                    folder.toString(),
                    own ? "flood-2027" : "storm-2027",
                    "--seconds",
                    "5",
                    random.nextBoolean() ? "--json" : "--full");
        } finally {
            Files.write(file, before);
        }
    }

    private void plan(int number, Path folder, Path plan, SplittableRandom random) throws IOException {
        byte[] whole = Files.readAllBytes(plan);
        Path other = Files.write(plan.resolveSibling("other.json"), whole);
        boolean diff = random.nextBoolean();
        String text = new String(whole, StandardCharsets.UTF_8);
        for (int rows = random.nextInt(4); rows > 0; rows--) {
            text = lines(text, random);
        }
        Files.writeString(other, text);
        tampered(other, random, () -> {
            if (diff) {
                judge(number, other, List.of(0, 1, 2), "diff", plan.toString(), other.toString());
            } else {
                judge(
                        number,
                        other,
                        List.of(0, 1, 2),
                        "plan",
                        folder.toString(),
                        "flood-2027",
                        "--close-to",
                        other.toString());
            }
        });
    }

    private void ledger(int number, Path folder, SplittableRandom random) throws IOException {
        Path ledger = folder.resolve("ledger.csv");
        byte[] before = Files.readAllBytes(ledger);
        Path metadata = folder.resolve("datapackage.json");
        byte[] described = Files.readAllBytes(metadata);
        Path events = Files.write(folder.resolveSibling("events.csv"), before);
        tampered(events, random, () -> {
            judge(number, events, List.of(0, 1, 2), "pledge", "ledger", "import", folder.toString(), events.toString());
            Files.write(ledger, before);
            Files.write(metadata, described);
        });
    }

    private void options(int number, Path folder, SplittableRandom random) throws IOException {
        List<String> commands = List.of(
                "plan F flood-2027 --seconds 5",
                "plan F flood-2027 --threads 2 --width 80 --plain",
                "why-not F flood-2027 ARN --seconds 5",
                "burden F --year 2025 --target 2 --seed 1",
                "pledge F --year 2025 --known-at 2026-01-01 --paths 10",
                "pledge history F ARN --year 2025",
                "pledge ledger F --known-at 2026-01-01",
                "key compute F --year 2025",
                "check F --strict",
                "likely F flood-2027");
        List<String> words = new ArrayList<>(
                Arrays.asList(commands.get(random.nextInt(commands.size())).split(" ")));
        Collections.replaceAll(words, "F", folder.toString());
        int at = 1 + random.nextInt(words.size() - 1);
        String odd = odd(random);
        switch (random.nextInt(4)) {
            case 0 -> words.add(at, odd);
            case 1 -> words.remove(at);
            default -> words.set(at, odd);
        }
        judge(number, folder, List.of(0, 1, 2), words.toArray(String[]::new));
    }

    private static String odd(SplittableRandom random) {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private interface Work {
        void run() throws IOException;
    }

    /// Does the work with a file tampered with, which is then as it was.
    private static void tampered(Path file, SplittableRandom random, Work work) throws IOException {
        byte[] before = Files.readAllBytes(file);
        byte[] bytes = before;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = mutated(bytes, random);
        }
        Files.write(file, bytes);
        try {
            work.run();
        } finally {
            Files.write(file, before);
        }
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return odd(random).getBytes(StandardCharsets.UTF_8);
        }
        int at = random.nextInt(bytes.length);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> joined(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(20)), new byte[0]);
            case 2 -> joined(bytes, at, at, BAD_BYTES.get(random.nextInt(BAD_BYTES.size())));
            case 3 -> joined(bytes, at, at, odd(random).getBytes(StandardCharsets.UTF_8));
            case 4, 5 -> token(text, random).getBytes(StandardCharsets.UTF_8);
            default -> lines(text, random).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /// A token becomes another of the same file, or an odd one.
    private static String token(String text, SplittableRandom random) {
        List<int[]> tokens = TOKEN.matcher(text)
                .results()
                .map(m -> new int[] {m.start(), m.end()})
                .toList();
        if (tokens.isEmpty()) {
            return odd(random);
        }
        int[] one = tokens.get(random.nextInt(tokens.size()));
        int[] other = tokens.get(random.nextInt(tokens.size()));
        String becomes = random.nextBoolean() ? odd(random) : text.substring(other[0], other[1]);
        return text.substring(0, one[0]) + becomes + text.substring(one[1]);
    }

    /// A line goes, comes twice, or changes places.
    private static String lines(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return odd(random);
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            default -> Collections.swap(lines, at, random.nextInt(lines.size()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static Ran run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        long start = System.nanoTime();
        int code;
        try {
            code = Muster.run(out, StandardCharsets.UTF_8, new PrintWriter(err), words);
        } catch (RuntimeException uncaught) {
            uncaught.printStackTrace(new PrintWriter(err));
            code = Failure.MISTAKE;
        }
        return new Ran(
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(),
                (System.nanoTime() - start) / 1e9,
                List.of(words));
    }

    private Ran judge(int number, Path file, List<Integer> right, String... words) {
        Ran ran = run(words);
        codes.merge(words[0] + " " + ran.code(), 1, Integer::sum);
        fault(ran, right)
                .ifPresent(why -> faults.add("case " + number + ", "
                        + String.join(" ", words).lines().findFirst().orElse("") + ", " + file.getFileName() + ": "
                        + why));
        return ran;
    }

    private static Optional<String> fault(Ran ran, List<Integer> right) {
        if (!right.contains(ran.code())) {
            return Optional.of(
                    "exit " + ran.code() + ": " + ran.err().lines().limit(6).toList());
        }
        if (ran.seconds() > MOST_SECONDS) {
            return Optional.of("took " + ran.seconds() + " s");
        }
        if (ran.code() == 2 && ran.err().isBlank()) {
            return Optional.of("refused without a word");
        }
        if (CONTROL.matcher(ran.out()).find() || CONTROL.matcher(ran.err()).find()) {
            return Optional.of("control characters: "
                    + CONTROL.matcher(ran.out() + ran.err())
                            .replaceAll("<control>")
                            .lines()
                            .filter(line -> line.contains("<control>"))
                            .findFirst()
                            .orElse(""));
        }
        return ran.err().contains("\tat ") || ran.err().contains("Exception")
                ? Optional.of("a trace: " + ran.err().lines().findFirst().orElse(""))
                : Optional.empty();
    }
}
