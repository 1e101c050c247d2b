package org.muster.lab.analysis;

import java.util.List;

/// A box in the space of factors, and how good it is.
///
/// @param bounds   one entry a restricted side, by factor, the lower one first
/// @param inside   runs in it
/// @param hits     runs of interest in it
/// @param all      runs in all
/// @param allHits  runs of interest in all
public record Box(List<Bound> bounds, int inside, int hits, int all, int allHits) {
    public Box {
        bounds = List.copyOf(bounds);
    }

    /// The part of what is of interest that lies in it.
    public double coverage() {
        return allHits == 0 ? 0 : hits / (double) allHits;
    }

    /// The part of what lies in it that is of interest.
    public double density() {
        return inside == 0 ? 0 : hits / (double) inside;
    }

    /// The part of all runs that lies in it.
    public double mass() {
        return all == 0 ? 0 : inside / (double) all;
    }

    /// How many factors it restricts.
    public long restricted() {
        return bounds.stream().map(Bound::factor).distinct().count();
    }

    /// Whether a point lies in it.
    public boolean holds(double[] point) {
        return bounds.stream().allMatch(bound -> bound.isMet(point));
    }

    /// The same bounds on other runs.
    public Box on(double[][] points, boolean[] interest) {
        int in = 0;
        int hit = 0;
        int ofAll = 0;
        for (int r = 0; r < points.length; r++) {
            boolean inBox = holds(points[r]);
            in += inBox ? 1 : 0;
            hit += inBox && interest[r] ? 1 : 0;
            ofAll += interest[r] ? 1 : 0;
        }
        return new Box(bounds, in, hit, points.length, ofAll);
    }
}
