package org.muster.cli.invest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Call;

class PublishedProgramsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("small.cor"), """
                NAME small
                ROWS
                 N cost
                 L room
                 G asked
                COLUMNS
                 hold cost 3 room 1
                 hold asked 2
                 hire cost 7 asked 1
                RHS
                 side room 4
                ENDATA
                """);
        Files.writeString(folder.resolve("small.tim"), """
                TIME small
                PERIODS
                 hold room NOW
                 hire asked THEN
                ENDATA
                """);
        Files.writeString(folder.resolve("small.sto"), """
                STOCH small
                INDEP DISCRETE
                 side asked 2 THEN 0.5
                 side asked 6 THEN 0.5
                ENDATA
                """);
    }

    @Test
    void eachInstanceStandsBesideAllFuturesTogether() {
        Call call = muster("bench", "invest", "--instances", folder.toString());

        assertThat(call.code()).isZero();
        assertThat(call.out().lines()).hasSize(2);
        assertThat(call.out().lines().skip(1).findFirst().orElseThrow())
                .matches("small +2 folded +9\\.000000 +\\d+\\.\\d{3} +9\\.000000 +\\d+\\.\\d{3} +yes");
    }

    @Test
    void whatIsNoInstanceGetsASentence() throws IOException {
        Files.writeString(folder.resolve("small.tim"), "TIME small\nPERIODS\n hold room NOW\nENDATA\n");
        Call broken = muster("bench", "invest", "--instances", folder.toString());
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("small: time file, line 4: 1 periods, not two");

        Files.delete(folder.resolve("small.tim"));
        Call empty = muster("bench", "invest", "--instances", folder.toString());
        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err()).contains("holds no instance: NAME.cor, NAME.tim and NAME.sto");

        Call missing =
                muster("bench", "invest", "--instances", folder.resolve("none").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("is no folder");
    }
}
