package org.muster.share.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.muster.games.Answer;
import org.muster.games.DerivedGames;
import org.muster.games.Fraction;
import org.muster.games.Label;
import org.muster.games.claims.Claims;
import org.muster.games.claims.ClaimsRule;
import org.muster.games.core.Excess;
import org.muster.games.core.Nucleolus;
import org.muster.games.estimate.ShapleyEstimate;
import org.muster.games.value.Shapley;
import org.muster.share.exact.Decimals;
import org.muster.share.game.MissionGame;
import org.muster.share.rule.GameRule.Solution;

/// The rules of theory, on a mission's own cost game.
final class GameRules {
    /// Seed and budget of estimates: fixed, so that the same folder gives the same amounts.
    private static final long SEED = 2014;

    /// Coalitions of an estimate stand in one word.
    private static final int MOST_ESTIMATED = 62;

    private static final String THOMSON = "W. Thomson, How to Divide When There Isn't Enough, 2019, on costs alone";

    /// In the order in which they are shown.
    static final List<SharingRule> ALL = List.of(
            new GameRule(
                    "proportional",
                    "In proportion to the cost alone",
                    "Every member bears the cost for all in proportion to what the mission would cost it alone.",
                    "S. Moriarity, Another approach to allocating joint costs, 1975",
                    (game, threads) -> claims(game, ClaimsRule.PROPORTIONAL)),
            new GameRule(
                    "equal-awards",
                    "Equal payments, nobody more than alone",
                    "Every member pays the same, but nobody more than the mission would cost it alone.",
                    THOMSON,
                    (game, threads) -> claims(game, ClaimsRule.CONSTRAINED_EQUAL_AWARDS)),
            new GameRule(
                    "equal-losses",
                    "Equal savings, nobody paid",
                    "Every member saves the same against going alone, but nobody more than all of it.",
                    THOMSON,
                    (game, threads) -> claims(game, ClaimsRule.CONSTRAINED_EQUAL_LOSSES)),
            new GameRule(
                    "talmud",
                    "Talmud rule on the cost alone",
                    "Equal payments up to half of what the mission would cost each alone, equal savings beyond.",
                    "R. J. Aumann, M. Maschler, Game theoretic analysis of a bankruptcy problem from the Talmud, 1985",
                    (game, threads) -> claims(game, ClaimsRule.TALMUD)),
            new GameRule(
                    "serial",
                    "Serial",
                    "Members are taken up from the smallest cost alone to the largest; what each adds is borne in equal parts by it and those after it.",
                    "H. Moulin, S. Shenker, Serial cost sharing, 1992, on the chain of coalitions by cost alone",
                    (game, threads) -> serial(game)),
            new GameRule(
                    "scrb",
                    "Separable costs, remaining benefits",
                    "Every member bears what it adds to all the others, and of the rest in proportion to what joining still saves it.",
                    "H. P. Young, N. Okada, T. Hashimoto, Cost allocation in water resources development, 1982",
                    (game, threads) -> marginals(game, true)),
            new GameRule(
                    "ensc",
                    "Equal non-separable costs",
                    "Every member bears what it adds to all the others, and an equal part of the rest.",
                    "H. Moulin, The separability axiom and equal sharing methods, 1985",
                    (game, threads) -> marginals(game, false)),
            new GameRule(
                    "shapley",
                    "Shapley value",
                    "Every member bears what it adds on average when all join one by one, every order as likely as any other.",
                    "L. S. Shapley, A value for n-person games, 1953",
                    GameRules::shapley,
                    true),
            new GameRule(
                    "nucleolus",
                    "Nucleolus",
                    "The largest dissatisfaction of any coalition with paying instead of going alone is made as small as can be, then the second largest, and so on.",
                    "D. Schmeidler, The nucleolus of a characteristic function game, 1969",
                    (game, threads) -> nucleolus(game, Excess.PLAIN, threads),
                    true),
            new GameRule(
                    "per-capita-nucleolus",
                    "Nucleolus per head",
                    "As the nucleolus, with the dissatisfaction of a coalition divided by its members.",
                    "J. H. Grotte, Computation of and observations on the nucleolus, and the central games, 1970",
                    (game, threads) -> nucleolus(game, Excess.PER_CAPITA, threads),
                    true),
            new GameRule(
                    "benefit-shapley",
                    "Shapley value of the gains",
                    "Every member pays its benefit less what it adds on average to the gains when all join one by one, where a coalition does only what is worth it to its own members.",
                    "L. S. Shapley, A value for n-person games, 1953, on gains",
                    GameRules::shapley,
                    true,
                    true),
            new GameRule(
                    "benefit-nucleolus",
                    "Nucleolus of the gains",
                    "Every member pays its benefit less its part of the gains, so that the coalition that gains least beyond what it would gain by itself gains as much as can be, then the second, and so on.",
                    "D. Schmeidler, The nucleolus of a characteristic function game, 1969, on gains",
                    (game, threads) -> ofGains(game, Excess.PLAIN, threads),
                    true,
                    true),
            new GameRule(
                    "benefit-per-capita-nucleolus",
                    "Nucleolus per head of the gains",
                    "As the nucleolus of the gains, with what a coalition gains more than by itself divided by its members.",
                    "J. H. Grotte, Computation of and observations on the nucleolus, and the central games, 1970, on gains",
                    (game, threads) -> ofGains(game, Excess.PER_CAPITA, threads),
                    true,
                    true));

