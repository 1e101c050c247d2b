package org.muster.input;

import java.util.Comparator;
import java.util.Objects;

/// A mistake in an input.
///
/// @param place where it stands
/// @param wrong what is wrong, without a full stop
/// @param right what would be right, as one or more sentences
public record Problem(Place place, String wrong, String right) {
    /// By place, then by what is wrong, then by what would be right.
    public static final Comparator<Problem> ORDER =
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
        return Shown.plain(place.text() + ": " + word + wrong + ". " + right);
    }
}
