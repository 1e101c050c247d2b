package org.muster.terminal;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.muster.solve.Stop;

/// Ctrl-C asks for the best plan so far, and the program waits until it is told; it then leaves with the exit code of
/// an interrupted program (130).
public final class Interrupt {
    private static final long MOST_SECONDS_TO_TELL = 15;

    /// What was asked last: a process runs one command.
    private static final AtomicReference<Interrupt> LAST = new AtomicReference<>();

    /// Whether a signal is how the command is meant to end.
    private static final AtomicBoolean MEANT = new AtomicBoolean();

    private final Stop stop;
    private final CountDownLatch answered = new CountDownLatch(1);

    private Interrupt(Stop stop) {
        this.stop = stop;
    }

    /// Work that ends with an exit code.
    ///
    /// @param <E> what it may throw
    @FunctionalInterface
    public interface Work<E extends Exception> {
        int exitCode() throws E;
    }

    /// Does work whose solver Ctrl-C asks, by `stop`, for the best so far.
    public static <E extends Exception> int asking(Stop stop, Work<E> work) throws E {
        Interrupt interrupt = asks(stop);
        try {
            return work.exitCode();
        } finally {
            interrupt.answered.countDown();
        }
    }

    private static Interrupt asks(Stop stop) {
        Interrupt interrupt = new Interrupt(stop);
        LAST.set(interrupt);
        return interrupt;
    }

    /// Runs a command that is told in a sentence to have been ended from outside (Ctrl-C, a closed terminal, `kill`),
    /// where it then tells no answer, the best so far, in time.
    ///
    /// @param command gives the exit code
    /// @return        the exit code
    public static int during(PrintWriter err, IntSupplier command) {
        Thread ended = Thread.ofPlatform().unstarted(() -> {
            Interrupt last = LAST.get();
            if (!MEANT.get() && (last == null || !last.tells())) {
                err.println("muster: ended before there was an answer.");
                err.flush();
            }
        });
        Runtime.getRuntime().addShutdownHook(ended);
        int code = command.getAsInt();
        try {
            Runtime.getRuntime().removeShutdownHook(ended);
        } catch (IllegalStateException ending) {
            // the hook runs already, and whoever ended the command takes its own exit code
        }
        return code;
    }

    /// From now on a signal is how the command is meant to end, as that of a server: there is nothing to be told.
    public static void isMeant() {
        MEANT.set(true);
    }

    /// Asks for the best so far and waits for it, but no longer than anybody would.
    ///
    /// @return whether it has been told
    private boolean tells() {
        stop.request();
        try {
            return answered.await(MOST_SECONDS_TO_TELL, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
