package org.muster.lab.study;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muster.games.Parallel;
import org.muster.lab.run.Question;
import org.muster.lab.run.Runs;
import org.muster.solve.SolveOptions;

/// Threads of this process, which remember settlements together.
public final class LocalWorkers implements Workers {
    private final int threads;
    private final SolveOptions options;

    /// So many threads.
    ///
    /// @param threads at least 1
    /// @param options for the planner; nothing in it changes a row
    public LocalWorkers(int threads, SolveOptions options) {
        this.threads = threads;
        this.options = options;
    }

    @Override
    public void work(Question question, List<Part> parts, Taker taker) {
        Chunks chunks = new Chunks(question);
        Runs runs = new Runs(question, options);
        AtomicBoolean failed = new AtomicBoolean();
        Parallel.inOrder(parts.size(), threads, p -> {
            if (failed.get()) {
                // what has failed is told by whom it failed, and soon
                return p;
            }
            try {
                taker.take(parts.get(p), chunks.lines(runs, parts.get(p)));
                return p;
            } catch (RuntimeException | Error failure) {
                failed.set(true);
                throw failure;
            }
        });
    }
}
