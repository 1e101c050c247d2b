package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.muster.alliance.lab.Measure;

/// What was measured over the factors that matter most, told on a grid from the runs that lie nearest.
///
/// A value is the mean of the nearest runs, by distances on axes of length one, and no run itself: `error` says how far
/// it is off where a run is told from all others.
///
/// @param measure what is told
/// @param axes    the factors, at most three: those whose values tell most of the measure's variance, each at least a
///                fiftieth of it
/// @param reforms by name
/// @param cells   every combination of levels, the last axis fastest
/// @param error   by reform, the root mean squared error of runs that are each told from the others
/// @param spread  by reform, the standard deviation of the same runs: what the mean of all would be off by
/// @param runs    runs that it is told from
/// @param nearest how many lie nearest
public record Surface(
        Measure measure,
        List<Axis> axes,
        List<String> reforms,
        List<Cell> cells,
        List<Double> error,
        List<Double> spread,
        int runs,
        int nearest) {
    /// Factors at most.
    public static final int MOST_AXES = 3;

    private static final int LEVELS = 5;

    /// The part of the variance that a factor tells at least: five levels of a factor that tells nothing seem to tell
    /// some four parts in as many as there are runs.
    private static final double LEAST_TOLD = 0.02;

    /// Runs that are looked at at most: further ones hardly change a mean.
    private static final int MOST_RUNS = 4_000;

    /// Runs that are told from the others at most.
    private static final int MOST_TOLD = 1_000;

    /// Futures from which nothing is told.
    private static final int FEWEST = 20;

    /// A factor.
    ///
    /// @param name   its id
    /// @param column of the numbers of a future
    /// @param levels values on the grid, ascending
    public record Axis(String name, int column, List<Double> levels) {
        public Axis {
            levels = List.copyOf(levels);
        }
    }

    /// A point of the grid.
    ///
    /// @param levels  by axis, which level
    /// @param values  by reform
    /// @param nearest the number of the nearest future
    public record Cell(List<Integer> levels, List<Double> values, int nearest) {
        public Cell {
            levels = List.copyOf(levels);
            values = List.copyOf(values);
        }
    }

    public Surface {
        axes = List.copyOf(axes);
        reforms = List.copyOf(reforms);
        cells = List.copyOf(cells);
        error = List.copyOf(error);
        spread = List.copyOf(spread);
    }

    /// Tells a measure of a study; without axes where there are too few futures, or no factor matters.
    public static Surface of(Results results, Measure measure) {
        return new Telling(results, measure).run();
    }

    private static final class Telling {
        private final Measure measure;
        private final List<String> reforms;
        private final List<double[]> futures;
        private final List<double[]> values = new ArrayList<>();
        private final List<Axis> axes = new ArrayList<>();
        private final int runs;
        private final int nearest;

        Telling(Results results, Measure measure) {
            this.measure = measure;
            this.reforms = results.reforms();
            this.futures = results.futures();
            this.runs = Math.min(MOST_RUNS, futures.size());
            this.nearest = Math.clamp(runs / 15, 3, 40);
            reforms.forEach(reform -> values.add(results.values(reform, measure)));
            if (runs >= FEWEST) {
                int factors = results.question().setting().factors().size();
                IntStream.range(0, factors)
                        .filter(column -> levels(column).size() > 1)
                        .filter(column -> told(column) > LEAST_TOLD * variance())
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer column) -> -told(column)))
                        .limit(MOST_AXES)
                        .sorted()
                        .forEach(column -> axes.add(new Axis(results.names().get(column), column, levels(column))));
            }
        }

        /// All values of a factor that has few, else the middle of each fifth of the runs.
        private List<Double> levels(int column) {
            double[] sorted = column(column);
            Arrays.sort(sorted);
            TreeSet<Double> distinct = new TreeSet<>();
            for (double value : sorted) {
                distinct.add(value);
            }
            if (distinct.size() <= LEVELS) {
                return List.copyOf(distinct);
            }
            TreeSet<Double> middles = new TreeSet<>();
            for (int l = 0; l < LEVELS; l++) {
                middles.add(Prim.quantile(sorted, (l + 0.5) / LEVELS));
            }
            return List.copyOf(middles);
        }

        private double[] column(int column) {
            return IntStream.range(0, runs)
                    .mapToDouble(f -> futures.get(f)[column])
                    .toArray();
        }

        /// How much of the variance lies between runs nearest to different levels, over all reforms.
        private double told(int column) {
            List<Double> levels = levels(column);
            double sum = 0;
            for (double[] of : values) {
                double[] sums = new double[levels.size()];
                int[] counts = new int[levels.size()];
                double all = 0;
                for (int f = 0; f < runs; f++) {
                    int level = closest(levels, futures.get(f)[column]);
                    sums[level] += of[f];
                    counts[level]++;
                    all += of[f];
                }
                for (int l = 0; l < sums.length; l++) {
                    double off = counts[l] == 0 ? 0 : sums[l] / counts[l] - all / runs;
                    sum += counts[l] * off * off;
                }
            }
            return sum;
        }

        /// The same of runs by themselves.
        private double variance() {
            double sum = 0;
            for (double[] of : values) {
                double mean = Arrays.stream(of).limit(runs).sum() / runs;
                sum += Arrays.stream(of)
                        .limit(runs)
                        .map(one -> (one - mean) * (one - mean))
                        .sum();
            }
            return sum;
        }

        private static int closest(List<Double> levels, double value) {
            int best = 0;
            for (int l = 1; l < levels.size(); l++) {
                best = Math.abs(levels.get(l) - value) < Math.abs(levels.get(best) - value) ? l : best;
            }
            return best;
        }

        Surface run() {
            List<Cell> cells = new ArrayList<>();
            if (!axes.isEmpty()) {
                cells(new ArrayList<>(), cells);
            }
            List<Double> error = new ArrayList<>();
            List<Double> spread = new ArrayList<>();
            if (!axes.isEmpty()) {
                errors(error, spread);
            }
            return new Surface(measure, axes, reforms, cells, error, spread, runs, nearest);
        }

        private void cells(List<Integer> levels, List<Cell> cells) {
            if (levels.size() < axes.size()) {
                for (int l = 0; l < axes.get(levels.size()).levels().size(); l++) {
                    levels.add(l);
                    cells(levels, cells);
                    levels.removeLast();
                }
                return;
            }
            double[] point = new double[axes.size()];
            for (int a = 0; a < point.length; a++) {
                point[a] = axes.get(a).levels().get(levels.get(a));
            }
            int[] near = nearest(point, -1);
            cells.add(new Cell(levels, values.stream().map(of -> mean(of, near)).toList(), near[0]));
        }

        private void errors(List<Double> error, List<Double> spread) {
            int told = Math.min(runs, MOST_TOLD);
            double[] squares = new double[reforms.size()];
            for (int f = 0; f < told; f++) {
                int[] near = nearest(point(f), f);
                for (int r = 0; r < squares.length; r++) {
                    double off = values.get(r)[f] - mean(values.get(r), near);
                    squares[r] += off * off;
                }
            }
            for (int r = 0; r < squares.length; r++) {
                error.add(Math.sqrt(squares[r] / told));
                double[] of = Arrays.copyOf(values.get(r), told);
                double mean = Arrays.stream(of).sum() / told;
                spread.add(Math.sqrt(Arrays.stream(of)
                                .map(one -> (one - mean) * (one - mean))
                                .sum()
                        / told));
            }
        }

        private double[] point(int future) {
            return axes.stream()
                    .mapToDouble(axis -> futures.get(future)[axis.column()])
                    .toArray();
        }

        private static double mean(double[] of, int[] some) {
            return Arrays.stream(some).mapToDouble(f -> of[f]).sum() / some.length;
        }

        /// The nearest runs, the nearest first; of equally near ones those of smaller number.
        ///
        /// @param but a run that is left out; -1 for none
        private int[] nearest(double[] point, int but) {
            record Near(double distance, int future) {}
            return IntStream.range(0, runs)
                    .filter(f -> f != but)
                    .mapToObj(f -> new Near(distance(point, futures.get(f)), f))
                    .sorted(Comparator.comparingDouble(Near::distance).thenComparingInt(Near::future))
                    .limit(nearest)
                    .mapToInt(Near::future)
                    .toArray();
        }

        private double distance(double[] point, double[] future) {
            double sum = 0;
            for (int a = 0; a < point.length; a++) {
                Axis axis = axes.get(a);
                double length = axis.levels().getLast() - axis.levels().getFirst();
                double off = (point[a] - future[axis.column()]) / length;
                sum += off * off;
            }
            return sum;
        }
    }
}
