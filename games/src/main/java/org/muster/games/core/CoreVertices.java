package org.muster.games.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.lp.RationalSystem;
import org.muster.games.lp.Span;

/// The extreme points of the core, for small games.
///
/// Every choice of `n - 1` coalitions that is independent together with the grand one gives one candidate, solved
/// exactly; those that no coalition objects to are extreme points. For 2 to 5 players: with more, the core has too
/// many to be read.
public final class CoreVertices {
    /// The most players for which the extreme points are listed.
    public static final int MOST_PLAYERS = 5;

    private CoreVertices() {}

    /// All extreme points, in the order of their first set of tight coalitions; none where the core is empty.
    public static List<List<Fraction>> of(Game game) {
        int n = game.players();
        if (n > MOST_PLAYERS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "extreme points of the core are listed for up to %d players, not %d",
                    MOST_PLAYERS,
                    n));
        }
        Set<List<Fraction>> found = new LinkedHashSet<>();
        Span span = new Span(n);
        span.add(Coalitions.grand(n));
        choose(game, 1, List.of(Coalitions.grand(n)), span, found);
        return List.copyOf(found);
    }

    private static void choose(Game game, long from, List<Long> tight, Span span, Set<List<Fraction>> found) {
        int n = game.players();
        if (span.isFull()) {
            List<Fraction> x = solve(game, tight);
            if (isInCore(game, x)) {
                found.add(x);
            }
            return;
        }
        for (long mask = from; mask < Coalitions.grand(n); mask++) {
            Span grown = span.copy();
            if (grown.add(mask)) {
                List<Long> more = new ArrayList<>(tight);
                more.add(mask);
                choose(game, mask + 1, more, grown, found);
            }
        }
    }

    private static List<Fraction> solve(Game game, List<Long> tight) {
        RationalSystem system = new RationalSystem(game.players());
        for (long mask : tight) {
            List<Fraction> row = new ArrayList<>();
            for (int i = 0; i < game.players(); i++) {
                row.add(Coalitions.has(mask, i) ? Fraction.ONE : Fraction.ZERO);
            }
            system.add(row, game.exactly(mask));
        }
        return system.solve().orElseThrow();
    }

    private static boolean isInCore(Game game, List<Fraction> x) {
        for (long mask = 1; mask < Coalitions.grand(game.players()); mask++) {
            Fraction sum = Fraction.ZERO;
            for (int i : Coalitions.players(mask)) {
                sum = sum.plus(x.get(i));
            }
            if (sum.compareTo(game.exactly(mask)) < 0) {
                return false;
            }
        }
        return true;
    }
}
