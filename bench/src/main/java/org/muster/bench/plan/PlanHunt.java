package org.muster.bench.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.muster.folder.AllianceFolder;
import org.muster.input.Counted;
import org.muster.plan.hunt.FolderHunt;

/// Random folders on which the planner, a second method and the proof's checker must agree.
public final class PlanHunt {
    /// Numbers of one seed lie so far from those of the next.
    private static final long STRIDE = 1_000_000_007L;

    private static final long MOST_FOLDERS = 100_000_000;
    private static final double SECONDS_BETWEEN_WORDS = 2;

    private final long seed;
    private final long folders;
    private final Path into;
    private final PrintWriter out;
    private final Optional<PrintWriter> watcher;
    private final long start = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private double told;

    private record Wrong(long number, FolderHunt.Found found) {}

    /// @param into    where each folder that is planned wrongly is written
    /// @param watcher who is told how far it is
    public PlanHunt(long seed, long folders, Path into, PrintWriter out, Optional<PrintWriter> watcher) {
        this.seed = seed;
        this.folders = Math.min(folders, MOST_FOLDERS);
        this.into = into;
        this.out = out;
        this.watcher = watcher;
    }

    /// Hunts; 0 where nothing is wrong, 1 where something is.
    public int run() throws IOException {
        ConcurrentLinkedQueue<Wrong> wrong = new ConcurrentLinkedQueue<>();
        LongStream.range(0, folders).parallel().forEach(k -> {
            long number = Math.multiplyExact(seed, STRIDE) + k;
            Optional<FolderHunt.Found> found = FolderHunt.in(number);
            found.ifPresent(f -> wrong.add(new Wrong(number, f)));
            tell(done.incrementAndGet());
        });
        for (Wrong one : wrong.stream()
                .sorted((a, b) -> Long.compare(a.number(), b.number()))
                .toList()) {
            Path folder = into.resolve("hunt-" + one.number());
            AllianceFolder.write(one.found().world().alliance(), folder);
            out.println(folder + " (mission M): " + one.found().wrong());
        }
        out.println(String.format(
                Locale.ROOT,
                "%s from seed %d: %d wrong; %.1f s",
                Counted.grouped(folders, "folders"),
                seed,
                wrong.size(),
                (System.nanoTime() - start) / 1e9));
        out.flush();
        return wrong.isEmpty() ? 0 : 1;
    }

    private synchronized void tell(long count) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (watcher.isPresent() && seconds - told > SECONDS_BETWEEN_WORDS) {
            told = seconds;
            watcher.get()
                    .println(String.format(
                            Locale.ROOT,
                            "muster: %.0f s, %,d of %s",
                            seconds,
                            count,
                            Counted.grouped(folders, "folders")));
            watcher.get().flush();
        }
    }
}
