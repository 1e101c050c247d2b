package org.muster.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A [LinearModel] being written down.
public final class ModelDraft {
    private final List<LinearModel.Variable> variables = new ArrayList<>();
    private final List<LinearModel.Row> rows = new ArrayList<>();
    private final Map<String, Integer> index = new LinkedHashMap<>();

    /// A sum of variables with whole coefficients; the same variable may be added several times.
    public static final class Sum {
        private final Map<Integer, Long> terms = new LinkedHashMap<>();

        /// Adds `coefficient` times a variable.
        public Sum plus(long coefficient, int variable) {
            terms.merge(variable, coefficient, Math::addExact);
            return this;
        }

        /// The same sum, to be added to on its own.
        public Sum copy() {
            Sum copy = new Sum();
            copy.terms.putAll(terms);
            return copy;
        }

        /// Whether no variable is in it.
        public boolean isEmpty() {
            return terms.isEmpty();
        }

        int[] variables() {
            return terms.keySet().stream().mapToInt(Integer::intValue).toArray();
        }

        long[] coefficients() {
            return terms.values().stream().mapToLong(Long::longValue).toArray();
        }
    }

    /// A new whole variable; its index.
    ///
    /// @throws IllegalArgumentException if the name is taken
    public int variable(String name, long lower, long upper) {
        return add(name, lower, upper, false);
    }

    /// A new yes/no variable on which others lean; its index.
    ///
    /// @throws IllegalArgumentException if the name is taken
    public int yesNo(String name, long lower, long upper) {
        return add(name, lower, upper, true);
    }

    private int add(String name, long lower, long upper, boolean roundUp) {
        if (index.putIfAbsent(name, variables.size()) != null) {
            throw new IllegalArgumentException("two variables are called " + name);
        }
        variables.add(new LinearModel.Variable(name, lower, upper, roundUp));
        return variables.size() - 1;
    }

    /// Adds `sum >= lower`.
    public void atLeast(String name, Sum sum, long lower) {
        between(name, sum, lower, LinearModel.NO_UPPER);
    }

    /// Adds `sum <= upper`.
    public void atMost(String name, Sum sum, long upper) {
        between(name, sum, LinearModel.NO_LOWER, upper);
    }

    /// Adds `sum = value`.
    public void equal(String name, Sum sum, long value) {
        between(name, sum, value, value);
    }

    /// Adds `lower <= sum <= upper`.
    public void between(String name, Sum sum, long lower, long upper) {
        rows.add(new LinearModel.Row(name, sum.variables(), sum.coefficients(), lower, upper));
    }

    /// The least value that a sum can take within its variables' bounds.
    public long leastOf(Sum sum) {
        long least = 0;
        for (Map.Entry<Integer, Long> term : sum.terms.entrySet()) {
            LinearModel.Variable variable = variables.get(term.getKey());
            long bound = term.getValue() > 0 ? variable.lower() : variable.upper();
            least = Math.addExact(least, Math.multiplyExact(term.getValue(), bound));
        }
        return least;
    }

    /// The greatest value that a sum can take within its variables' bounds.
    public long greatestOf(Sum sum) {
        long greatest = 0;
        for (Map.Entry<Integer, Long> term : sum.terms.entrySet()) {
            LinearModel.Variable variable = variables.get(term.getKey());
            long bound = term.getValue() > 0 ? variable.upper() : variable.lower();
            greatest = Math.addExact(greatest, Math.multiplyExact(term.getValue(), bound));
        }
        return greatest;
    }

    /// The level that minimises a sum.
    public static Level level(String name, Sum sum) {
        return new Level(name, sum.variables(), sum.coefficients(), false);
    }

    /// The model as it stands.
    public LinearModel toModel() {
        return new LinearModel(variables, rows);
    }
}
