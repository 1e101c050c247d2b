package org.muster.lab.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.random.SobolSequenceGenerator;
import org.muster.alliance.lab.Factor;
import org.muster.lab.draw.Draws;

/// The futures of a design as points: a number from 0 to 1 for each factor, which is its quantile.
///
/// A point depends on the seed, the number of the future and the factors before it in the file and its own name (for
/// Sobol', its place), never on who asks first.
public final class Points {
    /// Levels of Morris's grid, even.
    public static final int LEVELS = 4;

    /// How far a factor moves in a step of Morris's: half of the levels.
    public static final double STEP = LEVELS / (2.0 * (LEVELS - 1));

    private final Design design;
    private final Draws draws;
    private final int futures;
    private final List<Factor> factors;
    private final Optional<SobolSequenceGenerator> sequence;
    private final Map<Integer, int[]> ranks = new HashMap<>();

    /// @param futures how many there are in all, as the design has them rounded; each of eight Latin hypercubes has an
    ///                eighth of them as slices
    public Points(Design design, long seed, int futures, List<Factor> factors) {
        this.design = design;
        this.draws = new Draws(seed);
        this.futures = futures;
        this.factors = List.copyOf(factors);
        int dimensions = switch (design) {
            case SOBOL -> factors.size();
            case SALTELLI -> 2 * factors.size();
            case MC, LHS, FACTORIAL, MORRIS -> 0;
        };
        this.sequence = dimensions == 0 ? Optional.empty() : Optional.of(new SobolSequenceGenerator(dimensions));
        if (design == Design.LHS) {
            if (futures % Design.REPLICATES != 0) {
                throw new IllegalArgumentException(
                        futures + " futures are not " + Design.REPLICATES + " hypercubes of as many each");
            }
            for (int i = 0; i < factors.size(); i++) {
                ranks.put(i, slices(i));
            }
        }
    }

    /// The number under which the chance of a future is drawn: futures that are compared factor by factor share it.
    public int chanceOf(int future) {
        return future / design.together(factors.size());
    }

    /// The point of a future.
    public double[] point(int future) {
        return switch (design) {
            case MC -> each(i -> draws.uniform(future, stream(i), 0));
            case LHS ->
                each(i -> (rank(i)[future] + draws.uniform(future, stream(i), 1)) * Design.REPLICATES / futures);
            case SOBOL -> sobol(future);
            case FACTORIAL -> factorial(future);
            case MORRIS -> morris(future);
            case SALTELLI -> saltelli(future);
        };
    }

    private interface Of {
        double at(int factor);
    }

    private double[] each(Of of) {
        double[] point = new double[factors.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = of.at(i);
        }
        return point;
    }

    private int stream(int factor) {
        return Draws.hash("factor/" + factors.get(factor).id());
    }

    private int[] rank(int factor) {
        int[] rank = ranks.get(factor);
        if (rank == null) {
            throw new IllegalStateException("no slices of factor " + factor);
        }
        return rank;
    }

    /// For each hypercube a permutation of its slices that hangs on the name of the factor: its futures in the order of
    /// draws of theirs.
    private int[] slices(int factor) {
        int stream = stream(factor);
        double[] keys = new double[futures];
        for (int f = 0; f < futures; f++) {
            keys[f] = draws.uniform(f, stream, 0);
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, futures).boxed().toList());
        order.sort(Comparator.<Integer>comparingDouble(f -> keys[f]).thenComparing(f -> f));
        int[] rank = new int[futures];
        int[] next = new int[Design.REPLICATES];
        for (int f : order) {
            rank[f] = next[f % Design.REPLICATES]++;
        }
        return rank;
    }

    /// A point of the bare sequence. It is had from the library once: that reads a long table.
    private double[] bare(int index) {
        SobolSequenceGenerator of = sequence.orElseThrow();
        synchronized (of) {
            return of.skipTo(index);
        }
    }

    /// Scrambles take turns, so that more futures leave those that are there as they are.
    private double[] sobol(int future) {
        if (factors.isEmpty()) {
            return new double[0];
        }
        int scramble = future % Design.REPLICATES;
        double[] bare = bare(future / Design.REPLICATES);
        return each(i -> {
            int bits = (int) (long) (bare[i] * 0x1p32);
            int seed = (int) draws.bits(scramble, stream(i), 2);
            return ((Scrambled.owen(bits, seed) & 0xFFFF_FFFFL) + draws.uniform(future, stream(i), 1)) * 0x1p-32;
        });
    }

    /// Combinations in the order of the file, the first factor turning slowest; what is no choice stands in its middle.
    private double[] factorial(int future) {
        double[] point = new double[factors.size()];
        int left = future;
        for (int i = factors.size() - 1; i >= 0; i--) {
            int levels = levels(factors.get(i));
            point[i] = levels == 0 ? 0.5 : (left % levels + 0.5) / levels;
            left = levels == 0 ? left : left / levels;
        }
        return point;
    }

    /// Values that a factorial design goes through; 0 for a factor that stays in its middle.
    static int levels(Factor factor) {
        return switch (factor.kind()) {
            case CHOICE -> factor.values().size();
            case SWITCH -> 2;
            case REAL, WHOLE -> 0;
        };
    }

    private double[] morris(int future) {
        int trajectory = chanceOf(future);
        int moved = future % (factors.size() + 1);
        int[] order = order(trajectory);
        double[] point = each(i -> {
            // The lower half of the levels, so that a step up stays within them.
            int level = (int) (draws.uniform(trajectory, stream(i), 3) * (LEVELS / 2));
            boolean down = draws.uniform(trajectory, stream(i), 4) < 0.5;
            double low = level / (double) (LEVELS - 1);
            boolean isMoved = order[i] < moved;
            return down == isMoved ? low : low + STEP;
        });
        return point;
    }

    /// The step in which each factor moves on a trajectory.
    private int[] order(int trajectory) {
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, factors.size()).boxed().toList());
        all.sort(Comparator.<Integer>comparingDouble(i -> draws.uniform(trajectory, stream(i), 5))
                .thenComparing(i -> i));
        int[] step = new int[factors.size()];
        for (int s = 0; s < step.length; s++) {
            step[all.get(s)] = s;
        }
        return step;
    }

    /// The factor that moves from a future of a Morris design to the next one; -1 where the next one begins
    /// another trajectory.
    public int movedAfter(int future) {
        int moved = future % (factors.size() + 1);
        int[] order = order(chanceOf(future));
        for (int i = 0; i < order.length; i++) {
            if (order[i] == moved) {
                return i;
            }
        }
        return -1;
    }

    /// Row 0 of a block is A, row 1 is B, row `2 + i` is A with the `i`-th factor of B; A and B are the two halves of a
    /// scrambled Sobol' point.
    private double[] saltelli(int future) {
        int block = chanceOf(future);
        int row = future % (factors.size() + 2);
        if (factors.isEmpty()) {
            return new double[0];
        }
        double[] both = bare(block);
        return each(i -> {
            boolean second = row == 1 || row == 2 + i;
            double bare = both[second ? factors.size() + i : i];
            int seed = (int) draws.bits(0, stream(i), second ? 7 : 6);
            return ((Scrambled.owen((int) (long) (bare * 0x1p32), seed) & 0xFFFF_FFFFL) + 0.5) * 0x1p-32;
        });
    }
}
