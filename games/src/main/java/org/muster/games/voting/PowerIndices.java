package org.muster.games.voting;

import java.math.BigInteger;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.value.Shapley;

/// Power indices that follow from [Swings], all in exact fractions.
///
/// Surveys: D. S. Felsenthal, M. Machover, *The Measurement of Voting Power*, 1998.
public final class PowerIndices {
    private PowerIndices() {}

    /// The chance of being the one that turns a random order of voters into a winning one.
    ///
    /// Source: L. S. Shapley, M. Shubik, *A method for evaluating the distribution of power in a committee system*,
    /// 1954.
    public static Answer shapleyShubik(Swings swings) {
        int n = swings.voters();
        return answer(swings, i -> {
            Fraction sum = Fraction.ZERO;
            for (int k = 0; k < n; k++) {
                if (swings.of(i, k).signum() != 0) {
                    sum = sum.plus(Shapley.weight(k, n).times(Fraction.of(swings.of(i, k))));
                }
            }
            return sum;
        });
    }

    /// The number of swings.
    public static Answer banzhafSwings(Swings swings) {
        return answer(swings, i -> Fraction.of(swings.of(i)));
    }

    /// The share of the others' coalitions that the voter swings (Penrose 1946, Banzhaf 1965).
    public static Answer banzhafAbsolute(Swings swings) {
        return answer(swings, i -> new Fraction(swings.of(i), BigInteger.TWO.pow(swings.voters() - 1)));
    }

    /// Swings over all swings.
    public static Answer banzhafNormalized(Swings swings) {
        BigInteger all = sum(swings);
        return answer(swings, i -> new Fraction(swings.of(i), all));
    }

    /// Coleman's power to initiate action: swings over losing coalitions.
    ///
    /// Source: J. S. Coleman, *Control of collectivities and the power of a collectivity to act*, 1971.
    public static Answer colemanInitiate(Swings swings) {
        BigInteger losing = BigInteger.TWO.pow(swings.voters()).subtract(swings.winning());
        return answer(swings, i -> new Fraction(swings.of(i), losing));
    }

    /// Coleman's power to prevent action: swings over winning coalitions.
    public static Answer colemanPrevent(Swings swings) {
        return answer(swings, i -> new Fraction(swings.of(i), swings.winning()));
    }

    /// Coleman's power of the collectivity to act: winning coalitions over all coalitions. A single number.
    public static Answer colemanAct(Swings swings) {
        return Answer.exact(List.of(new Fraction(swings.winning(), BigInteger.TWO.pow(swings.voters()))), 1);
    }

    /// The chance that the outcome is as the voter wants, `1/2 + absolute Banzhaf / 2`.
    ///
    /// Source: D. W. Rae, *Decision-rules and individual values in constitutional choice*, 1969.
    public static Answer rae(Swings swings) {
        return answer(
                swings,
                i -> new Fraction(
                        swings.of(i).add(BigInteger.TWO.pow(swings.voters() - 1)),
                        BigInteger.TWO.pow(swings.voters())));
    }

    /// Winning coalitions with the voter over the same for all voters (public help index).
    ///
    /// Source: C. Bertini, G. Gambarelli, I. Stach, *A public help index*, 2008.
    public static Answer publicHelp(Swings swings) {
        BigInteger all = IntStream.range(0, swings.voters())
                .mapToObj(swings::winningWith)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return answer(swings, i -> new Fraction(swings.winningWith(i), all));
    }

    private static BigInteger sum(Swings swings) {
        return IntStream.range(0, swings.voters()).mapToObj(swings::of).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Answer answer(Swings swings, IntFunction<Fraction> index) {
        return Answer.exact(IntStream.range(0, swings.voters()).mapToObj(index).toList(), 1);
    }
}
