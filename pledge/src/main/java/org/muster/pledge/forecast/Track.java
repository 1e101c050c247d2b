package org.muster.pledge.forecast;

import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.pledge.Pledge;

/// One member's figures as known on a day, by year, on the scale without ends.
///
/// @param member    code of the member
/// @param firstYear the year of index 0
/// @param counted   index of the first year of which a change counts: the year in which it made the pledge
/// @param x         the figures on the scale of the measure's bounds; NaN where none is known
@SuppressWarnings("ArrayRecordComponent") // never compared; read in inner loops
record Track(String member, int firstYear, int counted, double[] x) {
    /// Reads a member's track.
    ///
    /// @param lastYear the last year of interest, itself not needed to be known
    static Track of(Pledge pledge, Pledge.Party party, Figures figures, Bounds bounds, int firstYear, int lastYear) {
        double halfDigit = 0.5 * Math.pow(10, -pledge.decimals());
        double[] x = new double[lastYear - firstYear + 1];
        for (int i = 0; i < x.length; i++) {
            Optional<Figure> figure = figures.latest(party.member(), pledge.measure(), firstYear + i);
            x[i] = figure.map(f -> bounds.free(f.value().doubleValue(), halfDigit))
                    .orElse(Double.NaN);
        }
        int counted = party.since().map(day -> day.getYear() - firstYear).orElse(0);
        return new Track(party.member(), firstYear, counted, x);
    }

    boolean has(int i) {
        return i >= 0 && i < x.length && !Double.isNaN(x[i]);
    }

    /// Whether the change from the year before to this one is known and counts.
    boolean moved(int i) {
        return i >= counted && has(i) && has(i - 1);
    }

    /// The index of the last year with a figure, or -1.
    int last() {
        int i = x.length - 1;
        while (i >= 0 && !has(i)) {
            i--;
        }
        return i;
    }
}
