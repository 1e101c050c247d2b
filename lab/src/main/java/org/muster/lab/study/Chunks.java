package org.muster.lab.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.lab.Measure;
import org.muster.lab.run.Future;
import org.muster.lab.run.Question;
import org.muster.lab.run.Row;
import org.muster.lab.run.Runs;
import org.muster.lab.run.Stack;

/// Rows in chunks of a thousand, as CSV whose bytes hang on the question, the reform and the number of the chunk alone.
public final class Chunks {
    /// Runs in a chunk at most.
    public static final int ROWS = 1_000;

    private final Question question;
    private final List<String> allies;

    /// The chunks of a question.
    public Chunks(Question question) {
        this.question = question;
        this.allies = allies(question.alliance());
    }

    private static List<String> allies(Alliance alliance) {
        return alliance.members().stream()
                .filter(Member::isAlly)
                .map(Member::code)
                .toList();
    }

    /// How many chunks each reform has.
    public int count() {
        return (question.futures() + ROWS - 1) / ROWS;
    }

    /// Rows of a chunk.
    public int rowsOf(int chunk) {
        return Math.min(ROWS, question.futures() - chunk * ROWS);
    }

    /// The path of a chunk of runs in the study's folder.
    public static String runsFile(Stack stack, int chunk) {
        return file(Optional.of(stack.name()), chunk);
    }

    /// The path of a chunk of futures in the study's folder.
    public static String futuresFile(int chunk) {
        return file(Optional.empty(), chunk);
    }

    /// @param stack the name of reforms; empty for a chunk of futures
    static String file(Optional<String> stack, int chunk) {
        return stack.map(name -> String.format(Locale.ROOT, "runs/%s/%06d.csv", name, chunk))
                .orElseGet(() -> String.format(Locale.ROOT, "futures/%06d.csv", chunk));
    }

    /// The parts of every chunk: of its futures first, then reform by reform.
    public List<Part> parts() {
        List<String> names = new ArrayList<>(List.of(""));
        question.stacks().forEach(stack -> names.add(stack.name()));
        int rows = reacts() ? Part.ROWS_REPLYING : Part.ROWS;
        List<Part> parts = new ArrayList<>();
        for (int c = 0; c < count(); c++) {
            int end = c * ROWS + rowsOf(c);
            for (String name : names) {
                for (int from = c * ROWS; from < end; from += rows) {
                    parts.add(new Part(name, c, from, Math.min(end, from + rows)));
                }
            }
        }
        return parts;
    }

    /// Columns of a chunk of runs.
    public List<String> runsHeader() {
        List<String> header = new ArrayList<>(List.of("future"));
        for (Measure measure : Measure.values()) {
            header.add(measure.word());
        }
        allies.forEach(ally -> header.add("goes-" + ally));
        if (reacts()) {
            header.addAll(List.of("lacking", "holding", "found", "range"));
        }
        return header;
    }

    private boolean reacts() {
        return question.reaction() == Question.Reaction.REPLY;
    }

    /// Columns of a chunk of futures: factors, and what else was drawn.
    public List<String> futuresHeader() {
        List<String> header = new ArrayList<>(List.of("future"));
        question.setting().factors().forEach(factor -> header.add(factor.id()));
        header.add("world");
        question.setting().templates().forEach(one -> header.add("comes-" + one.mission()));
        header.add("overlaps");
        return header;
    }

    /// The rows of a part as they stand in its chunk, each with its line's end.
    public String lines(Runs runs, Part part) {
        Optional<Stack> stack = part.stack()
                .map(name -> question.stacks().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow());
        StringBuilder text = new StringBuilder();
        for (int f = part.from(); f < part.to(); f++) {
            int future = f;
            text.append(stack.map(one -> lineOf(runs.row(one, future))).orElseGet(() -> line(runs.future(future))))
                    .append('\n');
        }
        return text.toString();
    }

    /// The first line of the chunk that a part is of, with its line's end.
    public String header(Part part) {
        return String.join(",", part.stack().isPresent() ? runsHeader() : futuresHeader()) + "\n";
    }

    /// A row as it stands in its chunk.
    public String lineOf(Row row) {
        return reacts()
                ? line(row) + "," + Row.Replied.text(row.replied().lacking()) + ","
                        + Row.Replied.text(row.replied().holding()) + ","
                        + Row.Replied.text(row.replied().found()) + ","
                        + Row.Replied.rangesText(row.replied().ranges())
                : line(row);
    }

    /// What stands in every row, whether members react or not.
    public static String line(Row row) {
        StringBuilder line = new StringBuilder().append(row.future());
        for (Measure measure : Measure.values()) {
            line.append(',').append(row.text(measure));
        }
        row.goes()
                .forEach(one -> line.append(',')
                        .append(java.math.BigDecimal.valueOf(one, 9)
                                .stripTrailingZeros()
                                .toPlainString()));
        return line.toString();
    }

    private String line(Future future) {
        StringBuilder line = new StringBuilder().append(future.number());
        for (Map.Entry<String, Double> value : future.values().entrySet()) {
            line.append(',').append(value.getValue());
        }
        line.append(',').append(future.world().map(world -> world.id()).orElse(""));
        question.setting()
                .templates()
                .forEach(one -> line.append(',')
                        .append(future.occurrences().stream()
                                .filter(came -> came.mission().equals(one.mission()))
                                .count()));
        return line.append(',').append(future.overlaps()).toString();
    }

    /// The rows of a chunk's text.
    ///
    /// @throws IllegalArgumentException where it is no such text
    public List<Row> rows(String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(String.join(",", runsHeader()))) {
            throw new IllegalArgumentException("its columns are others");
        }
        List<Row> rows = new ArrayList<>();
        for (int l = 1; l < lines.length - 1; l++) {
            String[] cells = lines[l].split(",", -1);
            List<Long> values = new ArrayList<>();
            for (Measure measure : Measure.values()) {
                values.add(Row.parsed(measure, cells[1 + measure.place()]));
            }
            List<Long> goes = new ArrayList<>();
            int ends = cells.length - (reacts() ? 4 : 0);
            for (int c = 1 + Measure.values().length; c < ends; c++) {
                goes.add(new java.math.BigDecimal(cells[c]).movePointRight(9).longValueExact());
            }
            Row.Replied replied = reacts()
                    ? new Row.Replied(
                            Row.Replied.parsed(cells[ends]),
                            Row.Replied.parsed(cells[ends + 1]),
                            Row.Replied.parsed(cells[ends + 2]),
                            Row.Replied.parsedRanges(cells[ends + 3]))
                    : Row.Replied.NONE;
            rows.add(new Row(Integer.parseInt(cells[0]), values, goes, replied));
        }
        return rows;
    }

    /// What of futures is numbers, by future: factors, how often missions come, how often they overlap.
    public List<double[]> numbers(String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(String.join(",", futuresHeader()))) {
            throw new IllegalArgumentException("its columns are others");
        }
        int world = 1 + question.setting().factors().size();
        List<double[]> rows = new ArrayList<>();
        for (int l = 1; l < lines.length - 1; l++) {
            String[] cells = lines[l].split(",", -1);
            double[] row = new double[cells.length - 2];
            for (int c = 1, at = 0; c < cells.length; c++) {
                if (c != world) {
                    row[at++] = Double.parseDouble(cells[c]);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /// Names of the columns of [#numbers].
    public List<String> numberNames() {
        List<String> names = new ArrayList<>(futuresHeader());
        names.remove("future");
        names.remove(question.setting().factors().size());
        return names;
    }
}
