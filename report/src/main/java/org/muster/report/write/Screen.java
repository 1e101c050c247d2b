package org.muster.report.write;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Where text goes: how wide it is, and whether it takes colour.
///
/// @param width  characters a line
/// @param colour whether colour and bold may be used
public record Screen(int width, boolean colour) {
    private static final Character[] LINES = AsciiTable.NO_BORDERS.clone();
    private static final int PADDING = 2;

    /// Where nothing says how wide a terminal is.
    public static final int TERMINAL_WIDTH = 80;
    /// Where text goes into a file or to another program.
    public static final int FILE_WIDTH = 100;
    /// The narrowest that anything is laid out for.
    public static final int LEAST_WIDTH = 40;

    /// What the environment says of a terminal.
    ///
    /// @param isTerminal whether output goes to one
    /// @param columns    the variable COLUMNS; empty where it is not set
    /// @param noColor    whether the variable NO_COLOR is set
    /// @param term       the variable TERM; empty where it is not set
    public record Environment(boolean isTerminal, String columns, boolean noColor, String term) {}

    /// The screen in this environment.
    ///
    /// @param plain       asked for no colour
    /// @param wanted      the width asked for; empty where none was
    public static Screen of(boolean plain, OptionalInt wanted, Environment environment) {
        int usual = environment.isTerminal() ? TERMINAL_WIDTH : FILE_WIDTH;
        int said = environment.columns().matches("[1-9][0-9]{1,3}") ? Integer.parseInt(environment.columns()) : usual;
        boolean takesColour = environment.isTerminal()
                && !environment.noColor()
                && !environment.term().equals("dumb");
        return new Screen(Math.max(LEAST_WIDTH, wanted.orElse(said)), takesColour && !plain);
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

    /// A table whose first `left` columns are texts and whose others are numbers, no line of it wider than the
    /// screen: texts wrap between words, then numbers with their heads do, and where that is not enough each row
    /// stands as a block of its own.
    public String table(List<String> header, int left, List<List<String>> rows) {
        Optional<int[]> widths = widths(header, left, rows).or(() -> widths(header, header.size(), rows));
        if (widths.isEmpty()) {
            return stacked(header, rows);
        }
        List<ColumnData<List<String>>> columns = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            int column = c;
            boolean text = c < left;
            columns.add(new Column()
                    .header(header.get(c))
                    .headerAlign(text ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT)
                    .dataAlign(text ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT)
                    .maxWidth(widths.get()[c] + PADDING, OverflowBehaviour.NEWLINE)
                    .with(row -> row.get(column)));
        }
        String table = AsciiTable.getTable(LINES, rows, columns);
        return table.lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
    }

    /// Characters of each column without its padding. Each has at least its longest word, columns that do not wrap have
    /// all that they take; what is left goes to the columns that lack least, in equal parts. Empty where there is not
    /// enough.
    ///
    /// @param wrapping how many columns may wrap, from the first on
    private Optional<int[]> widths(List<String> header, int wrapping, List<List<String>> rows) {
        int[] widths = new int[header.size()];
        int[] lacks = new int[header.size()];
        int free = width - PADDING * widths.length + 1;
        List<Integer> wanting = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) {
            widths[c] = longest(c, header, rows, c < wrapping);
            lacks[c] = longest(c, header, rows, false) - widths[c];
            free -= widths[c];
            wanting.add(c);
        }
        if (free < 0) {
            return Optional.empty();
        }
        wanting.sort(Comparator.comparingInt(c -> lacks[c]));
        for (int at = 0; at < wanting.size(); at++) {
            int c = wanting.get(at);
            int more = Math.min(lacks[c], free / (wanting.size() - at));
            widths[c] += more;
            free -= more;
        }
        return Optional.of(widths);
    }

    private static int longest(int column, List<String> header, List<List<String>> rows, boolean ofWords) {
        return Stream.concat(Stream.of(header), rows.stream())
                .map(row -> row.get(column))
                .flatMap(cell -> ofWords ? Stream.of(cell.split(" ", -1)) : Stream.of(cell))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /// Each row as a block: its first cell, then a line for each other cell that says something.
    private String stacked(List<String> header, List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            out.append(wrapped(header.getFirst() + ": " + row.getFirst().strip(), "  "));
            for (int c = 1; c < row.size(); c++) {
                if (!row.get(c).isBlank()) {
                    out.append("  ")
                            .append(indented(header.get(c) + ": " + row.get(c).strip(), "    "));
                }
            }
        }
        return out.toString();
    }

    private String indented(String text, String indent) {
        return new Screen(width - 2, colour).wrapped(text, indent);
    }

    /// A title: bold where the screen takes it, wrapped at the width.
    public String title(String text) {
        return bold(wrapped(text, "  ").stripTrailing()) + "\n";
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
