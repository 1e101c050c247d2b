package org.muster.games.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.TableGame;

/// Values of a game whose players have formed unions beforehand: first the unions bargain, then each divides inside.
///
/// For every union `B` the inner game is `w(T) = the value that T would get among the unions in place of B`; the inner
/// rule divides `w(B)`. Two rules outside times three inside:
///
/// | | inside Shapley | inside Banzhaf | inside solidarity |
/// |---|---|---|---|
/// | outside Shapley | Owen value | - | coalitional solidarity |
/// | outside Banzhaf | symmetric coalitional Banzhaf | Banzhaf-Owen | - |
///
/// The sum over unions of `2^(unions - 1 + size)` values are read. Exact where the game is whole.
///
/// Sources: G. Owen, *Values of games with a priori unions*, 1977, and *Modification of the Banzhaf-Coleman index for
/// games with a priori unions*, 1982; J. M. Alonso-Meijide, M. G. Fiestras-Janeiro, *Modification of the Banzhaf value
/// for games with a coalition structure*, 2002; E. Calvo, E. Gutierrez, *Solidarity in games with a coalition
/// structure*, 2010.
public final class UnionValue {
    /// A rule by which unions bargain or divide.
    public enum Rule {
        SHAPLEY,
        BANZHAF,
        SOLIDARITY
    }

    private UnionValue() {}

    public static Answer owen(Game game, List<Long> unions) {
        return of(game, unions, Rule.SHAPLEY, Rule.SHAPLEY);
    }

    public static Answer banzhafOwen(Game game, List<Long> unions) {
        return of(game, unions, Rule.BANZHAF, Rule.BANZHAF);
    }

    public static Answer symmetricCoalitionalBanzhaf(Game game, List<Long> unions) {
        return of(game, unions, Rule.BANZHAF, Rule.SHAPLEY);
    }

    public static Answer coalitionalSolidarity(Game game, List<Long> unions) {
        return of(game, unions, Rule.SHAPLEY, Rule.SOLIDARITY);
    }

    /// The value with the given rules.
    ///
    /// @param unions  disjoint coalitions that hold every player
    /// @param outside [Rule#SHAPLEY] or [Rule#BANZHAF]
    /// @throws IllegalArgumentException where the unions are no partition of the players
    public static Answer of(Game game, List<Long> unions, Rule outside, Rule inside) {
        requirePartition(unions, game.players());
        boolean whole = sumsAreExact(game);
        List<Fraction> exact = new ArrayList<>();
        double[] values = new double[game.players()];
        for (int i = 0; i < values.length; i++) {
            exact.add(Fraction.ZERO);
        }
        for (int k = 0; k < unions.size(); k++) {
            List<Integer> members = Coalitions.players(unions.get(k));
            Inner inner = Inner.of(game, unions, k, outside, whole);
            Answer division = inner.divide(inside);
            for (int m = 0; m < members.size(); m++) {
                values[members.get(m)] = division.values().get(m);
                int at = m;
                int player = members.get(m);
                division.fractions().ifPresent(f -> exact.set(player, f.get(at)));
            }
        }
        double scale = Math.max(1, Math.abs(game.grandValue()));
        return whole ? Answer.exact(exact, 0) : Answer.numerical(values, 1e-11 * scale, 0, 0);
    }

    /// Whether sums of as many values as there are coalitions stay among the whole numbers that doubles hold.
    private static boolean sumsAreExact(Game game) {
        return Math.scalb(game.wholeBound(), game.players() + 1) <= 0x1p53;
    }

