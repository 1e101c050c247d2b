package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders, games, plans, ledger events and options that were tampered with, from a seed: each is answered or
/// refused in a sentence.
///
/// A thousand cases are a sample: `-Dfuzz.cases=20000 -Dfuzz.seed=7` for more, `-Dfuzz.only=N` for one case again.
class FuzzTest {
    private static final int CASES = Integer.getInteger("fuzz.cases", 1000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);

    private final Judged judged = new Judged();

    @Test
    void whateverIsReadIsAnsweredOrRefused(@TempDir Path temp) throws IOException {
        Path folder = temp.resolve("own");
        Judged.run("new", folder.toString());
        Path fires = Examples.copyOf(Examples.WILDFIRE, temp.resolve("fires"));
        Path plan = Files.writeString(
                temp.resolve("plan.json"),
                Judged.run("plan", folder.toString(), "flood-2027", "--json").out());
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
        judged.hold(CASES, SEED);
    }

    private static List<Path> games(Path temp) throws IOException {
        List<Path> games = new ArrayList<>();
        try (Stream<Path> files = Stream.of("game", "solved", "tried")
                .map(name -> Examples.ROOT.resolve("cli/src/test/resources").resolve(name))
                .filter(Files::isDirectory)
                .flatMap(Tampering::walk)) {
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

    private void folder(int number, Path folder, String mission, SplittableRandom random) throws IOException {
        List<Path> files = Tampering.walk(folder)
                .filter(file -> !file.getFileName().toString().endsWith(".md"))
                .sorted()
                .toList();
        Path file = files.get(random.nextInt(files.size()));
        Tampering.tampered(file, random, () -> {
            Judged.Ran check = judged.judge(number, file, List.of(0, 2), "check", folder.toString());
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
                judged.judge(number, file, List.of(0, 1, 2), words.toArray(String[]::new));
            }
        });
    }

    private void game(int number, List<Path> games, SplittableRandom random) throws IOException {
        Path file = games.get(random.nextInt(games.size()));
        String command = random.nextInt(3) == 0 ? "check" : "solve";
        Tampering.tampered(
                file, random, () -> judged.judge(number, file, List.of(0, 1, 2), "game", command, file.toString()));
    }

    /// Games whose numbers alone are others: most get past the readers, and are solved.
    private void values(int number, List<Path> games, SplittableRandom random) throws IOException {
        Path file = games.get(random.nextInt(games.size()));
        String command = List.of("solve", "check", "power", "structure").get(random.nextInt(4));
        Tampering.renumbered(
                file, 4, random, () -> judged.judge(number, file, List.of(0, 1, 2), "game", command, file.toString()));
    }

    /// Who pays for a mission of a folder in which a number is another.
    private void share(int number, Path folder, SplittableRandom random) throws IOException {
        boolean own = folder.endsWith("own");
        List<Path> tables = Tampering.walk(folder)
                .filter(file ->
                        file.toString().endsWith(".csv") || file.toString().endsWith(".yaml"))
                .sorted()
                .toList();
        Path file = tables.get(random.nextInt(tables.size()));
        Tampering.withOneNumberChanged(
                file,
                random,
                () -> judged.judge(
                        number,
                        file,
                        List.of(0, 1, 2),
                        "share",
                        folder.toString(),
                        own ? "flood-2027" : "storm-2027",
                        "--seconds",
                        "5",
                        random.nextBoolean() ? "--json" : "--full"));
    }

    private void plan(int number, Path folder, Path plan, SplittableRandom random) throws IOException {
        byte[] whole = Files.readAllBytes(plan);
        Path other = Files.write(plan.resolveSibling("other.json"), whole);
        boolean diff = random.nextBoolean();
        String text = new String(whole, StandardCharsets.UTF_8);
        for (int rows = random.nextInt(4); rows > 0; rows--) {
            text = Tampering.lines(text, random);
        }
        Files.writeString(other, text);
        Tampering.tampered(other, random, () -> {
            if (diff) {
                judged.judge(number, other, List.of(0, 1, 2), "diff", plan.toString(), other.toString());
            } else {
                judged.judge(
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
        Tampering.tampered(events, random, () -> {
            judged.judge(
                    number,
                    events,
                    List.of(0, 1, 2),
                    "pledge",
                    "ledger",
                    "import",
                    folder.toString(),
                    events.toString());
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
        String odd = Tampering.odd(random);
        switch (random.nextInt(4)) {
            case 0 -> words.add(at, odd);
            case 1 -> words.remove(at);
            default -> words.set(at, odd);
        }
        judged.judge(number, folder, List.of(0, 1, 2), words.toArray(String[]::new));
    }
}
