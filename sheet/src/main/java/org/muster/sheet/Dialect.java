package org.muster.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How a CSV file is written.
///
/// Source: Frictionless Data, *Table Dialect* (`delimiter`, `quoteChar`, `skipInitialSpace`, `commentChar`) and *Data
/// Resource* (`encoding`).
///
/// @param encoding     of its texts
/// @param delimiter    between two fields
/// @param quote        around a field that holds the delimiter
/// @param skipsBlanks  whether blanks behind a delimiter are no part of the field
/// @param comment      the character that begins a line of comment; 0 where there are none
public record Dialect(Charset encoding, char delimiter, char quote, boolean skipsBlanks, char comment) {
    /// UTF-8, commas, double quotes.
    public static final Dialect PLAIN = new Dialect(StandardCharsets.UTF_8, ',', '"', false, '\0');

    /// The same with another delimiter.
    public Dialect with(char other) {
        return new Dialect(encoding, other, quote, skipsBlanks, comment);
    }

    /// The same in another encoding.
    public Dialect with(Charset other) {
        return new Dialect(other, delimiter, quote, skipsBlanks, comment);
    }
}
