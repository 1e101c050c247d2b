package org.muster.bench.hunt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The nucleolus by definition, in rational numbers: the smallest possible largest dissatisfaction over all coalitions,
/// then, with everything that this fixes kept, the next. One linear program a level over all coalitions.
///
/// Source: M. Maschler, B. Peleg, L. S. Shapley, *Geometric properties of the kernel, nucleolus and related solution
/// concepts*, 1979.
final class SequentialPrograms {
    private final Table game;
    private final Dissatisfaction of;
    private final boolean bounded;
    private final int n;
    /// What is settled: coalitions with what they get.
    private final List<Integer> settled = new ArrayList<>();

    private final List<Ratio> gets = new ArrayList<>();

    private SequentialPrograms(Table game, Dissatisfaction of, boolean bounded) {
        this.game = game;
        this.of = of;
        this.bounded = bounded;
        this.n = game.players();
    }

    /// A payoff at which all levels are as low as can be, where there is one: payoffs exist, and levels have a bound.
    static Optional<List<Ratio>> solve(Table game, Dissatisfaction of, boolean bounded) {
        return new SequentialPrograms(game, of, bounded).solve();
    }

    private Optional<List<Ratio>> solve() {
        settled.add(game.grand());
        gets.add(Ratio.of(game.value(game.grand())));
        List<Integer> open = new ArrayList<>();
        for (int mask = 1; mask < game.grand(); mask++) {
            if (of.weight(game, mask).signum() > 0) {
                open.add(mask);
            }
        }
        while (true) {
            open.removeIf(this::isSettled);
            if (open.isEmpty()) {
                return payoff();
            }
            Optional<ExactSimplex.Optimum> optimum = level(open);
            if (optimum.isEmpty()) {
                return Optional.empty();
            }
            List<Ratio> prices = optimum.get().prices();
            for (int k = 0; k < open.size(); k++) {
                settleIfTight(optimum.get().w().get(k), open.get(k), prices);
            }
            for (int i = 0; bounded && i < n; i++) {
                settleIfTight(optimum.get().w().get(open.size() + i), 1 << i, prices);
            }
        }
    }

    private void settleIfTight(Ratio weight, int mask, List<Ratio> x) {
        if (weight.sign() > 0 && !isSettled(mask)) {
            settled.add(mask);
            gets.add(sum(x, mask));
        }
    }

    private static Ratio sum(List<Ratio> x, int mask) {
        Ratio sum = Ratio.ZERO;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            sum = sum.plus(x.get(Integer.numberOfTrailingZeros(rest)));
        }
        return sum;
    }

    /// The dual of: minimise `e` with `x(S) + weight e >= v(S)` for the open, `x_i >= v(i)`, `x(S)` as settled. Its
    /// prices are the payoff and `e`.
    private Optional<ExactSimplex.Optimum> level(List<Integer> open) {
        int bounds = bounded ? n : 0;
        int columns = open.size() + bounds + 2 * settled.size();
        Ratio[][] a = new Ratio[n + 1][columns];
        Ratio[] b = new Ratio[n + 1];
        Ratio[] c = new Ratio[columns];
        for (int j = 0; j < columns; j++) {
            int mask;
            Ratio weight = Ratio.ZERO;
            Ratio sign = Ratio.ONE;
            if (j < open.size()) {
                mask = open.get(j);
                weight = Ratio.of(of.weight(game, mask));
                c[j] = Ratio.of(game.value(mask));
            } else if (j < open.size() + bounds) {
                mask = 1 << (j - open.size());
                c[j] = Ratio.of(game.value(mask));
            } else {
                int k = (j - open.size() - bounds) / 2;
                sign = (j - open.size() - bounds) % 2 == 0 ? Ratio.ONE : Ratio.of(-1);
                mask = settled.get(k);
                c[j] = gets.get(k).times(sign);
            }
            for (int i = 0; i < n; i++) {
                a[i][j] = (mask >> i & 1) == 1 ? sign : Ratio.ZERO;
            }
            a[n][j] = weight;
        }
        for (int i = 0; i <= n; i++) {
            b[i] = i < n ? Ratio.ZERO : Ratio.ONE;
        }
        return ExactSimplex.maximise(a, b, c);
    }

    private boolean isSettled(int mask) {
        Ratio[][] a = new Ratio[n][2 * settled.size()];
        Ratio[] b = new Ratio[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < settled.size(); k++) {
                boolean in = (settled.get(k) >> i & 1) == 1;
                a[i][2 * k] = in ? Ratio.ONE : Ratio.ZERO;
                a[i][2 * k + 1] = in ? Ratio.of(-1) : Ratio.ZERO;
            }
            b[i] = (mask >> i & 1) == 1 ? Ratio.ONE : Ratio.ZERO;
        }
        return ExactSimplex.isFeasible(a, b);
    }

    /// Any payoff with what is settled, and the bounds: `x_i = v(i) + more than nothing`, or a difference of two.
    private Optional<List<Ratio>> payoff() {
        Ratio[][] a = new Ratio[settled.size()][bounded ? n : 2 * n];
        Ratio[] b = new Ratio[settled.size()];
        Ratio[] c = new Ratio[bounded ? n : 2 * n];
        for (int k = 0; k < settled.size(); k++) {
            BigInteger alone = bounded ? game.alone(settled.get(k)) : BigInteger.ZERO;
            b[k] = gets.get(k).minus(Ratio.of(alone));
            for (int i = 0; i < n; i++) {
                boolean in = (settled.get(k) >> i & 1) == 1;
                a[k][i] = in ? Ratio.ONE : Ratio.ZERO;
                if (!bounded) {
                    a[k][n + i] = in ? Ratio.of(-1) : Ratio.ZERO;
                }
            }
        }
        java.util.Arrays.fill(c, Ratio.ZERO);
        return ExactSimplex.maximise(a, b, c).map(optimum -> {
            List<Ratio> x = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                Ratio more = optimum.w().get(i);
                x.add(
                        bounded
                                ? more.plus(Ratio.of(game.value(1 << i)))
                                : more.minus(optimum.w().get(n + i)));
            }
            return x;
        });
    }
}
