package org.muster.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muster.folder.WholeFile;
import picocli.CommandLine.Option;

/// Where a page goes, if one is wanted.
public final class PageFlag {
    @Option(names = "--html", paramLabel = "FILE", description = "Also write one self-contained page.")
    private @Nullable Path file;

    /// Writes the page where one is wanted; else it is not made.
    public void write(Supplier<String> page) throws IOException {
        if (file != null) {
            WholeFile.write(file, page.get());
        }
    }
}
