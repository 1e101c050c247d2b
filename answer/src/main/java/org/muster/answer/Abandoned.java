package org.muster.answer;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.muster.solve.Stop;

/// Work that is given up once somebody asks to stop.
final class Abandoned {
    /// How often it is looked whether somebody asks.
    private static final long EVERY_MILLIS = 20;

    private Abandoned() {}

    /// Works something out beside, and gives it up once somebody asks to stop.
    ///
    /// @return what was worked out; nothing where that was given up or, with a stop asked for already, not begun
    static <T> Optional<T> unlessAsked(Stop stop, Supplier<T> work) {
        if (stop.isRequested()) {
            return Optional.empty();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name("worked out").start(task);
        try {
            while (true) {
                try {
                    return Optional.of(task.get(EVERY_MILLIS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException notYet) {
                    if (stop.isRequested()) {
                        return Optional.empty();
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
