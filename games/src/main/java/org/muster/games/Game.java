package org.muster.games;

import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A cooperative game with transferable utility: a number `v(S)` for every coalition `S`, with `v(empty) = 0`.
///
/// A table answers from memory ([TableGame]); a streamed game works each value out inside the pass that needs it
/// ([#streamed]). Passes run over blocks of coalitions in ascending mask order and may run on several threads at once,
/// so an implementation must be immutable and its functions pure.
public interface Game {
    /// The number of players, 1 to [Coalitions#MOST_PLAYERS].
    int players();

    /// The value of a coalition.
    double value(long coalition);

    /// The value of a coalition without any rounding; [#value] is the nearest double, or one that differs from it by no
    /// more than [#rounding].
    default Fraction exactly(long coalition) {
        return Fraction.exactly(value(coalition));
    }

    /// The most by which [#value] may differ from [#exactly]: 0 where doubles hold every value as it is.
    default double rounding() {
        return 0;
    }

    /// Writes the values of the `count` coalitions from `first` on to `into`, starting at index `at`.
    default void read(long first, int count, double[] into, int at) {
        for (int j = 0; j < count; j++) {
            into[at + j] = value(first + j);
        }
    }

    /// The table itself where it is an array of doubles on the heap, indexed by mask; a pass then needs no copy.
    /// The reader must not write to it.
    default double @Nullable [] heap() {
        return null;
    }

    /// A number `M` such that every value is a whole number between `-M` and `M`, or NaN where values are not whole
    /// or it is not known. What is whole and small enough is summed without rounding.
    default double wholeBound() {
        return Double.NaN;
    }

    /// A number that `v(S) - x(S)` is not above for any `S` that holds `fixed` and otherwise players of `free`
    /// only: where that is too little to matter, a pass need not look at these coalitions. Without knowledge of the
    /// game it is infinite.
    ///
    /// @param x     a number for each player, finite
    /// @param fixed the players that are in
    /// @param free  the players that may be in, none of `fixed`
    default double mostBeyond(double[] x, long fixed, long free) {
        return Double.POSITIVE_INFINITY;
    }

    /// A number that `v(S) - x(S)` is not below, as [#mostBeyond].
    default double leastBeyond(double[] x, long fixed, long free) {
        return Double.NEGATIVE_INFINITY;
    }

    /// Whether the value of every coalition that holds `fixed` and otherwise players of `free` only is 0 for sure: sums
    /// over all coalitions need not look at these. Without knowledge of the game it is not known.
    default boolean isNothing(long fixed, long free) {
        return false;
    }

    /// The exact Shapley value, one number per player, where the game knows a faster way than a pass over all of its
    /// coalitions.
    ///
    /// @param threads threads to use
    default Optional<List<Fraction>> shapley(int threads) {
        return Optional.empty();
    }

    /// The value of the grand coalition.
    default double grandValue() {
        return value(Coalitions.grand(players()));
    }

    /// A game whose values a function gives, none of them stored.
    static Game streamed(int players, LongToDoubleFunction value) {
        return new StreamedGame(players, value, Double.NaN);
    }

    /// A streamed game whose values are whole numbers between `-bound` and `bound`.
    static Game streamedWhole(int players, double bound, LongToDoubleFunction value) {
        return new StreamedGame(players, value, bound);
    }
}
