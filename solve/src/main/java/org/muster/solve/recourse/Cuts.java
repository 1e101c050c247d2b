package org.muster.solve.recourse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.solve.Deadline;

/// Cuts from each future by itself: the first stage is decided with what is known so far of what each future will cost,
/// each future is solved for it, and tells by its prices how its cost would change. Where the second stage must be
/// whole and the first is yes or no, a cut says what a decision costs and that others cost no less than the least.
final class Cuts {
    /// What is nearer than this, as a part of the value, is the same.
    private static final double SAME = 1e-9;

    private final TwoStage two;
    private final List<Prospects.Future> futures;
    private final Deadline deadline;
    private final Program relaxed;
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<List<Double>, double[]> wholes = new HashMap<>();
    private int solved;

    /// `cost of a future >= constant + slopes * first stage`, or without a future `0 >= ...`.
    private record Cut(int future, double constant, Map<Integer, Double> slopes) {}

    Cuts(TwoStage two, Deadline deadline) {
        this.two = two;
        this.futures = two.futures().listed();
        this.deadline = deadline;
        this.relaxed = second(false);
    }

    /// The second stage by itself.
    private Program second(boolean whole) {
        Program program = new Program(whole);
        two.columns().subList(two.first(), two.columns().size()).forEach(program::add);
        for (TwoStage.Row row : two.rows().subList(two.firstRows(), two.rows().size())) {
            int place = program.row(row.lower(), row.upper());
            row.coefficients().forEach((column, value) -> {
                if (column >= two.first()) {
                    program.set(place, column - two.first(), value);
                }
            });
        }
        return program;
    }

    /// What each row of the second stage is left with by a decision.
    private void settle(Program program, List<Double> first, Prospects.Future future) {
        for (int r = two.firstRows(); r < two.rows().size(); r++) {
            TwoStage.Row row = Together.in(two, r, future);
            double brought = 0;
            for (int column : row.coefficients().keySet()) {
                if (column < two.first() && first.get(column) != 0) {
                    brought += Together.technology(two, r, column, future) * first.get(column);
                }
            }
            program.sides(r - two.firstRows(), row.lower() - brought, row.upper() - brought);
        }
    }

    Optional<Recourse.Answer> solve() {
        try (relaxed) {
            if (two.isSecondWhole() && !two.isFirstYesNo()) {
                throw new IllegalArgumentException("a whole second stage needs a first stage of yes and no");
            }
            Optional<double[]> known = least();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            double[] least = known.get();
            Optional<Recourse.Answer> answer = run(least, false, false);
            if (two.isSecondWhole() || (two.isFirstWhole() && answer.isPresent())) {
                answer = run(least, true, two.isSecondWhole());
            }
            return answer;
        }
    }

    /// What each future costs at the least, whatever was decided; empty where that is not known of one, as nothing
    /// meets it, or it gains without end.
    private Optional<double[]> least() {
        List<TwoStage.Column> free = new ArrayList<>();
        for (int c = 0; c < two.columns().size(); c++) {
            TwoStage.Column column = two.columns().get(c);
            free.add(new TwoStage.Column(
                    column.name(), c < two.first() ? 0 : column.cost(), column.lower(), column.upper(), false));
        }
        double[] least = new double[futures.size()];
        for (int s = 0; s < least.length; s++) {
            Prospects.Future future = futures.get(s);
            TwoStage alone = new TwoStage(
                    free,
                    two.first(),
                    two.rows(),
                    two.firstRows(),
                    new Prospects.Listed(List.of(new Prospects.Future(1, future.sides(), future.coefficients()))));
            Optional<Recourse.Answer> answer = Together.solve(alone, deadline);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            least[s] = answer.get().lower();
        }
        return Optional.of(least);
    }

