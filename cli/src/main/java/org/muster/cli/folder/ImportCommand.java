package org.muster.cli.folder;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.folder.Conventions;
import org.muster.folder.TableImport;
import org.muster.input.Refusal;
import org.muster.terminal.Failure;
import org.muster.terminal.FolderArgument;
import org.muster.terminal.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster import FOLDER FILE`: rows of a spreadsheet into the folder's tables, or what they would change.
@Command(
        name = "import",
        description = "Rows of a spreadsheet into the folder's tables, or what they would change.",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "",
            "  muster import my-alliance offers.csv --dry-run",
            "  muster import my-alliance from-the-office.csv --table offers",
            "  muster import my-alliance tables.xlsx",
            "",
            "       muster import [OPTIONS] FOLDER FILE"
        },
        footer = {
            "",
            "CSV may have commas, semicolons or tabs, a byte-order mark, decimal commas and days like 5.9.2014; what was",
            "found out is said. Columns are found by their names, in any order. A row changes the row with the same key,",
            "or is added; other rows stay. Nothing is written where a row has a mistake.",
            "Exit code: 0 done, 2 bad input."
        })
public final class ImportCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 64L << 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Parameters(index = "1", paramLabel = "FILE", description = "A CSV file or a workbook (.xlsx).")
    private Path file;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "The table that the rows are for (default: the one that the file or sheet is called after).")
    private Optional<String> table = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    private Optional<Conventions.Decimals> decimals = Optional.empty();
    private Optional<Conventions.Order> days = Optional.empty();

    @Option(
            names = "--decimal",
            paramLabel = "point|comma",
            description = "The mark before decimals, where it cannot be found out.")
    void decimal(String word) {
        decimals = Optional.of(
                switch (word) {
                    case "point" -> Conventions.Decimals.POINT;
                    case "comma" -> Conventions.Decimals.COMMA;
                    default -> throw new Refusal("--decimal is point or comma, not \"" + word + "\"");
                });
    }

    @Option(
            names = "--dates",
            paramLabel = "day-first|month-first",
            description = "The order of day and month, where it cannot be found out.")
    void dates(String word) {
        days = Optional.of(
                switch (word) {
                    case "day-first" -> Conventions.Order.DAY_FIRST;
                    case "month-first" -> Conventions.Order.MONTH_FIRST;
                    default -> throw new Refusal("--dates is day-first or month-first, not \"" + word + "\"");
                });
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder.path())) {
            throw new Refusal(folder.path() + " is not a folder: name the one that holds alliance.yaml");
        }
        if (dryRun) {
            return run();
        }
        return Folders.held(folder.path(), this::run);
    }

    private int run() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(file + " is not a file: name a CSV file or a workbook (.xlsx)");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new Refusal(file + " has more than 64 MB: split it");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        TableImport asked = TableImport.of(
                folder.path(),
                String.valueOf(file.getFileName()),
                Files.readAllBytes(file),
                table,
                new Conventions(decimals, days));
        asked.problems().forEach(problem -> err.println(problem.sentence()));
        boolean refused = !asked.problems().isEmpty();
        if (!dryRun && !refused) {
            asked.write();
        }
        asked.changes().forEach(change -> out.println(sentence(change)));
        asked.left().forEach(out::println);
        if (dryRun || refused) {
            out.println(
                    refused
                            ? "nothing was written: fix the rows, and import them again"
                            : "nothing was written: this was a dry run");
        }
        out.flush();
        err.flush();
        return refused ? Failure.BAD_INPUT : 0;
    }

    private static String sentence(TableImport.Change change) {
        List<String> parts = new ArrayList<>(List.of(
                "create " + change.created(),
                "update " + change.updated(),
                "unchanged " + change.unchanged(),
                "not in the file " + change.kept()));
        String read = change.readAs().isEmpty() ? "" : " (read with " + String.join(", ", change.readAs()) + ")";
        return "%s from %s: %s%s".formatted(change.table(), change.from(), String.join(", ", parts), read);
    }
}
