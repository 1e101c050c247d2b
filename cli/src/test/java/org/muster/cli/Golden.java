package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts that are read like code: `src/test/golden`, rewritten by `-Dgolden=write`.
public final class Golden {
    private static final Path FOLDER = Examples.ROOT.resolve("cli/src/test/golden");

    private Golden() {}

    /// Holds a text against the file of this name.
    public static void isSame(String name, String text) throws IOException {
        Path golden = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
