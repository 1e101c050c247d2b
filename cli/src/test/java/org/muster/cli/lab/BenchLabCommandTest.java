package org.muster.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.WALES;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Call;

class BenchLabCommandTest {
    /// A small size: every line is there, the ways have the same bytes, and bare questions were asked.
    @Test
    void everyMeasureIsToldOnASmallSize() {
        Call call = muster(
                "bench",
                "lab",
                WALES,
                "--futures",
                "2",
                "--reforms",
                "as-was,common-fund",
                "--rows",
                "200",
                "--spark",
                "none");
        assertThat(call.err()).isEmpty();
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("2 futures, 2 reforms, seed 1")
                .containsPattern("1 thread, begun cold +[0-9.]+ s +[0-9.]+ runs/s")
                .containsPattern(
                        "planner and fold +[0-9.]+ s of these; the rest is [0-9]+ % of that \\([0-9]+ to [0-9]+ in 5 turns\\)")
                .containsPattern("the same questions, bare +[0-9.]+ s \\([0-9.]+ to [0-9.]+\\), [1-9][0-9]* of them")
                .containsPattern("bills shared, bare +[0-9.]+ s of that rest, [1-9][0-9]* of them")
                .containsPattern("2 threads +[0-9.]+ s")
                .doesNotContain("Spark")
                .contains("the same bytes every way: yes")
                .contains("100,000 futures by 6 reforms")
                .containsPattern("PRIM +[0-9.]+ s, 200 by 20, [1-9]")
                .containsPattern("analysis +[0-9.]+ s, 1,200 made-up rows: compare [0-9.]+ s \\([1-9][0-9]* pairs\\),"
                        + " discover [0-9.]+ s \\([1-9][0-9]* boxes, [1-9][0-9]* leaves\\), matters [0-9.]+ s");
    }

    @Test
    void sizesThatAreNoneAreRefused() {
        Call call = muster("bench", "lab", WALES, "--rows", "1");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("--rows from 100 to 1,000,000, not 200 and 1");
    }

    /// Where module spark is not built or of other sources, that is a sentence; where it is, the master is no master.
    @Test
    void anUnknownMasterIsRefused(@TempDir Path temp) {
        Call call = muster(
                "lab",
                "run",
                WALES,
                "--reforms",
                "as-was",
                "--futures",
                "1",
                "--spark",
                "yarn",
                "--out",
                temp.resolve("s").toString());
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).containsPattern("not built yet|built from other sources|no master known here");
    }
}
