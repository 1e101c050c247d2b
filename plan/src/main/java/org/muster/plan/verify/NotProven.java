package org.muster.plan.verify;

/// A text that is no proof, and why.
final class NotProven extends Exception {
    private static final long serialVersionUID = 1L;

    NotProven(String why) {
        super(why);
    }
}
