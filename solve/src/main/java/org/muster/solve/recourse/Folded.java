package org.muster.solve.recourse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muster.solve.Deadline;

/// Futures folded row by row: where each column of the second stage stands in one row only, what a row then costs is a
/// convex function of what the first stage leaves open in it, and its mean needs no more than how often the row's side
/// has which value. However many futures there are, the program has a column for each kink.
///
/// Source: simple recourse, R. J.-B. Wets, Solving stochastic programs with simple recourse, Stochastics 10 (1983).
final class Folded {
    /// Where the slope of a convex function grows, and by how much.
    private record Kink(double at, double growth) {}

    /// What the second stage pays so that its columns bring so much to a row.
    ///
    /// @param leftmost  slope left of all kinks
    /// @param rightmost slope right of all kinks
    /// @param kinks     from left to right, at least one
    /// @param atFirst   value at the first kink
    private record Mending(double leftmost, double rightmost, List<Kink> kinks, double atFirst) {
        double at(double amount) {
            double value = atFirst + leftmost * (amount - kinks.getFirst().at());
            for (Kink kink : kinks) {
                value += Math.max(0, amount - kink.at()) * kink.growth();
            }
            return value;
        }
    }

    /// A stretch over which one column brings more to a row at the same cost of a unit.
    private record Stretch(double slope, double length) {}

    private Folded() {}

    static boolean fits(TwoStage two) {
        if (two.isSecondWhole()
                || (two.futures() instanceof Prospects.Listed all
                        && !all.futures().getFirst().coefficients().isEmpty())) {
            return false;
        }
        Set<Integer> met = new HashSet<>();
        for (TwoStage.Row row : two.rows().subList(two.firstRows(), two.rows().size())) {
            for (int column : row.coefficients().keySet()) {
                if (column >= two.first() && !met.add(column)) {
                    return false;
                }
            }
            if (mending(two, row).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Empty where a row cannot be mended at every height, or gains without end.
    private static Optional<Mending> mending(TwoStage two, TwoStage.Row row) {
        boolean isEqual = row.lower() == row.upper();
        if (!isEqual && !Double.isInfinite(row.lower()) && !Double.isInfinite(row.upper())) {
            return Optional.empty();
        }
        // An open side is mended for nothing.
        double leftmost = Double.isInfinite(row.upper()) ? 0 : Double.NEGATIVE_INFINITY;
        double rightmost = Double.isInfinite(row.lower()) ? 0 : Double.POSITIVE_INFINITY;
        double at = 0;
        double paid = 0;
        List<Stretch> stretches = new ArrayList<>();
        for (Map.Entry<Integer, Double> entry : new TreeMap<>(row.coefficients()).entrySet()) {
            double unit = entry.getValue();
            if (entry.getKey() < two.first() || unit == 0) {
                continue;
            }
            TwoStage.Column column = two.columns().get(entry.getKey());
            if (Double.isInfinite(column.lower())) {
                return Optional.empty();
            }
            double slope = column.cost() / unit;
            at += unit * column.lower();
            paid += column.cost() * column.lower();
            double length = Math.abs(unit) * (column.upper() - column.lower());
            if (Double.isInfinite(length)) {
                leftmost = unit < 0 ? Math.max(leftmost, slope) : leftmost;
                rightmost = unit > 0 ? Math.min(rightmost, slope) : rightmost;
                continue;
            }
            stretches.add(new Stretch(slope, length));
            // Those that take away are begun at their far end.
            at -= unit < 0 ? length : 0;
            paid -= unit < 0 ? slope * length : 0;
        }
        if (Double.isInfinite(leftmost) || Double.isInfinite(rightmost) || leftmost > rightmost) {
            return Optional.empty();
        }
        return Optional.of(joined(stretches, leftmost, rightmost, at, paid));
    }

    private static Mending joined(
            List<Stretch> stretches, double leftmost, double rightmost, double from, double paidThere) {
        double at = from;
        double paid = paidThere;
        List<Stretch> used = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.slope() <= leftmost) {
                at += stretch.length();
                paid += stretch.slope() * stretch.length();
            } else if (stretch.slope() < rightmost) {
                used.add(stretch);
            }
        }
        used.sort(Comparator.comparingDouble(Stretch::slope));
        List<Kink> kinks = new ArrayList<>();
        double start = at;
        double slope = leftmost;
        for (Stretch stretch : used) {
            kinks.add(new Kink(start, stretch.slope() - slope));
            slope = stretch.slope();
            start += stretch.length();
        }
        kinks.add(new Kink(start, rightmost - slope));
        return new Mending(leftmost, rightmost, kinks, paid);
    }

    static Optional<Recourse.Answer> solve(TwoStage two, Deadline deadline) {
        if (!fits(two)) {
            throw new IllegalArgumentException("a column of the second stage stands in several rows, must be whole, or"
                    + " does not mend a row at every height");
        }
        try (Program program = new Program(two.isFirstWhole())) {
            two.columns().subList(0, two.first()).forEach(program::add);
            for (TwoStage.Row row : two.rows().subList(0, two.firstRows())) {
                int place = program.row(row.lower(), row.upper());
                row.coefficients().forEach((column, value) -> program.set(place, column, value));
            }
            int columns = two.first();
            double constant = 0;
            for (int r = two.firstRows(); r < two.rows().size(); r++) {
                TwoStage.Row row = two.rows().get(r);
                List<Prospects.Value> sides = two.futures().sidesOf(r);
                if (sides.isEmpty()) {
                    sides = List.of(new Prospects.Value(Double.isInfinite(row.lower()) ? row.upper() : row.lower(), 1));
                }
                Mending mending = mending(two, row).orElseThrow();
                NavigableMap<Double, Double> kinks = kinks(mending, sides);
                double first = kinks.firstKey();
                for (Prospects.Value side : sides) {
                    constant += side.probability() * mending.at(side.side() - first);
                }
                columns += add(program, two, row, kinks, -mending.rightmost());
            }
            return program.answer(Recourse.Method.FOLDED, two.first(), constant, columns, deadline);
        }
    }

    /// By what the first stage brings to a row: where the mean of what mends it has kinks, and by how much its slope
    /// grows.
    private static NavigableMap<Double, Double> kinks(Mending mending, List<Prospects.Value> sides) {
        NavigableMap<Double, Double> kinks = new TreeMap<>();
        for (Prospects.Value side : sides) {
            for (Kink kink : mending.kinks()) {
                kinks.merge(side.side() - kink.at(), side.probability() * kink.growth(), Double::sum);
            }
        }
        return kinks;
    }

    /// Adds `sum of the first stage = first kink + stretches`; how many stretches.
    private static int add(
            Program program, TwoStage two, TwoStage.Row row, NavigableMap<Double, Double> kinks, double leftmost) {
        double first = kinks.firstKey();
        int place = program.row(first, first);
        row.coefficients().forEach((column, value) -> {
            if (column < two.first()) {
                program.set(place, column, value);
            }
        });
        double slope = leftmost;
        program.set(place, program.add(slope, Double.NEGATIVE_INFINITY, 0, false), -1);
        for (Map.Entry<Double, Double> kink : kinks.entrySet()) {
            slope += kink.getValue();
            Double next = kinks.higherKey(kink.getKey());
            double length = next == null ? Double.POSITIVE_INFINITY : next - kink.getKey();
            program.set(place, program.add(slope, 0, length, false), -1);
        }
        return kinks.size() + 1;
    }
}
