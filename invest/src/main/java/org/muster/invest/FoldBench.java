package org.muster.invest;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestPlan;
import org.muster.games.Fraction;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.Fold;

/// Times the fold of a random alliance's missions, and the pass that weighs it, beside a look at every coalition.
///
/// @param what    what is timed
/// @param seconds of all missions together
/// @param looked  seconds of looking at every coalition for the same
/// @param agree   whether both found the same
public record FoldBench(String what, double seconds, double looked, boolean agree) {
    /// Members at most, so that every coalition can be looked at.
    public static final int MOST_MEMBERS = 20;

    private static final double NANO = 1e9;
    private static final Fraction WILLING = Fraction.of(4, 5);

    /// How much faster than looking at every coalition.
    public double ratio() {
        return looked / seconds;
    }

    /// Draws an alliance and measures its missions: how many coalitions can, and with what chance with and without each
    /// member where everybody is willing with a chance of 0.8.
    ///
    /// @param members  at most [#MOST_MEMBERS]
    /// @param missions that are drawn; those that cannot be folded are left out
    public static List<FoldBench> of(int members, int missions, long seed) {
        Alliance alliance = InvestBench.drawn(new InvestBench.Size(members, missions, 1, 1, 1), seed);
        List<Ability> abilities = alliance.investments().plans().getFirst().missions().stream()
                .map(InvestPlan.Recurring::mission)
                .map(id -> WhoCan.of(alliance, alliance.mission(id).orElseThrow()))
                .map(who -> who.ability().orElseThrow())
                .toList();
        // Once before, so that neither is timed cold.
        abilities.forEach(one -> folded(one).exactChances(Collections.nCopies(one.players(), WILLING)));
        long start = System.nanoTime();
        List<Fold> folds = abilities.stream().map(FoldBench::folded).toList();
        List<BigInteger> counts = folds.stream().map(Fold::count).toList();
        double folding = since(start);
        start = System.nanoTime();
        List<Fold.ExactChances> chances = folds.stream()
                .map(fold -> fold.exactChances(Collections.nCopies(fold.players(), WILLING)))
                .toList();
        double weighing = since(start);
        start = System.nanoTime();
        List<boolean[]> able = abilities.stream().map(FoldBench::looked).toList();
        List<BigInteger> all = able.stream().map(FoldBench::count).toList();
        double looking = since(start);
        start = System.nanoTime();
        boolean same = true;
        for (int m = 0; m < able.size(); m++) {
            same &= chances.get(m).equals(weighed(able.get(m), abilities.get(m).players()));
        }
        double weighingAll = since(start);
        return List.of(
                new FoldBench("fold", folding, looking, counts.equals(all)),
                new FoldBench("weighted pass", weighing, weighingAll, same));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANO;
    }

    private static Fold folded(Ability ability) {
        return Fold.of(ability, Fold.MOST_STATES).orElseThrow();
    }

    private static boolean[] looked(Ability ability) {
        boolean[] able = new boolean[1 << ability.players()];
        boolean[] in = new boolean[ability.players()];
        for (int s = 0; s < able.length; s++) {
            for (int i = 0; i < in.length; i++) {
                in[i] = (s >>> i & 1) != 0;
            }
            able[s] = ability.canBeDoneBy(in);
        }
        return able;
    }

    private static BigInteger count(boolean[] able) {
        long count = 0;
        for (boolean one : able) {
            count += one ? 1 : 0;
        }
        return BigInteger.valueOf(count);
    }

    /// All chances are the same, so that coalitions of one size weigh the same.
    private static Fold.ExactChances weighed(boolean[] able, int players) {
        long[] all = new long[players + 1];
        long[][] with = new long[players][players + 1];
        for (int s = 0; s < able.length; s++) {
            if (able[s]) {
                int size = Integer.bitCount(s);
                all[size]++;
                for (int rest = s; rest != 0; rest &= rest - 1) {
                    with[Integer.numberOfTrailingZeros(rest)][size]++;
                }
            }
        }
        Fraction overall = weighed(all, players, 0, 0);
        Fraction[] in = new Fraction[players];
        Fraction[] out = new Fraction[players];
        for (int i = 0; i < players; i++) {
            long[] without = all.clone();
            for (int size = 0; size <= players; size++) {
                without[size] -= with[i][size];
            }
            in[i] = weighed(with[i], players, 1, 0);
            out[i] = weighed(without, players, 0, 1);
        }
        return new Fold.ExactChances(overall, Arrays.asList(in), Arrays.asList(out));
    }

    private static Fraction weighed(long[] bySize, int players, int sureIn, int sureOut) {
        Fraction sum = Fraction.ZERO;
        for (int size = 0; size < bySize.length; size++) {
            if (bySize[size] > 0) {
                sum = sum.plus(power(WILLING, size - sureIn)
                        .times(power(Fraction.ONE.minus(WILLING), players - size - sureOut))
                        .times(bySize[size]));
            }
        }
        return sum;
    }

    private static Fraction power(Fraction base, int exponent) {
        return new Fraction(base.numerator().pow(exponent), base.denominator().pow(exponent));
    }
}
