package org.muster.alliance.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.muster.alliance.source.Provenance;

/// A member's promise as it stands at one stage.
///
/// @param id         its name
/// @param member     who promised
/// @param title      what was promised, in words
/// @param measure    what it is measured in, for example `defence_share_of_gdp` or `trust_fund`
/// @param target     how much
/// @param unit       unit of the target
/// @param made       the day on which it was made
/// @param due        by when; empty where no day was named
/// @param stage      how far it has come
/// @param provenance source and status
public record Pledge(
        String id,
        String member,
        String title,
        String measure,
        BigDecimal target,
        String unit,
        LocalDate made,
        Optional<LocalDate> due,
        Stage stage,
        Provenance provenance) {
    /// How far a promise has come.
    public enum Stage {
        PROMISED,
        ALLOCATED,
        DELIVERED,
        LAPSED;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
