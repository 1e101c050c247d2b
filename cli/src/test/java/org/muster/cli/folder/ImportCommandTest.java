package org.muster.cli.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Call;
import org.muster.folder.FolderHold;

/// Tables from and to a spreadsheet, by command.
class ImportCommandTest {
    @TempDir
    private Path temporary;

    private String folder;

    @BeforeEach
    void folder() {
        folder = temporary.resolve("towns").toString();
        assertThat(Call.muster("new", folder).code()).isZero();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text).toString();
    }

    @Test
    void anExportComesBackWithoutChange() {
        String book = temporary.resolve("t.xlsx").toString();
        assertThat(Call.muster("export", folder, "--xlsx", book).code()).isZero();

        Call call = Call.muster("import", folder, book);

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("offers from t.xlsx[offers]: create 0, update 0, unchanged 5, not in the file 0\n");
    }

    @Test
    void aDryRunSaysWhatItReadAndWritesNothing() throws IOException {
        String file = write("office.csv", "ID;deployment_cost\narn-boats;801,50\n");
        String before = Files.readString(Path.of(folder, "offers.csv"));

        Call call = Call.muster("import", folder, file, "--table", "offers", "--dry-run");

        assertThat(call.out())
                .isEqualTo("offers from office.csv: create 0, update 1, unchanged 0, not in the file 4"
                        + " (read with fields separated by semicolons, numbers with a decimal comma)\n"
                        + "nothing was written: this was a dry run\n");
        assertThat(Files.readString(Path.of(folder, "offers.csv"))).isEqualTo(before);

        assertThat(Call.muster("import", folder, file, "--table", "offers").code())
                .isZero();
        assertThat(Files.readString(Path.of(folder, "offers.csv"))).isEqualTo(before.replace("800.00", "801.50"));
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndNothingIsWritten() throws IOException {
        String file = write("offers.csv", "id,quantity\narn-boats,many\n");
        String before = Files.readString(Path.of(folder, "offers.csv"));

        Call call = Call.muster("import", folder, file);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).startsWith("offers.csv:2:2: quantity is \"many\", not a number");
        assertThat(call.out()).endsWith("nothing was written: fix the rows, and import them again\n");
        assertThat(Files.readString(Path.of(folder, "offers.csv"))).isEqualTo(before);
    }

    @Test
    void twoImportsAtOnceAreNotPossible() throws IOException {
        String file = write("offers.csv", "id,quantity\narn-boats,7\n");
        try (FolderHold held = FolderHold.take(Path.of(folder)).orElseThrow()) {
            assertThat(held).isNotNull();
            Call call = Call.muster("import", folder, file);
            assertThat(call.code()).isEqualTo(2);
            assertThat(call.err()).contains("another import into", "nothing was written");
        }
    }

    @Test
    void whatIsNotThereIsTold() throws IOException {
        assertThat(Call.muster("import", folder + "x", "a.csv").err()).contains("is not a folder");
        assertThat(Call.muster("import", folder, temporary.resolve("a.csv").toString())
                        .err())
                .contains("is not a file: name a CSV file or a workbook (.xlsx)");
        assertThat(Call.muster("import", folder, write("a.csv", "id"), "--decimal", "dot")
                        .err())
                .contains("--decimal is point or comma, not \"dot\"");
        assertThat(Call.muster("export", folder).code()).isEqualTo(2);
    }
}
