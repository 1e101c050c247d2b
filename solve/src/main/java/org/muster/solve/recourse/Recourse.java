package org.muster.solve.recourse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.solve.Deadline;

/// Solves two-stage programs, by the word of floating-point solvers and within their tolerances: `claimed`, not proven.
public final class Recourse {
    /// Futures at most that are listed one by one.
    public static final double MOST_LISTED = 100_000;

    /// Futures at most that stand beside each other in one program.
    public static final double MOST_TOGETHER = 1_000;

    /// How it is solved.
    public enum Method {
        /// Futures are folded: where each column of the second stage stands in one row only, what a row costs on
        /// average hangs on its own side alone, and no future is listed.
        FOLDED,
        /// All futures beside each other in one program.
        TOGETHER,
        /// Cuts from each future by itself, until they meet: Van Slyke and Wets, SIAM Journal on Applied Mathematics 17
        /// (1969), with a cut per future (Birge and Louveaux 1988), for whole second stages after Laporte and Louveaux,
        /// Operations Research Letters 13 (1993).
        CUTS
    }

    /// An answer.
    ///
    /// @param method  how it was found
    /// @param first   what to decide now
    /// @param value   what that costs, with what it then costs on average
    /// @param lower   nothing costs less, by the solver's word
    /// @param optimal whether both meet within the solver's tolerance
    /// @param work    futures solved, or columns of the one program
    public record Answer(Method method, List<Double> first, double value, double lower, boolean optimal, int work) {
        public Answer {
            first = List.copyOf(first);
        }
    }

    private Recourse() {}

    /// How a program is best solved; empty where it has too many futures to list, and cannot be folded.
    public static Optional<Method> methodFor(TwoStage program) {
        if (Folded.fits(program)) {
            return Optional.of(Method.FOLDED);
        }
        if (program.isSecondWhole() ? program.isFirstYesNo() : program.futures().count() > 1) {
            return program.futures().count() <= MOST_LISTED ? Optional.of(Method.CUTS) : Optional.empty();
        }
        return program.futures().count() <= MOST_TOGETHER ? Optional.of(Method.TOGETHER) : Optional.empty();
    }

    /// Solves by one method; empty where nothing was found in time, or nothing meets the rows.
    ///
    /// @throws IllegalArgumentException if the method does not fit the program
    public static Optional<Answer> solve(TwoStage program, Method method, Deadline deadline) {
        return switch (method) {
            case FOLDED -> Folded.solve(program, deadline);
            case TOGETHER -> Together.solve(program, deadline);
            case CUTS -> new Cuts(program, deadline).solve();
        };
    }

    /// Solves by the method that fits.
    ///
    /// @throws IllegalArgumentException if none does
    public static Optional<Answer> solve(TwoStage program, Deadline deadline) {
        Method method = methodFor(program)
                .orElseThrow(() -> new IllegalArgumentException(
                        program.futures().count() + " futures are too many to list, and cannot be folded"));
        return solve(program, method, deadline);
    }

    /// What knowing more, and counting with more than the average, are worth.
    ///
    /// @param rp  the least cost
    /// @param ws  the mean of what each future alone would cost at best: who waits and sees
    /// @param ev  what the average future would cost
    /// @param eev what its decision costs in all futures; infinite where it cannot be mended in one
    public record Worth(double rp, double ws, double ev, double eev) {
        /// What knowing the future would be worth at most.
        public double evpi() {
            return rp - ws;
        }

        /// What counting with all futures rather than with their mean is worth.
        public double vss() {
            return eev - rp;
        }
    }

    /// What knowing more is worth; empty where something was not found in time.
    public static Optional<Worth> worth(TwoStage program, Deadline deadline) {
        Optional<Answer> best = solve(program, deadline);
        Optional<Answer> average = Together.solve(program.with(program.futures().mean()), deadline);
        if (best.isEmpty() || average.isEmpty()) {
            return Optional.empty();
        }
        double ws = 0;
        for (Prospects.Future future : program.futures().listed()) {
            Optional<Answer> alone = Together.solve(
                    program.with(new Prospects.Listed(
                            List.of(new Prospects.Future(1, future.sides(), future.coefficients())))),
                    deadline);
            if (alone.isEmpty()) {
                return Optional.empty();
            }
            ws += future.probability() * alone.get().value();
        }
        double eev = solve(held(program, average.get().first()), deadline)
                .map(Answer::value)
                .orElse(Double.POSITIVE_INFINITY);
        return Optional.of(new Worth(best.get().value(), ws, average.get().value(), eev));
    }

    /// The same program with the first stage held.
    private static TwoStage held(TwoStage program, List<Double> first) {
        List<TwoStage.Column> columns = new ArrayList<>(program.columns());
        for (int c = 0; c < program.first(); c++) {
            TwoStage.Column column = columns.get(c);
            columns.set(
                    c, new TwoStage.Column(column.name(), column.cost(), first.get(c), first.get(c), column.whole()));
        }
        return new TwoStage(columns, program.first(), program.rows(), program.firstRows(), program.futures());
    }
}
