package org.muster.bench.games;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/// Measures the games library: every case in a JVM of its own, started by JMH with the class path and the options of
/// the running one.
public final class GamesBench {
    /// Counters that say yes or no.
    private static final Map<String, String> PROPERTIES = Map.of("exact", "exact fractions", "proven", "proven");

    private static final List<String> COUNTERS =
            List.of("levels", "scans", "programs", "rows", "columns", "coalitions");

    private static final long SPARE_BYTES = 1L << 30;

    private final int threads;
    private final Map<BenchCase, Measured> done = new HashMap<>();

    private GamesBench(int threads) {
        this.threads = threads;
    }

    /// The titles of what would be measured.
    ///
    /// @param most   players of the largest table
    /// @param wanted which titles are asked for; what they are held against comes before them
    public static List<String> titles(int most, Predicate<String> wanted) {
        return BenchCases.chosen(most, wanted).stream().map(BenchCase::title).toList();
    }

    /// Measures what [#titles] names.
    ///
    /// @param seen told each figure as soon as it is there
    /// @throws IOException where another run of JMH holds the machine
    public static List<Measured> run(int most, Predicate<String> wanted, int threads, Consumer<Measured> seen)
            throws IOException {
        GamesBench bench = new GamesBench(threads);
        List<Measured> figures = new ArrayList<>();
        for (BenchCase one : BenchCases.chosen(most, wanted)) {
            Measured figure = bench.figure(one);
            bench.done.put(one, figure);
            figures.add(figure);
            seen.accept(figure);
        }
        return figures;
    }

    private Measured figure(BenchCase one) throws IOException {
        RunResult run = measure(one);
        Statistics seconds = run.getPrimaryResult().getStatistics();
        Map<String, Double> aside = new HashMap<>();
        run.getSecondaryResults().forEach((label, result) -> aside.put(label, score(result)));
        Double peak = aside.get(Aside.PEAK);
        return new Measured(
                one.title(),
                seconds.getPercentile(50),
                seconds.getMin(),
                seconds.getN(),
                limit(one.limit()),
                limitIs(one.limit()),
                work(aside),
                one.tableBytes(),
                peak == null ? OptionalLong.empty() : OptionalLong.of(peak.longValue()));
    }

    private static double score(Result<?> result) {
        return result.getScore();
    }

    private RunResult measure(BenchCase one) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            Collection<RunResult> results =
                    new Runner(options(one), OutputFormatFactory.createFormatInstance(to, VerboseMode.NORMAL)).run();
            if (results.size() != 1) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "%s gave %d results instead of 1:\n%s",
                        one.title(),
                        results.size(),
                        log.toString(StandardCharsets.UTF_8)));
            }
            return results.iterator().next();
        } catch (RunnerException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("JMH lock")) {
                throw new IOException("another run of JMH has the machine, and two would measure each other", e);
            }
            throw new IllegalStateException(
                    "%s failed:\n%s".formatted(one.title(), log.toString(StandardCharsets.UTF_8)), e);
        }
    }

    private Options options(BenchCase one) {
        BenchCase.Pace pace = one.pace();
        String method = GamesBench.class.getPackageName() + "." + one.method();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(method) + "$")
                .addProfiler(Aside.class)
                .forks(1)
                .warmupIterations(pace.warmUp())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(pace.measured())
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true);
        if (one.tableBytes() > 0) {
            // tables off the heap count against this limit, which is a quarter of the machine's memory if not told
            options.jvmArgsAppend("-XX:MaxDirectMemorySize=" + (one.tableBytes() + SPARE_BYTES));
        }
        if (!one.parameters().isEmpty()) {
            options.param("threads", Integer.toString(threads));
        }
        one.parameters().forEach((name, value) -> options.param(name, value));
        return options.build();
    }

    private OptionalDouble limit(Limit limit) {
        return switch (limit) {
            case Limit.None none -> OptionalDouble.empty();
            case Limit.Aim aim -> OptionalDouble.of(aim.seconds());
            case Limit.Rival rival -> {
                Measured held = done.get(rival.rival());
                if (held == null) {
                    throw new AssertionError("measured before: " + rival.rival().title());
                }
                yield OptionalDouble.of(rival.times() * held.median());
            }
        };
    }

    private static String limitIs(Limit limit) {
        return switch (limit) {
            case Limit.None none -> "-";
            case Limit.Aim aim -> "stated aim";
            case Limit.Rival rival -> rival.called();
        };
    }

    /// Counters as words: `2 levels, 8 scans`, `proven`.
    static String work(Map<String, Double> aside) {
        List<String> words = new ArrayList<>();
        for (String counter : COUNTERS) {
            Double count = aside.get(counter);
            if (count != null) {
                words.add(String.format(Locale.ROOT, "%d %s", count.longValue(), counter));
            }
        }
        PROPERTIES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(property -> {
            Double holds = aside.get(property.getKey());
            if (holds != null) {
                words.add(holds == 1 ? property.getValue() : "NOT " + property.getValue());
            }
        });
        return String.join(", ", words);
    }
}
