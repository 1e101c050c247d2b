package org.muster.bench.pledge;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.muster.input.Counted;
import org.muster.input.Refusal;
import org.muster.pledge.forecast.Forecasts;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.world.RandomPledge;

/// Time to forecast a pledge, beside its limit and beside the bare draws.
public final class PledgeBench {
    private static final int YEARS = 15;

    private final int members;
    private final int paths;
    private final int rounds;
    private final double limit;

    /// @param members of each random alliance
    /// @param paths   drawn a member
    /// @param rounds  random alliances, the first one cold
    /// @param limit   seconds that a forecast may take
    /// @throws Refusal where a value is not possible
    public PledgeBench(int members, int paths, int rounds, double limit) {
        if (members < 1 || members > 1000 || paths < 1 || paths > 1_000_000 || rounds < 1 || !(limit > 0)) {
            throw new Refusal(
                    "--members is from 1 to 1,000, --paths to 1,000,000, --rounds at least 1, --limit above 0");
        }
        this.members = members;
        this.paths = paths;
        this.rounds = rounds;
        this.limit = limit;
    }

    /// Measures, and says what came out; whether all were within the limit.
    public boolean run(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %s, %s ahead\n",
                Counted.of(members, "members"),
                Counted.of(paths, "paths"),
                Counted.of(YEARS, "years"));
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            RandomPledge world = RandomPledge.of(members, round);
            Knowledge knowledge =
                    Knowledge.at(world.alliance(), Knowledge.newest(world.alliance()), Knowledge.Replacement.NONE);
            long start = System.nanoTime();
            Forecasts forecasts = Forecasts.of(
                    world.pledge(),
                    knowledge,
                    new Forecasts.Settings(world.pledge().dueYear(), paths, round));
            double seconds = (System.nanoTime() - start) / 1e9;
            times.add(seconds);
            double bare = bare();
            out.printf(
                    Locale.ROOT,
                    "round %d: %.3f s, %.2f of the limit; bare draws %.3f s, ratio %.2f (%s)\n",
                    round + 1,
                    seconds,
                    seconds / limit,
                    bare,
                    seconds / bare,
                    Counted.of(forecasts.members().size(), "forecasts"));
        }
        double worst = times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        List<Double> sorted = times.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "median %.3f s, worst %.3f s, limit %.3f s\n",
                sorted.get(sorted.size() / 2),
                worst,
                limit);
        out.flush();
        return worst <= limit;
    }

    private double bare() {
        long start = System.nanoTime();
        double sum =
                IntStream.range(0, members).parallel().mapToDouble(this::draws).sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        // The sum is used, so that nothing of the loop can be left out.
        return Double.isNaN(sum) ? Double.NaN : seconds;
    }

    private double draws(int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double sum = 0;
        for (int i = 0; i < 3 * paths * YEARS; i++) {
            sum += random.nextGaussian();
        }
        return sum;
    }
}
