package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.alliance.bill.Money;
import org.muster.alliance.lab.Measure;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.lab.draw.Draws;

/// A box of futures in which a reform fails, or another one beats it.
///
/// @param reform     the reform that is looked at
/// @param what       what counts, in words
/// @param box        on the futures that it was found on
/// @param heldBack   the same box on those that were kept back
/// @param doubts     how sure each bound of it is
/// @param trajectory all boxes that were come by, the widest first
/// @param leaves     the same futures split by a classification tree, those in which it is densest first
public record Discovery(
        String reform,
        String what,
        Box box,
        Box heldBack,
        Map<Bound, Doubt> doubts,
        List<Box> trajectory,
        List<Box> leaves) {
    private static final double ALPHA = 0.1;

    /// The part of the futures that a box, and a leaf of the tree, has at least.
    private static final double LEAST_MASS = 0.05;

    private static final int RESAMPLES = 100;

    /// Futures of a resample at most: a box is looked for in each of them.
    private static final int MOST_RESAMPLED = 1_000;

    private static final Pattern EXPRESSION = Pattern.compile("([a-z-]+)(<=|>=|<|>)(-?[0-9]+(?:\\.[0-9]+)?)");
    private static final int FEWEST = 20;

    public Discovery {
        doubts = Collections.unmodifiableMap(new LinkedHashMap<>(doubts));
        trajectory = List.copyOf(trajectory);
        leaves = List.copyOf(leaves);
    }

    /// How sure a bound is.
    ///
    /// @param chance  with what probability it is there by chance alone
    /// @param returns in what part of the resampled futures the best box is bounded on that side too
    public record Doubt(double chance, double returns) {}

    /// Looks for a box in which a measure of a reform counts as failing.
    ///
    /// @param fails for example `failed>3`; money in the folder's currency
    /// @param k     the k-th box of the trajectory; the best where none is asked for
    /// @throws Refusal where there is no such reform, measure or box, or there are too few futures
    public static Discovery failing(Results results, String reform, String fails, Optional<Integer> k) {
        check(results, reform);
        Matcher matcher = EXPRESSION.matcher(fails);
        if (!matcher.matches()) {
            throw new Refusal("--fails is \"" + Shown.plain(fails)
                    + "\", not a measure, a sign and a number. Write --fails failed>3, for example");
        }
        Measure measure = measure(matcher.group(1));
        double limit = Double.parseDouble(matcher.group(3));
        double major = measure.unit() == Measure.Unit.MONEY
                ? Money.minor("1", results.question().alliance().currency())
                : 1;
        double[] values = results.values(reform, measure);
        boolean[] interest = new boolean[values.length];
        for (int f = 0; f < values.length; f++) {
            double value = values[f] / major;
            interest[f] = switch (matcher.group(2)) {
                case "<" -> value < limit;
                case "<=" -> value <= limit;
                case ">" -> value > limit;
                default -> value >= limit;
            };
        }
        return of(results, reform, "fails (" + fails + ")", interest, k);
    }

    /// Looks for a box in which a reform is unsatisfactory.
    ///
    /// @param decimals of the currency
    /// @return         empty where there are too few futures
    public static Optional<Discovery> unsatisfactory(Results results, String reform, int decimals) {
        return results.futures().size() < FEWEST
                ? Optional.empty()
                : Optional.of(of(
                        results,
                        reform,
                        results.question().setting().thresholds().isEmpty()
                                ? "leaves more missions undone than in half of the futures"
                                : "misses a threshold",
                        isUnsatisfactory(results, reform, decimals),
                        Optional.empty()));
    }

    /// By future, whether not all thresholds of the folder are met; where it has none, whether more missions fail
    /// than in half of the futures.
    ///
    /// @param decimals of the currency
    public static boolean[] isUnsatisfactory(Results results, String reform, int decimals) {
        boolean[] is = results.satisfied(reform, decimals);
        double[] values = results.values(reform, Measure.FAILED);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        boolean none = results.question().setting().thresholds().isEmpty();
        for (int f = 0; f < is.length; f++) {
            is[f] = none ? values[f] > Prim.quantile(sorted, 0.5) : !is[f];
        }
        return is;
    }

    /// Looks for a box in which fewer missions fail under another reform.
    ///
    /// @param k the k-th box of the trajectory; the best where none is asked for
    /// @throws Refusal where there is no such reform or box, or there are too few futures
    public static Discovery beaten(Results results, String reform, String other, Optional<Integer> k) {
        check(results, reform);
        double[] own = results.values(reform, Measure.FAILED);
        double[] others = results.values(reform(results, other), Measure.FAILED);
        boolean[] interest = new boolean[own.length];
        for (int f = 0; f < own.length; f++) {
            interest[f] = others[f] < own[f];
        }
        return of(results, reform, "is beaten by " + other, interest, k);
    }

    /// The measure of this name.
    ///
    /// @throws Refusal where there is none
    public static Measure measure(String word) {
        List<String> known = Arrays.stream(Measure.values()).map(Measure::word).toList();
        return Measure.of(word)
                .orElseThrow(() -> new Refusal(
                        "no measure is called \"" + Shown.plain(word) + "\". " + Nearest.adviceWithAll(word, known)));
    }

    /// The name of a reform of the study.
    ///
    /// @throws Refusal where there is none
    public static String reform(Results results, String name) {
        if (!results.reforms().contains(name)) {
            throw new Refusal("the study has no reform \"" + Shown.plain(name) + "\". "
                    + Nearest.adviceWithAll(name, results.reforms()));
        }
        return name;
    }

    private static void check(Results results, String reform) {
        reform(results, reform);
        int n = results.futures().size();
        if (n < FEWEST) {
            throw new Refusal("a box is looked for in at least " + FEWEST + " futures, and the study has " + n);
        }
    }

    /// Every second future is kept back: a box flatters itself on those that it was found on.
    private static Discovery of(Results results, String reform, String what, boolean[] interest, Optional<Integer> k) {
        List<double[]> seen = new ArrayList<>();
        List<Boolean> seenOf = new ArrayList<>();
        List<double[]> held = new ArrayList<>();
        List<Boolean> heldOf = new ArrayList<>();
        for (int f = 0; f < interest.length; f++) {
            (f % 2 == 0 ? seen : held).add(results.futures().get(f));
            (f % 2 == 0 ? seenOf : heldOf).add(interest[f]);
        }
        double[][] points = seen.toArray(double[][]::new);
        Prim prim = new Prim(points, bits(seenOf), ALPHA, LEAST_MASS);
        List<Box> trajectory = prim.trajectory();
        if (k.isPresent() && (k.get() < 0 || k.get() >= trajectory.size())) {
            throw new Refusal("--box is from 0 to " + (trajectory.size() - 1) + ", not " + k.get());
        }
        Box box = k.map(trajectory::get).orElseGet(() -> Prim.best(trajectory));
        Box on = box.on(held.toArray(double[][]::new), bits(heldOf));
        Draws draws = new Draws(results.question().seed());
        return new Discovery(
                reform,
                what,
                box,
                on,
                doubts(prim, box, points, bits(seenOf), draws),
                trajectory,
                leaves(points, bits(seenOf)));
    }

    private static Map<Bound, Doubt> doubts(Prim prim, Box box, double[][] points, boolean[] interest, Draws draws) {
        Map<Bound, Doubt> doubts = new LinkedHashMap<>();
        if (box.bounds().isEmpty()) {
            return doubts;
        }
        Map<Bound, Integer> returns = new HashMap<>();
        int length = Math.min(points.length, MOST_RESAMPLED);
        for (int[] drawn : Bootstrap.drawn(points.length, length, RESAMPLES, draws, "box")) {
            double[][] again = new double[length][];
            boolean[] ofAgain = new boolean[length];
            for (int r = 0; r < length; r++) {
                again[r] = points[drawn[r]];
                ofAgain[r] = interest[drawn[r]];
            }
            Box found = Prim.best(new Prim(again, ofAgain, ALPHA, LEAST_MASS).trajectory());
            box.bounds().stream()
                    .filter(bound -> found.bounds().stream()
                            .anyMatch(other -> other.factor() == bound.factor() && other.upper() == bound.upper()))
                    .forEach(bound -> returns.merge(bound, 1, Integer::sum));
        }
        box.bounds()
                .forEach(bound -> doubts.put(
                        bound,
                        new Doubt(prim.quasiP(box, bound), returns.getOrDefault(bound, 0) / (double) RESAMPLES)));
        return doubts;
    }

    private static List<Box> leaves(double[][] points, boolean[] interest) {
        int least = Math.max(1, (int) Math.ceil(LEAST_MASS * points.length));
        return Cart.leaves(points, interest, least).stream()
                .sorted(Comparator.comparingDouble(Box::density).reversed())
                .toList();
    }

    private static boolean[] bits(List<Boolean> some) {
        boolean[] bits = new boolean[some.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = some.get(i);
        }
        return bits;
    }
}
