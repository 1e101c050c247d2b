package org.muster.lab.design;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How futures are chosen.
public enum Design {
    /// Independent draws.
    MC,
    /// Eight Latin hypercubes, drawn apart: in each every one of as many slices of every factor has one future.
    LHS,
    /// Eight scrambles of a Sobol' sequence, drawn apart.
    SOBOL,
    /// Every combination of the values of choices and switches, other factors in their middle, over and over.
    FACTORIAL,
    /// Morris's trajectories: one factor moves at a time.
    MORRIS,
    /// Saltelli's blocks, for indices of variance.
    SALTELLI;

    /// Hypercubes, or scrambles, that a study has: how far a mean may be off is told by how far theirs lie apart, since
    /// futures of one hang together.
    public static final int REPLICATES = 8;

    /// The word in files and commands.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The design of a word.
    public static Optional<Design> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /// Whether more futures leave those that are there as they are.
    public boolean grows() {
        return this == MC || this == SOBOL;
    }

    /// Futures that have the same chance (occurrences, worlds, growth) and differ in factors only.
    public int together(int factors) {
        return switch (this) {
            case MC, LHS, SOBOL, FACTORIAL -> 1;
            case MORRIS -> factors + 1;
            case SALTELLI -> factors + 2;
        };
    }

    /// Which futures hang together, so that only groups of them are drawn apart: those of one hypercube or scramble, of
    /// one trajectory, of one block.
    public int groupOf(int future, int factors) {
        return switch (this) {
            case MC, FACTORIAL -> future;
            case LHS, SOBOL -> future % REPLICATES;
            case MORRIS, SALTELLI -> future / together(factors);
        };
    }

    /// The fewest futures of the design that are at least so many: a power of two for Sobol', as many for each
    /// hypercube, whole trajectories or blocks for Morris and Saltelli.
    public int rounded(int futures, int factors) {
        if (this == SOBOL) {
            int power = REPLICATES;
            while (power < futures) {
                power *= 2;
            }
            return power;
        }
        int together = this == LHS ? REPLICATES : together(factors);
        return (futures + together - 1) / together * together;
    }
}