    /// A pass over the benefit game's coalitions works out every line anew, and a nucleolus takes many passes.
    private static final int MOST_FOR_GAINS = 20;

    private static Solution ofGains(MissionGame game, Excess excess, int threads) {
        int n = game.players().size();
        return n > MOST_FOR_GAINS
                ? new Solution.None("it takes many passes over all coalitions' gains, and is worked out for up to "
                        + MOST_FOR_GAINS + " members, not " + n)
                : nucleolus(game, excess, threads);
    }

    private GameRules() {}

    private static List<Fraction> alone(MissionGame game) {
        return IntStream.range(0, game.players().size())
                .mapToObj(i -> Fraction.of(game.alone(i)))
                .toList();
    }

    private static Solution claims(MissionGame game, ClaimsRule rule) {
        List<Fraction> alone = alone(game);
        Fraction sum = alone.stream().reduce(Fraction.ZERO, Fraction::plus);
        Fraction all = Fraction.of(game.costOfAll());
        if (all.compareTo(sum) > 0) {
            return new Solution.None("all together would cost more than the members one by one");
        }
        return new Solution.Shares(rule.divide(new Claims(all, alone)), "(exact)");
    }

    /// What each adds to all others, and of the rest a part: in proportion to what joining still saves
    /// (`remaining`), or an equal one; equal too where joining saves nobody anything more.
    private static Solution marginals(MissionGame game, boolean remaining) {
        int n = game.players().size();
        Fraction all = Fraction.of(game.costOfAll());
        List<Fraction> alone = alone(game);
        List<Fraction> separable = IntStream.range(0, n)
                .mapToObj(i -> all.minus(Fraction.of(n == 1 ? 0 : game.costOfAllBut(i))))
                .toList();
        Fraction added = separable.stream().reduce(Fraction.ZERO, Fraction::plus);
        Fraction rest = all.minus(added);
        Fraction benefits = alone.stream().reduce(Fraction.ZERO, Fraction::plus).minus(added);
        return new Solution.Shares(
                IntStream.range(0, n)
                        .mapToObj(i -> separable
                                .get(i)
                                .plus(
                                        remaining && !benefits.isZero()
                                                ? rest.times(alone.get(i).minus(separable.get(i)))
                                                        .over(benefits)
                                                : rest.over(n)))
                        .toList(),
                "(exact)");
    }

