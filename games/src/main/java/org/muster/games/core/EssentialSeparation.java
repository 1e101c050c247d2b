package org.muster.games.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Coalitions;

/// A game with a core that is not empty, of which the coalitions that matter are few and known: all their rows stand in
/// the programs from the start, for up to 62 players.
///
/// At a core point a coalition that is worth no more than its parts apart is never the worst off, so the nucleolus over
/// the others is the nucleolus.
///
/// Sources: G. Huberman, *The nucleolus and the essential coalitions*, 1980; for assignment games (everyone alone and
/// mixed pairs) T. Solymosi, T. E. S. Raghavan, *An algorithm for finding the nucleolus of assignment games*, 1994.
final class EssentialSeparation implements Separation {
    private final int n;
    private final LongToDoubleFunction value;
    private final List<Long> essential;
    private final CoalitionRows rows;

    /// @param players   2 to 62
    /// @param value     of a coalition
    /// @param essential all coalitions that are worth more than any partition of them, and every player alone
    EssentialSeparation(int players, LongToDoubleFunction value, List<Long> essential) {
        if (players < 2 || players > 62) {
            throw new IllegalArgumentException("essential coalitions are taken of 2 to 62 players, not " + players);
        }
        this.n = players;
        this.value = value;
        this.essential = List.copyOf(essential);
        this.rows = new CoalitionRows(players, value);
    }

    @Override
    public int players() {
        return n;
    }

    @Override
    public double grand() {
        return value.applyAsDouble(Coalitions.grand(n));
    }

    @Override
    public List<Cut> seeds() {
        List<Cut> seeds = new ArrayList<>();
        for (long coalition : essential) {
            if (coalition != Coalitions.grand(n)) {
                seeds.add(rows.of(coalition));
            }
        }
        return seeds;
    }

    @Override
    public Cut opposite(Cut cut) {
        return rows.opposite(cut);
    }

    /// None: all rows are at hand.
    @Override
    public List<Cut> broken(double[] x, List<Level> levels, double tolerance, int most) {
        return List.of();
    }
}
