package org.muster.games.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// The tau value: the efficient compromise between what a player can at most hope for, `M_i = v(N) - v(N - i)`, and
/// what a player can claim by paying all partners of some coalition what they hope for, `m_i`.
///
/// One pass for the minimal rights, O(2^n). Defined for quasi-balanced games: `m <= M` and `m(N) <= v(N) <= M(N)`.
///
/// Source: S. H. Tijs, *Bounds for the core and the tau-value*, 1981.
public final class Tau {
    /// Players up to whom values that doubles do not sum exactly are summed in fractions.
    private static final int MOST_IN_FRACTIONS = 14;

    private Tau() {}

    /// The value, or nothing where the game is not quasi-balanced.
    public static Optional<Answer> of(Game game) {
        int n = game.players();
        List<Fraction> utopia = Marginals.of(game).separable();
        boolean held = game.wholeBound() * (2.0 * n + 2) <= 0x1p53;
        boolean exact = held || n <= MOST_IN_FRACTIONS;
        List<Fraction> rights = held || !exact ? minimalRights(game, utopia) : minimalRightsInFractions(game, utopia);
        Fraction sumOfRights = rights.stream().reduce(Fraction.ZERO, Fraction::plus);
        Fraction sumOfUtopia = utopia.stream().reduce(Fraction.ZERO, Fraction::plus);
        Fraction grand = game.exactly(Coalitions.grand(n));
        for (int i = 0; i < n; i++) {
            if (rights.get(i).compareTo(utopia.get(i)) > 0) {
                return Optional.empty();
            }
        }
        if (sumOfRights.compareTo(grand) > 0 || grand.compareTo(sumOfUtopia) > 0) {
            return Optional.empty();
        }
        Fraction width = sumOfUtopia.minus(sumOfRights);
        Fraction step =
                width.isZero() ? Fraction.ZERO : grand.minus(sumOfRights).over(width);
        List<Fraction> values = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            values.add(rights.get(i).plus(utopia.get(i).minus(rights.get(i)).times(step)));
        }
        return Optional.of(
                exact
                        ? Answer.exact(values, 1)
                        : Answer.numerical(
                                values.stream()
                                        .mapToDouble(Fraction::doubleValue)
                                        .toArray(),
                                1e-12 * Math.max(1, Math.abs(game.grandValue())),
                                1,
                                0));
    }

    /// `m_i`: the largest over coalitions with `i` of `v(S) - M(S - i)`.
    private static List<Fraction> minimalRights(Game game, List<Fraction> utopia) {
        int n = game.players();
        double[] hope = utopia.stream().mapToDouble(Fraction::doubleValue).toArray();
        int low = Math.min(n, 11);
        double[] hopeOfLow = Coalitions.sums(hope, 0, low);
        double[] values = new double[1 << low];
        double[] bestByPattern = new double[1 << low];
        Arrays.fill(bestByPattern, Double.NEGATIVE_INFINITY);
        double[] best = new double[n];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (long high = 0; high < 1L << (n - low); high++) {
            game.read(high << low, values.length, values, 0);
            double hopeOfHigh = Coalitions.sum(hope, high << low);
            double most = raise(values, hopeOfLow, hopeOfHigh, bestByPattern);
            for (long rest = high; rest != 0; rest &= rest - 1) {
                int i = low + Long.numberOfTrailingZeros(rest);
                best[i] = Math.max(best[i], most);
            }
        }
        for (int pattern = 1; pattern < bestByPattern.length; pattern++) {
            for (int rest = pattern; rest != 0; rest &= rest - 1) {
                int i = Integer.numberOfTrailingZeros(rest);
                best[i] = Math.max(best[i], bestByPattern[pattern]);
            }
        }
        List<Fraction> rights = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            rights.add(Fraction.exactly(best[i]).plus(utopia.get(i)));
        }
        return rights;
    }

    private static List<Fraction> minimalRightsInFractions(Game game, List<Fraction> utopia) {
        int n = game.players();
        Fraction[] best = new Fraction[n];
        for (long mask = 1; mask < Coalitions.count(n); mask++) {
            Fraction claim = game.exactly(mask);
            for (int i : Coalitions.players(mask)) {
                claim = claim.minus(utopia.get(i));
            }
            for (int i : Coalitions.players(mask)) {
                Fraction right = claim.plus(utopia.get(i));
                best[i] = Long.bitCount(mask) == 1 ? right : best[i].max(right);
            }
        }
        return List.of(best);
    }

    private static double raise(double[] values, double[] hopeOfLow, double hopeOfHigh, double[] best) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < values.length; j++) {
            double claim = values[j] - hopeOfLow[j] - hopeOfHigh;
            best[j] = Math.max(best[j], claim);
            most = Math.max(most, claim);
        }
        return most;
    }
}