    static void requirePartition(List<Long> unions, int n) {
        long seen = 0;
        for (long union : unions) {
            if (union == 0 || (union & seen) != 0 || (union & ~Coalitions.grand(n)) != 0) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "unions hold each of the %d players exactly once; union %s breaks that",
                        n,
                        Coalitions.players(union)));
            }
            seen |= union;
        }
        if (seen != Coalitions.grand(n)) {
            throw new IllegalArgumentException(
                    "unions hold every player; missing: " + Coalitions.players(Coalitions.grand(n) & ~seen));
        }
    }

    /// The game inside one union, by number of unions outside: values summed for each number, weighed at the end.
    private record Inner(int members, int others, List<double[]> gains, Rule outside, boolean whole) {
        static Inner of(Game game, List<Long> unions, int k, Rule outside, boolean whole) {
            long union = unions.get(k);
            int others = unions.size() - 1;
            int size = Long.bitCount(union);
            List<double[]> gains = new ArrayList<>();
            for (int r = 0; r <= others; r++) {
                gains.add(new double[1 << size]);
            }
            List<Integer> members = Coalitions.players(union);
            for (long pick = 0; pick < 1L << others; pick++) {
                long outer = 0;
                for (int u = 0; u < others; u++) {
                    if (Coalitions.has(pick, u)) {
                        outer |= unions.get(u < k ? u : u + 1);
                    }
                }
                double base = game.value(outer);
                double[] sums = gains.get(Long.bitCount(pick));
                for (int t = 1; t < sums.length; t++) {
                    sums[t] += game.value(outer | spread(t, members)) - base;
                }
            }
            return new Inner(size, others, gains, outside, whole);
        }

        private static long spread(int pattern, List<Integer> members) {
            long mask = 0;
            for (int rest = pattern; rest != 0; rest &= rest - 1) {
                mask |= 1L << members.get(Integer.numberOfTrailingZeros(rest));
            }
            return mask;
        }

        /// The inner rule is linear, so it divides the sums for each number of outside unions separately.
        Answer divide(Rule inside) {
            double[] values = new double[members];
            List<Fraction> exact = new ArrayList<>();
            for (int i = 0; i < members; i++) {
                exact.add(Fraction.ZERO);
            }
            for (int r = 0; r <= others; r++) {
                Fraction weight =
                        outside == Rule.SHAPLEY ? Shapley.weight(r, others + 1) : Fraction.ONE.over(1L << others);
                Answer part = inner(TableGame.of(gains.get(r)), inside);
                for (int i = 0; i < members; i++) {
                    values[i] += weight.doubleValue() * part.values().get(i);
                    if (whole) {
                        exact.set(
                                i,
                                exact.get(i)
                                        .plus(part.fractions()
                                                .orElseThrow()
                                                .get(i)
                                                .times(weight)));
                    }
                }
            }
            return whole ? Answer.exact(exact, 0) : Answer.numerical(values, 0, 0, 0);
        }

        private static Answer inner(Game game, Rule inside) {
            SizeSums sums = SizeSums.of(game, 1);
            return switch (inside) {
                case SHAPLEY -> Shapley.of(sums);
                case BANZHAF -> Banzhaf.absolute(sums);
                case SOLIDARITY -> Solidarity.of(sums);
            };
        }
    }

    /// The Aumann-Dreze value: every coalition of the structure divides what it gets on its own by Shapley.
    ///
    /// Source: R. J. Aumann, J. H. Dreze, *Cooperative games with coalition structures*, 1974.
    public static Answer aumannDreze(Game game, List<Long> structure) {
        requirePartition(structure, game.players());
        double[] values = new double[game.players()];
        List<Fraction> exact = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            exact.add(Fraction.ZERO);
        }
        boolean whole = sumsAreExact(game);
        for (long union : structure) {
            List<Integer> members = Coalitions.players(union);
            double[] inner = new double[1 << members.size()];
            for (int t = 1; t < inner.length; t++) {
                inner[t] = game.value(Inner.spread(t, members));
            }
            Answer division = Shapley.of(TableGame.wrapping(inner), 1);
            for (int m = 0; m < members.size(); m++) {
                values[members.get(m)] = division.values().get(m);
                if (whole) {
                    exact.set(members.get(m), division.fractions().orElseThrow().get(m));
                }
            }
        }
        double scale = Math.max(1, Math.abs(game.grandValue()));
        return whole ? Answer.exact(exact, 0) : Answer.numerical(values, 1e-12 * scale, 0, 0);
    }
}
