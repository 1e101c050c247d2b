package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.job.Event;
import org.muster.web.job.Job;
import org.muster.web.job.Jobs;

/// Jobs: how many at a time, told, stopped, one a question.
class JobsTest {
    private static final long LONG = 20_000;

    private static Function<Job, Object> until(CountDownLatch end) {
        return job -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "found";
        };
    }

    @Test
    void twoAtATimeTwentyWaitAndTheNextIsRefused() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (Jobs jobs = new Jobs()) {
            List<Job> started = new ArrayList<>();
            for (int k = 0; k < 22; k++) {
                started.add(jobs.start("key " + k, "title", "/there", until(end)));
            }
            assertThat(started.get(0).after(1, LONG)).isNotEmpty();
            assertThat(started.get(1).after(1, LONG)).isNotEmpty();
            assertThat(started.stream().map(Job::state))
                    .filteredOn(Job.State.RUNNING::equals)
                    .hasSize(2);
            assertThatThrownBy(() -> jobs.start("one more", "title", "/there", until(end)))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(Code.BUSY));
            end.countDown();
            for (Job job : started) {
                assertThat(job.await(LONG)).isTrue();
                assertThat(job.answer()).contains("found");
            }
        }
    }

    @Test
    void theSameQuestionIsOneJobUntilItIsStopped() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        try (Jobs jobs = new Jobs()) {
            Function<Job, Object> work = job -> {
                begun.incrementAndGet();
                return until(end).apply(job);
            };
            Job first = jobs.start("key", "title", "/there", work);
            assertThat(first.after(1, LONG)).isNotEmpty();
            assertThat(jobs.start("key", "title", "/there", work)).isSameAs(first);
            first.stop();
            assertThat(first.state()).isEqualTo(Job.State.STOPPED);
            assertThat(first.solverStop().isRequested()).isTrue();
            Job second = jobs.start("key", "title", "/there", work);
            assertThat(second).isNotSameAs(first);
            end.countDown();
            assertThat(second.await(LONG)).isTrue();
            assertThat(second.answer()).contains("found");
            assertThat(first.answer()).as("what was stopped has no answer").isEmpty();
            assertThat(begun.get()).isEqualTo(2);
        }
    }

    @Test
    void whoComesBackIsToldWhatWasMissedAndThatTheRestIsGone() throws InterruptedException {
        try (Jobs jobs = new Jobs()) {
            Job job = jobs.start("key", "title", "/there", told -> {
                for (int k = 1; k <= 1_500; k++) {
                    told.now("part " + k);
                }
                return "found";
            });
            assertThat(job.await(LONG)).isTrue();
            List<Event> all = job.after(1_400, 0);
            assertThat(all.getFirst().number()).isEqualTo(1_401);
            assertThat(all.getLast()).isEqualTo(new Event(1_503, "state", "done"));
            assertThat(job.after(1, 0)).singleElement().satisfies(event -> {
                assertThat(event.kind()).isEqualTo("resync");
                assertThat(event.number()).isEqualTo(1_503);
            });
            assertThat(job.after(9_999, 0))
                    .singleElement()
                    .extracting(Event::kind)
                    .isEqualTo("resync");
        }
    }

    @Test
    void whatFailsSaysWhy() throws InterruptedException {
        try (Jobs jobs = new Jobs()) {
            Job job = jobs.start("key", "title", "/there", told -> {
                throw new IllegalStateException("broken");
            });
            assertThat(job.await(LONG)).isTrue();
            assertThat(job.state()).isEqualTo(Job.State.FAILED);
            assertThat(job.failure()).get().isInstanceOf(IllegalStateException.class);
        }
    }
}
