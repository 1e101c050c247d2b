package org.muster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.input.Refusal;
import org.muster.lab.run.Question;
import org.muster.lab.study.Asked;
import org.muster.lab.study.Chunks;
import org.muster.lab.study.Part;
import org.muster.lab.study.Report;
import scala.collection.Iterator;

/// Spark in this process: the same bytes, tasks that are done again, and what is refused.
class SparkWorkersTest {
    @TempDir
    Path temp;

    /// Threads of Spark write what threads of our own do.
    @Test
    void twoThreadsOfSparkHaveTheBytesOfOneOfOurOwn() throws IOException {
        Question question = Studies.question(210);
        assertThat(Studies.hash(question, temp.resolve("spark"), new SparkWorkers("local[2]", List.of())))
                .isEqualTo(Studies.localHash(question, temp.resolve("own")));
    }

    /// Each task fails the first time; it is tried again, and nothing of the first try stays.
    @Test
    void aTaskThatFailsIsTriedAgain() throws IOException {
        Question question = Studies.question(110);
        FailingOnce.FAILED.clear();
        String hash = Studies.hash(
                question,
                temp.resolve("spark"),
                new SparkWorkers("local[2]", List.of(), FailingOnce::new, Duration.ofSeconds(30)));
        assertThat(FailingOnce.FAILED).hasSize(8);
        assertThat(hash).isEqualTo(Studies.localHash(question, temp.resolve("own")));
    }

    private static final class FailingOnce extends PartWork {
        static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

        FailingOnce(Asked asked) {
            super(asked, "failing once");
        }

        @Override
        public Report apply(TaskContext task, Iterator<Part> parts) {
            if (task.attemptNumber() == 0) {
                FAILED.add(String.valueOf(task.partitionId()));
                throw new IllegalStateException("this machine has burnt down");
            }
            return super.apply(task, parts);
        }
    }

    @Test
    void aTaskThatFailsAlwaysIsToldInASentence() {
        Question question = Studies.question(3);
        assertThatThrownBy(() -> Studies.hash(
                        question,
                        temp.resolve("spark"),
                        new SparkWorkers("local[2]", List.of(), FailingAlways::new, Duration.ofSeconds(30))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Spark gave up: ")
                .hasMessageContaining("failed 4 times")
                .hasMessageContaining("burnt down");
    }

    private static final class FailingAlways extends PartWork {
        FailingAlways(Asked asked) {
            super(asked, "failing always");
        }

        @Override
        public Report apply(TaskContext task, Iterator<Part> parts) {
            throw new IllegalStateException("this machine has burnt down");
        }
    }

    /// What the user has to mend is no failure of machines: it is not tried again, and keeps its words.
    @Test
    void aRefusalKeepsItsWords() {
        Question question = Studies.question(3);
        assertThatThrownBy(() -> Studies.hash(
                        question,
                        temp.resolve("spark"),
                        new SparkWorkers("local[1]", List.of(), Refusing::new, Duration.ofSeconds(30))))
                .isInstanceOf(Refusal.class)
                .hasMessage("the rule has nothing to go by")
                .extracting(refused -> ((Refusal) refused).findings())
                .isEqualTo(List.of("sharing.yaml:3:1: no key"));
    }

    private static final class Refusing extends PartWork {
        Refusing(Asked asked) {
            super(asked, "refusing");
        }

        @Override
        public Report apply(TaskContext task, Iterator<Part> parts) {
            return new Report.Refused(List.of("sharing.yaml:3:1: no key"), "the rule has nothing to go by");
        }
    }

    /// A disk that is full while Spark hands results over is told as it is without Spark.
    @Test
    void aDiskThatRefusesIsToldAsItIs() {
        Question question = Studies.question(3);
        assertThatThrownBy(() -> new SparkWorkers("local[1]", List.of())
                        .work(question, new Chunks(question).parts(), (part, lines) -> {
                            throw new UncheckedIOException(new IOException("No space left on device"));
                        }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yarn",
                "k8s://host:1",
                "local[0]",
                "local[two]",
                "local[2,4]",
                "spark://",
                "spark://host",
                "spark://host:99999",
                "spark://a:1,",
                "http://host:7077",
                ""
            })
    void aMasterOfAnotherKindIsRefused(String given) {
        assertThatThrownBy(() -> Master.of(given))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("--spark is \"" + given + "\", no master known here. Known are local[N]");
    }

    @Test
    void aMasterThatDoesNotAnswerIsToldAtOnce() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> Studies.hash(
                        Studies.question(1),
                        temp.resolve("s"),
                        new SparkWorkers("spark://127.0.0.1:" + free, List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no Spark master answers at spark://127.0.0.1:" + free)
                .hasMessageContaining("Start one, or name another");
    }

    @ParameterizedTest
    @CsvSource({"25.0.2,true", "25.0.1,true", "25,true", "25.0.3,false", "25.0.10,false", "26,false", "21.0.1,false"})
    void aJdkThatDamagesDataIsRefused(String version, boolean refused) {
        assertThat(Jdk.refusal(Runtime.Version.parse(version)).isPresent()).isEqualTo(refused);
        assertThat(Jdk.refusal(Runtime.version())).isEmpty();
    }

    /// What goes to a worker is the folder's texts: the question that is read from them asks the same.
    @Test
    void aQuestionArrivesAsItWasSent() {
        Question question = Studies.question(5);
        Question there = Asked.of(question).question();
        assertThat(Asked.of(there)).isEqualTo(Asked.of(question));
        assertThat(Map.copyOf(Asked.of(there).texts())).containsKey("futures.yaml");
    }
}
