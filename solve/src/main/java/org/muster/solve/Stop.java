package org.muster.solve;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

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

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
