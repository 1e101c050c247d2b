package org.muster.web.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;

/// Jobs: two at a time, twenty more in the queue, the last fifty that are over kept with their answers.
///
/// The same question asked twice, by a second tab or a second click, is one job.
public final class Jobs implements AutoCloseable {
    private static final int AT_A_TIME = 2;
    private static final int IN_THE_QUEUE = 20;
    private static final int KEPT = 50;

    private final Map<String, Job> byKey = new LinkedHashMap<>();
    private final Map<String, Job> byId = new LinkedHashMap<>();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(IN_THE_QUEUE),
            Thread.ofPlatform().daemon().name("job-", 1).factory());
    private long count;

    /// The job of this key: the one that there is, unless it was stopped or has failed, else a new one.
    ///
    /// @param work what it does; told where it is by the job itself
    /// @throws Fault where the queue is full
    public synchronized Job start(String key, String title, String address, Function<Job, Object> work) {
        Job known = byKey.get(key);
        if (known != null && known.state() != Job.State.STOPPED && known.state() != Job.State.FAILED) {
            return known;
        }
        Job job = new Job(String.valueOf(count + 1), key, title, address);
        try {
            workers.execute(() -> run(job, work));
        } catch (RejectedExecutionException full) {
            throw new Fault(
                    Code.BUSY,
                    AT_A_TIME + " jobs are worked on and " + IN_THE_QUEUE
                            + " wait. Stop one of them, or come back in a while");
        }
        count++;
        byKey.put(key, job);
        byId.put(job.id(), job);
        forget();
        return job;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever becomes of the work is what becomes of the job
    private static void run(Job job, Function<Job, Object> work) {
        if (!job.begin()) {
            return;
        }
        try {
            job.finish(work.apply(job));
        } catch (RuntimeException | Error thrown) {
            job.fail(thrown);
        }
    }

    private void forget() {
        long over = byId.values().stream().filter(job -> job.state().isOver()).count();
        var all = byId.values().iterator();
        while (over > KEPT && all.hasNext()) {
            Job oldest = all.next();
            if (oldest.state().isOver()) {
                all.remove();
                byKey.remove(oldest.key(), oldest);
                over--;
            }
        }
    }

    /// The job that was started last for a question.
    public synchronized Optional<Job> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// The job of this number.
    public synchronized Optional<Job> numbered(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Gives up all that is not over.
    @Override
    public void close() {
        synchronized (this) {
            byId.values().forEach(Job::stop);
        }
        workers.shutdownNow();
    }
}
