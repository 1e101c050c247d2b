package org.muster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.muster.lab.run.Question;
import org.muster.lab.study.Asked;
import org.muster.lab.study.Chunks;
import org.muster.lab.study.Part;
import org.muster.lab.study.Report;
import org.muster.lab.study.Workers;
import scala.collection.Iterator;

/// A standalone master with two workers, each a process of its own on the loopback. Both tests go to one cluster, since
/// that takes longest to start; the one that kills its workers comes last.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneTest {
    private static final String ELSEWHERE = "127.0.0.2";
    private static final Question QUESTION = Studies.question(2);

    @TempDir
    static Path temp;

    private static Standalone cluster;
    private static String hash;

    @BeforeAll
    static void start() throws Exception {
        cluster = Standalone.start(
                temp.resolve("cluster"), List.of("127.0.0.1", canListen(ELSEWHERE) ? ELSEWHERE : "127.0.0.1"));
        hash = Studies.localHash(QUESTION, temp.resolve("own"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    /// Two workers write what one thread does; so do they where one of them is killed on the way. Where none is left,
    /// that is told.
    @Test
    @Order(2)
    void twoWorkersHaveTheBytesOfOneThreadAlsoWhereOneIsKilled() throws Exception {
        SparkWorkers workers = new SparkWorkers(cluster.url(), cluster.jars());
        if (!canListen(ELSEWHERE)) {
            // else the other test has had two workers to its end
            assertThat(Studies.hash(QUESTION, temp.resolve("two"), workers)).isEqualTo(hash);
        }
        AtomicBoolean killed = new AtomicBoolean();
        Workers killing = (asked, parts, taker) -> workers.work(asked, parts, (part, lines) -> {
            if (!killed.getAndSet(true)) {
                cluster.kill(0);
            }
            taker.take(part, lines);
        });
        assertThat(Studies.hash(QUESTION, temp.resolve("one"), killing)).isEqualTo(hash);
        assertThat(killed).isTrue();

        cluster.kill(1);
        assertThatThrownBy(() -> new SparkWorkers(
                                cluster.url(),
                                cluster.jars(),
                                asked -> new PartWork(asked, "nobody"),
                                Duration.ofSeconds(2))
                        .work(QUESTION, new Chunks(QUESTION).parts(), (part, lines) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no worker of " + cluster.url() + " took work for 2 s");
    }

    /// Spark begins a second copy of a task that is slow, on the other worker, and takes the first that ends: the bytes
    /// are the same. The first copy of one task waits here until the second has ended, or a minute.
    @Test
    @Order(1)
    void aSpeculativeCopyChangesNoByte() throws Exception {
        assumeTrue(
                canListen(ELSEWHERE), "a second address of the loopback is not there: Spark takes all for one machine");
        Path copies = Files.createDirectory(temp.resolve("copies"));
        Map<String, String> settings = Map.of(
                "spark.speculation",
                "true",
                "spark.speculation.interval",
                "100ms",
                "spark.speculation.quantile",
                "0.1",
                "spark.speculation.multiplier",
                "1.1",
                "spark.speculation.efficiency.enabled",
                "false",
                "spark.speculation.minTaskRuntime",
                "100ms");
        settings.forEach(System::setProperty);
        try {
            SparkWorkers workers = new SparkWorkers(
                    cluster.url(),
                    cluster.jars(),
                    asked -> new Dawdling(asked, copies.toString()),
                    Duration.ofSeconds(30));
            assertThat(Studies.hash(QUESTION, temp.resolve("speculated"), workers))
                    .isEqualTo(hash);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        assertThat(copies.resolve("second"))
                .as("a second copy was begun, and ended")
                .exists();
    }

    private static boolean canListen(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (IOException no) {
            return false;
        }
    }

    /// Work whose first task waits for its own second copy.
    private static final class Dawdling extends PartWork {
        private static final long serialVersionUID = 1L;
        private static final int MOST_MILLIS = 60_000;

        private final String copies;

        Dawdling(Asked asked, String copies) {
            super(asked, "dawdling");
            this.copies = copies;
        }

        @Override
        public Report apply(TaskContext task, Iterator<Part> parts) {
            Path second = Path.of(copies, "second");
            boolean slow = task.partitionId() == 0;
            try {
                for (int waited = 0; slow && task.attemptNumber() == 0 && !Files.exists(second); waited += 50) {
                    if (waited > MOST_MILLIS) {
                        break;
                    }
                    Thread.sleep(50);
                }
                Report report = super.apply(task, parts);
                if (slow && task.attemptNumber() == 1) {
                    Files.writeString(second, "");
                }
                return report;
            } catch (InterruptedException | IOException ended) {
                throw new IllegalStateException("ended while it waited", ended);
            }
        }
    }
}
