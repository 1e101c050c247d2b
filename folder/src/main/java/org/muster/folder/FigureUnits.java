package org.muster.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.figure.Unit;

/// Units of figures that cannot be added up or compared, told where they stand and not by a wrong bill.
final class FigureUnits {
    /// Measures that are money, and so have a currency.
    private static final Set<String> MONEY =
            Set.of("gni", "gdp", "gni_real", "gdp_real", "defence_expenditure", "defence_expenditure_real");

    private static final String POPULATION = "population";

    private final Values values;

    FigureUnits(Values values) {
        this.values = values;
    }

    private record First(String counted, Row row) {}

    void report(List<Row> rows) {
        Map<String, First> firstOfMeasure = new HashMap<>();
        Map<String, Unit> units = new HashMap<>();
        for (Row row : rows) {
            Scalar unit = row.cell("unit");
            String measure = row.cell("measure").text();
            if (!unit.present()) {
                continue;
            }
            Unit meant = units.computeIfAbsent(unit.text(), Unit::of);
            if (MONEY.contains(measure) && !meant.money()) {
                values.report(
                        unit,
                        "unit is \"%s\", and %s is money".formatted(Values.shortened(unit.text()), measure),
                        "Write a scale and a currency, for example million EUR.");
                continue;
            }
            reportBelowZero(row, measure);
            First first = firstOfMeasure.putIfAbsent(measure, new First(meant.counted(), row));
            if (first != null && !first.counted().equals(meant.counted())) {
                values.report(
                        unit,
                        "the figures of %s are in different units, %s and %s (at %s)"
                                .formatted(
                                        measure,
                                        Values.shortened(meant.counted()),
                                        Values.shortened(first.counted()),
                                        first.row().cell("unit").place().fileAndLine()),
                        "Write all of a measure in one unit, or give those of another unit a measure of their own.");
            }
        }
    }

    private void reportBelowZero(Row row, String measure) {
        Scalar value = row.cell("value");
        if ((MONEY.contains(measure) || measure.equals(POPULATION))
                && value.text().startsWith("-")) {
            values.report(
                    value,
                    "%s is %s, below zero".formatted(measure, Values.shortened(value.text())),
                    "Write a value from 0 up.");
        }
    }
}