    /// `x_k = x_(k-1) + (c(1..k) - c(1..k-1)) / (n-k+1)` with members ascending by cost alone.
    private static Solution serial(MissionGame game) {
        int n = game.players().size();
        List<Fraction> alone = alone(game);
        List<Integer> order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing(alone::get))
                .toList();
        List<Fraction> shares = new ArrayList<>(alone);
        Fraction share = Fraction.ZERO;
        BitSet chain = new BitSet();
        long before = 0;
        for (int k = 0; k < n; k++) {
            chain.set(order.get(k));
            long after = game.cost(chain);
            share = share.plus(Fraction.of(after - before).over(n - k));
            shares.set(order.get(k), share);
            before = after;
        }
        return new Solution.Shares(shares, "(exact)");
    }

    private static Solution shapley(MissionGame game, int threads) {
        int n = game.players().size();
        if (game.shapley().isPresent()) {
            return new Solution.Shares(game.shapley().get(), "(exact, by counting units)");
        }
        if (n == 1) {
            return new Solution.Shares(List.of(Fraction.of(game.costOfAll())), "(exact)");
        }
        if (game.isComplete()) {
            return new Solution.Shares(
                    Shapley.of(game.costs(), threads).fractions().orElseThrow(), "(exact)");
        }
        if (n > MOST_ESTIMATED) {
            return new Solution.None("its lines compete for units, so that it has no closed form for " + n
                    + " members, and it is estimated for up to " + MOST_ESTIMATED);
        }
        Answer answer = ShapleyEstimate.of(
                        n, mask -> game.cost(BitSet.valueOf(new long[] {mask})), ShapleyEstimate.Wish.of(SEED, 40L * n))
                .answer();
        String note = answer.label() instanceof Label.Estimated estimated
                ? "(estimated; half width at most %s minor units for all members at once with probability %s)"
                        .formatted(
                                Decimals.text(Fraction.exactly(widest(estimated)), 0),
                                Decimals.text(Fraction.exactly(estimated.confidence()), 2))
                : "(exact up to rounding)";
        return new Solution.Shares(efficient(answer.array(), game.costOfAll()), note);
    }

    private static double widest(Label.Estimated estimated) {
        double widest = 0;
        for (int i = 0; i < estimated.lower().size(); i++) {
            widest = Math.max(
                    widest, (estimated.upper().get(i) - estimated.lower().get(i)) / 2);
        }
        return Double.isFinite(widest) ? widest : 0;
    }

    /// Proven points only. Of the costs taken as negative values: paying `x` is getting `-x`, and the excess `x(S) -
    /// c(S)` is the same.
    private static Solution nucleolus(MissionGame game, Excess excess, int threads) {
        if (!game.isComplete()) {
            return new Solution.None(
                    game.method() == MissionGame.Method.ESTIMATED
                            ? "it needs the cost of every coalition, and costs are estimated"
                            : "it needs the cost of every coalition, and "
                                    + game.players().size() + " members have too many to be walked");
        }
        int n = game.players().size();
        Fraction sum = alone(game).stream().reduce(Fraction.ZERO, Fraction::plus);
        if (Fraction.of(game.costOfAll()).compareTo(sum) > 0) {
            return new Solution.None("all together would cost more than the members one by one");
        }
        if (n == 1) {
            return new Solution.Shares(List.of(Fraction.of(game.costOfAll())), "(exact)");
        }
        List<Fraction> gets;
        try {
            gets = Nucleolus.proved(DerivedGames.negative(game.costs()), excess, Nucleolus.Over.IMPUTATIONS, threads)
                    .x();
        } catch (ArithmeticException notProven) {
            return new Solution.None("no amounts could be proven to be it (" + notProven.getMessage() + ")");
        }
        return new Solution.Shares(gets.stream().map(Fraction::negated).toList(), "(exact, certified)");
    }

    /// Numbers to the millionth of a minor unit, stretched so that they add up to the whole: nothing stays nothing.
    private static List<Fraction> efficient(double[] numbers, long whole) {
        List<Fraction> rounded = new ArrayList<>();
        Fraction sum = Fraction.ZERO;
        for (double number : numbers) {
            Fraction snapped = Fraction.of(Math.round(number * 1e6), 1_000_000);
            rounded.add(snapped);
            sum = sum.plus(snapped);
        }
        if (sum.isZero()) {
            Fraction even = Fraction.of(whole).over(numbers.length);
            return rounded.stream().map(part -> part.plus(even)).toList();
        }
        Fraction factor = Fraction.of(whole).over(sum);
        return rounded.stream().map(part -> part.times(factor)).toList();
    }
}
