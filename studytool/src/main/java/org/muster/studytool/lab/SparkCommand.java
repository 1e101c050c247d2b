package org.muster.studytool.lab;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.input.Refusal;
import org.muster.lab.run.Question;
import org.muster.lab.study.Asked;
import org.muster.lab.study.Order;
import org.muster.lab.study.Part;
import org.muster.lab.study.Report;
import org.muster.lab.study.Workers;

/// Workers of Spark, spoken to by a process of its own: Spark's libraries never come on the class path of the rest.
final class SparkCommand implements Workers {
    private static final String MAIN = "org.muster.spark.SparkProcess";

    /// What Spark asks of the JDK.
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final SparkJars jars;
    private final String master;

    SparkCommand(SparkJars jars, String master) {
        this.jars = jars;
        this.master = master;
    }

    @Override
    public void work(Question question, List<Part> parts, Taker taker) throws IOException {
        Path log = Files.createTempFile("muster-spark", ".log");
        Process process = started(log);
        Report last;
        try (ObjectOutputStream out = new ObjectOutputStream(process.getOutputStream())) {
            out.writeObject(new Order(
                    master, jars.workers().stream().map(Path::toString).toList(), Asked.of(question), parts));
            // left open: the process ends when this end does
            out.flush();
            last = listen(process, taker);
        } catch (IOException silent) {
            throw new IOException(
                    "the process that speaks to Spark ended without a word. What it said stands in " + log, silent);
        } finally {
            process.destroy();
        }
        switch (last) {
            case Report.Refused no -> {
                Files.deleteIfExists(log);
                throw new Refusal(no.findings(), no.sentence());
            }
            case Report.Failed no -> throw new IOException(no.sentence() + ". What Spark said stands in " + log);
            case Report.Made made -> throw new IllegalStateException("a part is not the last word");
            case Report.Ended end -> Files.deleteIfExists(log);
        }
    }

    /// @return the last word
    private static Report listen(Process process, Taker taker) throws IOException {
        ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(process.getInputStream()));
        Report report = report(in);
        while (report instanceof Report.Made made) {
            taker.take(made.part(), made.lines());
            report = report(in);
        }
        return report;
    }

    private static Report report(ObjectInputStream in) throws IOException {
        try {
            return (Report) in.readObject();
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException("both processes are of one build", impossible);
        }
    }

    private Process started(Path log) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        OPENED.forEach(name -> command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED")));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC"));
        Stream.of("java.library.path", "java.io.tmpdir")
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                "-cp",
                jars.process().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                MAIN));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        return builder.redirectError(log.toFile()).start();
    }
}
