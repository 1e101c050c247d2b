package org.muster.games.graph;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Parallel;
import org.muster.games.value.Shapley;

/// Values of games whose players can only work together along the links of a graph.
public final class Communication {
    private Communication() {}

    /// As [#myerson(Game, Graph, int)], on all processors.
    public static Answer myerson(Game game, Graph graph) {
        return myerson(game, graph, Parallel.processors());
    }

    /// Myerson's value: the Shapley value of the game restricted to connected parts.
    ///
    /// Source: R. B. Myerson, *Graphs and cooperation in games*, 1977.
    public static Answer myerson(Game game, Graph graph, int threads) {
        return Shapley.of(graph.restrict(game), threads);
    }

    /// As [#position(Game, Graph, int)], on all processors.
    public static Answer position(Game game, Graph graph) {
        return position(game, graph, Parallel.processors());
    }

    /// The position value: every link earns its Shapley value in the link game and shares it between its two ends.
    ///
    /// Source: P. Borm, G. Owen, S. Tijs, *On the position value for communication situations*, 1992; values alone are
    /// added.
    public static Answer position(Game game, Graph graph, int threads) {
        int n = game.players();
        double[] values = new double[n];
        List<Fraction> exact = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            values[i] = game.value(1L << i);
            exact.add(Fraction.exactly(values[i]));
        }
        if (graph.links().isEmpty()) {
            return Answer.exact(exact, 0);
        }
        Answer links = Shapley.of(graph.linkGame(game), threads);
        for (int e = 0; e < graph.links().size(); e++) {
            Graph.Link link = graph.links().get(e);
            double half = links.values().get(e) / 2;
            values[link.a()] += half;
            values[link.b()] += half;
            if (links.fractions().isPresent()) {
                Fraction part = links.fractions().get().get(e).over(2);
                exact.set(link.a(), exact.get(link.a()).plus(part));
                exact.set(link.b(), exact.get(link.b()).plus(part));
            }
        }
        return links.fractions().isPresent()
                ? Answer.exact(exact, 1)
                : Answer.numerical(values, 1e-11 * Math.max(1, Math.abs(game.grandValue())), 1, 0);
    }
}
