package org.muster.studytool.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.folder.study.StudyFolder;
import org.muster.lab.study.Study;
import org.muster.terminal.Folders;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The study that a command is about.
final class StudyArgument {
    @Parameters(index = "0", paramLabel = "STUDY", description = "The folder of the study.")
    private Path path;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where the alliance's folder lies now (default: where it lay when the study began).")
    private @Nullable Path folder;

    Path path() {
        return path;
    }

    Study open() throws IOException {
        return Study.open(
                StudyFolder.open(path),
                Optional.ofNullable(folder).map(Path::toString),
                named -> Folders.read(Path.of(named)));
    }
}
