package org.muster.plan.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Variables and rows by name, as they are being written down.
final class Rows {
    private final Map<String, Integer> places;
    private final List<BigInteger> uppers;
    private final Map<String, Row> rows;
    private final String before;

    Rows() {
        this(new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>(), "");
    }

    private Rows(Map<String, Integer> places, List<BigInteger> uppers, Map<String, Row> rows, String before) {
        this.places = places;
        this.uppers = uppers;
        this.rows = rows;
        this.before = before;
    }

    /// These rows and variables, with the name of a mission before every name that is written down or asked for.
    Rows of(String mission) {
        return new Rows(places, uppers, rows, mission + ": ");
    }

    /// A row `lower <= sum <= upper`.
    ///
    /// @param terms coefficient by the place of a variable
    /// @param lower empty where it is open below
    /// @param upper empty where it is open above
    record Row(Map<Integer, BigInteger> terms, Optional<BigInteger> lower, Optional<BigInteger> upper) {
        BigInteger valueAt(BigInteger[] point) {
            BigInteger sum = BigInteger.ZERO;
            for (Map.Entry<Integer, BigInteger> term : terms.entrySet()) {
                sum = sum.add(term.getValue().multiply(point[term.getKey()]));
            }
            return sum;
        }

        boolean holdsAt(BigInteger[] point) {
            BigInteger value = valueAt(point);
            return lower.map(l -> value.compareTo(l) >= 0).orElse(true)
                    && upper.map(u -> value.compareTo(u) <= 0).orElse(true);
        }
    }

    /// A sum being written down; variables that are not there count nothing.
    final class Sum {
        private final Map<Integer, BigInteger> terms = new TreeMap<>();

        Sum plus(BigInteger coefficient, String variable) {
            Integer place = placeOf(variable);
            if (place != null) {
                terms.merge(place, coefficient, BigInteger::add);
            }
            return this;
        }

        Sum plus(long coefficient, String variable) {
            return plus(BigInteger.valueOf(coefficient), variable);
        }

        Map<Integer, BigInteger> terms() {
            return Map.copyOf(terms);
        }

        void atMost(String name, BigInteger upper) {
            add(name, Optional.empty(), Optional.of(upper));
        }

        void atMost(String name, long upper) {
            atMost(name, BigInteger.valueOf(upper));
        }

        void atLeast(String name, BigInteger lower) {
            add(name, Optional.of(lower), Optional.empty());
        }

        void atLeast(String name, long lower) {
            atLeast(name, BigInteger.valueOf(lower));
        }

        void exactly(String name, long value) {
            add(name, Optional.of(BigInteger.valueOf(value)), Optional.of(BigInteger.valueOf(value)));
        }

        private void add(String name, Optional<BigInteger> lower, Optional<BigInteger> upper) {
            if (rows.putIfAbsent(before + name, new Row(terms(), lower, upper)) != null) {
                throw new IllegalStateException("two rows are called " + before + name);
            }
        }
    }

    /// A whole variable from 0 to `upper`.
    void variable(String name, long upper) {
        if (places.putIfAbsent(before + name, uppers.size()) != null) {
            throw new IllegalStateException("two variables are called " + before + name);
        }
        uppers.add(BigInteger.valueOf(upper));
    }

    Sum sum() {
        return new Sum();
    }

    @Nullable
    Integer placeOf(String variable) {
        return places.get(before + variable);
    }

    @Nullable
    Row row(String name) {
        return rows.get(before + name);
    }

    Map<String, Row> all() {
        return rows;
    }

    int variables() {
        return uppers.size();
    }

    BigInteger upperOf(int place) {
        return uppers.get(place);
    }
}
