package org.muster.cli.game;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.core.Certifier;
import org.muster.games.core.Excess;
import org.muster.games.core.Nucleolus;
import org.muster.games.core.NucleolusResult;
import org.muster.games.cost.Airport;
import org.muster.games.generate.NucleolusGames;
import org.muster.games.generate.StructureGames;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;
import org.muster.games.structure.CoalitionStructures;
import org.muster.games.structure.SideConditions;
import org.muster.games.structure.Structure;
import org.muster.games.value.Banzhaf;
import org.muster.games.value.Shapley;
import org.muster.games.value.SizeSums;
import org.muster.games.voting.PowerIndices;
import org.muster.games.voting.Swings;
import org.muster.games.voting.WeightedVoting;
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
        footer = {"", "Each figure is the least of several runs in one warm process."})
public final class GamesBenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "25",
            description =
                    "Largest games, 15 to 30 players (default: ${DEFAULT-VALUE}); 28 takes 2 GiB, 30 takes 8 GiB off the heap.")
    private int most;

    @Option(names = "--threads", defaultValue = "2", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write the figures to this file, such as docs/benchmarks.md.")
    private String write = "";

    /// One figure beside its limit.
    private record Line(String what, double seconds, double limit, String limitIs, String work) {
        String ratio() {
            return limit > 0 ? String.format(Locale.ROOT, "%.2f", seconds / limit) : "-";
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        out = spec.commandLine().getOut();
        if (most < 15 || most > 30) {
            spec.commandLine().getErr().println("--most is 15 to 30, not " + most + ".");
            return 2;
        }
        Kernel.best(); // starts to warm up
        structured();
        for (int n : new int[] {15, 20, 24, 25, 28, 30}) {
            if (n <= most) {
                tables(n);
            }
        }
        for (int n : new int[] {20, 24, 27}) {
            if (n <= most) {
                structures(n);
            }
        }
        if (!write.isEmpty()) {
            Files.writeString(Path.of(write), markdown());
        }
        return 0;
    }

    private void report(Line line) {
        lines.add(line);
        out.printf(
                Locale.ROOT,
                "%-58s %9.5f s   limit %8.4f s (%s)   ratio %s   %s%n",
                line.what(),
                line.seconds(),
                line.limit(),
                line.limitIs(),
                line.ratio(),
                line.work());
        out.flush();
    }

    private record Timed<T>(T result, double seconds) {}

    /// The least of several runs: at least `runs`, and until a second has gone.
    private static <T> Timed<T> least(int runs, Supplier<T> work) {
        double best = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        T result = work.get();
        for (int k = 0; k < runs || (System.nanoTime() - begin < 1_000_000_000L && k < 400); k++) {
            long start = System.nanoTime();
            result = work.get();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return new Timed<>(result, best);
    }

    private void tables(int n) {
        try (Arena arena = Arena.ofShared()) {
            int runs = n >= 28 ? 2 : n >= 24 ? 3 : 5;
            for (int type = 1; type <= 4; type++) {
                if (n == 30 && (type == 2 || type == 3)) {
                    continue;
                }
                try (Arena own = Arena.ofShared()) {
                    Game game = NucleolusGames.game(type, n, 1, n >= 24 ? own : arena);
                    if (type == 1 && n != 15 && n != 25) {
                        values(game, n, runs);
                    }
                    if (n != 24) {
                        nucleolus(game, n, type, runs);
                    }
                }
            }
        }
    }

    private void values(Game game, int n, int runs) {
        Timed<Double> read = least(runs, () -> plainRead(game));
        Timed<SizeSums> sums = least(runs, () -> {
            SizeSums s = SizeSums.of(game, threads);
            Shapley.of(s);
            Banzhaf.absolute(s);
            return s;
        });
        boolean exact = sums.result().isWhole();
        report(new Line(
                "Shapley and Banzhaf, n = %d".formatted(n),
                sums.seconds(),
                2 * read.seconds(),
                "twice a plain read of the table",
                "one plain read %.5f s%s".formatted(read.seconds(), exact ? ", exact fractions" : "")));
    }

    private double plainRead(Game game) {
        Kernel kernel = Kernel.best();
        int chunks = Blocks.chunks(Blocks.count(game));
        return Blocks.run(chunks, threads, chunk -> {
                    double[] sum = {0};
                    Blocks.walk(game, chunk, chunks, (block, values, offset) -> sum[0] += kernel.sum(values, offset));
                    return sum[0];
                })
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private void nucleolus(Game game, int n, int type, int runs) {
        double limit = n <= 15 ? 0.02 : n <= 20 ? 0.06 : n <= 25 ? 0.3 : n <= 28 ? 2 : 10;
        Timed<NucleolusResult> solved =
                least(runs, () -> Nucleolus.of(game, Excess.PLAIN, Nucleolus.Over.IMPUTATIONS, threads));
        NucleolusResult r = solved.result();
        String work =
                "%d levels, %d scans, %d programs, %d rows".formatted(r.stages().size(), r.scans(), r.lps(), r.rows());
        report(new Line("nucleolus, type %d, n = %d".formatted(type, n), solved.seconds(), limit, "stated aim", work));
        if (type == 1 && n <= 28) {
            Timed<Fraction> proof =
                    least(1, () -> Certifier.certify(r, threads).x().getFirst());
            report(new Line(
                    "exact certificate of it, type 1, n = %d".formatted(n),
                    proof.seconds(),
                    solved.seconds(),
                    "the solve itself",
                    "first share " + proof.result()));
        }
    }

    private void structures(int n) {
        double limit = n <= 20 ? 0.07 : n <= 24 ? 0.5 : 4;
        for (StructureGames.Distribution distribution : StructureGames.Distribution.values()) {
            if (distribution == StructureGames.Distribution.MODIFIED_UNIFORM && n > 24) {
                continue;
            }
            try (Arena arena = Arena.ofShared()) {
                Game game = StructureGames.game(distribution, n, 1, arena);
                Timed<Structure> best = least(
                        n >= 27 ? 1 : 2,
                        () -> CoalitionStructures.best(game, SideConditions.NONE, threads)
                                .orElseThrow());
                Structure s = best.result();
                report(new Line(
                        "coalition structure, %s, n = %d"
                                .formatted(distribution.name().toLowerCase(Locale.ROOT), n),
                        best.seconds(),
                        limit,
                        "stated aim",
                        "%d scans, %d columns, %s, %s"
                                .formatted(s.scans(), s.columns(), s.method(), s.proven() ? "proven" : "NOT proven")));
            }
        }
    }

    private void structured() {
        // recalled: weights of the Treaty of Nice for 27 members, quota 255 of 345
        List<Long> nice = new ArrayList<>();
        int[][] weights = {{29, 4}, {27, 2}, {14, 1}, {13, 1}, {12, 5}, {10, 3}, {7, 5}, {4, 5}, {3, 1}};
        for (int[] group : weights) {
            for (int k = 0; k < group[1]; k++) {
                nice.add((long) group[0]);
            }
        }
        WeightedVoting rule = new WeightedVoting(255, nice);
        Timed<Double> power = least(20, () -> {
            Swings swings = Swings.of(rule, 1);
            return PowerIndices.shapleyShubik(swings).values().getFirst()
                    + PowerIndices.banzhafNormalized(swings).values().getFirst();
        });
        report(new Line(
                "both power indices of 27 voters, weights of Nice",
                power.seconds(),
                0.02,
                "stated aim",
                "exact fractions"));
        // illustrative: eleven types of aircraft, 13,572 movements
        long[][] groups = {
            {65, 42},
            {76, 9555},
            {97, 288},
            {108, 303},
            {113, 151},
            {124, 1315},
            {144, 505},
            {169, 1128},
            {185, 151},
            {189, 112},
            {202, 22}
        };
        List<Airport.Group> types = new ArrayList<>();
        for (long[] group : groups) {
            types.add(new Airport.Group(Fraction.of(group[0]), group[1]));
        }
        Airport airport = new Airport(types);
        Timed<Fraction> shares = least(
                50, () -> airport.shapley().getLast().plus(airport.nucleolus().getLast()));
        report(new Line(
                "Shapley and nucleolus of %,d airport movements".formatted(airport.members()),
                shares.seconds(),
                0.01,
                "stated aim",
                "exact fractions"));
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# Benchmarks of the games library\n\n");
        text.append("Written by `./muster game bench --most ")
                .append(most)
                .append(" --threads ")
                .append(threads)
                .append(
                        " --write docs/benchmarks.md`. Each figure is the least of several runs in one warm process, beside a limit: a rival measured in the same run, or a stated aim.\n");
        text.append(
                        "Games: types 1 to 4 of Benedek, Fliege and Nguyen and the distributions of the coalition structure literature, seed 1. ")
                .append("Airport groups are illustrative; weights of Nice are recalled.\n\n");
        text.append("Machine: %d processors, %s, Java %s. %s.%n%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        Kernel.vector().equals(Kernel.plain()) ? "Plain loops" : "Vector API"));
        text.append("| what | seconds | limit | ratio | limit is | work |\n|---|---|---|---|---|---|\n");
        for (Line line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.5f | %.4f | %s | %s | %s |%n",
                    line.what(),
                    line.seconds(),
                    line.limit(),
                    line.ratio(),
                    line.limitIs(),
                    line.work()));
        }
        Runtime runtime = Runtime.getRuntime();
        text.append(String.format(
                Locale.ROOT,
                "%nHeap at the end: %d MB committed (tables from 24 players on lie off the heap and are not part of it).%n",
                runtime.totalMemory() >> 20));
        return text.toString();
    }
}
