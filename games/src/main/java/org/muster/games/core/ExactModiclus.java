package org.muster.games.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.lp.WholeProgram;

/// The modiclus in fractions, for up to 7 players: where floating point cannot tell.
///
/// One program a level over all pairs of coalitions. Of pairs with the same difference of indicator vectors only
/// the one with the largest difference of values can bind, which leaves `3^n` rows of `4^n`.
final class ExactModiclus {
    /// The most players.
    static final int MOST_PLAYERS = 7;

    private static final long MOST_STEPS = 60_000;

    /// A pair, and the difference of its values.
    private record Row(Sets pair, Fraction value) {}

    private final Game game;
    private final int n;
    private final Collection<Row> rows;
    private final List<Stage> stages = new ArrayList<>();
    private PointsLeft left;
    private List<Fraction> x;
    private long steps;

    private ExactModiclus(Game game) {
        this.game = game;
        this.n = game.players();
        this.rows = rows();
        this.left = PointsLeft.efficient(n, game.exactly(Coalitions.grand(n)));
        this.x = left.base();
    }

    /// The point with the levels that settle it.
    record Found(List<Fraction> x, List<Stage> stages) {}

    /// @throws ArithmeticException where it takes too many steps
    static Found of(Game game) {
        ExactModiclus solver = new ExactModiclus(game);
        while (!solver.left.directions().isEmpty()) {
            solver.level();
        }
        return new Found(solver.x, List.copyOf(solver.stages));
    }

    private Collection<Row> rows() {
        Map<Sets, Row> largest = new LinkedHashMap<>();
        for (long plus = 0; plus < Coalitions.count(n); plus++) {
            for (long minus = 0; minus < Coalitions.count(n); minus++) {
                if (plus != minus) {
                    Row row = new Row(new Sets(plus, minus), game.exactly(plus).minus(game.exactly(minus)));
                    largest.merge(
                            new Sets(plus & ~minus, minus & ~plus),
                            row,
                            (a, b) -> a.value().compareTo(b.value()) >= 0 ? a : b);
                }
            }
        }
        return largest.values();
    }

    private void level() {
        List<Row> outside =
                rows.stream().filter(row -> !left.isSettled(row.pair())).toList();
        WholeProgram program = new WholeProgram(left.directions().size() + 1, MOST_STEPS - steps);
        for (Row row : outside) {
            List<Fraction> coefficients = new ArrayList<>(left.along(row.pair()));
            coefficients.add(Fraction.ONE);
            program.add(coefficients, row.value().minus(PointsLeft.sum(left.base(), row.pair())));
        }
        // every pair stands beside its opposite, so the level has a lower bound
        WholeProgram.Optimum optimum = program.solve().orElseThrow();
        steps += program.steps();
        x = left.at(optimum.y());
        List<Cut> tight = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int k = 0; k < outside.size(); k++) {
            Fraction weight = optimum.weights().get(k);
            Sets pair = outside.get(k).pair();
            if (weight.sign() > 0) {
                tight.add(new Cut(
                        pair.plus(), pair.minus(), outside.get(k).value().doubleValue(), 1));
                weights.add(weight.doubleValue());
                if (!left.isSettled(pair)) {
                    left = left.with(pair, PointsLeft.sum(x, pair));
                }
            }
        }
        stages.add(new Stage(optimum.y().getLast().doubleValue(), tight, weights, List.of()));
    }
}
