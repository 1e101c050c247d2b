package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The patient rule induction method: boxes in which runs of interest are dense.
///
/// From the box of all runs slices are peeled, each about the part `alpha` of what is left and off the side where that
/// lets the mean of interest rise most for each run lost, until less than `leastMass` of all runs would be left; then
/// pasted. Source: J. Friedman, N. Fisher, *Bump hunting in high-dimensional data*, Statistics and Computing 9 (1999);
/// for scenarios: B. Bryant, R. Lempert, Technological Forecasting and Social Change 77 (2010).
public final class Prim {
    private static final double PASTE = 0.05;

    private final double[][] points;
    private final boolean[] interest;
    private final double alpha;
    private final double leastMass;
    private final int allHits;

    /// Runs with their interest.
    ///
    /// @param points    by run, the values of all factors
    /// @param interest  by run
    /// @param alpha     the part of a box that is peeled at a time, from above 0 to below 1; usually 0.05 to 0.1
    /// @param leastMass the part of all runs that a box keeps, from 0 to below 1; usually 0.05
    public Prim(double[][] points, boolean[] interest, double alpha, double leastMass) {
        this.points = points.clone();
        this.interest = interest.clone();
        this.alpha = alpha;
        this.leastMass = leastMass;
        int hits = 0;
        for (boolean one : interest) {
            hits += one ? 1 : 0;
        }
        this.allHits = hits;
    }

    /// The boxes on the way, from that of all runs on; the last one is pasted.
    public List<Box> trajectory() {
        List<Box> boxes = new ArrayList<>();
        int factors = points.length == 0 ? 0 : points[0].length;
        double[] low = new double[factors];
        double[] high = new double[factors];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        int[] inside = new int[points.length];
        Arrays.setAll(inside, r -> r);
        boxes.add(box(low, high, inside));
        while (true) {
            Peel best = bestPeel(inside, factors);
            if (best == null) {
                break;
            }
            if (best.bound().upper()) {
                high[best.bound().factor()] = best.bound().value();
            } else {
                low[best.bound().factor()] = best.bound().value();
            }
            inside = Arrays.stream(inside)
                    .filter(r -> best.bound().isMet(points[r]))
                    .toArray();
            boxes.add(box(low, high, inside));
        }
        paste(low, high, boxes);
        return boxes;
    }

    private record Peel(Bound bound, double gain, int left) {}

    private @Nullable Peel bestPeel(int[] inside, int factors) {
        int hits = hits(inside);
        Peel best = null;
        for (int f = 0; f < factors; f++) {
            double[] values = new double[inside.length];
            for (int k = 0; k < inside.length; k++) {
                values[k] = points[inside[k]][f];
            }
            Arrays.sort(values);
            for (boolean upper : new boolean[] {false, true}) {
                Peel peel = peel(inside, hits, f, upper, values);
                if (peel != null
                        && (best == null
                                || peel.gain() > best.gain()
                                || (peel.gain() == best.gain() && peel.left() > best.left()))) {
                    best = peel;
                }
            }
        }
        return best;
    }

    /// A slice off one side: up to the quantile `alpha` of what is in the box; where the values at the side are that
    /// many alike, all of them.
    private @Nullable Peel peel(int[] inside, int hits, int factor, boolean upper, double[] sorted) {
        int n = sorted.length;
        double value = between(sorted, upper);
        Bound bound = new Bound(factor, upper, value);
        int left = 0;
        int leftHits = 0;
        for (int r : inside) {
            if (bound.isMet(points[r])) {
                left++;
                leftHits += interest[r] ? 1 : 0;
            }
        }
        if (left == n || left < leastMass * points.length || left == 0) {
            return null;
        }
        double gain = (leftHits / (double) left - hits / (double) n) / (n - left);
        return new Peel(bound, gain, left);
    }

    /// The quantile between two neighbours, as spreadsheets have it.
    static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// Halfway between the two different values at the quantile `alpha` from that side: where the values there are
    /// alike, the next one that is not, so that values that are alike stay together.
    private double between(double[] sorted, boolean upper) {
        double at = (sorted.length - 1) * (upper ? 1 - alpha : alpha);
        int below = (int) Math.floor(at);
        int above = (int) Math.ceil(at);
        if (upper) {
            while (sorted[below] == sorted[above] && below > 0) {
                below--;
            }
        } else {
            while (sorted[below] == sorted[above] && above < sorted.length - 1) {
                above++;
            }
        }
        return (sorted[below] + sorted[above]) / 2;
    }

