package org.muster.lab.join;

/// Who gets what where some are available and others are not. Bit `i` of a coalition is the `i`-th player.
public interface ParticipationGame {
    /// Players, at most 62.
    int players();

    /// What a player is left with where exactly these are available, in whole units.
    long payoff(long available, int player);

    /// Whether anything happens then: coalitions in which nothing does are idle, and nearly always hold.
    boolean runs(long available);

    /// Groups of those outside that gain by coming together, where somebody can tell.
    default Groups.Found groups(long coalition) {
        return Groups.NOT_LOOKED_AT;
    }

    /// Whether it is known at once, without working anything out, that nothing happens then.
    default boolean isKnownIdle(long available) {
        return false;
    }
}
