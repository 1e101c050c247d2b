package org.muster.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.input.Findings;
import org.muster.sheet.Dialect;

/// How the file of a table is written, as `datapackage.json` says: its dialect, and the form of its fields.
///
/// Source: Frictionless Data, *Data Resource* (`encoding`), *Table Dialect*, *Table Schema*.
///
/// @param dialect of the file
/// @param fields  forms of columns; the plain form where there is none
record TableForm(Dialect dialect, Map<String, FieldForm> fields) {
    /// As folders have tables where nothing else is said.
    static final TableForm PLAIN = new TableForm(Dialect.PLAIN, Map.of());

    boolean isPlain() {
        return equals(PLAIN);
    }

    FieldForm of(String column) {
        return fields.getOrDefault(column, FieldForm.PLAIN);
    }

    /// The form that a resource of a data package says; what cannot be meant is reported, and is as in the plain form.
    static TableForm of(Tree resource, TableSchema table, Findings findings) {
        if (!(resource instanceof Tree.Fields described)) {
            return PLAIN;
        }
        Dialect dialect = dialect(described, findings);
        Map<String, FieldForm> forms = new HashMap<>();
        if (value(described, "schema") instanceof Tree.Fields schema
                && value(schema, "fields") instanceof Tree.Items columns) {
            for (Tree column : columns.items()) {
                if (column instanceof Tree.Fields said) {
                    int index = table.indexOf(text(said, "name").orElse(""));
                    if (index >= 0) {
                        TableSchema.Column known = table.columns().get(index);
                        FieldForm form = field(said, known, findings);
                        if (!form.equals(FieldForm.PLAIN)) {
                            forms.put(known.name(), form);
                        }
                    }
                }
            }
        }
        return new TableForm(dialect, Map.copyOf(forms));
    }

    private static Dialect dialect(Tree.Fields resource, Findings findings) {
        Charset encoding = Dialect.PLAIN.encoding();
        Optional<String> named = text(resource, "encoding");
        if (named.isPresent()) {
            try {
                encoding = Charset.forName(named.get());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                findings.add(
                        value(resource, "encoding").place(),
                        "there is no encoding \"%s\"".formatted(Values.shortened(named.get())),
                        "Write utf-8, utf-16, windows-1252 or iso-8859-1.");
            }
        }
        Dialect plain = Dialect.PLAIN.with(encoding);
        if (!(value(resource, "dialect") instanceof Tree.Fields dialect)) {
            return plain;
        }
        return new Dialect(
                encoding,
                character(dialect, "delimiter", plain.delimiter(), findings),
                character(dialect, "quoteChar", plain.quote(), findings),
                text(dialect, "skipInitialSpace").filter("true"::equals).isPresent(),
                character(dialect, "commentChar", plain.comment(), findings));
    }

    private static char character(Tree.Fields dialect, String key, char otherwise, Findings findings) {
        Optional<String> said = text(dialect, key);
        if (said.isPresent() && said.get().length() != 1) {
            findings.add(
                    value(dialect, key).place(),
                    "%s is \"%s\", not one character".formatted(key, Values.shortened(said.get())),
                    "Write one character, for example \";\".");
            return otherwise;
        }
        return said.map(text -> text.charAt(0)).orElse(otherwise);
    }

    private static FieldForm field(Tree.Fields said, TableSchema.Column column, Findings findings) {
        return switch (column.type()) {
            case NUMBER, INTEGER ->
                new FieldForm(
                        character(said, "decimalChar", '.', findings),
                        text(said, "groupChar").orElse(""),
                        FieldForm.Days.ISO);
            case DATE -> {
                Optional<String> format = text(said, "format").filter(word -> !word.equals("default"));
                Optional<FieldForm.Days> days = format.flatMap(FieldForm.Days::ofPattern);
                if (format.isPresent() && days.isEmpty()) {
                    findings.add(
                            value(said, "format").place(),
                            "format is \"%s\", not one that days are read in".formatted(Values.shortened(format.get())),
                            "Write for example %d.%m.%Y or %m/%d/%Y, or leave it out for 2014-09-05.");
                }
                yield FieldForm.PLAIN.with(days.orElse(FieldForm.Days.ISO));
            }
            case STRING, YEAR -> FieldForm.PLAIN;
        };
    }

    private static Tree value(Tree.Fields fields, String key) {
        return fields.field(key).map(Tree.Field::value).orElse(new Tree.Nothing(fields.place()));
    }

    private static Optional<String> text(Tree.Fields fields, String key) {
        return value(fields, key) instanceof Tree.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /// The text of a table in this form.
    ///
    /// @param schema with the columns that the table has
    /// @param rows   texts of the plain form, in the order of its columns
    String text(TableSchema schema, List<List<String>> rows) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .lineDelimiter(LineDelimiter.LF)
                .build(out)) {
            writer.writeRecord(schema.header());
            for (List<String> row : rows) {
                String[] written = new String[row.size()];
                for (int i = 0; i < written.length; i++) {
                    TableSchema.Column column = schema.columns().get(i);
                    written[i] = of(column.name()).written(row.get(i), column.type());
                }
                writer.writeRecord(written);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to a text", impossible);
        }
        return out.toString();
    }
}
