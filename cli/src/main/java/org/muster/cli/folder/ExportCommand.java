package org.muster.cli.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muster.folder.TableExport;
import org.muster.folder.WholeFile;
import org.muster.terminal.FolderArgument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster export FOLDER --xlsx FILE`: the folder's tables as a workbook.
@Command(
        name = "export",
        description = "The folder's tables as a workbook, to be changed there and imported again.",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "",
            "  muster export my-alliance --xlsx tables.xlsx",
            "  muster import my-alliance tables.xlsx --dry-run",
            "",
            "       muster export [OPTIONS] FOLDER"
        },
        footer = {
            "",
            "One sheet a table. Policies, pools and missions stand in YAML files and are not tables.",
            "Exit code: 0 written, 2 bad input."
        })
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Option(names = "--xlsx", paramLabel = "FILE", required = true, description = "The workbook to write.")
    private Path workbook;

    @Override
    public Integer call() throws IOException {
        // a folder with problems is refused: a table that cannot be read would be missing without a word
        folder.read();
        WholeFile.write(workbook, TableExport.workbook(folder.path()));
        return 0;
    }
}
