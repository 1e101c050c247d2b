package org.muster.solve.recourse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads two-stage programs as published: core, time and stochastics of the SMPS format, free fields.
///
/// Source: J. Birge and others, A standard input format for multiperiod stochastic linear programs, COAL newsletter 17
/// (1987); the format as in GLPK's reference manual, appendix B (MPS). Of it: sections ROWS, COLUMNS with markers, RHS,
/// BOUNDS (UP, LO, FX, FR, MI, PL, BV); INDEP DISCRETE, BLOCKS DISCRETE of one block, and SCENARIOS DISCRETE whose
/// scenarios branch from the root; sides, and coefficients of the first stage. Ranges are refused.
public final class Smps {
    private static final String OBJECTIVE = "N";

    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<Double> sides = new ArrayList<>();
    private final List<Map<Integer, Double>> coefficients = new ArrayList<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Double> costs = new ArrayList<>();
    private final List<Double> lowers = new ArrayList<>();
    private final List<Double> uppers = new ArrayList<>();
    private final List<Boolean> wholes = new ArrayList<>();
    private String objective = "";
    private String file = "core";
    private int line;
    private int first = -1;
    private int firstRows = -1;

    private Smps() {}

    /// Reads a program.
    ///
    /// @param core  text of the core file
    /// @param time  text of the time file
    /// @param stoch text of the stochastics file
    /// @throws IllegalArgumentException with file and line, where something is not of the format or not of that part of
    ///                                  it that is read
    public static TwoStage read(String core, String time, String stoch) {
        Smps smps = new Smps();
        try {
            smps.core(core);
            smps.time(time);
            return smps.program(smps.futures(stoch));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    smps.file + " file, line " + smps.line + ": a number is expected", notANumber);
        }
    }

    private interface Told {
        /// @param section the section's name and what stands beside it
        void line(String[] section, String[] fields);
    }

    private void lines(String name, String text, Told told) {
        file = name;
        line = 0;
        String[] section = {""};
        for (String raw : text.split("\r?\n|\r", -1)) {
            line++;
            if (raw.isBlank() || raw.startsWith("*")) {
                continue;
            }
            String[] fields = raw.strip().split("\\s+", -1);
            if (Character.isWhitespace(raw.charAt(0))) {
                told.line(section, fields);
            } else {
                section = fields;
                if (fields[0].startsWith("ENDATA")) {
                    return;
                }
            }
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(file + " file, line " + line + ": " + what);
    }

    private void core(String text) {
        boolean[] whole = {false};
        lines("core", text, (section, fields) -> {
            switch (section[0]) {
                case "ROWS" -> row(fields);
                case "COLUMNS" -> {
                    if (fields.length == 3 && fields[1].equals("'MARKER'")) {
                        whole[0] = fields[2].equals("'INTORG'");
                    } else {
                        column(fields, whole[0]);
                    }
                }
                case "RHS" -> {
                    for (int f = fields.length % 2; f < fields.length; f += 2) {
                        if (!fields[f].equals(objective)) {
                            sides.set(rowOf(fields[f]), Double.parseDouble(fields[f + 1]));
                        }
                    }
                }
                case "BOUNDS" -> bound(fields);
                default -> throw wrong("section " + section[0] + " is not read");
            }
        });
    }

    private void row(String[] fields) {
        if (fields.length != 2) {
            throw wrong("a row has a kind and a name");
        }
        if (fields[0].equals(OBJECTIVE)) {
            if (!objective.isEmpty()) {
                throw wrong("a second objective");
            }
            objective = fields[1];
            return;
        }
        if (!List.of("E", "L", "G").contains(fields[0])) {
            throw wrong("a row of kind " + fields[0]);
        }
        rows.put(fields[1], kinds.size());
        kinds.add(fields[0]);
        sides.add(0.0);
        coefficients.add(new HashMap<>());
    }

    private void column(String[] fields, boolean whole) {
        if (fields.length % 2 == 0) {
            throw wrong("a column has a name, and rows with their coefficients");
        }
        int column = columns.computeIfAbsent(fields[0], name -> {
            costs.add(0.0);
            lowers.add(0.0);
            uppers.add(Double.POSITIVE_INFINITY);
            wholes.add(whole);
            return costs.size() - 1;
        });
        for (int f = 1; f < fields.length; f += 2) {
            double value = Double.parseDouble(fields[f + 1]);
            if (fields[f].equals(objective)) {
                costs.set(column, value);
            } else {
                coefficients.get(rowOf(fields[f])).put(column, value);
            }
        }
    }

    private void bound(String[] fields) {
        boolean bare = List.of("FR", "MI", "PL", "BV").contains(fields[0]);
        if (fields.length != (bare ? 3 : 4)) {
            throw wrong("a bound has a kind, a name, a column" + (bare ? "" : " and a number"));
        }
        int column = columnOf(fields[2]);
        switch (fields[0]) {
            case "UP" -> uppers.set(column, Double.parseDouble(fields[3]));
            case "LO" -> lowers.set(column, Double.parseDouble(fields[3]));
            case "FX" -> {
                lowers.set(column, Double.parseDouble(fields[3]));
                uppers.set(column, Double.parseDouble(fields[3]));
            }
            case "FR" -> lowers.set(column, Double.NEGATIVE_INFINITY);
            case "MI" -> lowers.set(column, Double.NEGATIVE_INFINITY);
            case "PL" -> uppers.set(column, Double.POSITIVE_INFINITY);
            case "BV" -> {
                wholes.set(column, true);
                uppers.set(column, 1.0);
            }
            default -> throw wrong("a bound of kind " + fields[0]);
        }
    }

    private int rowOf(String name) {
        return Optional.ofNullable(rows.get(name)).orElseThrow(() -> wrong("there is no row " + name));
    }

    private int columnOf(String name) {
        return Optional.ofNullable(columns.get(name)).orElseThrow(() -> wrong("there is no column " + name));
    }

    /// The second period begins with a column and a row: what comes before is of the first stage.
    private void time(String text) {
        int[] periods = {0};
        lines("time", text, (section, fields) -> {
            if (!section[0].equals("PERIODS") || fields.length != 3) {
                throw wrong("a period has a column, a row and a name");
            }
            periods[0]++;
            if (periods[0] == 2) {
                first = columnOf(fields[0]);
                firstRows = rowOf(fields[1]);
            }
        });
        if (periods[0] != 2) {
            throw wrong(periods[0] + " periods, not two");
        }
    }

    private Prospects futures(String text) {
        Map<Integer, List<Prospects.Value>> independent = new LinkedHashMap<>();
        List<Drawn> drawn = new ArrayList<>();
        String[] block = {""};
        lines("stochastics", text, (section, fields) -> {
            if (section.length < 2 || !section[1].equals("DISCRETE")) {
                throw wrong("only discrete distributions are read");
            }
            switch (section[0]) {
                case "INDEP" -> {
                    if (columns.containsKey(fields[0])) {
                        throw wrong("independent coefficients are not read");
                    }
                    independent
                            .computeIfAbsent(rowOf(fields[1]), row -> new ArrayList<>())
                            .add(new Prospects.Value(
                                    Double.parseDouble(fields[2]), Double.parseDouble(fields[fields.length - 1])));
                }
                case "BLOCKS" -> {
                    if (fields[0].equals("BL")) {
                        if (!block[0].isEmpty() && !block[0].equals(fields[1])) {
                            throw wrong("a second block");
                        }
                        block[0] = fields[1];
                        drawn.add(new Drawn(Double.parseDouble(fields[3]), new HashMap<>(), new HashMap<>()));
                    } else {
                        changed(drawn, fields);
                    }
                }
                case "SCENARIOS" -> {
                    if (fields[0].equals("SC")) {
                        if (!fields[2].replace("'", "").equals("ROOT")) {
                            throw wrong("a scenario that branches from another");
                        }
                        drawn.add(new Drawn(Double.parseDouble(fields[3]), new HashMap<>(), new HashMap<>()));
                    } else {
                        changed(drawn, fields);
                    }
                }
                default -> throw wrong("section " + section[0] + " is not read");
            }
        });
        return drawn.isEmpty() ? new Prospects.Independent(independent) : listed(drawn);
    }

    private record Drawn(double probability, Map<Integer, Double> sides, Map<Prospects.Entry, Double> coefficients) {}

    private void changed(List<Drawn> drawn, String[] fields) {
        if (drawn.isEmpty() || fields.length % 2 == 0) {
            throw wrong("what a future changes: a column or the name of the sides, and rows with values");
        }
        for (int f = 1; f < fields.length; f += 2) {
            double value = Double.parseDouble(fields[f + 1]);
            Integer column = columns.get(fields[0]);
            if (column == null) {
                drawn.getLast().sides().put(rowOf(fields[f]), value);
            } else {
                drawn.getLast().coefficients().put(new Prospects.Entry(rowOf(fields[f]), column), value);
            }
        }
    }

    /// What a future does not change is as in the core.
    private Prospects listed(List<Drawn> drawn) {
        for (Drawn one : drawn) {
            for (Drawn other : drawn) {
                other.sides().keySet().forEach(row -> one.sides().putIfAbsent(row, sides.get(row)));
                other.coefficients()
                        .keySet()
                        .forEach(entry -> one.coefficients()
                                .putIfAbsent(
                                        entry, coefficients.get(entry.row()).getOrDefault(entry.column(), 0.0)));
            }
        }
        return new Prospects.Listed(drawn.stream()
                .map(one -> new Prospects.Future(one.probability(), one.sides(), one.coefficients()))
                .toList());
    }

    private TwoStage program(Prospects futures) {
        List<TwoStage.Column> all = new ArrayList<>();
        columns.forEach((name, c) ->
                all.add(new TwoStage.Column(name, costs.get(c), lowers.get(c), uppers.get(c), wholes.get(c))));
        List<TwoStage.Row> held = new ArrayList<>();
        rows.forEach((name, r) -> held.add(new TwoStage.Row(
                name,
                kinds.get(r).equals("L") ? Double.NEGATIVE_INFINITY : sides.get(r),
                kinds.get(r).equals("G") ? Double.POSITIVE_INFINITY : sides.get(r),
                coefficients.get(r))));
        return new TwoStage(all, first, held, firstRows, futures);
    }
}
