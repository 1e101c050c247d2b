package org.muster.games.generate;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Random;
import org.muster.games.TableGame;

/// The seven distributions on which coalition structure codes are timed, from `java.util.Random` with a seed.
///
/// Values are whole: the drawn number times 10^8, rounded. Masks run from the grand coalition down to 1.
///
/// Source: T. Rahwan, T. P. Michalak, M. Wooldridge, N. R. Jennings, *Coalition structure generation: a survey*, 2015
/// (distributions); the drawing order is this project's.
public final class StructureGames {
    /// How coalition values are distributed.
    public enum Distribution {
        UNIFORM,
        NORMAL,
        NDCS,
        EXPONENTIAL,
        MODIFIED_UNIFORM,
        AGENT_UNIFORM,
        AGENT_NORMAL;

        /// The distribution by name: `uniform`, `agent_uniform` or `agent uniform`, in any case.
        public static Distribution named(String name) {
            return valueOf(name.trim().replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    /// Values are these many units of 1.
    public static final double SCALE = 1e8;

    private StructureGames() {}

    /// The game drawn with a seed; the comparisons use seed 1.
    ///
    /// @param arena where the table lives from 24 players on
    public static TableGame game(Distribution distribution, int n, long seed, Arena arena) {
        Random random = new Random(seed);
        double[] agentNormal = new double[n];
        double[] agentUniform = new double[n];
        for (int i = 0; i < n; i++) {
            agentNormal[i] = Math.max(0, 10 + 0.1 * random.nextGaussian());
            agentUniform[i] = 10 * random.nextDouble();
        }
        MemorySegment drawn = arena.allocate(8L << n, 64);
        for (long mask = (1L << n) - 1; mask > 0; mask--) {
            double x = draw(distribution, mask, random, agentNormal, agentUniform);
            drawn.setAtIndex(ValueLayout.JAVA_DOUBLE, mask, (double) Math.round(x * SCALE));
        }
        return TableGame.over(n, drawn);
    }

    private static double draw(
            Distribution distribution, long mask, Random random, double[] agentNormal, double[] agentUniform) {
        int k = Long.bitCount(mask);
        return switch (distribution) {
            case UNIFORM -> k * random.nextDouble();
            case NORMAL -> Math.max(0, k * (10 + 0.1 * random.nextGaussian()));
            case NDCS -> Math.max(0, k + Math.sqrt(k) * random.nextGaussian());
            case EXPONENTIAL -> k * -Math.log(1 - random.nextDouble());
            case MODIFIED_UNIFORM -> {
                double x = random.nextDouble() * 10 * k;
                yield random.nextInt(100) <= 20 ? x + random.nextDouble() * 50 : x;
            }
            case AGENT_UNIFORM -> {
                double sum = 0;
                for (long rest = mask; rest != 0; rest &= rest - 1) {
                    sum += random.nextDouble() * agentUniform[Long.numberOfTrailingZeros(rest)] * 2;
                }
                yield sum;
            }
            case AGENT_NORMAL -> {
                double sum = 0;
                for (long rest = mask; rest != 0; rest &= rest - 1) {
                    sum += Math.max(0, agentNormal[Long.numberOfTrailingZeros(rest)] + 0.1 * random.nextGaussian());
                }
                yield sum;
            }
        };
    }
}
