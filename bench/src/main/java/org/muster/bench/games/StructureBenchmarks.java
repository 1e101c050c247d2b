package org.muster.bench.games;

import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.muster.games.TableGame;
import org.muster.games.generate.StructureGames;
import org.muster.games.structure.CoalitionStructures;
import org.muster.games.structure.SideConditions;
import org.muster.games.structure.Structure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The best partition of the players into coalitions, on the distributions of the literature.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class StructureBenchmarks {
    @Param({})
    @SuppressWarnings("NullAway.Init") // set by JMH before setup
    public StructureGames.Distribution distribution;

    @Param({})
    public int n;

    @Param({})
    public int threads;

    @SuppressWarnings("NullAway.Init") // set by setup
    private TableGame game;

    @Setup(Level.Trial)
    public void fill() {
        game = StructureGames.game(distribution, n, 1, Arena.ofAuto());
    }

    @Benchmark
    public Structure best() {
        return Aside.keep(
                CoalitionStructures.best(game, SideConditions.NONE, threads).orElseThrow());
    }
}
