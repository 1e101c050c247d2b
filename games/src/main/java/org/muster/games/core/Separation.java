package org.muster.games.core;

import java.util.List;

/// A game as the nucleolus programs see it: an oracle that finds the rows which a proposal breaks.
///
/// A table is searched by a scan ([TableSeparation]); a structured game can do better than look at all coalitions
/// (voting rules: [VotingSeparation]); callers may bring their own, also one that solves a program of its own.
interface Separation {
    int players();

    /// What all get together.
    double grand();

    /// Rows to start from: among them rows whose sets span everything, such as all single players.
    List<Cut> seeds();

    /// The row that together with this one bounds the level: with the grand coalition's total fixed, the complement's.
    Cut opposite(Cut cut);

    /// Rows that the proposal breaks by more than `tolerance`.
    ///
    /// A row `r` is broken where some level binds it ([Level#binds]) and `value - x(r) - weight * e > tolerance` for
    /// that level.
    ///
    /// @param x         shares adding up to [#grand]
    /// @param levels    from the highest to the lowest: none lies above one before it ([Level#falling])
    /// @param tolerance absolute
    /// @param most      the most rows to return; the most broken ones help most
    /// @return          no row only if no row is broken
    List<Cut> broken(double[] x, List<Level> levels, double tolerance, int most);
}
