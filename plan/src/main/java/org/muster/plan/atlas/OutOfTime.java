package org.muster.plan.atlas;

/// The time allowed ended before the cost of a coalition was proven.
public final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime() {
        super("the time allowed ended before the costs of coalitions were proven");
    }
}
