package org.muster.alliance.folder;

import java.util.Comparator;
import java.util.Objects;

/// A mistake in a folder.
///
/// @param place where it stands
/// @param wrong what is wrong, without a full stop
/// @param right what would be right, as one or more sentences
public record Problem(Place place, String wrong, String right) {
    static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place).thenComparing(Problem::wrong).thenComparing(Problem::right);

    public Problem {
        Objects.requireNonNull(place);
        Objects.requireNonNull(wrong);
        Objects.requireNonNull(right);
    }

    /// For example `members.csv:7:3: member is "GRE", not known here. Did you mean "GRC"?`
    public String sentence() {
        return sentence("");
    }

    /// The same with a word before what is wrong. Numbers are in digits from 0 to 9 whatever the language, and
    /// characters that a terminal would act on are shown as their number.
    public String sentence(String word) {
        return Shown.plain(
                place.file() + ":" + place.line() + ":" + place.column() + ": " + word + wrong + ". " + right);
    }
}
