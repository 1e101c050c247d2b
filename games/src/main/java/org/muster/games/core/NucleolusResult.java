package org.muster.games.core;

import java.util.List;
import org.muster.games.Answer;
import org.muster.games.Game;

/// A point of the nucleolus family and how it was found.
///
/// @param game      the game
/// @param excess    how dissatisfaction is measured
/// @param over      over which payoffs
/// @param x         the shares
/// @param stages    the levels with the rows that settle them
/// @param scans     passes over all coalitions
/// @param lps       linear programs solved
/// @param rows      coalitions that took part in them
/// @param tolerance how far excesses may be off
public record NucleolusResult(
        Game game,
        Excess excess,
        Nucleolus.Over over,
        List<Double> x,
        List<Stage> stages,
        int scans,
        int lps,
        int rows,
        double tolerance) {
    /// The shares in floating point.
    public Answer answer() {
        return Answer.numerical(x.stream().mapToDouble(Double::doubleValue).toArray(), tolerance, scans, lps);
    }

    /// The levels, from the highest to the lowest.
    public List<Double> levels() {
        return stages.stream().map(Stage::e).toList();
    }
}
