package org.muster.cli.plan;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.muster.plan.solve.Stop;

/// Ctrl-C asks for the best plan so far, and the program waits until it is told; it then leaves with the exit code of
/// an interrupted program (130).
public final class Interrupt {
    private static final long MOST_SECONDS_TO_TELL = 30;

    private final CountDownLatch answered = new CountDownLatch(1);

    private Interrupt() {}

    /// From now on Ctrl-C asks `stop`.
    public static Interrupt asks(Stop stop) {
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

    /// Says that the answer has been told.
    public void told() {
        answered.countDown();
    }
}
