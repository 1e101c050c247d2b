package org.muster.invest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muster.games.Fraction;

/// How sure a decision is whose coalitions were drawn.
///
/// The least of a mean over draws is on average at most the least mean (that is why the best on some numbers looks
/// better than it is). So the mean over batches of what is best on each is below the truth on average, and lies below
/// it by so many of its standard errors with 95 percent confidence: the lower end. Chances that are asked of such
/// missions are left out there, which only lowers it. The upper end is what the best does on fresh numbers.
///
/// Source: W. K. Mak, D. P. Morton, R. K. Wood, *Monte Carlo bounding techniques for determining solution quality in
/// stochastic programs*, Operations Research Letters 24 (1999).
final class Estimating {
    static final int BATCHES = 10;

    /// Of Student's distribution with 9 degrees of freedom, one-sided at 95 percent, rounded up.
    private static final double STUDENT = 1.834;

    /// Parts of a minor unit, or of a failure, to which the lower end is rounded down.
    private static final long PARTS = 1_000_000;

    private final Judge judge;
    private final Aims goal;
    private final Boxes.Aim aim;
    private final Function<Judge, Boxes> boxes;

    /// @param boxes the search, by other draws
    Estimating(Judge judge, Aims goal, Boxes.Aim aim, Function<Judge, Boxes> boxes) {
        this.judge = judge;
        this.goal = goal;
        this.aim = aim;
        this.boxes = boxes;
    }

    /// Draws of its own for each batch, and last for what is fresh.
    private Sampling sampling(int batch, Sampling.Told told) {
        Sampling own = judge.sampling();
        return new Sampling(own.seed() * 1_000_003L + batch, own.draws(), told, own.worlds(), own.above());
    }

    /// @param drawn missions whose coalitions are drawn
    Estimate of(Portfolio best, Set<String> drawn) {
        Aims free = goal.without(goal.asked().stream()
                .filter(one -> drawn.contains(one.mission()))
                .toList());
        boolean onlyPrice = aim == Boxes.Aim.PRICE;
        Optional<Fraction> lower =
                onlyPrice ? boxes.apply(judge).best(free, aim).lower() : lower(free);
        int[] levels = best.levels().stream().mapToInt(Integer::intValue).toArray();
        Boxes fresh = boxes.apply(judge.with(sampling(BATCHES + 1, Sampling.Told.INTERVAL)));
        Portfolio held = fresh.portfolio(levels);
        Portfolio shares = boxes.apply(judge.with(sampling(BATCHES + 1, Sampling.Told.SHARE)))
                .portfolio(levels);
        Fraction upper = switch (aim) {
            case PRICE -> held.pricePerYear();
            case FAILURES -> held.failuresPerYear();
            case MONEY -> held.pricePerYear().plus(fresh.money(held));
        };
        List<Estimate.Fresh> missions = new ArrayList<>();
        for (Judged one : held.missions()) {
            if (drawn.contains(one.mission())) {
                missions.add(new Estimate.Fresh(
                        one.mission(),
                        shares.mission(one.mission()).orElseThrow().chance(),
                        one.chance(),
                        one.chanceMost(),
                        goal.missed(held).stream()
                                .anyMatch(asked -> asked.mission().equals(one.mission()))));
            }
        }
        return new Estimate(
                judge.sampling().seed(), judge.sampling().draws(), onlyPrice ? 0 : BATCHES, lower, upper, missions);
    }

    private Optional<Fraction> lower(Aims free) {
        double[] values = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            Optional<Fraction> least = boxes.apply(judge.with(sampling(batch, Sampling.Told.SHARE)))
                    .best(free, aim)
                    .lower();
            if (least.isEmpty()) {
                return Optional.empty();
            }
            values[batch] = least.get().doubleValue();
        }
        double mean = 0;
        for (double value : values) {
            mean += value / BATCHES;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double lower = mean - STUDENT * StrictMath.sqrt(squares / (BATCHES - 1) / BATCHES);
        return Optional.of(
                Fraction.exactly(Math.floor(Math.max(0, lower) * PARTS)).over(PARTS));
    }
}
