package org.muster.games.core;

import java.util.List;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.Label;

/// A proof in whole numbers and fractions that a point is the nucleolus (or the relative that was asked for).
///
/// At every level: coalitions outside the span of all before, all with the same largest excess there, and positive
/// weights with which their indicator vectors (and those of players at their lower bound) lie in that span. Whoever
/// would do better at this level must then do the same for each of them, so the level and its coalitions are
/// settled; after the last level the span is everything and the point is the only one.
///
/// Source: E. Kohlberg, *On the nucleolus of a characteristic function game*, 1971; A. I. Sobolev, *The
/// characterization of
/// optimality principles in cooperative games by functional equations*, 1975, read level by level.
///
/// @param x      the point
/// @param levels the proof
/// @param scans  passes over all coalitions: of the solver and of the proof
/// @param lps    linear programs of the solver
public record NucleolusCertificate(List<Fraction> x, List<LevelProof> levels, int scans, int lps) {
    /// One level.
    ///
    /// @param excess     the level
    /// @param coalitions the coalitions that have it
    /// @param weights    their weights, above 0
    /// @param bounds     players at their lower bound
    /// @param boundWeights their weights, above 0
    public record LevelProof(
            Fraction excess,
            List<Long> coalitions,
            List<Fraction> weights,
            List<Integer> bounds,
            List<Fraction> boundWeights) {
        public LevelProof {
            coalitions = List.copyOf(coalitions);
            weights = List.copyOf(weights);
            bounds = List.copyOf(bounds);
            boundWeights = List.copyOf(boundWeights);
        }
    }

    public NucleolusCertificate {
        x = List.copyOf(x);
        levels = List.copyOf(levels);
    }

    /// The point with the label that it has earned.
    public Answer answer() {
        return Answer.exact(x, new Label.Certified(), scans, lps);
    }
}