    /// Opens the last box again where that lets the mean rise.
    private void paste(double[] low, double[] high, List<Box> boxes) {
        boolean grew = true;
        while (grew) {
            grew = false;
            Box last = boxes.getLast();
            Box best = last;
            double[] bestLow = low.clone();
            double[] bestHigh = high.clone();
            for (int f = 0; f < low.length; f++) {
                for (boolean upper : new boolean[] {false, true}) {
                    double[] side = upper ? high : low;
                    if (Double.isInfinite(side[f])) {
                        continue;
                    }
                    double[] otherLow = low.clone();
                    double[] otherHigh = high.clone();
                    double wider = wider(low, high, f, upper, Math.max(1, (int) (PASTE * last.inside())));
                    (upper ? otherHigh : otherLow)[f] = wider;
                    Box other = box(otherLow, otherHigh, inBox(otherLow, otherHigh));
                    if (other.inside() > last.inside() && other.density() > best.density()) {
                        best = other;
                        bestLow = otherLow;
                        bestHigh = otherHigh;
                    }
                }
            }
            if (best.density() > last.density()) {
                boxes.add(best);
                System.arraycopy(bestLow, 0, low, 0, low.length);
                System.arraycopy(bestHigh, 0, high, 0, high.length);
                grew = true;
            }
        }
    }

    /// The bound that lets so many more runs in.
    private double wider(double[] low, double[] high, int factor, boolean upper, int more) {
        double[] beyond = Arrays.stream(points)
                .filter(point -> {
                    for (int f = 0; f < low.length; f++) {
                        if (f != factor && (point[f] < low[f] || point[f] > high[f])) {
                            return false;
                        }
                    }
                    return upper ? point[factor] > high[factor] : point[factor] < low[factor];
                })
                .mapToDouble(point -> point[factor])
                .sorted()
                .toArray();
        if (beyond.length == 0) {
            return upper ? high[factor] : low[factor];
        }
        int at = Math.min(more, beyond.length) - 1;
        return upper ? beyond[at] : beyond[beyond.length - 1 - at];
    }

    private int[] inBox(double[] low, double[] high) {
        List<Integer> in = new ArrayList<>();
        for (int r = 0; r < points.length; r++) {
            boolean inside = true;
            for (int f = 0; inside && f < low.length; f++) {
                inside = points[r][f] >= low[f] && points[r][f] <= high[f];
            }
            if (inside) {
                in.add(r);
            }
        }
        return in.stream().mapToInt(Integer::intValue).toArray();
    }

    private int hits(int[] inside) {
        int hits = 0;
        for (int r : inside) {
            hits += interest[r] ? 1 : 0;
        }
        return hits;
    }

    private Box box(double[] low, double[] high, int[] inside) {
        List<Bound> bounds = new ArrayList<>();
        for (int f = 0; f < low.length; f++) {
            if (!Double.isInfinite(low[f])) {
                bounds.add(new Bound(f, false, low[f]));
            }
            if (!Double.isInfinite(high[f])) {
                bounds.add(new Bound(f, true, high[f]));
            }
        }
        return new Box(bounds, inside.length, hits(inside), points.length, allHits);
    }

    /// Of a trajectory the box whose harmonic mean of coverage and density is largest; of equal ones the first.
    public static Box best(List<Box> trajectory) {
        return trajectory.stream()
                .max(Comparator.comparingDouble(box -> box.coverage() + box.density() == 0
                        ? 0
                        : 2 * box.coverage() * box.density() / (box.coverage() + box.density())))
                .orElseThrow();
    }

    /// How likely it is that a bound is there by chance: that without it as many or more of interest would lie among as
    /// many runs as the box has, if they were drawn from those that the other bounds let in (quasi-p of Bryant and
    /// Lempert, a binomial tail).
    public double quasiP(Box box, Bound without) {
        List<Bound> others = new ArrayList<>(box.bounds());
        others.remove(without);
        Box wider = new Box(others, 0, 0, 0, 0).on(points, interest);
        double p = wider.density();
        double tail = 0;
        for (int k = box.hits(); k <= box.inside(); k++) {
            tail += StrictMath.exp(logBinomial(box.inside(), k)
                    + k * StrictMath.log(Math.max(p, 1e-300))
                    + (box.inside() - k) * StrictMath.log(Math.max(1 - p, 1e-300)));
        }
        return Math.min(1, tail);
    }

    private static double logBinomial(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += StrictMath.log((n - k + i) / (double) i);
        }
        return sum;
    }
}
