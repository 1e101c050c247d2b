package org.muster.gametool;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.muster.bench.games.BenchPage;
import org.muster.bench.games.GamesBench;
import org.muster.bench.games.Measured;
import org.muster.folder.WholeFile;
import org.muster.input.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster game bench`: times the games library beside a limit or a rival in the same run.
@Command(
        name = "bench",
        description = "Times the games library beside its limits: one plain read of the same table, or a stated time.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster bench games --only 'n = 20'",
            "  muster bench games --most 28 --write docs/benchmarks.md",
            "  muster bench games --hunt --seed 7 --games 100000",
            "",
            "       muster bench games [OPTIONS]"
        },
        footer = {
            "",
            "JMH runs each line in a JVM of its own that warms up first. Shown are the median and the least of the calls",
            "that were timed, and the most memory that the JVM held beside the table. 28 players take some eight minutes."
        })
public final class GamesBenchCommand implements Callable<Integer> {
    private static final long MOST_GAMES = 100_000_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "25",
            description =
                    "Largest games, 15 to 30 players (default: ${DEFAULT-VALUE}); 28 takes 2 GiB, 30 takes 8 GiB off the heap.")
    private int most;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Threads, 1 to 256 (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            defaultValue = "",
            description = "Only what this is found in, and what that is held against.")
    private String only = "";

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write the figures to this file, such as docs/benchmarks.md.")
    private String write = "";

    @Option(
            names = "--hunt",
            description =
                    "Measure nothing: draw random small games and hold every answer against slow exact methods that follow the definitions. Exit 1 where any is wrong, with a game file that shows it.")
    private boolean hunt;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "With --hunt: of the random games (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--games",
            paramLabel = "N",
            defaultValue = "10000",
            description = "With --hunt: how many games, 1 to 100,000,000 (default: ${DEFAULT-VALUE}).")
    private long games;

    @Override
    public Integer call() throws IOException {
        if (most < 15 || most > 30) {
            throw new Refusal("--most is 15 to 30, not " + most);
        }
        if (threads < 1 || threads > 256) {
            throw new Refusal("--threads is 1 to 256, not " + threads);
        }
        if (hunt) {
            if (games < 1 || games > MOST_GAMES) {
                throw new Refusal(String.format(Locale.ROOT, "--games is 1 to %,d, not %d", MOST_GAMES, games));
            }
            return new GamesHunt(spec.commandLine().getOut(), spec.commandLine().getErr()).run(seed, games, threads);
        }
        Predicate<String> wanted;
        try {
            wanted = Pattern.compile(only).asPredicate();
        } catch (PatternSyntaxException e) {
            throw new Refusal("--only is a regular expression, but \"%s\" is none: %s"
                    .formatted(only, e.getDescription().toLowerCase(Locale.ROOT)));
        }
        if (GamesBench.titles(most, wanted).isEmpty()) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "--only \"%s\" matches no benchmark with at most %d players. There is, for example, \"%s\"",
                    only,
                    most,
                    GamesBench.titles(most, title -> true).getLast()));
        }
        Path file = Path.of(write).toAbsolutePath();
        if (!write.isEmpty()) {
            // a run takes minutes: that nothing can be written is told before it
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
                throw new NoSuchFileException(file + ": no file can be made there");
            }
        }
        measure(wanted, file);
        return 0;
    }

    private void measure(Predicate<String> wanted, Path file) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Measured> figures = GamesBench.run(most, wanted, threads, figure -> {
            out.println(figure.timeLine());
            figure.memoryLine().ifPresent(out::println);
            out.flush();
        });
        if (!write.isEmpty()) {
            WholeFile.write(file, BenchPage.of(command(), BenchPage.Machine.here(), figures));
        }
    }

    private String command() {
        return String.format(
                Locale.ROOT,
                "./muster bench games --most %d --threads %d%s --write docs/benchmarks.md",
                most,
                threads,
                only.isEmpty() ? "" : " --only '" + only + "'");
    }
}
