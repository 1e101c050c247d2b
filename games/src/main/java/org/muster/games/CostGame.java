package org.muster.games;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A game whose numbers are what coalitions have to pay, not what they get: the empty coalition pays 0.
///
/// Concepts for values answer it in one of two ways: by its savings, of which everyone gets a part, or by its negative,
/// where to pay `x` is to get `-x`. Both give the same for what moves with additive games (Shapley value, nucleolus,
/// tau value); what asks for the sign of values, such as shares of them, takes the one that it says.
///
/// @param costs `c(S)` for every coalition
public record CostGame(Game costs) {
    /// What a coalition saves by acting together, `sum of c(i) - c(S)`.
    public Game savings() {
        return DerivedGames.savings(costs);
    }

    /// The costs as values, `-c(S)`.
    public Game negative() {
        return DerivedGames.negative(costs);
    }

    /// What everyone pays whose part of the savings is known: the cost alone less that part.
    ///
    /// @param part one number a player, an answer for [#savings]
    public Answer shareOfSavings(Answer part) {
        int n = costs.players();
        if (part.fractions().isPresent()) {
            List<Fraction> pays = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                pays.add(costs.exactly(1L << i).minus(part.fractions().get().get(i)));
            }
            return Answer.exact(pays, part.label(), part.scans(), part.lps());
        }
        double[] pays = new double[n];
        for (int i = 0; i < n; i++) {
            pays[i] = costs.exactly(1L << i).doubleValue() - part.values().get(i);
        }
        return new Answer(
                Answer.numerical(pays, 0, 0, 0).values(), Optional.empty(), part.label(), part.scans(), part.lps());
    }

    /// What everyone pays who gets this much in [#negative].
    public static Answer fromNegative(Answer gets) {
        return gets.times(Fraction.of(-1));
    }
}
