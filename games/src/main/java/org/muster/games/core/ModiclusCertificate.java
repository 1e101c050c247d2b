package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Label;
import org.muster.games.lp.Span;

/// A proof in whole numbers and fractions that a point is the modiclus.
///
/// At every level: pairs of coalitions whose difference is outside the span of all before, all with the same largest
/// difference of excesses `e(S) - e(T)` there, and positive weights with which the differences of their indicator
/// vectors lie in that span. Whoever would do better at this level must then do the same for each of the pairs, so the
/// level and its pairs are settled; after the last level the span is everything and the point is the only one.
///
/// Source: P. Sudhoelter, *The modified nucleolus: properties and axiomatizations*, 1997, with the argument of E.
/// Kohlberg, 1971, and A. I. Sobolev, 1975, on differences of indicator vectors.
///
/// @param x      the point
/// @param levels the proof
/// @param scans  passes over all coalitions: of the solver and of the proof
/// @param lps    linear programs of the solver
public record ModiclusCertificate(List<Fraction> x, List<LevelProof> levels, int scans, int lps) {
    /// One level.
    ///
    /// @param difference of the excesses: the level
    /// @param pairs      the pairs that have it: the excess of the first less that of the second
    /// @param weights    their weights, above 0
    public record LevelProof(Fraction difference, List<Sets> pairs, List<Fraction> weights) {
        public LevelProof {
            pairs = List.copyOf(pairs);
            weights = List.copyOf(weights);
        }
    }

    public ModiclusCertificate {
        x = List.copyOf(x);
        levels = List.copyOf(levels);
    }

    /// The point with the label that it has earned.
    public Answer answer() {
        return Answer.exact(x, new Label.Certified(), scans, lps);
    }

    /// Makes and checks the certificate for what the floating-point solver found.
    ///
    /// Shares, levels and weights are solved exactly from the tight pairs; then one pass over all coalitions, in whole
    /// numbers, finds for each level the largest difference of a pair outside the span ([PairEnds]): O(2^n) for the 4^n
    /// pairs, and a few small linear systems. Values are whole numbers.
    ///
    /// @throws ArithmeticException where the proof fails, saying at what; the point then stays numerical
    static ModiclusCertificate of(Modiclus.Result result, int threads) {
        int n = result.game().players();
        Game game = result.game();
        Fraction grand = game.exactly(Coalitions.grand(n));
        TightRows rows = new TightRows(
                n,
                grand,
                mask -> Fraction.ZERO,
                cut -> game.exactly(cut.plus()).minus(game.exactly(cut.minus())),
                cut -> Fraction.ONE,
                result.stages());
        List<Fraction> unknowns = rows.pointAndLevels();
        List<Fraction> x = unknowns.subList(0, n);
        List<Fraction> levels = unknowns.subList(n, unknowns.size());
        List<LevelProof> proofs = new ArrayList<>();
        List<PairEnds.Outside> spans = new ArrayList<>();
        List<Sets> settled = new ArrayList<>(List.of(Sets.of(Coalitions.grand(n))));
        Span span = new Span(n);
        span.add(Coalitions.grand(n));
        for (int k = 0; k < levels.size(); k++) {
            if (k > 0 && levels.get(k).compareTo(levels.get(k - 1)) > 0) {
                throw new ArithmeticException(
                        String.format(Locale.ROOT, "not proven: level %d is above the level before", k + 1));
            }
            spans.add(new PairEnds.Outside(NullSpace.of(n, settled), new Level(0, span.nullVector(new Random(k)))));
            List<Cut> tight = result.stages().get(k).tight();
            proofs.add(
                    new LevelProof(levels.get(k), tight.stream().map(Sets::of).toList(), rows.weights(k, settled)));
            for (Cut cut : tight) {
                if (span.add(cut.plus(), cut.minus())) {
                    settled.add(Sets.of(cut));
                }
            }
        }
        if (!span.isFull()) {
            throw new ArithmeticException("not proven: the levels leave more than one point");
        }
        PairEnds.check(game, x, levels, spans, threads);
        return new ModiclusCertificate(x, proofs, result.scans() + 1, result.lps());
    }
}
