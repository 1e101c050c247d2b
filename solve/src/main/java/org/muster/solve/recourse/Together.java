package org.muster.solve.recourse;

import java.util.List;
import java.util.Optional;
import org.muster.solve.Deadline;

/// All futures beside each other in one program.
final class Together {
    private Together() {}

    static Optional<Recourse.Answer> solve(TwoStage two, Deadline deadline) {
        List<Prospects.Future> futures = two.futures().listed();
        try (Program program = new Program(two.isFirstWhole() || two.isSecondWhole())) {
            two.columns().subList(0, two.first()).forEach(program::add);
            for (TwoStage.Row row : two.rows().subList(0, two.firstRows())) {
                int place = program.row(row.lower(), row.upper());
                row.coefficients().forEach((column, value) -> program.set(place, column, value));
            }
            int columns = two.first();
            for (Prospects.Future future : futures) {
                for (TwoStage.Column column :
                        two.columns().subList(two.first(), two.columns().size())) {
                    program.add(column.cost() * future.probability(), column.lower(), column.upper(), column.whole());
                }
                for (int r = two.firstRows(); r < two.rows().size(); r++) {
                    add(program, two, r, future, columns - two.first());
                }
                columns += two.second();
            }
            return program.answer(Recourse.Method.TOGETHER, two.first(), 0, columns, deadline);
        }
    }

    private static void add(Program program, TwoStage two, int r, Prospects.Future future, int shift) {
        TwoStage.Row row = in(two, r, future);
        int place = program.row(row.lower(), row.upper());
        row.coefficients()
                .forEach((column, value) -> program.set(
                        place,
                        column < two.first() ? column : column + shift,
                        column < two.first() ? technology(two, r, column, future) : value));
    }

    /// A row as a future has it.
    static TwoStage.Row in(TwoStage two, int r, Prospects.Future future) {
        TwoStage.Row row = two.rows().get(r);
        Double side = future.sides().get(r);
        return side == null ? row : row.with(side);
    }

    /// A coefficient of the first stage as a future has it.
    static double technology(TwoStage two, int r, int column, Prospects.Future future) {
        Double other = future.coefficients().get(new Prospects.Entry(r, column));
        return other == null ? two.rows().get(r).coefficients().getOrDefault(column, 0.0) : other;
    }
}
