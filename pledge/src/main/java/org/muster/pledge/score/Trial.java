package org.muster.pledge.score;

import java.time.LocalDate;
import org.muster.pledge.forecast.Outlook;

/// One forecast and what came.
///
/// @param origin  the day on which the forecast could have been made
/// @param member  code of the member
/// @param ahead   years after its last figure then
/// @param outlook the forecast
/// @param outcome the figure that came, in the measure's unit
record Trial(LocalDate origin, String member, int ahead, Outlook outlook, double outcome) {
    boolean isInCentral(double probability) {
        double tail = (1 - probability) / 2;
        return outcome >= outlook.quantile(tail) && outcome <= outlook.quantile(1 - tail);
    }

    double crps() {
        return outlook.crps(outcome);
    }
}
