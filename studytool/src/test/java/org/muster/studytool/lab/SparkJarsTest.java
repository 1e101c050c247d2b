package org.muster.studytool.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.input.Refusal;

/// Spark's jars are used only where they are there and of the same sources.
class SparkJarsTest {
    @TempDir
    Path temp;

    private Path file(String name, String text) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private SparkJars jars() throws IOException {
        return SparkJars.in(temp.resolve("spark/target"), temp.resolve("cli/target/lib"));
    }

    @Test
    void withoutABuildTheCommandForItIsTold() throws IOException {
        assertThatThrownBy(this::jars)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("./mvnw -q -pl spark -am package -DskipTests")
                .hasMessageContaining("100 MB");
        file("spark/target/muster-spark-0.1.0.jar", "own");
        assertThatThrownBy(this::jars).hasMessageContaining("not built yet");
    }

    @Test
    void jarsOfOtherSourcesAreRefused() throws IOException {
        file("spark/target/muster-spark-0.1.0.jar", "own");
        file("spark/target/lib/muster-lab-0.1.0.jar", "yesterday");
        file("cli/target/lib/muster-lab-0.1.0.jar", "today");
        assertThatThrownBy(this::jars)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("built from other sources")
                .hasMessageContaining("muster-lab-0.1.0.jar differs");
    }

    /// A worker has Spark's libraries already; it gets ours.
    @Test
    void workersGetWhatIsOurs() throws IOException {
        Path own = file("spark/target/muster-spark-0.1.0.jar", "own");
        Path lab = file("spark/target/lib/muster-lab-0.1.0.jar", "lab");
        Path solver = file("spark/target/lib/ortools-java-9.jar", "solver");
        Path spark = file("spark/target/lib/spark-core_2.13-4.2.0.jar", "spark");
        file("cli/target/lib/muster-lab-0.1.0.jar", "lab");
        file("cli/target/lib/ortools-java-9.jar", "solver");
        assertThat(jars().process()).containsExactly(own, lab, solver, spark);
        assertThat(jars().workers()).containsExactly(own, lab, solver);
    }
}
