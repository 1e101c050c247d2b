package org.muster.games.core;

/// Two coalitions of which one is taken off the other; the second is empty where a single coalition is meant.
public record Sets(long plus, long minus) {
    static Sets of(Cut cut) {
        return new Sets(cut.plus(), cut.minus());
    }

    static Sets of(long coalition) {
        return new Sets(coalition, 0);
    }

    /// What stands for a player: 1, -1 or 0.
    int at(int player) {
        return (int) ((plus >>> player) & 1) - (int) ((minus >>> player) & 1);
    }
}
