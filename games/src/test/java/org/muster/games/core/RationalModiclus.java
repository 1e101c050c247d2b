package org.muster.games.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// The modiclus by definition and in fractions: one linear program a level over all pairs of coalitions, solved by
/// a dictionary simplex with Bland's rule; rows with a positive price hold with equality from then on. For four
/// players or so.
final class RationalModiclus {
    private static final Fraction FAR = Fraction.of(1_000_000);
    private static final Fraction FARTHER = Fraction.of(1_000_000_000);

    private final Game game;
    private final int n;
    /// Points that are still possible: `base + directions t`.
    private Fraction[] base;
    private final List<Fraction[]> directions = new ArrayList<>();

    private RationalModiclus(Game game) {
        this.game = game;
        this.n = game.players();
        this.base = zeros(n);
        base[n - 1] = Fraction.exactly(game.grandValue());
        for (int i = 0; i < n - 1; i++) {
            Fraction[] direction = zeros(n);
            direction[i] = Fraction.ONE;
            direction[n - 1] = Fraction.of(-1);
            directions.add(direction);
        }
    }

    static List<Fraction> of(Game game) {
        RationalModiclus solver = new RationalModiclus(game);
        while (!solver.directions.isEmpty()) {
            solver.level();
        }
        return List.of(solver.base);
    }

    private static Fraction[] zeros(int n) {
        Fraction[] zeros = new Fraction[n];
        Arrays.fill(zeros, Fraction.ZERO);
        return zeros;
    }

    /// `slope t + e >= least`.
    private record Row(Fraction[] slope, Fraction least) {}

