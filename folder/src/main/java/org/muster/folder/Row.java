package org.muster.folder;

import java.util.List;
import java.util.Optional;
import org.muster.input.Place;

/// A row of a table whose header was right.
///
/// @param schema the table's schema
/// @param line   line on which the row begins, from 1
/// @param fields one text per column
record Row(TableSchema schema, int line, List<String> fields) {
    Row {
        fields = List.copyOf(fields);
    }

    /// The field of a column; missing where it is empty and must not be (reported when the table was read).
    Scalar cell(String column) {
        int index = schema.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(schema.name() + " has no column " + column);
        }
        Place place = new Place(schema.file(), line, index + 1);
        String text = fields.get(index);
        return text.isEmpty() && schema.columns().get(index).required()
                ? Scalar.missing(place, column)
                : Scalar.of(place, column, text);
    }

    /// The field of a column that may be empty, or that the table does without.
    Optional<Scalar> optional(String column) {
        return Optional.of(column)
                .filter(name -> schema.indexOf(name) >= 0)
                .map(this::cell)
                .filter(scalar -> !scalar.text().isEmpty());
    }

    private String text(String column) {
        return fields.get(schema.indexOf(column));
    }

    /// The fields of several columns, for comparing rows.
    List<String> texts(List<String> columns) {
        return columns.stream().map(this::text).toList();
    }
}
