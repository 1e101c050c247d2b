package org.muster.cli.invest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.muster.input.Refusal;
import org.muster.solve.Deadline;
import org.muster.solve.recourse.Recourse;
import org.muster.solve.recourse.Smps;
import org.muster.solve.recourse.TwoStage;

/// Two-stage programs of a folder in SMPS form, each solved by the method that fits, beside one solver on all futures
/// together in the same run.
final class PublishedPrograms {
    /// Values that differ by less, as a part of them, are the same to solvers.
    private static final double SAME = 1e-6;

    private static final String CORE = ".cor";

    private PublishedPrograms() {}

    /// A method's answer with the time that it took.
    private record Timed(Optional<Recourse.Answer> answer, double seconds) {
        static Timed of(TwoStage program, Recourse.Method method, Deadline deadline) {
            long start = System.nanoTime();
            Optional<Recourse.Answer> answer = Recourse.solve(program, method, deadline);
            return new Timed(answer, (System.nanoTime() - start) / 1e9);
        }

        boolean isOptimal() {
            return answer.map(Recourse.Answer::optimal).orElse(false);
        }

        String value() {
            return answer.map(one -> String.format(Locale.ROOT, "%.6f", one.value()))
                    .orElse("-");
        }
    }

    /// Measures every program of a folder.
    ///
    /// @param each starts the time allowed for one solve
    /// @return whether nothing that both solved differs
    static boolean measure(Path folder, Supplier<Deadline> each, PrintWriter out) throws IOException {
        List<Path> cores = cores(folder);
        out.printf(
                Locale.ROOT,
                "%-20s %12s %-8s %16s %9s %16s %9s %6s\n",
                "instance",
                "futures",
                "method",
                "value",
                "seconds",
                "all together",
                "seconds",
                "agree");
        boolean agree = true;
        for (Path core : cores) {
            String name = core.getFileName().toString();
            name = name.substring(0, name.length() - CORE.length());
            TwoStage program = read(folder, name);
            Optional<Recourse.Method> method = Recourse.methodFor(program);
            double futures = program.futures().count();
            Optional<Timed> solved = method.map(one -> Timed.of(program, one, each.get()));
            Optional<Timed> together = futures <= Recourse.MOST_TOGETHER
                    ? Optional.of(Timed.of(program, Recourse.Method.TOGETHER, each.get()))
                    : Optional.empty();
            Optional<Boolean> same = solved.filter(Timed::isOptimal)
                    .flatMap(one -> together.filter(Timed::isOptimal).map(other -> isSame(one, other)));
            agree &= same.orElse(true);
            out.printf(
                    Locale.ROOT,
                    "%-20s %12.0f %-8s %16s %9s %16s %9s %6s\n",
                    name,
                    futures,
                    method.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("-"),
                    solved.map(PublishedPrograms::valueOf).orElse("-"),
                    solved.map(PublishedPrograms::secondsOf).orElse("-"),
                    together.map(PublishedPrograms::valueOf).orElse("-"),
                    together.map(PublishedPrograms::secondsOf).orElse("-"),
                    same.map(one -> one ? "yes" : "NO").orElse("-"));
            out.flush();
        }
        return agree;
    }

    private static String valueOf(Timed timed) {
        return timed.value() + (timed.isOptimal() ? "" : "?");
    }

    private static String secondsOf(Timed timed) {
        return String.format(Locale.ROOT, "%.3f", timed.seconds());
    }

    private static boolean isSame(Timed one, Timed other) {
        double value = one.answer().orElseThrow().value();
        return Math.abs(value - other.answer().orElseThrow().value()) <= SAME * Math.max(1, Math.abs(value));
    }

    private static List<Path> cores(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(folder + " is no folder. Name one that holds NAME.cor, NAME.tim and NAME.sto");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> cores = files.filter(file -> file.toString().endsWith(CORE))
                    .filter(file -> Files.exists(sibling(file, ".tim")) && Files.exists(sibling(file, ".sto")))
                    .sorted()
                    .toList();
            if (cores.isEmpty()) {
                throw new Refusal(folder + " holds no instance: NAME.cor, NAME.tim and NAME.sto");
            }
            return cores;
        }
    }

    private static Path sibling(Path core, String end) {
        String name = core.getFileName().toString();
        return core.resolveSibling(name.substring(0, name.length() - CORE.length()) + end);
    }

    private static TwoStage read(Path folder, String name) throws IOException {
        try {
            return Smps.read(
                    text(folder.resolve(name + CORE)),
                    text(folder.resolve(name + ".tim")),
                    text(folder.resolve(name + ".sto")));
        } catch (IllegalArgumentException notRead) {
            throw new Refusal(name + ": " + notRead.getMessage());
        }
    }

    /// Such files are older than UTF-8.
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
