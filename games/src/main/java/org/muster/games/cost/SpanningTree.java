package org.muster.games.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// A minimum-cost spanning tree problem: players that must be connected to a source, directly or through each other.
///
/// @param costs symmetric, row and column 0 for the source, player `i` in row and column `i + 1`, not negative
public record SpanningTree(List<List<Fraction>> costs) {
    public SpanningTree {
        costs = costs.stream().map(List::copyOf).toList();
        int size = costs.size();
        if (size < 2) {
            throw new IllegalArgumentException("a spanning tree needs a source and at least one player");
        }
        for (int a = 0; a < size; a++) {
            if (costs.get(a).size() != size) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "row %d of the costs has %d entries instead of %d",
                        a,
                        costs.get(a).size(),
                        size));
            }
            for (int b = 0; b < a; b++) {
                if (!costs.get(a).get(b).equals(costs.get(b).get(a))) {
                    throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "the cost between %d and %d is not the same both ways", b, a));
                }
                if (costs.get(a).get(b).sign() < 0) {
                    throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "the cost between %d and %d is negative", b, a));
                }
            }
        }
    }

    public int players() {
        return costs.size() - 1;
    }

    /// Bird's rule: everyone pays the link through which the tree, grown from the source, reaches them; in the core.
    ///
    /// Ties go to the lowest player, then to the lowest player already in the tree. O(n^2).
    ///
    /// Source: C. G. Bird, *On cost allocation for a spanning tree*, 1976.
    public List<Fraction> bird() {
        int size = costs.size();
        List<Fraction> cheapest = new ArrayList<>(costs.getFirst());
        boolean[] reached = new boolean[size];
        reached[0] = true;
        for (int step = 1; step < size; step++) {
            int next = -1;
            for (int v = 1; v < size; v++) {
                if (!reached[v] && (next < 0 || cheapest.get(v).compareTo(cheapest.get(next)) < 0)) {
                    next = v;
                }
            }
            reached[next] = true;
            for (int v = 1; v < size; v++) {
                if (!reached[v]) {
                    cheapest.set(v, cheapest.get(v).min(costs.get(next).get(v)));
                }
            }
        }
        return List.copyOf(cheapest.subList(1, size));
    }

    /// The folk rule: the Shapley value of the irreducible game; everyone pays for each link of Kruskal's tree the
    /// fall in their obligation, 1 over the number of players in their part while it is not connected to the
    /// source, then 0.
    ///
    /// Source: V. Feltkamp, S. Tijs, S. Muto, *On the irreducible core and the equal remaining obligations rule of
    /// minimum cost spanning extension problems*, 1994; G. Bergantinos, J. J. Vidal-Puga, *A fair rule in minimum
    /// cost spanning tree problems*, 2007.
    public List<Fraction> folk() {
        int size = costs.size();
        List<Fraction> pays = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            pays.add(Fraction.ZERO);
        }
        int[] part = new int[size];
        Arrays.setAll(part, v -> v);
        for (int[] link : linksByCost()) {
            int a = part[link[0]];
            int b = part[link[1]];
            if (a != b) {
                Fraction cost = costs.get(link[0]).get(link[1]);
                Fraction after =
                        a == part[0] || b == part[0] ? Fraction.ZERO : Fraction.of(1, count(part, a) + count(part, b));
                for (int v = 1; v < size; v++) {
                    if (part[v] == a || part[v] == b) {
                        Fraction before = part[v] == part[0] ? Fraction.ZERO : Fraction.of(1, count(part, part[v]));
                        pays.set(v - 1, pays.get(v - 1).plus(cost.times(before.minus(after))));
                    }
                }
                for (int v = 0; v < size; v++) {
                    part[v] = part[v] == b ? a : part[v];
                }
            }
        }
        return pays;
    }

    private List<int[]> linksByCost() {
        List<int[]> links = new ArrayList<>();
        for (int a = 0; a < costs.size(); a++) {
            for (int b = a + 1; b < costs.size(); b++) {
                links.add(new int[] {a, b});
            }
        }
        links.sort(Comparator.comparing(link -> costs.get(link[0]).get(link[1])));
        return links;
    }

    private static long count(int[] part, int of) {
        return Arrays.stream(part).filter(p -> p == of).count();
    }

    /// The cost game: what it costs a coalition to connect itself without the players outside. O(s^2) a coalition;
    /// up to 32 players.
    public Game costGame() {
        boolean whole = true;
        double bound = 0;
        for (List<Fraction> row : costs) {
            for (Fraction cost : row) {
                double c = cost.doubleValue();
                whole &= c == Math.rint(c);
                bound = Math.max(bound, c * costs.size());
            }
        }
        return Game.streamedWhole(players(), whole ? bound : Double.NaN, costOf());
    }

    /// The same cost, one coalition at a time, for up to 62 players.
    public LongToDoubleFunction costOf() {
        int size = costs.size();
        if (size > 63) {
            throw new IllegalArgumentException("coalitions are taken of up to 62 players, not " + (size - 1));
        }
        double[][] c = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                c[a][b] = a == b ? 0 : costs.get(a).get(b).doubleValue();
            }
        }
        return mask -> treeCost(c, mask);
    }

    private static double treeCost(double[][] c, long mask) {
        double[] cheapest = c[0].clone();
        double sum = 0;
        for (long left = mask; left != 0; ) {
            int next = -1;
            for (long rest = left; rest != 0; rest &= rest - 1) {
                int i = Long.numberOfTrailingZeros(rest);
                if (next < 0 || cheapest[i + 1] < cheapest[next + 1]) {
                    next = i;
                }
            }
            sum += cheapest[next + 1];
            left &= ~(1L << next);
            for (long rest = left; rest != 0; rest &= rest - 1) {
                int i = Long.numberOfTrailingZeros(rest);
                cheapest[i + 1] = Math.min(cheapest[i + 1], c[next + 1][i + 1]);
            }
        }
        return sum;
    }
}
