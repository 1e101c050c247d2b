package org.muster.web.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muster.answer.Telling;
import org.muster.solve.Stop;

/// One long question, from its place in the queue to its answer.
///
/// Safe for use from any thread.
public final class Job implements Telling {
    /// Events that are kept for whoever comes back.
    static final int MOST_EVENTS = 1_000;

    /// Where a job stands.
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        STOPPED,
        FAILED;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether it has come to its end.
        public boolean isOver() {
            return compareTo(RUNNING) > 0;
        }
    }

    private final String id;
    private final String key;
    private final String title;
    private final String address;
    private final Stop stop = new Stop();
    private final Deque<Event> events = new ArrayDeque<>();
    private long last;
    private State state = State.WAITING;
    private String words = "waiting for its turn";
    private @Nullable Object answer;
    private @Nullable Throwable failure;

    /// @param id      its number
    /// @param key     what it is about: two jobs of the same key have the same answer
    /// @param title   what it does, for people
    /// @param address where its answer is shown
    Job(String id, String key, String title, String address) {
        this.id = id;
        this.key = key;
        this.title = title;
        this.address = address;
        add("state", State.WAITING.word());
    }

    /// Its number, in addresses.
    public String id() {
        return id;
    }

    /// What it is about.
    String key() {
        return key;
    }

    /// What it does, for people.
    public String title() {
        return title;
    }

    /// Where its answer is shown.
    public String address() {
        return address;
    }

    /// Asks what is being solved for an end.
    public Stop solverStop() {
        return stop;
    }

    /// Where it stands.
    public synchronized State state() {
        return state;
    }

    /// What it is at.
    public synchronized String words() {
        return words;
    }

    /// Its answer, once it is done.
    public synchronized Optional<Object> answer() {
        return Optional.ofNullable(answer);
    }

    /// What made it fail.
    public synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /// Gives it up. A job that is over stays as it is.
    ///
    /// What was begun goes on until it notices, and keeps its turn until then; its answer is not taken.
    public void stop() {
        synchronized (this) {
            if (state.isOver()) {
                return;
            }
            end(State.STOPPED);
        }
        stop.request();
    }

    /// Takes its turn.
    ///
    /// @return whether it is still wanted
    synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        add("state", state.word());
        return true;
    }

    synchronized void finish(Object found) {
        if (!state.isOver()) {
            answer = found;
            end(State.DONE);
        }
    }

    synchronized void fail(Throwable thrown) {
        if (!state.isOver()) {
            failure = thrown;
            end(State.FAILED);
        }
    }

    private void end(State how) {
        state = how;
        words = how.word();
        add("state", how.word());
    }

    @Override
    public void begin(String part) {
        tell("begin", part);
    }

    @Override
    public void now(String part) {
        tell("now", part);
    }

    private synchronized void tell(String kind, String part) {
        if (!state.isOver() && !part.equals(words)) {
            words = part;
            add(kind, part);
        }
    }

    private synchronized void add(String kind, String said) {
        last++;
        events.addLast(new Event(last, kind, said));
        if (events.size() > MOST_EVENTS) {
            events.removeFirst();
        }
        notifyAll();
    }

    /// What happened after an event, waiting for it where nothing has; empty where nothing does in that time, or the
    /// job is over and all is told. Where what came next is no longer kept, one `resync` stands for all of it.
    ///
    /// @param after number of the last event known; 0 for none
    public synchronized List<Event> after(long after, long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (last <= after && !state.isOver()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        Event first = events.getFirst();
        if (after > last || (after > 0 && first.number() > after + 1)) {
            return List.of(new Event(last, "resync", words));
        }
        return events.stream().filter(event -> event.number() > after).toList();
    }

    /// Waits for its end.
    ///
    /// @return whether it came in that time
    public synchronized boolean await(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!state.isOver()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
