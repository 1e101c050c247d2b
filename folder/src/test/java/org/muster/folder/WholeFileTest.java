package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path temp;

    @Test
    void keepsTheModeOfTheFileBefore() throws Exception {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(temp.resolve("page.html"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        WholeFile.write(file, "after");

        assertThat(file).hasContent("after");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-rw-");
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws Exception {
        Path real = Files.writeString(temp.resolve("real"), "before");
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("real"));

        WholeFile.write(link, "after");

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("after");
    }

    @Test
    void aLinkToWhatIsNotYetThereIsFilled() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("later"));

        WholeFile.write(link, "after");

        assertThat(link).isSymbolicLink();
        assertThat(temp.resolve("later")).hasContent("after");
    }

    @Test
    void aLinkPlantedUnderTheOldNameOfThePartIsNotFollowed() throws Exception {
        Path precious = Files.writeString(temp.resolve("precious"), "precious");
        Files.createSymbolicLink(temp.resolve(".ledger.csv.part"), precious);

        WholeFile.write(temp.resolve("ledger.csv"), "after");

        assertThat(precious).hasContent("precious");
        assertThat(temp.resolve("ledger.csv")).hasContent("after").isRegularFile();
    }

    @Test
    void whereItCannotBeWrittenNothingIsLeftBehind() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("there"));
        assertThatThrownBy(() -> WholeFile.write(temp.resolve("missing/page.html"), "text"))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingButTheFileIsThereAfterwards() throws Exception {
        WholeFile.write(temp.resolve("page.html"), "text");
        try (var entries = Files.list(temp)) {
            assertThat(entries).containsExactly(temp.resolve("page.html"));
        }
    }
}
