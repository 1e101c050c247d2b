package org.muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same as [FuzzTest] for what the newer rooms read: written proofs, purchases, futures and reforms, studies,
/// spreadsheets.
///
/// `-Dfuzz.rooms=10000 -Dfuzz.seed=7` for more, `-Dfuzz.only=N` for one case again.
class RoomsFuzzTest {
    private static final int CASES = Integer.getInteger("fuzz.rooms", 100);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);
    private static final List<Integer> RIGHT = List.of(0, 1, 2);

    private final Judged judged = new Judged();

    @Test
    void whateverIsReadIsAnsweredOrRefused(@TempDir Path temp) throws IOException {
        Path fires = Examples.copyOf(Examples.WILDFIRE, temp.resolve("fires"));
        Path summit = Examples.copyOf(Examples.WALES, temp.resolve("summit"));
        Path one = temp.resolve("one.proof");
        Path all = temp.resolve("all.proof");
        Judged.run("plan", fires.toString(), "HEAT", "--proof", one.toString());
        Judged.run("plan", fires.toString(), "--all", "--proof", all.toString());
        Path study = temp.resolve("study");
        lab(summit, study);
        Path workbook = temp.resolve("tables.xlsx");
        Judged.run("export", fires.toString(), "--xlsx", workbook.toString());
        for (int number = 0; number < CASES; number++) {
            if (ONLY >= 0 && number != ONLY) {
                continue;
            }
            SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + number);
            switch (random.nextInt(10)) {
                case 0 -> proof(number, one, random, fires.toString(), "HEAT");
                case 1 -> proof(number, all, random, fires.toString(), "--all");
                case 2, 3, 4 -> purchases(number, fires, random);
                case 5 -> futures(number, summit, random);
                case 6 -> futuresRun(number, summit, temp.resolve("study-" + number), random);
                case 7 -> study(number, study, random);
                case 8 -> table(number, fires, temp, random);
                default -> workbook(number, fires, workbook, random);
            }
        }
        judged.hold(CASES, SEED);
    }

    private static void lab(Path folder, Path study) {
        Judged.run(
                "lab",
                "run",
                folder.toString(),
                "--reforms",
                "as-was,bigger-pool",
                "--futures",
                "8",
                "--out",
                study.toString());
    }

    private void proof(int number, Path proof, SplittableRandom random, String... about) throws IOException {
        String[] words = Stream.concat(Stream.of("verify-proof", proof.toString()), Stream.of(about))
                .toArray(String[]::new);
        if (random.nextBoolean()) {
            Tampering.tampered(proof, random, () -> judged.judge(number, proof, RIGHT, words));
        } else {
            Tampering.renumbered(proof, 100, random, () -> judged.judge(number, proof, RIGHT, words));
        }
    }

    private void purchases(int number, Path folder, SplittableRandom random) throws IOException {
        Path file = folder.resolve("invest.yaml");
        Tampering.Work work = () -> {
            if (judged.judge(number, file, List.of(0, 2), "check", folder.toString())
                            .code()
                    == 0) {
                judged.judge(
                        number,
                        file,
                        RIGHT,
                        "invest",
                        folder.toString(),
                        "--seconds",
                        "5",
                        random.nextBoolean() ? "--json" : "--full",
                        List.of("--who-pays", "--frontier", "--wait", "--at-once")
                                .get(random.nextInt(4)));
            }
        };
        if (random.nextInt(3) == 0) {
            Tampering.withOneNumberChanged(file, random, work);
        } else {
            Tampering.tampered(file, random, work);
        }
    }

    private static Path oneOf(Path folder, SplittableRandom random) throws IOException {
        List<Path> files = Stream.concat(
                        Stream.of(folder.resolve("futures.yaml")), Tampering.walk(folder.resolve("reforms")))
                .sorted()
                .toList();
        return files.get(random.nextInt(files.size()));
    }

    private void futures(int number, Path folder, SplittableRandom random) throws IOException {
        Path file = oneOf(folder, random);
        Tampering.tampered(
                file, random, () -> judged.judge(number, file, List.of(0, 2), "lab", "check", folder.toString()));
    }

    private void futuresRun(int number, Path folder, Path study, SplittableRandom random) throws IOException {
        Path file = oneOf(folder, random);
        Tampering.withOneNumberChanged(file, random, () -> {
            judged.judge(
                    number,
                    file,
                    RIGHT,
                    "lab",
                    "run",
                    folder.toString(),
                    "--reforms",
                    "as-was,bigger-pool,common-fund",
                    "--futures",
                    "2",
                    "--out",
                    study.toString());
            judged.judge(number, file, RIGHT, "lab", "compare", study.toString(), "--json");
        });
    }

    private void study(int number, Path study, SplittableRandom random) throws IOException {
        List<Path> files = Tampering.walk(study).sorted().toList();
        Path file = files.get(random.nextInt(files.size()));
        String command = List.of("compare", "matters", "resume").get(random.nextInt(3));
        Tampering.tampered(file, random, () -> {
            judged.judge(
                    number,
                    file,
                    RIGHT,
                    command.equals("matters")
                            ? new String[] {"lab", command, study.toString(), "--measure", "failed"}
                            : new String[] {"lab", command, study.toString()});
            // what was taken up again is as it was before, or it is refused
        });
    }

    private void table(int number, Path folder, Path temp, SplittableRandom random) throws IOException {
        String name = List.of("offers", "members", "market", "figures").get(random.nextInt(4));
        Path table = Files.write(temp.resolve(name + ".csv"), Files.readAllBytes(folder.resolve(name + ".csv")));
        Tampering.tampered(
                table,
                random,
                () -> judged.judge(
                        number, table, List.of(0, 2), "import", folder.toString(), table.toString(), "--dry-run"));
    }

    private void workbook(int number, Path folder, Path workbook, SplittableRandom random) throws IOException {
        Tampering.tampered(
                workbook,
                random,
                () -> judged.judge(
                        number,
                        workbook,
                        List.of(0, 2),
                        "import",
                        folder.toString(),
                        workbook.toString(),
                        "--dry-run"));
    }
}
