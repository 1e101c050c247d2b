package org.muster.lab.join;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// From where members start to reply to one another.
public enum Settle {
    /// From everybody.
    TOP,
    /// From nobody.
    BOTTOM,
    /// From those whose stance or declared willingness lets them join.
    STATED,
    /// From everybody and from nobody: what is measured is the mean of both ends, and both are told.
    BOTH;

    /// The word in files and commands.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a word means.
    public static Optional<Settle> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
