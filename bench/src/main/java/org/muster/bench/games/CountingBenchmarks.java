package org.muster.bench.games;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.cost.Airport;
import org.muster.games.voting.PowerIndices;
import org.muster.games.voting.Swings;
import org.muster.games.voting.WeightedVoting;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Games whose form spares the table: their answers are counted, in exact fractions.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class CountingBenchmarks {
    // recalled: weights of the Treaty of Nice for 27 members (weight, members), quota 255 of 345
    private static final int[][] NICE = {{29, 4}, {27, 2}, {14, 1}, {13, 1}, {12, 5}, {10, 3}, {7, 5}, {4, 5}, {3, 1}};

    // illustrative: eleven types of aircraft (cost, movements), 13,572 movements
    private static final int[][] AIRCRAFT = {
        {65, 42},
        {76, 9555},
        {97, 288},
        {108, 303},
        {113, 151},
        {124, 1315},
        {144, 505},
        {169, 1128},
        {185, 151},
        {189, 112},
        {202, 22}
    };

    private final WeightedVoting nice = nice();
    private final Airport airport = airport();

    static WeightedVoting nice() {
        List<Long> weights = new ArrayList<>();
        for (int[] group : NICE) {
            weights.addAll(Collections.nCopies(group[1], (long) group[0]));
        }
        return new WeightedVoting(255, weights);
    }

    static Airport airport() {
        List<Airport.Group> types = new ArrayList<>();
        for (int[] group : AIRCRAFT) {
            types.add(new Airport.Group(Fraction.of(group[0]), group[1]));
        }
        return new Airport(types);
    }

    @Benchmark
    public double powerOfNice() {
        Swings swings = Swings.of(nice, 1);
        Answer shapleyShubik = Aside.keep(PowerIndices.shapleyShubik(swings));
        return shapleyShubik.values().getFirst()
                + PowerIndices.banzhafNormalized(swings).values().getFirst();
    }

    @Benchmark
    public Fraction airportShares() {
        return Aside.keep(airport.shapley().getLast().plus(airport.nucleolus().getLast()));
    }
}
