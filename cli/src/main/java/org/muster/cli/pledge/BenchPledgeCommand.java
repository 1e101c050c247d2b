package org.muster.cli.pledge;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.muster.cli.Folders;
import org.muster.pledge.forecast.Forecasts;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.world.RandomPledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster bench pledge`: time to forecast a pledge, beside its limit and beside the bare draws.
@Command(
        name = "pledge",
        description =
                "Times forecasts of random alliances, fit and paths, beside one second and beside the bare draws.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster bench pledge",
            "  muster bench pledge --members 100 --paths 100000 --limit 30",
            "",
            "       muster bench pledge [OPTIONS]"
        },
        footer = {
            "",
            "The first round is the cold one. The bare draws are as many normal numbers as the paths can need, three for",
            "each member, path and year, on as many threads. Exit code: 0 within the limit, 1 not."
        })
public final class BenchPledgeCommand implements Callable<Integer> {
    private static final int YEARS = 15;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Option(names = "--members", defaultValue = "32", description = "Members (default: ${DEFAULT-VALUE}).")
    private int members;

    @Option(names = "--paths", defaultValue = "10000", description = "Paths a member (default: ${DEFAULT-VALUE}).")
    private int paths;

    @Option(names = "--rounds", defaultValue = "6", description = "Random alliances (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--limit",
            defaultValue = "1",
            description = "Seconds a forecast may take (default: ${DEFAULT-VALUE}).")
    private double limit;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (members < 1 || members > 1000 || paths < 1 || paths > 1_000_000 || rounds < 1 || !(limit > 0)) {
            Folders.refused(
                    spec.commandLine().getErr(),
                    "--members is from 1 to 1,000, --paths to 1,000,000, --rounds at least 1, --limit above 0");
            return Folders.BAD_INPUT;
        }
        out.printf(Locale.ROOT, "%d members, %d paths, %d years ahead\n", members, paths, YEARS);
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
                    "round %d: %.3f s, %.2f of the limit; bare draws %.3f s, ratio %.2f (%d forecasts)\n",
                    round + 1,
                    seconds,
                    seconds / limit,
                    bare,
                    seconds / bare,
                    forecasts.members().size());
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
        return worst <= limit ? 0 : 1;
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
