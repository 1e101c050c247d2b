package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.lp.RationalSystem;

/// What the tight rows of a lexicographic solution say exactly: the point with its levels, and the weights of each
/// level.
///
/// @param n      players
/// @param grand  what all get
/// @param alone  the lower bound of a player, asked for as a coalition of one
/// @param stages the levels that the floating-point solver found
record TightRows(int n, Fraction grand, LongFunction<Fraction> alone, List<Stage> stages) {
    TightRows {
        stages = List.copyOf(stages);
    }

    /// Shares, then levels, from all tight rows.
    ///
    /// @throws ArithmeticException where the rows contradict each other
    List<Fraction> pointAndLevels() {
        RationalSystem system = new RationalSystem(n + stages.size());
        system.add(row(Sets.of(Coalitions.grand(n)), -1, Fraction.ZERO), grand);
        for (int k = 0; k < stages.size(); k++) {
            for (int i : stages.get(k).boundPlayers()) {
                system.add(row(Sets.of(1L << i), -1, Fraction.ZERO), alone.apply(1L << i));
            }
            for (Cut cut : stages.get(k).tight()) {
                system.add(row(Sets.of(cut), k, Fraction.exactly(cut.weight())), Fraction.exactly(cut.value()));
            }
        }
        return system.solve()
                .orElseThrow(() -> new ArithmeticException("not proven: the tight rows contradict each other exactly"));
    }

    private List<Fraction> row(Sets sets, int level, Fraction weight) {
        List<Fraction> row = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            row.add(Fraction.of(sets.at(i)));
        }
        for (int k = 0; k < stages.size(); k++) {
            row.add(k == level ? weight : Fraction.ZERO);
        }
        return row;
    }

    /// The weights of a level's tight rows and then of its players at their bound, with which they lie in the span of
    /// what was settled before: `sum of weights * (row, weight in the level) + bounds - settled = (0, 1)`.
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
        int tight = stage.tight().size();
        system.add(
                IntStream.range(0, columns.size())
                        .mapToObj(j -> j < tight
                                ? Fraction.exactly(stage.tight().get(j).weight())
                                : Fraction.ZERO)
                        .toList(),
                Fraction.ONE);
        List<Fraction> weights = system.solve()
                .orElseThrow(() -> new ArithmeticException(
                        "not proven: the coalitions of level %d are not balanced".formatted(level + 1)));
        if (weights.subList(0, own).stream().anyMatch(w -> w.sign() <= 0)) {
            throw new ArithmeticException("not proven: a weight of level %d is not above 0".formatted(level + 1));
        }
        return weights.subList(0, own);
    }
}
