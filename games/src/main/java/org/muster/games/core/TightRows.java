package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.lp.RationalSystem;

/// What the tight rows of a lexicographic solution say exactly: the point with its levels, and the weights of each
/// level.
///
/// A last few stages may have no tight rows: no coalition is left that counts, and players at their lower bound settle
/// the rest. Such a stage has no level of its own.
///
/// @param n      players
/// @param grand  what all get
/// @param alone  the lower bound of a player, asked for as a coalition of one
/// @param value  the right side of a row, without rounding
/// @param weight what the level counts in a row, without rounding
/// @param stages the levels that the solver found
record TightRows(
        int n,
        Fraction grand,
        LongFunction<Fraction> alone,
        Function<Cut, Fraction> value,
        Function<Cut, Fraction> weight,
        List<Stage> stages) {
    TightRows {
        stages = List.copyOf(stages);
    }

    /// The stages with a level, which come first.
    int levels() {
        return (int) stages.stream().filter(stage -> !stage.tight().isEmpty()).count();
    }

    /// Shares, then levels, from all tight rows.
    ///
    /// @throws ArithmeticException where the rows contradict each other
    List<Fraction> pointAndLevels() {
        RationalSystem system = new RationalSystem(n + levels());
        system.add(row(Sets.of(Coalitions.grand(n)), -1, Fraction.ZERO), grand);
        for (int k = 0; k < stages.size(); k++) {
            for (int i : stages.get(k).boundPlayers()) {
                system.add(row(Sets.of(1L << i), -1, Fraction.ZERO), alone.apply(1L << i));
            }
            for (Cut cut : stages.get(k).tight()) {
                system.add(row(Sets.of(cut), k, weight.apply(cut)), value.apply(cut));
            }
        }
        return system.solve()
                .orElseThrow(() -> new ArithmeticException("not proven: the tight rows contradict each other exactly"));
    }

    private List<Fraction> row(Sets sets, int level, Fraction inLevel) {
        List<Fraction> row = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            row.add(Fraction.of(sets.at(i)));
        }
        for (int k = 0; k < levels(); k++) {
            row.add(k == level ? inLevel : Fraction.ZERO);
        }
        return row;
    }

    /// The weights of a level's tight rows and then of its players at their bound, with which they lie in the span of
    /// what was settled before: `sum of weights * (row, weight in the level) + bounds - settled = (0, 1)`; where there
    /// are bounds only, their weights add up to 1.
    ///
    /// @throws ArithmeticException where there are none, or one is not above 0
    List<Fraction> weights(int level, List<Sets> settled) {
        Stage stage = stages.get(level);
        List<Sets> columns = new ArrayList<>();
        stage.tight().forEach(cut -> columns.add(Sets.of(cut)));
        stage.boundPlayers().forEach(i -> columns.add(Sets.of(1L << i)));
        int own = columns.size();
        columns.addAll(settled);
        RationalSystem system = new RationalSystem(columns.size());
        for (int i = 0; i < n; i++) {
            int player = i;
            system.add(
                    columns.stream().map(sets -> Fraction.of(sets.at(player))).toList(), Fraction.ZERO);
        }
        system.add(
                IntStream.range(0, columns.size())
                        .mapToObj(j -> normalising(stage, j, own))
                        .toList(),
                Fraction.ONE);
        List<Fraction> weights = system.solve()
                .orElseThrow(() -> new ArithmeticException(String.format(
                        Locale.ROOT, "not proven: the coalitions of level %d are not balanced", level + 1)));
        if (weights.subList(0, own).stream().anyMatch(w -> w.sign() <= 0)) {
            throw new ArithmeticException(
                    String.format(Locale.ROOT, "not proven: a weight of level %d is not above 0", level + 1));
        }
        return weights.subList(0, own);
    }

    private Fraction normalising(Stage stage, int column, int own) {
        int tight = stage.tight().size();
        if (column < tight) {
            return weight.apply(stage.tight().get(column));
        }
        return tight == 0 && column < own ? Fraction.ONE : Fraction.ZERO;
    }
}
