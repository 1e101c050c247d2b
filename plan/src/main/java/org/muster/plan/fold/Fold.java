package org.muster.plan.fold;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.games.Fraction;

/// How many coalitions can do a mission, and with what chance it can be done where each player is willing with a chance
/// of its own, independently: exact over all coalitions, none of them looked at.
///
/// Coalitions that lack the same are one state of a walk over the players ([Walk]); what is asked is then one pass over
/// the states, backward or forward and backward. Any number of players: what decides is how many states there are.
/// A diagram is built once and may be asked for as many chances as there are worlds.
///
/// O(states) a pass; counts by size O(states * players).
public final class Fold {
    /// States that are kept at most, over all steps.
    public static final int MOST_STATES = 5_000_000;

    private final Diagram diagram;

    private Fold(Diagram diagram) {
        this.diagram = diagram;
    }

    /// Folds the coalitions of an ability.
    ///
    /// @param mostStates states over all steps at most, at least 1; usually [#MOST_STATES]
    /// @return           empty where there are more states: see [Bracketed] for what can be said then
    public static Optional<Fold> of(Ability ability, int mostStates) {
        return Walk.over(ability, mostStates).map(Fold::new);
    }

    /// How many players there are.
    public int players() {
        return diagram.players();
    }

    /// Merged states over all steps.
    public int states() {
        return diagram.states();
    }

    /// Merged states of the step that has most of them.
    public int widest() {
        return diagram.widest();
    }

    /// Coalitions that can do the mission, of `2^players`.
    public BigInteger count() {
        return WeighedExactly.evenly(diagram).total();
    }

    /// For every player, in how many coalitions it decides: with it they can, without it they cannot.
    public List<BigInteger> swings() {
        WeighedExactly counts = WeighedExactly.evenly(diagram);
        return Stream.iterate(0, i -> i + 1)
                .limit(players())
                .map(i -> counts.with(i).subtract(counts.without(i)))
                .toList();
    }

    /// How many coalitions of each size can, from 0 to `players`. The chance where everybody is willing with the same
    /// chance `q` is the sum of `count[k] q^k (1-q)^(players-k)`.
    public List<BigInteger> countsBySize() {
        return CountedBySize.of(diagram);
    }

    /// The chance that the mission can be done, alone and with every player once sure to come and once sure not to.
    ///
    /// In floating-point numbers: only sums and products of numbers that are not negative, so the relative error of
    /// each is below `4 * players * 2^-53`; chances that are 0 come out as 0. No proof: see [#exactChances].
    ///
    /// @param willing the chance of each player, from 0 to 1
    /// @throws IllegalArgumentException where a chance is none, or there are not as many as players
    public Chances chances(double[] willing) {
        if (willing.length != players()) {
            throw new IllegalArgumentException(willing.length + " chances for " + players() + " players");
        }
        for (double chance : willing) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance of " + chance + " is not from 0 to 1");
            }
        }
        return Weighed.of(diagram, willing);
    }

    /// The same in exact fractions.
    ///
    /// @param willing the chance of each player, from 0 to 1
    /// @throws IllegalArgumentException where a chance is none, or there are not as many as players
    public ExactChances exactChances(List<Fraction> willing) {
        require(willing);
        return WeighedExactly.of(diagram, willing).chances();
    }

    /// The chance that the mission can be done, exactly, without that of each player: half the work.
    ///
    /// @param willing the chance of each player, from 0 to 1
    /// @throws IllegalArgumentException where a chance is none, or there are not as many as players
    public Fraction exactChance(List<Fraction> willing) {
        require(willing);
        return WeighedExactly.overall(diagram, willing);
    }

    private void require(List<Fraction> willing) {
        if (willing.size() != players()) {
            throw new IllegalArgumentException(willing.size() + " chances for " + players() + " players");
        }
        for (Fraction chance : willing) {
            if (chance.numerator().signum() < 0 || chance.numerator().compareTo(chance.denominator()) > 0) {
                throw new IllegalArgumentException("a chance of " + chance + " is not from 0 to 1");
            }
        }
    }

    /// What is asked of all players at once.
    ///
    /// @param overall the chance that the mission can be done
    /// @param with    by player: the chance where it is sure to come
    /// @param without by player: the chance where it is sure not to
    @SuppressWarnings("ArrayRecordComponent") // numbers of a hot pass; copied on the way in and out
    public record Chances(double overall, double[] with, double[] without) {
        public Chances {
            with = with.clone();
            without = without.clone();
        }

        @Override
        public double[] with() {
            return with.clone();
        }

        @Override
        public double[] without() {
            return without.clone();
        }

        /// By player: how much the chance rises for each unit of the player's own (Birnbaum's importance).
        public double[] importances() {
            double[] importances = new double[with.length];
            Arrays.setAll(importances, i -> with[i] - without[i]);
            return importances;
        }
    }

    /// The same as [Chances] in exact fractions.
    ///
    /// @param overall the chance that the mission can be done
    /// @param with    by player: the chance where it is sure to come
    /// @param without by player: the chance where it is sure not to
    public record ExactChances(Fraction overall, List<Fraction> with, List<Fraction> without) {
        public ExactChances {
            with = List.copyOf(with);
            without = List.copyOf(without);
        }
    }
}
