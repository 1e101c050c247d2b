package org.muster.cli.plan;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.muster.solve.Stop;

/// Ctrl-C asks for the best plan so far, and the program waits until it is told; it then leaves with the exit code of
/// an interrupted program (130).
public final class Interrupt {
    private static final long MOST_SECONDS_TO_TELL = 30;

    private final CountDownLatch answered = new CountDownLatch(1);

    private Interrupt() {}

    /// Work that ends with an exit code.
    ///
    /// @param <E> what it may throw
    @FunctionalInterface
    public interface Work<E extends Exception> {
        int exitCode() throws E;
    }

    /// Does work whose solver Ctrl-C asks, by `stop`, for the best so far.
    public static <E extends Exception> int during(Stop stop, Work<E> work) throws E {
        Interrupt interrupt = asks(stop);
        try {
            return work.exitCode();
        } finally {
            interrupt.answered.countDown();
        }
    }

    private static Interrupt asks(Stop stop) {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stop.request();
            interrupt.awaitTold();
        }));
        return interrupt;
    }

    /// Waits for the answer, but no longer than anybody would: then the program ends without it.
    private void awaitTold() {
        try {
            answered.await(MOST_SECONDS_TO_TELL, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
