package org.muster.plan;

/// The time allowed is over, and a question that needs a proven answer has none.
public final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param what what is not known, as the beginning of a sentence
    public OutOfTime(String what) {
        super(what + " was not proven in the time allowed. Allow more with --seconds");
    }
}
