package org.muster.bench.games;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The page and the lines from figures that are illustrative.
class BenchPageTest {
    private static final Measured READ = new Measured(
            "plain read of the table, n = 28",
            0.0625,
            0.06,
            64,
            OptionalDouble.empty(),
            "-",
            "",
            2_147_483_648L,
            OptionalLong.of(2_297_483_648L));
    private static final Measured VALUES = new Measured(
            "Shapley and Banzhaf, n = 28",
            0.15,
            0.1,
            27,
            OptionalDouble.of(0.125),
            "twice a plain read of the table",
            "1 scans, exact fractions",
            2_147_483_648L,
            OptionalLong.of(2_477_483_648L));
    private static final Measured UNTOLD = new Measured(
            "both power indices of 27 voters, weights of Nice",
            0.00043,
            0.00038,
            6259,
            OptionalDouble.of(0.02),
            "stated aim",
            "exact fractions",
            0,
            OptionalLong.empty());

    private static final BenchPage.Machine MACHINE = new BenchPage.Machine(2, "amd64", 25, "Vector API");

    @Test
    void thePageIsTheGoldenOne() throws IOException {
        String page = BenchPage.of("./muster bench games --most 28", MACHINE, List.of(UNTOLD, READ, VALUES));
        Path golden = Path.of("src/test/golden/benchmarks.md");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, page);
        }
        assertThat(page).isEqualTo(Files.readString(golden));
    }

    @Test
    void theRatioIsTheMedianOverTheLimit() {
        assertThat(VALUES.ratio()).hasValue(1.2);
        assertThat(READ.ratio()).isEmpty();
        assertThat(VALUES.timeLine()).contains("0.15000 s, least   0.10000 s").contains("ratio 1.20");
        assertThat(READ.timeLine()).contains("limit - (-)   ratio -");
    }

    @Test
    void memoryIsThePeakWithoutTheTable() {
        assertThat(VALUES.bytesBeside()).hasValue(330_000_000);
        assertThat(VALUES.memoryLine())
                .hasValueSatisfying(line ->
                        assertThat(line).contains("330 MB beside the table   limit 300 MB (stated aim)   ratio 1.10"));
    }

    @Test
    void whereTheSystemDoesNotTellThereIsNoWordOfMemory() {
        assertThat(UNTOLD.memoryLine()).isEmpty();
        assertThat(BenchPage.of("x", MACHINE, List.of(UNTOLD))).doesNotContain("Memory");
    }
}
