package org.muster.solve.recourse;

import java.util.List;
import java.util.Map;

/// A two-stage program with fixed recourse: the columns of the first stage are decided before it is known which future
/// comes, those of the second stage in every future anew.
///
/// @param columns   those of the first stage first
/// @param first     how many columns are decided now
/// @param rows      those that only the first stage meets first
/// @param firstRows how many these are
/// @param futures   what may come
public record TwoStage(List<Column> columns, int first, List<Row> rows, int firstRows, Prospects futures) {
    /// Something to decide.
    ///
    /// @param cost  of a unit, in the second stage in the future that came
    /// @param lower at least
    /// @param upper at most, [Double#POSITIVE_INFINITY] where there is no limit
    /// @param whole whether only whole numbers will do
    public record Column(String name, double cost, double lower, double upper, boolean whole) {}

    /// `lower <= sum <= upper`.
    ///
    /// @param lower        [Double#NEGATIVE_INFINITY] where there is none
    /// @param upper        [Double#POSITIVE_INFINITY] where there is none
    /// @param coefficients by place of the column
    public record Row(String name, double lower, double upper, Map<Integer, Double> coefficients) {
        public Row {
            coefficients = Map.copyOf(coefficients);
        }

        /// The same row with another side.
        Row with(double side) {
            return new Row(
                    name,
                    Double.isInfinite(lower) ? lower : side,
                    Double.isInfinite(upper) ? upper : side,
                    coefficients);
        }
    }

    /// Checks that the first stage's rows meet only its columns.
    ///
    /// @throws IllegalArgumentException if a row of the first stage meets a column of the second, or a future changes a
    ///                                  row of the first stage or a column of the second
    public TwoStage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows.subList(0, firstRows)) {
            for (int column : row.coefficients().keySet()) {
                if (column >= first) {
                    throw new IllegalArgumentException("row " + row.name() + " of the first stage meets "
                            + columns.get(column).name() + " of the second");
                }
            }
        }
        futures.requireOfSecondStage(first, firstRows);
        if (futures instanceof Prospects.Listed all) {
            for (Prospects.Entry entry : all.futures().getFirst().coefficients().keySet()) {
                if (!rows.get(entry.row()).coefficients().containsKey(entry.column())) {
                    throw new IllegalArgumentException("a future changes a coefficient that row "
                            + rows.get(entry.row()).name() + " does not have");
                }
            }
        }
    }

    /// Columns of the second stage.
    int second() {
        return columns.size() - first;
    }

    /// Whether something must be whole in the second stage.
    boolean isSecondWhole() {
        return columns.subList(first, columns.size()).stream().anyMatch(Column::whole);
    }

    /// Whether something must be whole in the first stage.
    boolean isFirstWhole() {
        return columns.subList(0, first).stream().anyMatch(Column::whole);
    }

    /// Whether everything in the first stage is a yes or no.
    boolean isFirstYesNo() {
        return columns.subList(0, first).stream()
                .allMatch(column -> column.whole() && column.lower() >= 0 && column.upper() <= 1);
    }

    /// The same program with other futures.
    TwoStage with(Prospects others) {
        return new TwoStage(columns, first, rows, firstRows, others);
    }
}
