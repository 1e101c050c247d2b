package org.muster.games.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Label;
import org.muster.games.Undefined;
import org.muster.games.core.Nucleolus;
import org.muster.games.graph.Communication;
import org.muster.games.graph.Graph;
import org.muster.games.property.Properties;
import org.muster.games.value.Banzhaf;
import org.muster.games.value.Dividends;
import org.muster.games.value.DuttaRay;
import org.muster.games.value.Semivalue;
import org.muster.games.value.Shapley;
import org.muster.games.value.SizeSums;
import org.muster.games.value.UnionValue;

/// Concepts that need more than the game (unions, links, weights, permission), and those that look into it.
final class ExtraConcepts {
    private static final int MOST_LOOKED_AT = 24;

    private final Game game;
    private final Fraction unit;
    private final Extras extras;
    private final int threads;
    private final int n;
    private final List<Concept> concepts = new ArrayList<>();

    ExtraConcepts(Game game, Fraction unit, Extras extras, int threads) {
        this.game = game;
        this.unit = unit;
        this.extras = extras;
        this.threads = threads;
        this.n = game.players();
    }

    /// The concepts, with what their names begin with.
    List<Concept> named(String prefix) {
        if (prefix.isEmpty()) {
            duttaRay();
        }
        if (!extras.unions().isEmpty()) {
            List<Long> unions = extras.unions();
            add(prefix + "owen", true, () -> UnionValue.owen(game, unions));
            add(prefix + "banzhaf_owen", true, () -> UnionValue.banzhafOwen(game, unions));
            add(
                    prefix + "symmetric_coalitional_banzhaf",
                    true,
                    () -> UnionValue.symmetricCoalitionalBanzhaf(game, unions));
            add(prefix + "coalitional_solidarity", true, () -> UnionValue.coalitionalSolidarity(game, unions));
            add(prefix + "aumann_dreze", true, () -> UnionValue.aumannDreze(game, unions));
        }
        if (!extras.links().isEmpty()) {
            Graph graph = new Graph(n, extras.links());
            add(prefix + "myerson", true, () -> Communication.myerson(game, graph, threads));
            add(prefix + "position", graph.links().size() <= 22, () -> Communication.position(game, graph, threads));
        }
        if (!extras.weights().isEmpty()) {
            double[] weights = extras.weights().stream().mapToDouble(w -> w).toArray();
            add(prefix + "weighted_shapley", true, () -> Dividends.of(game).weightedShapley(weights));
        }
        if (!extras.semivalue().isEmpty()) {
            add(prefix + "semivalue", true, () -> Semivalue.of(SizeSums.of(game, threads), extras.semivalue()::get));
        }
        extras.hierarchy().ifPresent(hierarchy -> permission(prefix + "permission_", hierarchy));
        if (n <= 16) {
            concepts.add(new Concept(prefix + "harsanyi_dividends", false, this::dividends));
        }
        if (n <= 20) {
            concepts.add(
                    new Concept(prefix + "shapley_interaction", false, () -> pairs(Dividends::shapleyInteraction)));
            concepts.add(
                    new Concept(prefix + "banzhaf_interaction", false, () -> pairs(Dividends::banzhafInteraction)));
        }
        return concepts;
    }

    /// Values of the game in which a coalition is worth what its part with permission is worth.
    private void permission(String prefix, Extras.Hierarchy hierarchy) {
        Game restricted = hierarchy.permission().restrict(game, hierarchy.needs());
        add(prefix + "shapley", true, () -> Shapley.of(restricted, threads));
        add(prefix + "banzhaf", true, () -> Banzhaf.of(restricted, threads));
        if (prefix.equals("permission_")) {
            add(prefix + "nucleolus", n <= 20, () -> Nucleolus.of(restricted, threads));
        }
    }

    private void add(String name, boolean byDefault, Supplier<Answer> solve) {
        concepts.add(new Concept(name, byDefault, () -> Outcome.of(solve.get().times(unit))));
    }

    /// The rule is one for convex games: of others it need not even find a core point.
    private void duttaRay() {
        add("dutta_ray", n <= 16 && isConvex(), () -> {
            if (n > MOST_LOOKED_AT) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "that the game is convex, as this rule needs, is looked at up to %d players",
                        MOST_LOOKED_AT));
            }
            Properties.Finding convex = Properties.of(game).convex();
            if (convex.verdict() != Properties.Verdict.HOLDS) {
                throw new Undefined("the rule is one for convex games, and here " + convex.sentence());
            }
            return DuttaRay.of(game);
        });
    }

    private boolean isConvex() {
        return Properties.of(game).convex().verdict() == Properties.Verdict.HOLDS;
    }

    private Label rounded() {
        return new Label.Numerical(1e-12 * Math.max(1, Math.abs(game.grandValue())) * unit.doubleValue());
    }

    private Outcome dividends() {
        List<Double> all = new ArrayList<>();
        for (double d : Dividends.of(game).all()) {
            all.add(d * unit.doubleValue() + 0.0);
        }
        return Outcome.of(new Value.OfCoalitions(all), rounded(), 1, 0);
    }

    private interface PairIndex {
        double of(Dividends dividends, long pair);
    }

    private Outcome pairs(PairIndex index) {
        Dividends dividends = Dividends.of(game);
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(i == j ? 0 : index.of(dividends, Coalitions.of(i, j)) * unit.doubleValue());
            }
            rows.add(row);
        }
        return Outcome.of(new Value.OfPairs(rows), rounded(), 1, 0);
    }
}
