package org.muster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.lab.run.Question;
import org.muster.lab.study.Chunks;
import org.muster.lab.study.Workers;

/// A standalone master with two workers, each a process of its own on the loopback.
class StandaloneTest {
    @TempDir
    Path temp;

    /// Two workers write what one thread does; so do they where one of them is killed on the way. Where none is left,
    /// that is told.
    @Test
    void twoWorkersHaveTheBytesOfOneThreadAlsoWhereOneIsKilled() throws Exception {
        Question question = Studies.question(12);
        String hash = Studies.localHash(question, temp.resolve("own"));
        try (Standalone cluster = Standalone.start(temp.resolve("cluster"), 2)) {
            SparkWorkers workers = new SparkWorkers(cluster.url(), cluster.jars());
            assertThat(Studies.hash(question, temp.resolve("two"), workers)).isEqualTo(hash);

            AtomicBoolean killed = new AtomicBoolean();
            Workers killing = (asked, parts, taker) -> workers.work(asked, parts, (part, lines) -> {
                if (!killed.getAndSet(true)) {
                    cluster.kill(0);
                }
                taker.take(part, lines);
            });
            assertThat(Studies.hash(question, temp.resolve("one"), killing)).isEqualTo(hash);
            assertThat(killed).isTrue();

            cluster.kill(1);
            assertThatThrownBy(() -> new SparkWorkers(
                                    cluster.url(),
                                    cluster.jars(),
                                    asked -> new PartWork(asked, "nobody"),
                                    Duration.ofSeconds(3))
                            .work(question, new Chunks(question).parts(), (part, lines) -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no worker of " + cluster.url() + " took work for 3 s");
        }
    }
}
