package org.muster.spark;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.muster.input.Refusal;
import org.muster.lab.study.Order;
import org.muster.lab.study.Report;

/// A process that reads one order on its standard input, works it out on Spark, and says what comes of it on its
/// standard output. It ends when its standard input does, so that it does not outlive the command that started it.
public final class SparkProcess {
    private SparkProcess() {}

    /// Runs it; nothing is to be said on the command line.
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Locale.setDefault(Locale.ROOT);
        ObjectOutputStream out =
                new ObjectOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // whatever a library prints is none of a report
        System.setOut(System.err);
        out.flush();
        ObjectInputStream in = new ObjectInputStream(System.in);
        Order order = (Order) in.readObject();
        Thread.ofPlatform().daemon().name("leash").start(() -> endWith(in));
        say(out, worked(order, out));
        System.exit(0);
    }

    private static void endWith(ObjectInputStream in) {
        try {
            in.read();
        } catch (IOException gone) {
            // as good as an end
        }
        Runtime.getRuntime().halt(1);
    }

    private static Report worked(Order order, ObjectOutputStream out) {
        try {
            new SparkWorkers(order.master(), order.jars())
                    .work(order.asked(), order.parts(), (part, lines) -> say(out, new Report.Made(part, lines)));
            return new Report.Ended();
        } catch (Refusal refusal) {
            return new Report.Refused(refusal.findings(), refusal.sentence());
        } catch (IOException | RuntimeException failed) {
            failed.printStackTrace();
            return new Report.Failed(failed.getMessage() == null ? failed.toString() : failed.getMessage());
        }
    }

    private static synchronized void say(ObjectOutputStream out, Report report) {
        try {
            out.writeUnshared(report);
            // what was said is not remembered: a study may have a million rows
            out.reset();
            out.flush();
        } catch (IOException nobodyReads) {
            throw new UncheckedIOException(nobodyReads);
        }
    }
}
