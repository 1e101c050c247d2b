package org.muster.games.cost;

import org.muster.games.Game;
import org.muster.games.TableGame;

/// An assignment game: buyers and sellers, and what each pair is worth if it trades; a coalition is worth its best
/// matching.
///
/// Players are the buyers first, then the sellers.
///
/// Source: L. S. Shapley, M. Shubik, *The assignment game I: the core*, 1971.
public final class Assignment {
    private Assignment() {}

    /// The game as a table: the best matching with the lowest buyer unmatched or matched to each seller, so that
    /// O(sellers 2^n) time suffices. Up to 26 players.
    ///
    /// @param worth one row per buyer, one column per seller, not negative
    public static Game game(double[][] worth) {
        int buyers = worth.length;
        int sellers = buyers == 0 ? 0 : worth[0].length;
        int n = buyers + sellers;
        if (n < 1 || n > 26) {
            throw new IllegalArgumentException("an assignment game is kept for 1 to 26 players, not " + n);
        }
        double[] values = new double[1 << n];
        int buyerMask = (1 << buyers) - 1;
        for (int mask = 1; mask < values.length; mask++) {
            int in = mask & buyerMask;
            if (in == 0) {
                continue;
            }
            int buyer = Integer.numberOfTrailingZeros(in);
            int without = mask & ~(1 << buyer);
            double best = values[without];
            for (int rest = mask >>> buyers; rest != 0; rest &= rest - 1) {
                int seller = Integer.numberOfTrailingZeros(rest);
                best = Math.max(best, worth[buyer][seller] + values[without & ~(1 << (buyers + seller))]);
            }
            values[mask] = best;
        }
        return TableGame.wrapping(values);
    }
}
