package org.muster.gamefile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.games.Coalitions;

/// The coalitions that a table leaves out.
final class MissingCoalitions {
    static final String RIGHT = "Give every coalition, 0 where it is worth nothing";

    private static final int SHOWN = 4;

    private MissingCoalitions() {}

    /// `no value for "A,B", "C" and 3 more`, where any is missing.
    ///
    /// @param values by mask, null where there is none
    static Optional<String> among(@Nullable BigDecimal[] values, List<String> names) {
        List<String> missing = new ArrayList<>();
        int more = 0;
        for (int mask = values.length - 1; mask > 0; mask--) {
            if (values[mask] == null && missing.size() < SHOWN) {
                missing.add(
                        Coalitions.players(mask).stream().map(names::get).collect(Collectors.joining(",", "\"", "\"")));
            } else if (values[mask] == null) {
                more++;
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("no value for " + String.join(", ", missing)
                        + (more > 0 ? String.format(Locale.ROOT, " and %d more", more) : ""));
    }
}
