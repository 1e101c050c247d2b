package org.muster.games.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.muster.games.Coalitions;
import org.muster.games.Game;

/// A hierarchy in which players need the permission of superiors before they can work.
///
/// In the conjunctive form a player needs all superiors (and theirs); in the disjunctive form one superior, up to a
/// player that has none. A coalition is worth what its largest part that needs no outside permission is worth;
/// values of that game are permission values.
///
/// Source: R. P. Gilles, G. Owen, R. van den Brink, *Games with permission structures: the conjunctive approach*, 1992;
/// R. P. Gilles, G. Owen, *Cooperative games and disjunctive permission structures*, 1999.
///
/// @param superiors for each player the mask of the direct superiors, 0 for none
public record Permission(List<Long> superiors) {
    public Permission {
        superiors = List.copyOf(superiors);
        long all = (1L << superiors.size()) - 1;
        for (int i = 0; i < superiors.size(); i++) {
            if ((superiors.get(i) & ~all) != 0 || ((superiors.get(i) >>> i) & 1) != 0) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "the superiors of player %d are other players of the same game", i));
            }
        }
    }

    /// Whose permission counts.
    public enum Needs {
        ALL_SUPERIORS,
        ONE_SUPERIOR
    }

    /// The players who are superior to themselves through others; 0 in a hierarchy as it should be.
    ///
    /// Disjunctive permission never reaches them.
    public long inCircles() {
        long inCircles = 0;
        for (int i = 0; i < superiors.size(); i++) {
            long above = superiors.get(i);
            for (long known = 0; known != above; ) {
                known = above;
                for (long rest = known; rest != 0; rest &= rest - 1) {
                    above |= superiors.get(Long.numberOfTrailingZeros(rest));
                }
            }
            inCircles |= above & (1L << i);
        }
        return inCircles;
    }

    /// The largest part of a coalition that can work without permission from outside it.
    public long autonomous(long coalition, Needs needs) {
        long part = needs == Needs.ALL_SUPERIORS ? coalition : 0;
        while (true) {
            long next = needs == Needs.ALL_SUPERIORS ? shrink(part) : grow(part, coalition);
            if (next == part) {
                return part;
            }
            part = next;
        }
    }

    private long shrink(long part) {
        long kept = 0;
        for (long rest = part; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            if ((superiors.get(i) & ~part) == 0) {
                kept |= 1L << i;
            }
        }
        return kept;
    }

    private long grow(long part, long coalition) {
        long grown = part;
        for (long rest = coalition & ~part; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            if (superiors.get(i) == 0 || (superiors.get(i) & part) != 0) {
                grown |= 1L << i;
            }
        }
        return grown;
    }

    /// The game in which a coalition is worth what its autonomous part is worth.
    public Game restrict(Game game, Needs needs) {
        if (game.players() != superiors.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "a hierarchy of %d players for a game of %d", superiors.size(), game.players()));
        }
        return Game.streamedWhole(game.players(), game.wholeBound(), mask -> game.value(autonomous(mask, needs)));
    }

    /// Superiors as masks from lists.
    public static Permission of(int[]... superiors) {
        return new Permission(Arrays.stream(superiors).map(Coalitions::of).toList());
    }
}
