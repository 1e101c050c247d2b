package org.muster.solve.recourse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What may come: futures one by one, or sides of rows that are drawn independently of each other.
public sealed interface Prospects {
    /// How far the sum of probabilities may be from 1: published data have six digits.
    double SLACK = 1e-6;

    /// A coefficient of a column of the first stage in a row of the second.
    record Entry(int row, int column) {}

    /// One future.
    ///
    /// @param probability  above 0
    /// @param sides        the side of each row that is another one in it
    /// @param coefficients coefficients that are others in it
    record Future(double probability, Map<Integer, Double> sides, Map<Entry, Double> coefficients) {
        public Future {
            sides = Map.copyOf(sides);
            coefficients = Map.copyOf(coefficients);
        }
    }

    /// Futures one by one.
    record Listed(List<Future> futures) implements Prospects {
        /// Checks the probabilities.
        ///
        /// @throws IllegalArgumentException if they do not sum to 1
        public Listed {
            futures = List.copyOf(futures);
            requireOne(futures.stream().mapToDouble(Future::probability).sum());
        }
    }

    /// A value that the side of a row may take.
    record Value(double side, double probability) {}

    /// Sides of rows, each drawn by itself.
    record Independent(Map<Integer, List<Value>> sides) implements Prospects {
        /// Checks the probabilities.
        ///
        /// @throws IllegalArgumentException if those of a row do not sum to 1
        public Independent {
            Map<Integer, List<Value>> copy = new LinkedHashMap<>();
            sides.forEach((row, values) -> {
                requireOne(values.stream().mapToDouble(Value::probability).sum());
                copy.put(row, List.copyOf(values));
            });
            sides = copy;
        }
    }

    private static void requireOne(double sum) {
        if (Math.abs(sum - 1) > SLACK) {
            throw new IllegalArgumentException("the probabilities sum to " + sum + ", not to 1");
        }
    }

    /// How many futures there are.
    default double count() {
        return switch (this) {
            case Listed all -> all.futures().size();
            case Independent all -> {
                double product = 1;
                for (List<Value> values : all.sides().values()) {
                    product *= values.size();
                }
                yield product;
            }
        };
    }

    /// All futures one by one.
    default List<Future> listed() {
        return switch (this) {
            case Listed all -> all.futures();
            case Independent all -> {
                List<Future> futures = List.of(new Future(1, Map.of(), Map.of()));
                for (Map.Entry<Integer, List<Value>> row : all.sides().entrySet()) {
                    List<Future> more = new ArrayList<>();
                    for (Future future : futures) {
                        for (Value value : row.getValue()) {
                            Map<Integer, Double> sides = new HashMap<>(future.sides());
                            sides.put(row.getKey(), value.side());
                            more.add(new Future(future.probability() * value.probability(), sides, Map.of()));
                        }
                    }
                    futures = more;
                }
                yield futures;
            }
        };
    }

    /// With what probabilities a row has which side, whatever the other rows have; empty where it is always the same.
    default List<Value> sidesOf(int row) {
        return switch (this) {
            case Independent all -> all.sides().getOrDefault(row, List.of());
            case Listed all -> {
                Map<Double, Double> sides = new LinkedHashMap<>();
                for (Future future : all.futures()) {
                    Double side = future.sides().get(row);
                    if (side != null) {
                        sides.merge(side, future.probability(), Double::sum);
                    }
                }
                List<Value> values = new ArrayList<>();
                sides.forEach((side, probability) -> values.add(new Value(side, probability)));
                yield values;
            }
        };
    }

    /// The one future in which everything is as it is on average.
    default Prospects mean() {
        return switch (this) {
            case Independent all -> {
                Map<Integer, Double> sides = new HashMap<>();
                all.sides()
                        .forEach((row, values) -> sides.put(
                                row,
                                values.stream()
                                        .mapToDouble(value -> value.side() * value.probability())
                                        .sum()));
                yield new Listed(List.of(new Future(1, sides, Map.of())));
            }
            case Listed all -> {
                Map<Integer, Double> sides = new HashMap<>();
                Map<Entry, Double> coefficients = new HashMap<>();
                for (Future future : all.futures()) {
                    future.sides().forEach((row, side) -> sides.merge(row, side * future.probability(), Double::sum));
                    future.coefficients()
                            .forEach((entry, value) ->
                                    coefficients.merge(entry, value * future.probability(), Double::sum));
                }
                yield new Listed(List.of(new Future(1, sides, coefficients)));
            }
        };
    }

    /// Checks that all futures change the same, and nothing that is of the first stage alone or the recourse itself.
    ///
    /// @throws IllegalArgumentException where that is not so
    default void requireOfSecondStage(int first, int firstRows) {
        List<Map<Integer, ?>> changed = new ArrayList<>();
        switch (this) {
            case Independent all -> changed.add(all.sides());
            case Listed all -> all.futures().forEach(future -> changed.add(future.sides()));
        }
        for (Map<Integer, ?> sides : changed) {
            if (!sides.keySet().equals(changed.getFirst().keySet())) {
                throw new IllegalArgumentException("every future gives the same rows a side");
            }
            if (sides.keySet().stream().anyMatch(row -> row < firstRows)) {
                throw new IllegalArgumentException("a future changes a row of the first stage");
            }
        }
        if (this instanceof Listed all) {
            for (Future future : all.futures()) {
                if (!future.coefficients()
                        .keySet()
                        .equals(all.futures().getFirst().coefficients().keySet())) {
                    throw new IllegalArgumentException("every future gives the same coefficients");
                }
                if (future.coefficients().keySet().stream()
                        .anyMatch(entry -> entry.row() < firstRows || entry.column() >= first)) {
                    throw new IllegalArgumentException("a future changes the recourse itself, or the first stage");
                }
            }
        }
    }
}
