package org.muster.alliance.invest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.source.Provenance;

/// What was really bought, for holding it beside what is best.
///
/// @param title     what it is, in words
/// @param purchases in their order
public record Bought(String title, List<Purchase> purchases) {
    public Bought {
        purchases = List.copyOf(purchases);
    }

    /// One purchase.
    ///
    /// @param title      what people call it
    /// @param candidate  the candidate that it is, by id; empty where none of the list is like it: it is told, and not
    ///                   judged
    /// @param blocks     so many blocks of the candidate; 0 where there is none
    /// @param ordered    the day on which it was ordered
    /// @param provenance source and status
    public record Purchase(
            String title, Optional<String> candidate, int blocks, LocalDate ordered, Provenance provenance) {}
}