    private static Fraction difference(Fraction[] x, long s, long t) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = Coalitions.has(s, i) ? sum.plus(x[i]) : sum;
            sum = Coalitions.has(t, i) ? sum.minus(x[i]) : sum;
        }
        return sum;
    }

    private void level() {
        List<Row> rows = new ArrayList<>();
        for (long s = 0; s < Coalitions.count(n); s++) {
            for (long t = 0; t < Coalitions.count(n); t++) {
                Fraction[] slope = new Fraction[directions.size()];
                boolean fixed = true;
                for (int j = 0; j < slope.length; j++) {
                    slope[j] = difference(directions.get(j), s, t);
                    fixed &= slope[j].isZero();
                }
                if (!fixed) {
                    rows.add(new Row(
                            slope,
                            Fraction.exactly(game.value(s) - game.value(t)).minus(difference(base, s, t))));
                }
            }
        }
        Simplex simplex = new Simplex(rows);
        Fraction level = simplex.solve();
        // rows with a price, in the coordinates before any of them is taken out
        List<Fraction[]> left = new ArrayList<>();
        for (Row row : simplex.priced()) {
            Fraction[] equation = Arrays.copyOf(row.slope(), row.slope().length + 1);
            equation[row.slope().length] = row.least().minus(level);
            left.add(equation);
        }
        take(left);
    }

    /// Takes the equations `slope t = right side` out of the directions.
    private void take(List<Fraction[]> equations) {
        for (int e = 0; e < equations.size(); e++) {
            Fraction[] equation = equations.get(e);
            int pivot = 0;
            while (pivot < directions.size() && equation[pivot].isZero()) {
                pivot++;
            }
            if (pivot == directions.size()) {
                continue;
            }
            Fraction[] out = directions.get(pivot);
            Fraction by = equation[pivot];
            Fraction right = equation[directions.size()].over(by);
            for (int i = 0; i < n; i++) {
                base[i] = base[i].plus(out[i].times(right));
            }
            for (int j = 0; j < directions.size(); j++) {
                for (int i = 0; i < n && j != pivot; i++) {
                    directions.get(j)[i] =
                            directions.get(j)[i].minus(out[i].times(equation[j]).over(by));
                }
            }
            directions.remove(pivot);
            for (int later = e + 1; later < equations.size(); later++) {
                equations.set(later, without(equations.get(later), equation, pivot));
            }
        }
    }

    private static Fraction[] without(Fraction[] equation, Fraction[] known, int pivot) {
        Fraction factor = equation[pivot].over(known[pivot]);
        List<Fraction> kept = new ArrayList<>();
        for (int j = 0; j < equation.length; j++) {
            if (j != pivot) {
                kept.add(equation[j].minus(factor.times(known[j])));
            }
        }
        return kept.toArray(Fraction[]::new);
    }

    /// The largest `f = FARTHER - e` with `t = u - FAR`, `u, f >= 0`.
    private static final class Simplex {
        private final List<Row> rows;
        private final int unknowns;
        private final Fraction[][] of;
        private final Fraction[] constant;
        private final Fraction[] gain;
        private final int[] basic;
        private final int[] free;
        private Fraction value = Fraction.ZERO;

        Simplex(List<Row> rows) {
            this.rows = rows;
            this.unknowns = rows.getFirst().slope().length + 1;
            this.of = new Fraction[rows.size()][];
            this.constant = new Fraction[rows.size()];
            this.gain = zeros(unknowns);
            gain[unknowns - 1] = Fraction.ONE;
            this.basic = new int[rows.size()];
            this.free = new int[unknowns];
            for (int j = 0; j < unknowns; j++) {
                free[j] = j;
            }
            for (int r = 0; r < rows.size(); r++) {
                Row row = rows.get(r);
                basic[r] = unknowns + r;
                of[r] = Arrays.copyOf(row.slope(), unknowns);
                of[r][unknowns - 1] = Fraction.of(-1);
                constant[r] = FARTHER.minus(row.least());
                for (Fraction slope : row.slope()) {
                    constant[r] = constant[r].minus(slope.times(FAR));
                }
            }
        }

        Fraction solve() {
            while (true) {
                int entering = -1;
                for (int j = 0; j < unknowns; j++) {
                    if (gain[j].sign() > 0 && (entering < 0 || free[j] < free[entering])) {
                        entering = j;
                    }
                }
                if (entering < 0) {
                    return FARTHER.minus(value);
                }
                pivot(leaving(entering), entering);
            }
        }

        private int leaving(int entering) {
            int leaving = -1;
            Fraction least = Fraction.ZERO;
            for (int r = 0; r < of.length; r++) {
                if (of[r][entering].sign() < 0) {
                    Fraction ratio = constant[r].over(of[r][entering].negated());
                    int compared = leaving < 0 ? -1 : ratio.compareTo(least);
                    if (compared < 0 || (compared == 0 && basic[r] < basic[leaving])) {
                        leaving = r;
                        least = ratio;
                    }
                }
            }
            return leaving;
        }

        private void pivot(int r, int j) {
            Fraction by = of[r][j];
            Fraction[] row = new Fraction[unknowns];
            for (int k = 0; k < unknowns; k++) {
                row[k] = k == j ? Fraction.ONE.over(by) : of[r][k].over(by).negated();
            }
            Fraction start = constant[r].over(by).negated();
            for (int q = 0; q < of.length; q++) {
                Fraction factor = of[q][j];
                if (q != r && !factor.isZero()) {
                    replace(of[q], factor, row, j);
                    constant[q] = constant[q].plus(factor.times(start));
                }
            }
            Fraction factor = gain[j];
            replace(gain, factor, row, j);
            value = value.plus(factor.times(start));
            of[r] = row;
            constant[r] = start;
            int left = basic[r];
            basic[r] = free[j];
            free[j] = left;
        }

        private static void replace(Fraction[] target, Fraction factor, Fraction[] row, int j) {
            for (int k = 0; k < row.length; k++) {
                target[k] = k == j ? factor.times(row[k]) : target[k].plus(factor.times(row[k]));
            }
        }

        /// The rows with a price: they hold with equality in every optimum.
        List<Row> priced() {
            List<Row> priced = new ArrayList<>();
            for (int j = 0; j < unknowns; j++) {
                if (free[j] >= unknowns && gain[j].sign() < 0) {
                    priced.add(rows.get(free[j] - unknowns));
                }
            }
            return priced;
        }
    }
}
