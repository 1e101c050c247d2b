package org.muster.pledge.forecast;

/// A form of the forecast: what it learns, and how strongly that is drawn towards "nothing changes, widths from
/// outside".
///
/// @param commonYears      weight of "no common step", in years; infinite: none is learned
/// @param pulled           whether members short of the target may be pulled towards it
/// @param ownYears         weight of "no step of its own", in years; infinite: none is learned
/// @param calibrationYears weight of the widths from outside, in years of past origins; infinite: no calibration
public record Form(double commonYears, boolean pulled, double ownYears, double calibrationYears) {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /// The one that forecasts: see docs/pledge.md for the reasons and for what the others score.
    ///
    /// A common movement of five years before the pledge went on over the next three to five with a weight of two and a
    /// half to four years against nothing (members' outside figures, 1962 to 2013); a member's own course counts half
    /// after ten years, the usual term of a pledge; as a pull a tenth of the gap a year is the usual, which closes it
    /// within ten.
    public static final Form CHOSEN = new Form(3, true, 10, 6);

    /// Nothing changes, widths from outside.
    public static final Form OUTSIDE_ONLY = new Form(NONE, false, NONE, NONE);

    public Form {
        if (!(commonYears > 0) || !(ownYears > 0) || !(calibrationYears > 0)) {
            throw new IllegalArgumentException("weights are above zero");
        }
    }

    /// @param span years from the start of the pledge to the year in which it is due
    Course.Weights weights(int span) {
        double penalty = Widths.USUAL * span * Widths.USUAL * span;
        return new Course.Weights(commonYears, pulled ? penalty : NONE, ownYears);
    }
}
