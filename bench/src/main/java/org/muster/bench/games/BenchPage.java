package org.muster.bench.games;

import java.util.List;
import java.util.Optional;
import org.muster.games.scan.Kernel;

/// The figures as a page in Markdown.
public final class BenchPage {
    private BenchPage() {}

    /// Where figures were measured.
    ///
    /// @param processors that the JVM sees
    /// @param kernel     how the loops over coalitions run
    public record Machine(int processors, String architecture, int java, String kernel) {
        /// The machine that this JVM runs on.
        public static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.arch"),
                    Runtime.version().feature(),
                    Kernel.vector().equals(Kernel.plain()) ? "plain loops" : "Vector API");
        }
    }

    /// The page.
    ///
    /// @param command that writes it again
    public static String of(String command, Machine machine, List<Measured> figures) {
        StringBuilder page = new StringBuilder();
        page.append(
                """
                # Benchmarks of the games library

                Written by `%s`, with JMH: each line is a JVM of its own that warms up before it is timed. The ratio is the median of the timed calls over the limit, which is
                another line of the same run or a stated aim; above 1 is too slow. Games: types 1 to 4 of Benedek, Fliege and Nguyen and the distributions of the coalition structure
                literature, seed 1. Airport groups are illustrative; weights of Nice are recalled.

                Machine: %d processors, %s, Java %d, %s.

                ## Time
                | what | median, s | least, s | calls | limit, s | ratio | limit is | work |
                |---|---|---|---|---|---|---|---|
                """.formatted(command, machine.processors(), machine.architecture(), machine.java(), machine.kernel()));
        figures.forEach(figure -> page.append(figure.timeRow()));
        List<String> memory = figures.stream()
                .map(Measured::memoryRow)
                .flatMap(Optional::stream)
                .toList();
        if (!memory.isEmpty()) {
            page.append("""

                    ## Memory
                    The most that each of these JVMs ever had resident, in megabytes of a million bytes, and what is left of it without the table of 8 bytes a coalition. That is
                    everything else: the JVM itself, the young part of its heap, compiled code, JMH, the generator of the game and the library. The lines without a table show
                    how much of it is there whatever is solved. Aim: at most 300 MB beside the table.

                    | what | peak, MB | table, MB | beside it, MB | ratio to 300 MB |
                    |---|---|---|---|---|
                    """);
            memory.forEach(page::append);
        }
        return page.toString();
    }
}
