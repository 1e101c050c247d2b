package org.muster.answer;

/// Whom a long question tells what it is at.
public interface Telling {
    /// A part begins.
    ///
    /// @param words what it does, as a phrase without a full stop
    void begin(String words);

    /// The part goes on, with other words from now on.
    void now(String words);

    /// Nobody is told.
    static Telling nobody() {
        return new Telling() {
            @Override
            public void begin(String words) {}

            @Override
            public void now(String words) {}
        };
    }
}
