package org.muster.games;

/// Tells that a concept does not exist for a game, and why: a fact about the game, proved, not a failure to find it.
///
/// Whatever could not be worked out (a limit was met, a proof failed) is told by other exceptions.
public final class Undefined extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /// @param why the fact about the game, in numbers where there are any
    public Undefined(String why) {
        super(why);
    }
}
