package org.muster.games.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.muster.games.Fraction;

/// The payoffs that are still possible once what some coalitions get is settled: `base + directions t`, in fractions.
///
/// @param base       one of them
/// @param directions independent, whole
/// @param settled    the coalitions that all of them give the same, independent; of pairs only the first of each
record PointsLeft(List<Fraction> base, List<List<Fraction>> directions, List<Long> settled) {
    PointsLeft {
        base = List.copyOf(base);
        directions = List.copyOf(directions);
        settled = List.copyOf(settled);
    }

    /// All payoffs that give all together so much.
    static PointsLeft efficient(int n, Fraction grand) {
        List<Fraction> base = new ArrayList<>(Collections.nCopies(n, Fraction.ZERO));
        base.set(n - 1, grand);
        List<List<Fraction>> directions = new ArrayList<>();
        for (int i = 0; i < n - 1; i++) {
            List<Fraction> direction = new ArrayList<>(Collections.nCopies(n, Fraction.ZERO));
            direction.set(i, Fraction.ONE);
            direction.set(n - 1, Fraction.of(-1));
            directions.add(direction);
        }
        return new PointsLeft(base, directions, List.of((1L << n) - 1));
    }

    /// What a coalition gets more along each direction.
    List<Fraction> along(long mask) {
        return along(Sets.of(mask));
    }

    /// What the first coalition gets more than the second along each direction.
    List<Fraction> along(Sets sets) {
        return directions.stream().map(direction -> sum(direction, sets)).toList();
    }

    /// Whether all of them give the coalition the same.
    boolean isSettled(long mask) {
        return isSettled(Sets.of(mask));
    }

    /// Whether all of them differ the same between two coalitions.
    boolean isSettled(Sets sets) {
        return directions.stream().allMatch(direction -> sum(direction, sets).isZero());
    }

    /// Those among them that give a coalition, which is not settled, so much.
    PointsLeft with(long mask, Fraction value) {
        return with(Sets.of(mask), value);
    }

    /// Those among them at which two coalitions, whose difference is not settled, differ by so much.
    PointsLeft with(Sets sets, Fraction value) {
        List<Fraction> along = along(sets);
        int pivot = 0;
        while (along.get(pivot).isZero()) {
            pivot++;
        }
        List<Fraction> out = directions.get(pivot);
        List<List<Fraction>> left = new ArrayList<>();
        for (int j = 0; j < along.size(); j++) {
            if (j != pivot) {
                Fraction step = along.get(j).over(along.get(pivot)).negated();
                left.add(whole(plus(directions.get(j), out, step)));
            }
        }
        Fraction step = value.minus(sum(base, sets)).over(along.get(pivot));
        List<Long> more = new ArrayList<>(settled);
        more.add(sets.plus());
        return new PointsLeft(plus(base, out, step), left, more);
    }

    /// `base + directions t`.
    List<Fraction> at(List<Fraction> t) {
        List<Fraction> x = base;
        for (int j = 0; j < directions.size(); j++) {
            x = plus(x, directions.get(j), t.get(j));
        }
        return x;
    }

    /// `x(plus) - x(minus)`.
    static Fraction sum(List<Fraction> x, Sets sets) {
        Fraction plus = sum(x, sets.plus());
        return sets.minus() == 0 ? plus : plus.minus(sum(x, sets.minus()));
    }

    /// `x(S)`.
    static Fraction sum(List<Fraction> x, long mask) {
        Fraction sum = Fraction.ZERO;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            Fraction part = x.get(Long.numberOfTrailingZeros(rest));
            sum = part.isZero() ? sum : sum.plus(part);
        }
        return sum;
    }

    private static List<Fraction> plus(List<Fraction> to, List<Fraction> direction, Fraction step) {
        List<Fraction> sum = new ArrayList<>(to);
        for (int i = 0; i < sum.size() && !step.isZero(); i++) {
            if (!direction.get(i).isZero()) {
                sum.set(i, sum.get(i).plus(direction.get(i).times(step)));
            }
        }
        return List.copyOf(sum);
    }

    private static List<Fraction> whole(List<Fraction> direction) {
        BigInteger common = BigInteger.ONE;
        for (Fraction part : direction) {
            common = common.divide(common.gcd(part.denominator())).multiply(part.denominator());
        }
        Fraction by = Fraction.of(common);
        return direction.stream().map(part -> part.times(by)).toList();
    }
}
