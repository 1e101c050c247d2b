package org.muster.share.key;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.muster.alliance.key.Key;

/// Which key an agreement has: the one in force on the day it was made, for ever.
///
/// Later calls on the agreement use that key, whatever has replaced it meanwhile; a refund goes back by the key
/// under which the money came in ([Settlement]). Source: NATO, cost shares of programmes agreed from 2021 to 2024
/// beside those of earlier ones; Council Decision (EU) 2022/2242, annex (money of the 9th EDF goes back by the key
/// of the 9th EDF).
public final class KeyVintage {
    private KeyVintage() {}

    /// The key in force on a day.
    ///
    /// @param series the versions of one key, in any order
    /// @param day    the day on which the agreement was made
    /// @throws IllegalArgumentException with a sentence, where none was in force yet
    public static Key inForce(List<Key> series, LocalDate day) {
        return series.stream()
                .filter(key -> !key.validFrom().isAfter(day))
                .max(Comparator.comparing(Key::validFrom))
                .orElseThrow(() -> new IllegalArgumentException("no key was in force on " + day + "; "
                        + series.stream()
                                .map(Key::validFrom)
                                .min(Comparator.naturalOrder())
                                .map(first -> "the first is valid from " + first)
                                .orElse("there is none")));
    }
}
