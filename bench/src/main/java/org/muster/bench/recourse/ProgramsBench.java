package org.muster.bench.recourse;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muster.solve.Deadline;
import org.muster.solve.recourse.Recourse;
import org.muster.solve.recourse.TwoStage;

/// Two-stage programs, each solved by the method that fits, beside one solver on all futures together in the same run.
public final class ProgramsBench {
    /// Values that differ by less, as a part of them, are the same to solvers.
    private static final double SAME = 1e-6;

    private ProgramsBench() {}

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

    /// Measures programs.
    ///
    /// @param programs by name
    /// @param each     starts the time allowed for one solve
    /// @return whether nothing that both solved differs
    public static boolean measure(Map<String, TwoStage> programs, Supplier<Deadline> each, PrintWriter out) {
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
        for (Map.Entry<String, TwoStage> one : programs.entrySet()) {
            TwoStage program = one.getValue();
            Optional<Recourse.Method> method = Recourse.methodFor(program);
            double futures = program.futures().count();
            Optional<Timed> solved = method.map(way -> Timed.of(program, way, each.get()));
            Optional<Timed> together = futures <= Recourse.MOST_TOGETHER
                    ? Optional.of(Timed.of(program, Recourse.Method.TOGETHER, each.get()))
                    : Optional.empty();
            Optional<Boolean> same = solved.filter(Timed::isOptimal)
                    .flatMap(mine -> together.filter(Timed::isOptimal).map(other -> isSame(mine, other)));
            agree &= same.orElse(true);
            out.printf(
                    Locale.ROOT,
                    "%-20s %12.0f %-8s %16s %9s %16s %9s %6s\n",
                    one.getKey(),
                    futures,
                    method.map(way -> way.name().toLowerCase(Locale.ROOT)).orElse("-"),
                    solved.map(ProgramsBench::valueOf).orElse("-"),
                    solved.map(ProgramsBench::secondsOf).orElse("-"),
                    together.map(ProgramsBench::valueOf).orElse("-"),
                    together.map(ProgramsBench::secondsOf).orElse("-"),
                    same.map(yes -> yes ? "yes" : "NO").orElse("-"));
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
}
