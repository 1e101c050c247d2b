package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Each figure of the bench stands beside what it is held against; how large they are is no matter of a test.
class RoomBenchTest {
    @Test
    void everyFigureStandsBesideItsRival() throws Exception {
        StringWriter out = new StringWriter();
        new RoomBench(Path.of("../examples/wildfire-pool"), new PrintWriter(out), 1).run();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst()).startsWith("8 members, ");
        for (String figure : List.of(
                "first page, from opening",
                "click to new plan, median",
                "click to new plan, p95",
                "50 pages a second, p95")) {
            Matcher found = Pattern.compile(
                            Pattern.quote(figure) + ".*? ([0-9.]+).*(bare page|planner alone).*? ([0-9.]+)")
                    .matcher(out.toString());
            assertThat(found.find()).as(figure + " in\n" + out).isTrue();
            assertThat(Double.parseDouble(found.group(1))).isPositive();
        }
        assertThat(out.toString()).contains("page of the mission: ", "heap in use when idle: ");
    }
}
