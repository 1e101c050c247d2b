package org.muster.cli.folder;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muster.folder.AllianceFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster new FOLDER`: a small commented alliance to start from.
@Command(
        name = "new",
        description = "Writes a small commented alliance folder to start from.",
        mixinStandardHelpOptions = true,
        customSynopsis = {"", "  muster new my-alliance", "", "       muster new FOLDER"},
        footer = {
            "",
            "Four towns, one pool, one mission with its day after; every file says what may stand in it.",
            "Exit code: 0 written, 2 FOLDER is not empty or cannot be written (and then nothing is)."
        })
public final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A folder that is not there yet, or is empty.")
    private Path folder;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            AllianceFolder.writeExample(folder);
        } catch (IOException refused) {
            err.println("muster new: " + reason(refused));
            err.flush();
            return 2;
        }
        spec.commandLine().getOut().println(folder);
        spec.commandLine().getOut().flush();
        err.println("Written. Change it, and run: muster check " + folder);
        err.flush();
        return 0;
    }

    private String reason(IOException refused) {
        return switch (refused) {
            case DirectoryNotEmptyException full ->
                folder + " is not empty: nothing was written. Name a folder that is not there yet.";
            case FileAlreadyExistsException exists ->
                exists.getFile() + " is in the way: nothing was written. Name another folder, or remove it.";
            default -> folder + " cannot be written: " + refused.getMessage() + ". Nothing was written.";
        };
    }
}
