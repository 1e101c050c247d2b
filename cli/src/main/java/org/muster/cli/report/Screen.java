package org.muster.cli.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.List;

/// Where text goes: how wide it is, and whether it takes colour.
///
/// @param width  characters a line
/// @param colour whether colour and bold may be used
public record Screen(int width, boolean colour) {
    private static final Character[] LINES = AsciiTable.NO_BORDERS.clone();

    /// A terminal as the environment describes it, or a file.
    ///
    /// @param plain    asked for no colour
    /// @param terminal whether output goes to a terminal
    /// @param columns  the variable COLUMNS; empty where it is not set
    /// @param noColor  whether the variable NO_COLOR is set
    public static Screen of(boolean plain, boolean terminal, String columns, boolean noColor) {
        int width = columns.matches("[1-9][0-9]{1,3}") ? Math.max(40, Integer.parseInt(columns)) : 100;
        return new Screen(width, terminal && !plain && !noColor);
    }

    /// Bold where the screen takes it.
    public String bold(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    /// The text in green, where colour may be used.
    public String green(String text) {
        return colour ? "\u001b[32m" + text + "\u001b[0m" : text;
    }

    /// The text in amber, where colour may be used.
    public String amber(String text) {
        return colour ? "\u001b[33m" + text + "\u001b[0m" : text;
    }

    /// The text in red, where colour may be used.
    public String red(String text) {
        return colour ? "\u001b[31m" + text + "\u001b[0m" : text;
    }

    /// A table whose first `left` columns are texts and whose others are numbers; texts wrap where the screen is
    /// narrow.
    public String table(List<String> header, int left, List<List<String>> rows) {
        int widest = Math.max(12, (width - 12 * (header.size() - left)) / Math.max(1, left));
        List<ColumnData<List<String>>> columns = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            int column = c;
            boolean text = c < left;
            columns.add(new Column()
                    .header(header.get(c))
                    .headerAlign(text ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT)
                    .dataAlign(text ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT)
                    .maxWidth(text ? widest : 40, OverflowBehaviour.NEWLINE)
                    .with(row -> row.get(column)));
        }
        String table = AsciiTable.getTable(LINES, rows, columns);
        return table.lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
    }

    /// Text wrapped at the width, its later lines set in by `indent`.
    public String wrapped(String text, String indent) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (String word : text.split(" ", -1)) {
            if (at > 0 && at + 1 + word.length() > width) {
                out.append('\n').append(indent);
                at = indent.length();
            } else if (at > 0) {
                out.append(' ');
                at++;
            }
            out.append(word);
            at += word.length();
        }
        return out.append('\n').toString();
    }
}
