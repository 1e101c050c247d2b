package org.muster.games.structure;

import java.util.Arrays;
import java.util.List;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.lp.CutLp;

/// The cheapest prices at which every coalition that may form gets at least its worth, by row generation over a scan.
final class Prices {
    /// How far below its worth a coalition may be priced, in parts of the game's scale.
    private static final double TOLERANCE = 1e-9;

    private final ColumnScan scan;
    private final Game game;
    private final int n;
    private final double[] prices;
    private double scale = Double.MIN_NORMAL;
    private double shortfall;
    private int rounds;

    private Prices(ColumnScan scan) {
        this.scan = scan;
        this.game = scan.game();
        this.n = game.players();
        this.prices = new double[n];
    }

    static Prices cheapest(ColumnScan scan) {
        Prices prices = new Prices(scan);
        prices.solve();
        return prices;
    }

    /// The first pass is made at what everybody is worth alone: it tells how large the values are that come into the
    /// programs, which are solved in parts of that.
    private void solve() {
        for (int i = 0; i < n; i++) {
            prices[i] = game.value(1L << i);
            scale = Math.max(scale, Math.abs(prices[i]));
        }
        List<ColumnScan.Column> broken = broken();
        for (ColumnScan.Column column : broken) {
            scale = Math.max(scale, Math.abs(column.value()));
        }
        CutLp lp = started();
        do {
            for (ColumnScan.Column column : broken) {
                double[] row = new double[n];
                for (int i : Coalitions.players(column.coalition())) {
                    row[i] = 1;
                }
                lp.add(row, column.value() / scale, false);
            }
            lp.solve();
            double[] y = lp.solution();
            for (int i = 0; i < n; i++) {
                prices[i] = y[i] * scale;
            }
            broken = broken();
        } while (shortfall > TOLERANCE * scale);
    }

    private List<ColumnScan.Column> broken() {
        rounds++;
        List<ColumnScan.Column> broken = scan.broken(prices, 30 + 4 * n);
        shortfall = broken.isEmpty() ? 0 : -broken.getFirst().cost();
        return broken;
    }

    private CutLp started() {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        CutLp lp = new CutLp(ones);
        int[] basis = new int[n];
        for (int i = 0; i < n; i++) {
            long alone = 1L << i;
            double[] row = new double[n];
            row[i] = 1;
            // A single player that may not stay alone is a column too dear to be used while there is another.
            basis[i] = lp.add(row, scan.conditions().allow(alone) ? game.value(alone) / scale : -1000, false);
        }
        lp.start(basis);
        return lp;
    }

    /// What a coalition pays.
    double of(long coalition) {
        return Coalitions.sum(prices, coalition);
    }

    /// What all players pay together: no partition is worth more, up to the shortfall of each of its parts.
    double bound() {
        return of(Coalitions.grand(n));
    }

    /// How far below its worth a coalition is priced at the most: rounding, since the programs are solved in doubles.
    double shortfall() {
        return shortfall;
    }

    /// One per player; the reader must not write to it.
    double[] array() {
        return prices;
    }

    /// The largest of values and prices.
    double largest() {
        double largest = scale;
        for (double price : prices) {
            largest = Math.max(largest, Math.abs(price));
        }
        return largest;
    }

    /// The size of the values: what is far below it is rounding.
    double scale() {
        return scale;
    }

    /// Passes over all coalitions. Before each but the first a linear program was solved.
    int rounds() {
        return rounds;
    }
}
