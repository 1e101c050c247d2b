package org.muster.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
import org.muster.answer.Telling;

/// Says what a long command is at, in whole lines: nothing in the first second unless that is asked for, then the
/// phase, each later phase when it begins, and every two seconds that it is still at it.
public final class Phases implements Telling, AutoCloseable {
    private static final long FIRST_MILLIS = 1000;
    private static final long EVERY_MILLIS = 2000;

    private final PrintWriter err;
    private final boolean told;
    private final long start = System.nanoTime();
    private final Thread clock;
    private Supplier<String> phase = () -> "";
    private boolean speaking;
    private boolean closed;

    /// @param told   whether anybody reads it
    /// @param atOnce whether the first second is told too
    public Phases(PrintWriter err, boolean told, boolean atOnce) {
        this.err = err;
        this.told = told;
        this.speaking = atOnce;
        this.clock = Thread.ofPlatform().daemon().name("phases").unstarted(this::tick);
        if (told) {
            clock.start();
        }
    }

    @Override
    public void begin(String words) {
        begin(() -> words);
    }

    /// A phase begins whose words change as it goes on.
    public synchronized void begin(Supplier<String> words) {
        phase = words;
        if (speaking) {
            say(words.get());
        }
    }

    @Override
    public synchronized void now(String words) {
        phase = () -> words;
    }

    /// Does one piece of work and says what it is at meanwhile.
    public static <T> T during(
            PrintWriter err, boolean told, boolean atOnce, Supplier<String> words, Supplier<T> work) {
        try (Phases phases = new Phases(err, told, atOnce)) {
            phases.begin(words);
            return work.get();
        }
    }

    /// Whether anybody reads it.
    public boolean isTold() {
        return told;
    }

    private void say(String words) {
        if (told && !closed && !words.isEmpty()) {
            err.println(String.format(Locale.ROOT, "muster: %.1f s, %s", (System.nanoTime() - start) / 1e9, words));
            err.flush();
        }
    }

    private void tick() {
        try {
            Thread.sleep(FIRST_MILLIS);
            synchronized (this) {
                if (!speaking) {
                    speaking = true;
                    say(phase.get());
                }
            }
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    say("still " + phase.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nothing more is said.
    public void end() {
        synchronized (this) {
            closed = true;
        }
        clock.interrupt();
    }

    @Override
    public void close() {
        end();
    }
}
