package org.muster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.muster.lab.run.Question;
import org.muster.lab.study.Asked;
import org.muster.lab.study.Chunks;
import org.muster.lab.study.Order;
import org.muster.lab.study.Part;
import org.muster.lab.study.Report;

/// The process that the command starts, spoken to as the command does.
class SparkProcessTest {
    private static Process started() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split(" +")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SparkProcess.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void say(ObjectOutputStream out, Order order) throws IOException {
        out.writeObject(order);
        out.flush();
    }

    private static List<Report> heard(Process process) throws IOException, ClassNotFoundException {
        ObjectInputStream in = new ObjectInputStream(process.getInputStream());
        List<Report> reports = new ArrayList<>();
        do {
            reports.add((Report) in.readObject());
        } while (reports.getLast() instanceof Report.Made);
        return reports;
    }

    @Test
    void everyPartIsToldOnceAndThenTheEnd() throws Exception {
        Question question = Studies.question(3);
        List<Part> parts = new Chunks(question).parts();
        Process process = started();
        try (ObjectOutputStream out = new ObjectOutputStream(process.getOutputStream())) {
            say(out, new Order("local[2]", List.of(), Asked.of(question), parts));
            List<Report> reports = heard(process);
            assertThat(reports.removeLast()).isEqualTo(new Report.Ended());
            assertThat(reports)
                    .extracting(report -> ((Report.Made) report).part())
                    .containsExactlyInAnyOrderElementsOf(parts);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatIsRefusedIsTold() throws Exception {
        Question question = Studies.question(1);
        Process process = started();
        try (ObjectOutputStream out = new ObjectOutputStream(process.getOutputStream())) {
            say(out, new Order("yarn", List.of(), Asked.of(question), new Chunks(question).parts()));
            assertThat(heard(process).toString()).contains("Refused").contains("--spark is \"yarn\"");
        } finally {
            process.destroyForcibly();
        }
    }

    /// A command that is killed leaves nothing running.
    @Test
    void itEndsWithWhoStartedIt() throws Exception {
        Question question = Studies.question(5_000);
        Process process = started();
        ObjectOutputStream out = new ObjectOutputStream(process.getOutputStream());
        say(out, new Order("local[1]", List.of(), Asked.of(question), new Chunks(question).parts()));
        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
        out.close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
