package org.muster.alliance.offer;

import java.util.Objects;
import org.muster.alliance.source.Provenance;

/// A charter: what can be had for money from outside the alliance.
///
/// @param id               its name
/// @param capability       the capability's code
/// @param units            whole units to be had in one phase
/// @param noticeDays       days from the call until the units can start
/// @param unitCostMinor    minor units per unit and phase
/// @param dailyCostMinor   minor units per unit and day
/// @param provenance       source and status of units and price
public record MarketOffer(
        String id,
        String capability,
        long units,
        int noticeDays,
        long unitCostMinor,
        long dailyCostMinor,
        Provenance provenance) {
    public MarketOffer {
        Objects.requireNonNull(id);
        if (units < 0 || noticeDays < 0 || unitCostMinor < 0 || dailyCostMinor < 0) {
            throw new IllegalArgumentException("charter " + id + ": units, notice and costs are not negative");
        }
    }

    /// What one unit costs in a phase of so many days, in minor units.
    public long unitCostMinor(long days) {
        return Math.addExact(unitCostMinor, Math.multiplyExact(dailyCostMinor, days));
    }
}
