package org.muster.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What stands in one field of a sheet.
public sealed interface Cell {
    /// A text, as it stands; empty where nothing does.
    record Text(String text) implements Cell {}

    /// A number that its program holds as a number.
    record Numeric(BigDecimal value) implements Cell {}

    /// A day that its program holds as a day.
    record Day(LocalDate day) implements Cell {}

    /// Nothing that can be taken over: the error of a formula, for example.
    ///
    /// @param shown what the program shows there
    record Broken(String shown) implements Cell {}

    /// A field in which nothing stands.
    Cell EMPTY = new Text("");
}
