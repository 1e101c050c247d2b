package org.muster.solve;

import java.util.ArrayList;
import java.util.List;
import org.muster.input.Refusal;

/// An integer model: bounded whole variables and rows `lower <= sum a_j x_j <= upper`.
///
/// Every variable is bounded on both sides, so that every choice of prices gives a valid bound (see [ExactBound]).
///
/// @param variables the variables, in a fixed order
/// @param rows      the rows, in a fixed order
public record LinearModel(List<Variable> variables, List<Row> rows) {
    /// Marks a row that is open below.
    public static final long NO_LOWER = Long.MIN_VALUE;
    /// Marks a row that is open above.
    public static final long NO_UPPER = Long.MAX_VALUE;

    /// A whole variable.
    ///
    /// @param name    unique in the model
    /// @param lower   least value
    /// @param upper   greatest value, not below the least
    /// @param roundUp whether a fraction in the relaxation may be tried rounded up (a yes/no that others lean on)
    public record Variable(String name, long lower, long upper, boolean roundUp) {
        public Variable {
            if (upper < lower) {
                throw new IllegalArgumentException("variable " + name + " has no value: " + lower + " to " + upper);
            }
        }
    }

    /// A row.
    ///
    /// @param name         what it stands for
    /// @param variables    indices of variables, none twice
    /// @param coefficients one per variable
    /// @param lower        least value or [#NO_LOWER]
    /// @param upper        greatest value or [#NO_UPPER]
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of coefficients: never compared, never shared out
    public record Row(String name, int[] variables, long[] coefficients, long lower, long upper) {
        /// The row's value.
        long valueOf(long[] values) {
            long sum = 0;
            for (int k = 0; k < variables.length; k++) {
                sum = Math.addExact(sum, Math.multiplyExact(coefficients[k], values[variables[k]]));
            }
            return sum;
        }

        boolean holdsFor(long[] values) {
            long value = valueOf(values);
            return value >= lower && value <= upper;
        }
    }

    /// What no sum of coefficients times values may leave, so that whole arithmetic never overflows.
    public static final long LARGEST_SUM = 9_200_000_000_000_000_000L;

    /// @throws TooLarge naming the first row whose values could leave [#LARGEST_SUM]
    public LinearModel {
        variables = List.copyOf(variables);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            requireSmall(row.name(), row.variables(), row.coefficients(), variables);
        }
    }

    /// Numbers beyond what can be planned with in whole numbers.
    public static final class TooLarge extends Refusal {
        private static final long serialVersionUID = 1L;

        /// @param what the sum
        public TooLarge(String what) {
            super(what + " could add up to more than " + LARGEST_SUM
                    + " (quantities times costs in minor units, or weights). Use smaller quantities or costs,"
                    + " or larger units");
        }
    }

    /// @throws TooLarge where a sum over variables within their bounds could leave [#LARGEST_SUM]
    static void requireSmall(String what, int[] indices, long[] coefficients, List<Variable> variables) {
        double most = 0;
        for (int k = 0; k < indices.length; k++) {
            Variable variable = variables.get(indices[k]);
            most += Math.abs((double) coefficients[k])
                    * Math.max(Math.abs((double) variable.lower()), Math.abs((double) variable.upper()));
        }
        if (most > (double) LARGEST_SUM) {
            throw new TooLarge(what);
        }
    }

    /// Whether whole values meet every bound and every row, in exact arithmetic.
    public boolean isMetBy(long[] values) {
        for (int j = 0; j < variables.size(); j++) {
            Variable variable = variables.get(j);
            if (values[j] < variable.lower() || values[j] > variable.upper()) {
                return false;
            }
        }
        for (Row row : rows) {
            if (!row.holdsFor(values)) {
                return false;
            }
        }
        return true;
    }

    /// The same model with one more row.
    public LinearModel with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new LinearModel(variables, more);
    }
}
