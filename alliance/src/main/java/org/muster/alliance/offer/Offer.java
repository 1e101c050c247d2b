package org.muster.alliance.offer;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.muster.alliance.source.Provenance;

/// What a member would bring.
///
/// @param id                      its name, unique in the alliance
/// @param member                  the member's code
/// @param capability              the capability's code
/// @param units                   whole units offered, not negative
/// @param stage                   how far the offer has come
/// @param noticeDays              days from the call until the units can start
/// @param deploymentCostMinor     minor units of the alliance's currency per unit and phase
/// @param runningCostMinorPerDay  minor units per unit and day
/// @param mission                 the only mission it is made for; empty where it stands for any
/// @param availableFrom           first day; empty where open
/// @param availableTo             last day; empty where open
/// @param quantityProvenance      source of the number of units
/// @param costProvenance          source of the two costs
public record Offer(
        String id,
        String member,
        String capability,
        long units,
        Stage stage,
        int noticeDays,
        long deploymentCostMinor,
        long runningCostMinorPerDay,
        Optional<String> mission,
        Optional<LocalDate> availableFrom,
        Optional<LocalDate> availableTo,
        Provenance quantityProvenance,
        Provenance costProvenance) {
    public Offer {
        Objects.requireNonNull(id);
        Objects.requireNonNull(stage);
        if (units < 0 || noticeDays < 0 || deploymentCostMinor < 0 || runningCostMinorPerDay < 0) {
            throw new IllegalArgumentException("offer " + id + ": units, notice and costs are not negative");
        }
    }

    /// What one unit costs in a phase of so many days, in minor units.
    public long unitCostMinor(long days) {
        return Math.addExact(deploymentCostMinor, Math.multiplyExact(runningCostMinorPerDay, days));
    }
}
