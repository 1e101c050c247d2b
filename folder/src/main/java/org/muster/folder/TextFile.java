package org.muster.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muster.input.Refusal;

/// A text in UTF-8 that somebody names as a file.
public final class TextFile {
    private TextFile() {}

    /// Reads it.
    ///
    /// @param most largest file that is read, in MiB
    /// @throws Refusal     with a sentence that begins with the file's name, where it is none, too large, or not UTF-8
    /// @throws IOException where the machine does not let it be read
    public static String read(Path file, long most) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(file + ": there is no such file");
        }
        if (Files.size(file) > most << 20) {
            throw new Refusal(file + ": larger than " + most + " MiB, the largest that is read");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Refusal(file + ": not UTF-8");
        }
    }
}
