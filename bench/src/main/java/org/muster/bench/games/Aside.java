package org.muster.bench.games;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.core.NucleolusCertificate;
import org.muster.games.core.NucleolusResult;
import org.muster.games.structure.Structure;
import org.muster.games.value.SizeSums;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// What is told beside the time of a benchmark, by the process that runs it: how much work the answer took (levels,
/// passes, programs), and the most memory that the process ever had resident.
///
/// JMH asks between two iterations, so that nothing of this is in the times. Work is read off the answer of the
/// iteration's last call: every call gives the same answer.
public final class Aside implements InternalProfiler {
    static final String PEAK = "peak";

    private static final Path STATUS = Path.of("/proc/self/status");

    private static volatile @Nullable Object kept;

    /// Keeps an answer for [#workOf] and hands it on.
    static <T> T keep(T answer) {
        kept = answer;
        return answer;
    }

    @Override
    public String getDescription() {
        return "work counted in the answer, peak of resident memory";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // counters and peak need no start
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        List<Result<?>> told = new ArrayList<>();
        workOf(kept).forEach((what, count) -> told.add(new ScalarResult(what, count, "#", AggregationPolicy.MAX)));
        peakBytes().ifPresent(bytes -> told.add(new ScalarResult(PEAK, bytes, "B", AggregationPolicy.MAX)));
        return told;
    }

    /// The counters that an answer carries, by name, in the order in which they are shown.
    static Map<String, Long> workOf(@Nullable Object answer) {
        Map<String, Long> work = new LinkedHashMap<>();
        if (answer == null) {
            return work;
        }
        switch (answer) {
            case NucleolusResult r -> {
                work.put("levels", (long) r.levels().size());
                work.put("scans", (long) r.scans());
                work.put("programs", (long) r.lps());
                work.put("rows", (long) r.rows());
            }
            case NucleolusCertificate c -> {
                work.put("levels", (long) c.levels().size());
                work.put(
                        "coalitions",
                        c.levels().stream()
                                .mapToLong(level -> level.coalitions().size())
                                .sum());
            }
            case SizeSums s -> {
                work.put("scans", (long) s.scans());
                work.put("exact", s.isWhole() ? 1L : 0L);
            }
            case Structure s -> {
                work.put("scans", (long) s.scans());
                work.put("programs", (long) s.lps());
                work.put("columns", s.columns());
                work.put("proven", s.proven() ? 1L : 0L);
            }
            case Answer a -> work.put("exact", a.fractions().isPresent() ? 1L : 0L);
            case Fraction f -> work.put("exact", 1L);
            default -> {}
        }
        return work;
    }

    /// The high-water mark of this process's resident memory, where the system tells it (Linux).
    private static OptionalLong peakBytes() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return peakIn(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param status lines such as `VmHWM:   123456 kB`
    static OptionalLong peakIn(Stream<String> status) {
        return status.filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kib -> Long.parseLong(kib) * 1024)
                .findFirst();
    }
}
