package org.muster.solve;

import java.util.ArrayList;
import java.util.List;

/// A model in free MPS format, every number in full.
///
/// Written here because the writer of OR-Tools keeps six significant digits, which changes the optimum of most models
/// with amounts in minor units.
///
/// Source: the format as in GLPK's reference manual, appendix B (fixed and free MPS).
public final class MpsFile {
    private static final String OBJECTIVE = "cost";

    private final LinearModel model;
    private final StringBuilder text = new StringBuilder();

    private MpsFile(LinearModel model) {
        this.model = model;
    }

    /// The model with the last level as objective and every earlier level held at its proven value.
    ///
    /// @param proofs of the levels before the last; fewer where nothing meets the model
    public static String write(LinearModel model, List<Level> levels, List<Lexicographic.Proof> proofs) {
        List<LinearModel.Row> rows = new ArrayList<>(model.rows());
        for (int k = 0; k < proofs.size(); k++) {
            Level level = levels.get(k);
            if (level.variables().length > 0) {
                rows.add(new LinearModel.Row(
                        level.name(),
                        level.variables(),
                        level.coefficients(),
                        LinearModel.NO_LOWER,
                        proofs.get(k).value()));
            }
        }
        MpsFile file = new MpsFile(new LinearModel(model.variables(), rows));
        file.rows();
        file.columns(levels.getLast());
        file.sides();
        file.bounds();
        return file.text.append("ENDATA\n").toString();
    }

    private static boolean isOpenBelow(LinearModel.Row row) {
        return row.lower() == LinearModel.NO_LOWER;
    }

    private static boolean isOpenAbove(LinearModel.Row row) {
        return row.upper() == LinearModel.NO_UPPER;
    }

    private void line(String... fields) {
        text.append(' ').append(String.join(" ", fields)).append('\n');
    }

    private void rows() {
        text.append("NAME muster\nROWS\n");
        line("N", OBJECTIVE);
        for (int i = 0; i < model.rows().size(); i++) {
            LinearModel.Row row = model.rows().get(i);
            String kind = row.lower() == row.upper() ? "E" : isOpenBelow(row) ? "L" : "G";
            line(isOpenBelow(row) && isOpenAbove(row) ? "N" : kind, nameOfRow(i));
        }
    }

    private void columns(Level objective) {
        int n = model.variables().size();
        List<StringBuilder> columns = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            columns.add(new StringBuilder());
        }
        entries(columns, OBJECTIVE, objective.variables(), objective.coefficients());
        for (int i = 0; i < model.rows().size(); i++) {
            LinearModel.Row row = model.rows().get(i);
            entries(columns, nameOfRow(i), row.variables(), row.coefficients());
        }
        text.append("COLUMNS\n");
        line("whole", "'MARKER'", "'INTORG'");
        for (int j = 0; j < n; j++) {
            // A column that stands nowhere else is declared by a zero in the objective.
            text.append(
                    columns.get(j).isEmpty()
                            ? " " + nameOfColumn(j) + " " + OBJECTIVE + " 0\n"
                            : columns.get(j).toString());
        }
        line("whole", "'MARKER'", "'INTEND'");
    }

    private void entries(List<StringBuilder> columns, String row, int[] variables, long[] coefficients) {
        for (int k = 0; k < variables.length; k++) {
            if (coefficients[k] != 0) {
                columns.get(variables[k])
                        .append(' ')
                        .append(nameOfColumn(variables[k]))
                        .append(' ')
                        .append(row)
                        .append(' ')
                        .append(coefficients[k])
                        .append('\n');
            }
        }
    }

    private void sides() {
        text.append("RHS\n");
        for (int i = 0; i < model.rows().size(); i++) {
            LinearModel.Row row = model.rows().get(i);
            if (!isOpenBelow(row) || !isOpenAbove(row)) {
                line("rhs", nameOfRow(i), String.valueOf(isOpenBelow(row) ? row.upper() : row.lower()));
            }
        }
        text.append("RANGES\n");
        for (int i = 0; i < model.rows().size(); i++) {
            LinearModel.Row row = model.rows().get(i);
            if (!isOpenBelow(row) && !isOpenAbove(row) && row.lower() != row.upper()) {
                line("range", nameOfRow(i), String.valueOf(Math.subtractExact(row.upper(), row.lower())));
            }
        }
    }

    private void bounds() {
        text.append("BOUNDS\n");
        for (int j = 0; j < model.variables().size(); j++) {
            LinearModel.Variable variable = model.variables().get(j);
            line("LO", "bound", nameOfColumn(j), String.valueOf(variable.lower()));
            line("UP", "bound", nameOfColumn(j), String.valueOf(variable.upper()));
        }
    }

    /// Names have no blanks, as these separate fields, and a number in front, as two rules may be called alike.
    private String nameOfRow(int i) {
        return "r" + i + ":" + model.rows().get(i).name().replace(' ', '_');
    }

    private String nameOfColumn(int j) {
        return model.variables().get(j).name().replace(' ', '_');
    }
}
