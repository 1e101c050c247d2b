package org.muster.games.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Undefined;

/// Values that look at the singletons, the grand coalition and the grand coalition less one only: `2n + 1` coalitions.
///
/// Named as for costs where cost sharing has the name: the separable cost of a player is what leaving saves all the
/// others.
/// All of these are exact.
public final class Marginals {
    private final List<Fraction> alone = new ArrayList<>();
    private final List<Fraction> separable = new ArrayList<>();
    private final Fraction grand;
    private final int n;

    private Marginals(int n, Fraction grand, IntFunction<Fraction> alone, IntFunction<Fraction> withoutOne) {
        this.n = n;
        this.grand = grand;
        for (int i = 0; i < n; i++) {
            this.alone.add(alone.apply(i));
            this.separable.add(grand.minus(withoutOne.apply(i)));
        }
    }

    public static Marginals of(Game game) {
        int n = game.players();
        long all = Coalitions.grand(n);
        return new Marginals(
                n,
                game.exactly(all),
                i -> game.exactly(1L << i),
                i -> n == 1 ? Fraction.ZERO : game.exactly(all & ~(1L << i)));
    }

    /// `v({i})` of every player.
    public List<Fraction> alone() {
        return List.copyOf(alone);
    }

    /// `v(N) - v(N - i)` of every player: the utopia payoff, for costs the separable cost.
    public List<Fraction> separable() {
        return List.copyOf(separable);
    }

    /// Equal division of `v(N)`.
    public Answer equalDivision() {
        return answer(i -> grand.over(n));
    }

    /// Equal division of the surplus: `v({i})` and an equal part of what is left. Also: centre of the imputation set.
    public Answer equalSurplusDivision() {
        Fraction surplus = grand.minus(sum(alone)).over(n);
        return answer(i -> alone.get(i).plus(surplus));
    }

    /// Egalitarian non-separable contribution (for costs ENSC, equal non-separable cost): the separable part and an
    /// equal part of the rest.
    ///
    /// Source: H. Moulin, *The separability axiom and equal sharing methods*, 1985.
    public Answer ensc() {
        Fraction rest = grand.minus(sum(separable)).over(n);
        return answer(i -> separable.get(i).plus(rest));
    }

    /// Separable costs, remaining benefits: the separable part, and the rest in proportion to what joining is still
    /// worth to each, `v({i}) - separable`. Where nobody has remaining benefits the rest is split equally.
    ///
    /// Source: H. P. Young, N. Okada, T. Hashimoto, *Cost allocation in water resources development*, 1982.
    public Answer scrb() {
        Fraction rest = grand.minus(sum(separable));
        Fraction benefits = sum(alone).minus(sum(separable));
        if (benefits.isZero()) {
            return ensc();
        }
        return answer(i -> separable
                .get(i)
                .plus(rest.times(alone.get(i).minus(separable.get(i))).over(benefits)));
    }

    /// The Gately point: the imputation at which everyone's propensity to disrupt, what the others lose by a
    /// leaving over what the leaver loses, is the same.
    ///
    /// Source: D. Gately, *Sharing the gains from regional cooperation: a game theoretic application to planning
    /// investment in electric power*, 1974; J. Staudacher, J. Anwander, *Conditions for the uniqueness of the Gately
    /// point*, 2019.
    ///
    /// @throws Undefined where the separable parts add up to the values alone: the point is not defined
    public Answer gately() {
        Fraction spread = sum(separable).minus(sum(alone));
        Fraction surplus = grand.minus(sum(alone));
        if (spread.isZero()) {
            throw new Undefined("no Gately point: the contributions to the grand coalition add up to the values alone");
        }
        return answer(i -> alone.get(i)
                .plus(separable.get(i).minus(alone.get(i)).times(surplus).over(spread)));
    }

    /// Moriarity's rule for costs: in proportion to the values alone.
    ///
    /// Source: S. Moriarity, *Another approach to allocating joint costs*, 1975.
    ///
    /// @throws ArithmeticException where the values alone add up to 0
    public Answer proportionalToAlone() {
        Fraction all = sum(alone);
        return answer(i -> grand.times(alone.get(i)).over(all));
    }

    private Answer answer(IntFunction<Fraction> share) {
        List<Fraction> shares = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            shares.add(share.apply(i));
        }
        return Answer.exact(shares, 0);
    }

    private static Fraction sum(List<Fraction> parts) {
        return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
    }
}
