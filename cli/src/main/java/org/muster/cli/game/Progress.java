package org.muster.cli.game;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.muster.cli.Terminal;

/// One line on a terminal that says what is being worked out and for how long: from the first second on. Nothing is
/// written where output is no terminal.
final class Progress {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final Supplier<String> what;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread teller;

    private Progress(PrintWriter err, Supplier<String> what) {
        this.err = err;
        this.what = what;
        this.teller = Thread.ofVirtual().unstarted(this::tell);
    }

    /// Does the work, with the line shown meanwhile.
    static <T> T during(PrintWriter err, String what, Supplier<T> work) {
        return during(err, () -> what, work);
    }

    /// Does the work, with a line that changes shown meanwhile.
    static <T> T during(PrintWriter err, Supplier<String> what, Supplier<T> work) {
        Progress progress = new Progress(err, what);
        if (Terminal.isTerminal()) {
            progress.teller.start();
        }
        try {
            return work.get();
        } finally {
            progress.end();
        }
    }

    /// The line after so many seconds.
    static String line(String what, long seconds) {
        return "%s ... %d s".formatted(what, seconds);
    }

    private void tell() {
        try {
            for (long seconds = 1; !done.await(1, TimeUnit.SECONDS); seconds++) {
                err.print(CLEAR + line(what.get(), seconds));
                err.flush();
            }
            err.print(CLEAR);
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        done.countDown();
        try {
            teller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