    private Optional<Recourse.Answer> run(double[] least, boolean whole, boolean secondWhole) {
        double upper = Double.POSITIVE_INFINITY;
        double lower = Double.NEGATIVE_INFINITY;
        List<Double> best = List.of();
        try (Program master = master(least, whole);
                Program exact = second(secondWhole)) {
            for (int told = 0; ; ) {
                for (; told < cuts.size(); told++) {
                    add(master, cuts.get(told));
                }
                if (deadline.isOver() || master.solve(deadline.secondsLeft()) != Program.End.BEST) {
                    break;
                }
                lower = Math.max(lower, master.bound());
                List<Double> first = new ArrayList<>();
                for (int c = 0; c < two.first(); c++) {
                    first.add(master.at(c));
                }
                double value = paid(first);
                for (int s = 0; s < futures.size(); s++) {
                    value += futures.get(s).probability() * told(first, s, master.at(two.first() + s));
                }
                if (secondWhole && cuts.size() == told) {
                    value = paid(first) + wholly(exact, first, least, master);
                }
                if (!secondWhole || wholes.containsKey(first)) {
                    if (value < upper) {
                        upper = value;
                        best = first;
                    }
                }
                if (isSame(lower, upper) || cuts.size() == told) {
                    return Optional.of(new Recourse.Answer(Recourse.Method.CUTS, best, upper, lower, true, solved));
                }
            }
        }
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recourse.Answer(Recourse.Method.CUTS, best, upper, lower, false, solved));
    }

    private static boolean isSame(double lower, double upper) {
        return upper - lower <= SAME * Math.max(1, Math.min(Math.abs(lower), Math.abs(upper)));
    }

    private Program master(double[] least, boolean whole) {
        Program master = new Program(whole);
        two.columns().subList(0, two.first()).forEach(master::add);
        for (TwoStage.Row row : two.rows().subList(0, two.firstRows())) {
            int place = master.row(row.lower(), row.upper());
            row.coefficients().forEach((column, value) -> master.set(place, column, value));
        }
        for (int s = 0; s < least.length; s++) {
            master.add(futures.get(s).probability(), least[s], Double.POSITIVE_INFINITY, false);
        }
        return master;
    }

    private void add(Program master, Cut cut) {
        int place = master.row(cut.constant(), Double.POSITIVE_INFINITY);
        cut.slopes().forEach((column, slope) -> master.set(place, column, -slope));
        if (cut.future() >= 0) {
            master.set(place, two.first() + cut.future(), 1);
        }
    }

    private double paid(List<Double> first) {
        double paid = 0;
        for (int c = 0; c < first.size(); c++) {
            paid += two.columns().get(c).cost() * first.get(c);
        }
        return paid;
    }

    /// What a future costs, not held to whole numbers; a cut is added where that was not known.
    private double told(List<Double> first, int s, double known) {
        settle(relaxed, first, futures.get(s));
        solved++;
        Program.End end = relaxed.solve(deadline.secondsLeft());
        if (end != Program.End.BEST) {
            cuts.add(cannot(first, s));
            return Double.POSITIVE_INFINITY;
        }
        double value = relaxed.value();
        if (value > known + SAME * Math.max(1, Math.abs(value))) {
            cuts.add(cut(relaxed, first, s, value, s));
        }
        return value;
    }

    private Cut cut(Program program, List<Double> first, int s, double value, int future) {
        Map<Integer, Double> slopes = new HashMap<>();
        for (int r = two.firstRows(); r < two.rows().size(); r++) {
            double price = program.price(r - two.firstRows());
            if (price != 0) {
                for (int column : two.rows().get(r).coefficients().keySet()) {
                    if (column < two.first()) {
                        slopes.merge(column, -price * Together.technology(two, r, column, futures.get(s)), Double::sum);
                    }
                }
            }
        }
        double constant = value;
        for (Map.Entry<Integer, Double> slope : slopes.entrySet()) {
            constant -= slope.getValue() * first.get(slope.getKey());
        }
        return new Cut(future, constant, slopes);
    }

    /// A decision that a future cannot be met with: how far its rows are from being met must come down to nothing.
    private Cut cannot(List<Double> first, int s) {
        try (Program elastic = new Program(false)) {
            for (TwoStage.Column column :
                    two.columns().subList(two.first(), two.columns().size())) {
                elastic.add(0, column.lower(), column.upper(), false);
            }
            for (int r = two.firstRows(); r < two.rows().size(); r++) {
                int place = elastic.row(0, 0);
                two.rows().get(r).coefficients().forEach((column, value) -> {
                    if (column >= two.first()) {
                        elastic.set(place, column - two.first(), value);
                    }
                });
                elastic.set(place, elastic.add(1, 0, Double.POSITIVE_INFINITY, false), 1);
                elastic.set(place, elastic.add(1, 0, Double.POSITIVE_INFINITY, false), -1);
            }
            settle(elastic, first, futures.get(s));
            if (elastic.solve(deadline.secondsLeft()) != Program.End.BEST) {
                throw new IllegalStateException("how far a future is from being met is not known");
            }
            return cut(elastic, first, s, elastic.value(), -1);
        }
    }

    /// What all futures cost on average in whole numbers; cuts are added where that was not known.
    private double wholly(Program exact, List<Double> first, double[] least, Program master) {
        double[] values = wholes.get(first);
        if (values == null) {
            values = new double[futures.size()];
            for (int s = 0; s < values.length; s++) {
                settle(exact, first, futures.get(s));
                solved++;
                if (exact.solve(deadline.secondsLeft()) != Program.End.BEST) {
                    return Double.POSITIVE_INFINITY;
                }
                values[s] = exact.value();
            }
            wholes.put(first, values);
        }
        double mean = 0;
        for (int s = 0; s < values.length; s++) {
            mean += futures.get(s).probability() * values[s];
            if (values[s] > master.at(two.first() + s) + SAME * Math.max(1, Math.abs(values[s]))) {
                Map<Integer, Double> slopes = new HashMap<>();
                double constant = values[s];
                for (int c = 0; c < first.size(); c++) {
                    double slope = first.get(c) > 0.5 ? values[s] - least[s] : least[s] - values[s];
                    slopes.put(c, slope);
                    constant -= slope * first.get(c);
                }
                cuts.add(new Cut(s, constant, slopes));
            }
        }
        return mean;
    }
}
