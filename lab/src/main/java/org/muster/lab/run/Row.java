package org.muster.lab.run;

import java.math.BigDecimal;
import java.util.List;
import org.muster.alliance.lab.Measure;

/// What is measured of one run.
///
/// @param future the number of its future
/// @param values by measure, in the order of [Measure]: money in whole minor units, all else in units of 10^-9, so that
///               parts add up to the last digit
/// @param goes   by ally, in the alliance's order: on how many missions that ran it went, in units of 10^-9
public record Row(int future, List<Long> values, List<Long> goes) {
    private static final double NANO = 1e9;

    public Row {
        values = List.copyOf(values);
        goes = List.copyOf(goes);
        if (values.size() != Measure.values().length) {
            throw new IllegalArgumentException(values.size() + " values of " + Measure.values().length + " measures");
        }
    }

    /// A value as a number: money in minor units.
    public double value(Measure measure) {
        long value = values.get(measure.place());
        return measure.unit().decimals() == 0 ? value : value / NANO;
    }

    /// A value as text: money in minor units, all else as a decimal without zeros at its end.
    public String text(Measure measure) {
        return BigDecimal.valueOf(values.get(measure.place()), measure.unit().decimals())
                .stripTrailingZeros()
                .toPlainString();
    }

    /// The value of a text that [#text] wrote.
    ///
    /// @throws ArithmeticException where it has more digits than are kept
    public static long parsed(Measure measure, String text) {
        return new BigDecimal(text).movePointRight(measure.unit().decimals()).longValueExact();
    }
}
