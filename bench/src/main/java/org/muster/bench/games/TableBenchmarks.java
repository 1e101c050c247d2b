package org.muster.bench.games;

import java.util.concurrent.TimeUnit;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.core.Excess;
import org.muster.games.core.Nucleolus;
import org.muster.games.core.NucleolusCertificate;
import org.muster.games.core.NucleolusResult;
import org.muster.games.scan.Blocks;
import org.muster.games.scan.Kernel;
import org.muster.games.value.Banzhaf;
import org.muster.games.value.Shapley;
import org.muster.games.value.SizeSums;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What is computed from a table of all coalitions, and the plain read of it that none of that can beat.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TableBenchmarks {
    /// Adds all values up, block by block, on the same threads: the limit of everything that looks at each value once.
    @Benchmark
    public double plainRead(GameTable table) {
        Game game = table.game();
        Kernel kernel = Kernel.best();
        int chunks = Blocks.chunks(Blocks.count(game));
        double all = 0;
        for (double part : Parallel.inOrder(chunks, table.threads, chunk -> {
            double[] sum = {0};
            Blocks.walk(game, chunk, chunks, (block, values, offset) -> sum[0] += kernel.sum(values, offset));
            return sum[0];
        })) {
            all += part;
        }
        return all;
    }

    @Benchmark
    public double values(GameTable table) {
        SizeSums sums = Aside.keep(SizeSums.of(table.game(), table.threads));
        return Shapley.of(sums).array()[0] + Banzhaf.absolute(sums).array()[0];
    }

    @Benchmark
    public NucleolusResult nucleolus(GameTable table) {
        return Aside.keep(solve(table));
    }

    private static NucleolusResult solve(GameTable table) {
        return Nucleolus.of(table.game(), Excess.PLAIN, Nucleolus.Over.IMPUTATIONS, table.threads);
    }

    /// A solved game, whose proof is timed.
    @State(Scope.Benchmark)
    public static class Solved {
        @SuppressWarnings("NullAway.Init") // set by setup
        private NucleolusResult result;

        @Setup(Level.Trial)
        public void solve(GameTable table) {
            result = TableBenchmarks.solve(table);
        }
    }

    @Benchmark
    public NucleolusCertificate certificate(GameTable table, Solved solved) {
        return Aside.keep(solved.result.certify(table.threads));
    }
}
