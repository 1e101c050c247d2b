package org.muster.studytool.lab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private final SparkJars jars;
    private final String master;

    SparkCommand(SparkJars jars, String master) {
        this.jars = jars;
        this.master = master;
    }

    @Override
    public void work(Question question, List<Part> parts, Taker taker) throws IOException {
        Path log = Files.createTempFile("muster-spark", ".log");
        Process process = SparkProcesses.start(jars, MAIN, log);
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
}
