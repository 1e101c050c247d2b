package org.muster.terminal;

import java.nio.file.Path;
import org.muster.alliance.Alliance;
import picocli.CommandLine.Parameters;

/// The folder that a command is about.
public final class FolderArgument {
    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    private Path path;

    /// Where it is.
    public Path path() {
        return path;
    }

    /// What it holds.
    ///
    /// @throws org.muster.input.Refusal where something is wrong with it
    public Alliance read() {
        return Folders.read(path);
    }
}
