package org.muster.lab.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muster.answer.Telling;
import org.muster.folder.study.StudyFolder;
import org.muster.input.Counted;

/// Puts parts together as they come, and keeps a chunk as soon as it is whole.
final class Gathering implements Workers.Taker {
    private final StudyFolder folder;
    private final Chunks chunks;
    private final Telling telling;
    private final Set<Part> waited;
    private final Map<String, Integer> partsLeft = new HashMap<>();
    private final Map<String, TreeMap<Integer, String>> open = new HashMap<>();
    private final long runs;
    private final long start = System.nanoTime();
    private long there;

    /// @param missing parts that are to come: whole chunks
    Gathering(StudyFolder folder, Chunks chunks, List<Part> missing, Telling telling) {
        this.folder = folder;
        this.chunks = chunks;
        this.telling = telling;
        this.waited = new HashSet<>(missing);
        missing.forEach(part -> partsLeft.merge(part.file(), 1, Integer::sum));
        this.runs = missing.stream().mapToLong(Gathering::runsOf).sum();
        telling.begin(progress());
    }

    private static long runsOf(Part part) {
        return part.stack().isPresent() ? part.rows() : 0;
    }

    @Override
    public synchronized void take(Part part, String lines) {
        if (!waited.remove(part)) {
            return;
        }
        String file = part.file();
        TreeMap<Integer, String> chunk = open.computeIfAbsent(file, k -> new TreeMap<>());
        chunk.put(part.from(), lines);
        if (partsLeft.merge(file, -1, Integer::sum) == 0) {
            open.remove(file);
            try {
                folder.keep(file, chunks.header(part) + String.join("", chunk.values()));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
        there += runsOf(part);
        telling.now(progress());
    }

    /// @throws IllegalStateException where a part has not come
    void requireAll() {
        if (!waited.isEmpty()) {
            throw new IllegalStateException("never came: " + waited.iterator().next());
        }
    }

    private String progress() {
        double seconds = (System.nanoTime() - start) / 1e9;
        String left =
                there == 0 ? "" : String.format(Locale.ROOT, ", about %.0f s left", seconds / there * (runs - there));
        return String.format(Locale.ROOT, "running: %,d of ", there) + Counted.grouped(runs, "runs")
                + (runs == 1 ? " is" : " are") + " there" + left;
    }
}
