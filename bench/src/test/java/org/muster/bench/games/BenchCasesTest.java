package org.muster.bench.games;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class BenchCasesTest {
    @Test
    void titlesAreToldApart() {
        assertThat(BenchCases.all().stream().map(BenchCase::title)).doesNotHaveDuplicates();
    }

    @Test
    void everyCaseRunsABenchmarkThatJmhFindsAtRunTime() throws IOException {
        try (InputStream list = GamesBench.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            assertThat(list).isNotNull();
            String known = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            for (BenchCase one : BenchCases.all()) {
                String[] method = one.method().split("\\.");
                assertThat(known).as(one.title()).contains("org.muster.bench.games." + method[0], method[1]);
            }
        }
    }

    @Test
    void everyBenchmarkIsRunByACase() {
        for (Class<?> type : List.of(TableBenchmarks.class, StructureBenchmarks.class, CountingBenchmarks.class)) {
            for (var method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Benchmark.class)) {
                    assertThat(BenchCases.all().stream().map(BenchCase::method))
                            .contains(type.getSimpleName() + "." + method.getName());
                }
            }
        }
    }

    @Test
    void whatIsLargerThanMostIsLeftOut() {
        assertThat(BenchCases.chosen(24, title -> true))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.players()).isLessThanOrEqualTo(24));
        assertThat(GamesBench.titles(30, title -> true))
                .contains(
                        "nucleolus, type 1, n = 30",
                        "nucleolus, type 4, n = 30",
                        "coalition structure, agent normal, n = 27")
                .doesNotContain("nucleolus, type 2, n = 30");
    }

    @Test
    void whatAChosenCaseIsHeldAgainstIsMeasuredBeforeIt() {
        assertThat(GamesBench.titles(28, title -> title.contains("Banzhaf, n = 28")))
                .containsExactly("plain read of the table, n = 28", "Shapley and Banzhaf, n = 28");
        assertThat(GamesBench.titles(28, title -> title.contains("certificate")).stream()
                        .collect(Collectors.groupingBy(title -> title.startsWith("exact"), Collectors.counting())))
                .containsEntry(true, 4L)
                .containsEntry(false, 4L);
    }

    @Test
    void aTableTakesEightBytesACoalition() {
        BenchCase largest = BenchCases.chosen(30, title -> title.equals("nucleolus, type 1, n = 30"))
                .getFirst();
        assertThat(largest.tableBytes()).isEqualTo(8L << 30);
        assertThat(BenchCases.chosen(15, title -> title.contains("Nice"))
                        .getFirst()
                        .tableBytes())
                .isZero();
    }
}
