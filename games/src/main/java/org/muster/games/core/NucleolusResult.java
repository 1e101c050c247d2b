package org.muster.games.core;

import java.util.List;
import org.muster.games.Answer;
import org.muster.games.Game;

/// A point of the nucleolus family in floating point, with what is needed to prove it: it may be wrong until
/// [#certify] has proved it.
public final class NucleolusResult {
    private final Game game;
    private final Excess excess;
    private final Nucleolus.Over over;
    private final List<Double> x;
    private final List<Stage> stages;
    private final int scans;
    private final int lps;
    private final int rows;
    private final double tolerance;

    /// @param game      the game
    /// @param excess    how dissatisfaction is measured
    /// @param over      over which payoffs
    /// @param x         the shares
    /// @param stages    the levels with the rows that settle them
    /// @param scans     passes over all coalitions
    /// @param lps       linear programs solved
    /// @param rows      coalitions that took part in them
    /// @param tolerance how far excesses may be off
    NucleolusResult(
            Game game,
            Excess excess,
            Nucleolus.Over over,
            List<Double> x,
            List<Stage> stages,
            int scans,
            int lps,
            int rows,
            double tolerance) {
        this.game = game;
        this.excess = excess;
        this.over = over;
        this.x = List.copyOf(x);
        this.stages = List.copyOf(stages);
        this.scans = scans;
        this.lps = lps;
        this.rows = rows;
        this.tolerance = tolerance;
    }

    /// The proof of this point.
    ///
    /// @param threads to use, at least 1
    /// @throws ArithmeticException where it could not be proved
    public NucleolusCertificate certify(int threads) {
        return Certifier.certify(this, threads);
    }

    /// The shares in floating point.
    public Answer answer() {
        return Answer.numerical(x.stream().mapToDouble(Double::doubleValue).toArray(), tolerance, scans, lps);
    }

    /// The levels, from the highest to the lowest.
    public List<Double> levels() {
        return stages.stream().map(Stage::e).toList();
    }

    /// The shares.
    public List<Double> x() {
        return x;
    }

    /// Passes over all coalitions.
    public int scans() {
        return scans;
    }

    /// Linear programs solved.
    public int lps() {
        return lps;
    }

    /// Coalitions that took part in them.
    public int rows() {
        return rows;
    }

    /// How far excesses may be off.
    public double tolerance() {
        return tolerance;
    }

    Game game() {
        return game;
    }

    Excess excess() {
        return excess;
    }

    Nucleolus.Over over() {
        return over;
    }

    List<Stage> stages() {
        return stages;
    }
}
