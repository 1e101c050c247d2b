package org.muster.lab.design;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How futures are chosen.
public enum Design {
    /// Independent draws.
    MC,
    /// A Latin hypercube: each of as many slices of every factor has one future.
    LHS,
    /// A Sobol' sequence, scrambled.
    SOBOL,
    /// Every combination of the values of choices and switches, other factors in their middle, over and over.
    FACTORIAL,
    /// Morris's trajectories: one factor moves at a time.
    MORRIS,
    /// Saltelli's blocks, for indices of variance.
    SALTELLI;

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

    /// The fewest futures of the design that are at least so many: a power of two for Sobol', whole trajectories or
    /// blocks for Morris and Saltelli.
    public int rounded(int futures, int factors) {
        if (this == SOBOL) {
            int power = 1;
            while (power < futures) {
                power *= 2;
            }
            return power;
        }
        int together = together(factors);
        return (futures + together - 1) / together * together;
    }
}
