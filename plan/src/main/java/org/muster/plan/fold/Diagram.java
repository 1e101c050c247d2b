package org.muster.plan.fold;

/// The merged states of a walk over players, step by step, with where each leads when the step's player stays out and
/// when it is in: an ordered decision diagram of which coalitions can do the mission.
///
/// Source of the kind of diagram: R. E. Bryant, *Graph-based algorithms for Boolean function manipulation*, IEEE
/// Transactions on Computers C-35 (1986).
///
/// Plain arrays, since every pass goes through all states.
final class Diagram {
    /// Nobody who is left can help.
    static final int NEVER = -1;

    /// The mission can be done, whoever else comes.
    static final int DONE = -2;

    private final int players;
    private final int[] order;
    private final int[] start;
    private final int[] out;
    private final int[] in;

    /// @param players how many there are, those that change nothing included
    /// @param order   the player of each step
    /// @param start   the first state of each step, and at the end how many states there are
    /// @param out     where a state leads without the step's player: a state of the next step, [#NEVER] or [#DONE]
    /// @param in      where it leads with it
    Diagram(int players, int[] order, int[] start, int[] out, int[] in) {
        this.players = players;
        this.order = order;
        this.start = start;
        this.out = out;
        this.in = in;
    }

    int players() {
        return players;
    }

    int steps() {
        return order.length;
    }

    /// The player of a step.
    int player(int step) {
        return order[step];
    }

    /// The first state of a step; of the step after the last, how many states there are.
    int first(int step) {
        return start[step];
    }

    /// Where a state leads without its step's player.
    int out(int state) {
        return out[state];
    }

    /// Where a state leads with its step's player.
    int in(int state) {
        return in[state];
    }

    int states() {
        return out.length;
    }

    /// States of the step that has most of them.
    int widest() {
        int widest = 0;
        for (int step = 0; step < steps(); step++) {
            widest = Math.max(widest, start[step + 1] - start[step]);
        }
        return widest;
    }

    /// Whether there is a coalition that can do the mission.
    boolean isEverDone() {
        return out.length > 0;
    }
}
