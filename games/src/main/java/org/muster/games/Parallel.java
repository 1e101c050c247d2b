package org.muster.games;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Tasks on several threads whose outcome does not depend on how many there are.
public final class Parallel {
    private Parallel() {}

    /// The threads that are used where no number is given: one for each processor.
    public static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Runs tasks `0 .. tasks-1` on up to `threads` threads and returns their results in task order.
    public static <T> List<T> inOrder(int tasks, int threads, IntFunction<T> task) {
        int workers = Math.min(tasks, Math.max(1, threads));
        if (workers == 1) {
            return IntStream.range(0, tasks).mapToObj(task).toList();
        }
        List<@Nullable T> results = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            results.add(null);
        }
        List<Throwable> failures = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            try {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    T result = task.apply(i);
                    synchronized (results) {
                        results.set(i, result);
                    }
                }
            } catch (RuntimeException | Error failure) {
                synchronized (failures) {
                    failures.add(failure);
                }
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int w = 1; w < workers; w++) {
            others.add(Thread.ofPlatform().daemon().name("games-" + w).start(worker));
        }
        worker.run();
        others.forEach(Parallel::join);
        if (!failures.isEmpty()) {
            throw failures.getFirst() instanceof RuntimeException e
                    ? e
                    : new IllegalStateException(failures.getFirst());
        }
        return results.stream().map(Parallel::present).toList();
    }

    private static <T> T present(@Nullable T result) {
        if (result == null) {
            throw new AssertionError("every task gives a result");
        }
        return result;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
