package org.muster.lab.join;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a coalition that holds was found, or why there is none.
public enum Ending {
    /// All coalitions were looked at, also against pairs and triples: it is the largest or smallest, as asked.
    ALL("every coalition looked at"),
    /// Too many for that, but joining is a complement as far as was tried: the largest (or smallest) in which no member
    /// gains by switching alone.
    EXTREME("the largest, or smallest, where joining is a complement"),
    /// Too many for that: one that enforces itself, no member gaining by switching alone and no group outside, however
    /// large, by coming together; there may be others.
    HOLDS("one that enforces itself, with others possible"),
    /// Too many for that, too: one in which no member gains by switching alone; there may be others.
    SOME("one that no member alone changes, with others possible"),
    /// Members come to rest where nothing runs.
    IDLE("nothing runs"),
    /// Members do not come to rest.
    CYCLE("no settlement: replies come round");

    private final String title;

    Ending(String title) {
        this.title = title;
    }

    /// In words.
    public String title() {
        return title;
    }

    /// The word in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a word means.
    public static Optional<Ending> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
