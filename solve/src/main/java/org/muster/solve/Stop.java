package org.muster.solve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Asks a running solve to stop and give the best that it has, with its bound.
///
/// Safe for use from any thread: a face requests, the solvers listen.
public final class Stop {
    private final AtomicBoolean requested = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// Asks to stop. Asking twice is the same as once.
    public void request() {
        if (requested.compareAndSet(false, true)) {
            listeners.forEach(Runnable::run);
        }
    }

    /// Whether somebody has asked.
    public boolean isRequested() {
        return requested.get();
    }

    /// Runs `listener` once somebody asks, at once if somebody has.
    void onRequest(Runnable listener) {
        listeners.add(listener);
        if (requested.get()) {
            listener.run();
        }
    }

    /// Works something out beside, and gives it up once somebody asks; what was begun then runs on, to nobody's use,
    /// until the program ends.
    ///
    /// @return what was worked out; nothing where that was given up or, with a stop asked for already, not begun
    public <T> Optional<T> unlessRequested(Supplier<T> work) {
        CompletableFuture<Optional<T>> found = new CompletableFuture<>();
        Runnable givenUp = () -> found.complete(Optional.empty());
        onRequest(givenUp);
        if (!found.isDone()) {
            Thread.ofPlatform().daemon().name("given up when asked").start(() -> complete(found, work));
        }
        try {
            return found.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            forget(givenUp);
        }
    }

    private static <T> void complete(CompletableFuture<Optional<T>> found, Supplier<T> work) {
        try {
            found.complete(Optional.of(work.get()));
        } catch (RuntimeException | Error failed) {
            found.completeExceptionally(failed);
        }
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
