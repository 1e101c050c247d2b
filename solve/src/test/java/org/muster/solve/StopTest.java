package org.muster.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StopTest {
    private final Stop stop = new Stop();

    @Test
    void whatIsWorkedOutInTimeIsThere() {
        assertThat(stop.unlessRequested(() -> 7)).contains(7);
    }

    @Test
    void whatIsBegunIsGivenUpWhenSomebodyAsks() {
        CountDownLatch never = new CountDownLatch(1);
        assertThat(stop.unlessRequested(() -> {
                    stop.request();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 7;
                }))
                .isEmpty();
        never.countDown();
    }

    @Test
    void nothingIsBegunAfterwards() {
        AtomicBoolean begun = new AtomicBoolean();
        stop.request();
        assertThat(stop.unlessRequested(() -> begun.getAndSet(true))).isEmpty();
        assertThat(begun).isFalse();
    }

    @Test
    void aMistakeIsThrownAsItIs() {
        assertThatThrownBy(() -> stop.unlessRequested(() -> {
                    throw new ArithmeticException("too large");
                }))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("too large");
    }
}
