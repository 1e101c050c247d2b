package org.muster.solve.recourse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two-stage programs written as people print them: `10 x1 + 7 x2`, row by row.
final class Drafts {
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<TwoStage.Column> all = new ArrayList<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<TwoStage.Row> held = new ArrayList<>();
    private int first;
    private int firstRows;

    /// Columns with their costs, as `x1 10, x2 7`.
    Drafts columns(String costs) {
        for (String one : costs.split(",")) {
            String[] parts = one.strip().split(" ");
            columns.put(parts[0], all.size());
            all.add(new TwoStage.Column(parts[0], Double.parseDouble(parts[1]), 0, Double.POSITIVE_INFINITY, false));
        }
        return this;
    }

    /// What comes from here on is of the second stage.
    Drafts then() {
        first = all.size();
        firstRows = held.size();
        return this;
    }

    /// A row, as `demand: 1 x1 - 2 x2 >= 3`.
    Drafts row(String text) {
        String[] parts = text.split("\\s+");
        Map<Integer, Double> coefficients = new HashMap<>();
        double sign = 1;
        int at = 1;
        while (!parts[at].endsWith("=")) {
            if (parts[at].equals("+") || parts[at].equals("-")) {
                sign = parts[at].equals("-") ? -1 : 1;
                at++;
                continue;
            }
            coefficients.put(columns.get(parts[at + 1]), sign * Double.parseDouble(parts[at]));
            sign = 1;
            at += 2;
        }
        double side = Double.parseDouble(parts[at + 1]);
        String name = parts[0].replace(":", "");
        rows.put(name, held.size());
        held.add(new TwoStage.Row(
                name,
                parts[at].equals("<=") ? Double.NEGATIVE_INFINITY : side,
                parts[at].equals(">=") ? Double.POSITIVE_INFINITY : side,
                coefficients));
        return this;
    }

    int rowOf(String name) {
        return rows.get(name);
    }

    int columnOf(String name) {
        return columns.get(name);
    }

    /// Sides drawn independently: a row's name with `side:probability` each.
    TwoStage independent(Map<String, String> sides) {
        Map<Integer, List<Prospects.Value>> values = new LinkedHashMap<>();
        sides.forEach((row, text) -> values.put(
                rowOf(row),
                Arrays.stream(text.split(" "))
                        .map(one -> one.split(":"))
                        .map(one -> new Prospects.Value(Double.parseDouble(one[0]), Double.parseDouble(one[1])))
                        .toList()));
        return program(new Prospects.Independent(values));
    }

    TwoStage program(Prospects futures) {
        return new TwoStage(all, first, held, firstRows, futures);
    }
}
