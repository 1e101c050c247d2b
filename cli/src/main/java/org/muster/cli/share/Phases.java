package org.muster.cli.share;

import java.io.PrintWriter;
import java.util.Locale;

/// Says on a terminal what a long command is at, in whole lines: each phase when it begins, and every two seconds that
/// it
/// is still at it.
final class Phases implements AutoCloseable {
    private static final long EVERY_MILLIS = 2000;

    private final PrintWriter err;
    private final boolean told;
    private final long start = System.nanoTime();
    private final Thread clock;
    private String phase = "";
    private boolean closed;

    /// @param told whether anybody reads it
    Phases(PrintWriter err, boolean told) {
        this.err = err;
        this.told = told;
        this.clock = Thread.ofPlatform().daemon().name("phases").unstarted(this::tick);
        if (told) {
            clock.start();
        }
    }

    /// A phase begins.
    synchronized void begin(String words) {
        phase = words;
        say(words);
    }

    /// The phase goes on, with other words the next time that it is told.
    synchronized void now(String words) {
        phase = words;
    }

    private void say(String words) {
        if (told && !closed) {
            err.println(String.format(Locale.ROOT, "muster: %.1f s, %s", (System.nanoTime() - start) / 1e9, words));
            err.flush();
        }
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    say("still " + phase);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        clock.interrupt();
    }
}
