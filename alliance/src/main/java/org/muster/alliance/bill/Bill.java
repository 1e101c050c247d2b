package org.muster.alliance.bill;

import java.util.List;

/// What a mission costs.
///
/// @param currency ISO 4217 code
/// @param lines    the lines, by date and then by id
public record Bill(String currency, List<CostLine> lines) {
    public Bill {
        lines = List.copyOf(lines);
    }

    /// The sum of the lines in minor units.
    public long totalMinor() {
        return lines.stream().mapToLong(CostLine::amountMinor).reduce(0L, Math::addExact);
    }
}
