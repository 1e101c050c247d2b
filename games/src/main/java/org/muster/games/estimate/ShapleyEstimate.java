package org.muster.games.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.muster.games.Answer;
import org.muster.games.Coalitions;
import org.muster.games.Label;

/// Shapley values of a game whose coalitions are too dear to be all looked at, with intervals that hold for all players
/// at once.
///
/// Every coalition is looked at together with its complement: with `g(S) = v(S) - v(N - S)` the value of player `i`
/// is `1/n sum over k of the mean of g over the coalitions of size k that hold i`. So one pair serves every player,
/// those inside with `g`, those outside with `-g`.
/// - Small (and large) sizes are enumerated while that takes no more than a part of the budget.
/// - Other sizes are sampled uniformly; after a pilot, sizes with more spread get more (Neyman's allocation).
/// - A linear surrogate `sum of +-b_i` is fitted to the pilot by least squares, and used for the sizes at which it
///   leaves less spread among the pairs of the pilot that it was not fitted to: there the means of its strata are known
///   exactly, only the rest is sampled. It is exact for games of pairs, helps a threshold game in the middle sizes, and
///   is left out at the small ones, where nobody wins anyway.
/// - The pilot is not used again, so the intervals are honest. A stratum that a small budget never reached takes the
///   mean of all players' strata of its side; its interval is unbounded.
/// - Intervals: Bonferroni over the players and over the looks, from the variance of each stratum; where the range
///   of `v` is given, the empirical Bernstein bound, which holds for any sample size.
///
/// Memory O(n^2).
///
/// Sources: P. Kolpaczki, V. Bengs, M. Muschalik, E. Huellermeier, *Approximating the Shapley value without marginal
/// contributions*, 2024
/// (strata that every coalition serves); J. Castro et al., *Improving polynomial estimation of the Shapley value by
/// stratified random
/// sampling with optimum allocation*, 2017; C. Musco, R. T. Witter, *Provably accurate Shapley value estimation via
/// leverage score sampling*,
/// 2025 (pairing, regression); A. Maurer, M. Pontil, *Empirical Bernstein bounds and sample variance penalization*,
/// 2009.
public final class ShapleyEstimate {
    /// The most players for whom it can be estimated: coalitions are held in 64 bits.
    public static final int MOST_PLAYERS = 62;

    /// What is wanted.
    ///
    /// @param seed       of the random numbers; the same seed gives the same estimate
    /// @param budget     the most coalitions to look at, at least `8 n`
    /// @param halfWidth  stop when every interval is at most this wide to each side; 0 to use the whole budget
    /// @param confidence that all intervals hold at once, such as 0.95
    /// @param range      largest minus smallest value of any coalition, where it is known
    public record Wish(long seed, long budget, double halfWidth, double confidence, Optional<Double> range) {
        public Wish {
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("the confidence is between 0 and 1, not " + confidence);
            }
            if (!(halfWidth >= 0)) {
                throw new IllegalArgumentException("the half width is not negative, but is " + halfWidth);
            }
        }

        /// The whole budget, 95 percent, range not known.
        public static Wish of(long seed, long budget) {
            return new Wish(seed, budget, 0, 0.95, Optional.empty());
        }
    }

    /// An estimate.
    ///
    /// @param answer      values with [Label.Estimated], or exact up to rounding where all coalitions were looked at
    /// @param evaluations coalitions looked at
    /// @param surrogate   whether the linear surrogate was used at any size
    public record Estimate(Answer answer, long evaluations, boolean surrogate) {}

    private static final int LOOKS = 40;

    private final int n;
    private final long all;
    private final LongToDoubleFunction value;
    private final Wish wish;
    private final SplittableRandom random;
    private final double[] slope;
    private final boolean[] fitted;
    private final double[] exactPart;
    private final List<SizeStrata> sampled = new ArrayList<>();
    private long evaluations;

    private ShapleyEstimate(int n, LongToDoubleFunction value, Wish wish) {
        this.n = n;
        this.all = Coalitions.grand(n);
        this.value = value;
        this.wish = wish;
        this.random = new SplittableRandom(wish.seed());
        this.slope = new double[n];
        this.fitted = new boolean[n / 2 + 1];
        this.exactPart = new double[n];
    }

    /// Estimates the values of a game of 2 to 62 players.
    ///
    /// @param value looked at one coalition at a time, never the empty one
    public static Estimate of(int players, LongToDoubleFunction value, Wish wish) {
        if (players < 2 || wish.budget() < 8L * players) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "an estimate needs at least 2 players and a budget of at least 8 coalitions a player, not %d and %d",
                    players,
                    wish.budget()));
        }
        return new ShapleyEstimate(players, value, wish).run();
    }

    private double look(long mask) {
        evaluations++;
        return mask == 0 ? 0 : value.applyAsDouble(mask);
    }

    /// `g(S)`, for sizes at which the surrogate helps less the surrogate.
    private double pair(long mask) {
        double g = look(mask) - look(all & ~mask);
        return fitted[Long.bitCount(mask)] ? g - LeastSquares.predict(slope, mask) : g;
    }

    private Estimate run() {
        int enumerated = 0;
        long free = wish.budget() - 1;
        while (enumerated < n / 2 && 2 * choose(n, enumerated + 1) <= (enumerated == 0 ? free : free / 3)) {
            free -= 2 * choose(n, enumerated + 1);
            enumerated++;
        }
        boolean whole = enumerated == n / 2;
        boolean surrogate = !whole && fit(enumerated, Math.max(4L * n, free / 5));
        addGrand();
        for (int k = 1; k <= enumerated; k++) {
            enumerate(k);
        }
        for (int k = enumerated + 1; k <= n / 2; k++) {
            sampled.add(new SizeStrata(n, k));
            if (fitted[k]) {
                addSurrogate(k);
            }
        }
        double[] halfWidths = sampled.isEmpty() ? new double[n] : sample();
        return new Estimate(answer(halfWidths), evaluations, surrogate);
    }

    private void addGrand() {
        Arrays.fill(exactPart, look(all) / n);
    }

    /// The means of the surrogate over the strata of size `k` and of size `n - k`: known without a look.
    private void addSurrogate(int k) {
        double sum = Arrays.stream(slope).sum();
        for (int i = 0; i < n; i++) {
            double others = sum - slope[i];
            double inside = slope[i] + others * (2.0 * (k - 1) / (n - 1) - 1);
            double outside = slope[i] - others * (2.0 * k / (n - 1) - 1);
            exactPart[i] += (2 * k == n ? inside : inside + outside) / n;
        }
    }

    /// Adds size `k` and size `n - k` exactly.
    private void enumerate(int k) {
        SizeStrata strata = new SizeStrata(n, k);
        for (long mask = (1L << k) - 1; mask <= all && mask > 0; mask = nextOfSameSize(mask)) {
            if (2 * k < n || Coalitions.has(mask, 0)) {
                strata.add(mask, pair(mask));
            }
        }
        for (int i = 0; i < n; i++) {
            exactPart[i] += strata.mean(i) / n;
        }
    }

    private static long nextOfSameSize(long mask) {
        long low = mask & -mask;
        long ripple = mask + low;
        return ripple | (((mask ^ ripple) >>> 2) / low);
    }

    /// Fits the surrogate to a pilot, and keeps it for the sizes at which it leaves less spread in the half of the
    /// pilot that it was not fitted to; whether it is kept for any.
    private boolean fit(int enumerated, long budget) {
        int pairs = (int) Math.min(budget / 2, 200L * n);
        List<Long> masks = new ArrayList<>();
        double[] g = new double[pairs];
        int sizes = n / 2 - enumerated;
        for (int p = 0; p < pairs; p++) {
            long mask = draw(enumerated + 1 + p % sizes);
            masks.add(mask);
            g[p] = look(mask) - look(all & ~mask);
        }
        boolean any = false;
        double[] even = LeastSquares.fit(n, everyOther(masks, sizes, 0), everyOther(g, sizes, 0));
        double[] odd = LeastSquares.fit(n, everyOther(masks, sizes, 1), everyOther(g, sizes, 1));
        for (int c = 0; c < sizes; c++) {
            Spread with = new Spread();
            Spread without = new Spread();
            for (int p = c; p < pairs; p += sizes) {
                double[] other = p / sizes % 2 == 0 ? odd : even;
                with.add(g[p] - LeastSquares.predict(other, masks.get(p)));
                without.add(g[p]);
            }
            fitted[enumerated + 1 + c] = with.squares < without.squares;
            any |= fitted[enumerated + 1 + c];
        }
        if (any) {
            System.arraycopy(LeastSquares.fit(n, masks, g), 0, slope, 0, n);
        }
        return any;
    }

    private static List<Long> everyOther(List<Long> masks, int sizes, int which) {
        List<Long> half = new ArrayList<>();
        for (int p = 0; p < masks.size(); p++) {
            if (p / sizes % 2 == which) {
                half.add(masks.get(p));
            }
        }
        return half;
    }

    private static double[] everyOther(double[] g, int sizes, int which) {
        return IntStream.range(0, g.length)
                .filter(p -> p / sizes % 2 == which)
                .mapToDouble(p -> g[p])
                .toArray();
    }

    /// Sum of squares about the mean.
    private static final class Spread {
        private int count;
        private double mean;
        private double squares;

        void add(double x) {
            double before = x - mean;
            count++;
            mean += before / count;
            squares += before * (x - mean);
        }
    }

    private double[] sample() {
        double[] halfWidths = new double[n];
        Arrays.fill(halfWidths, Double.POSITIVE_INFINITY);
        long batch = Math.max(sampled.size() * 4L, (wish.budget() - evaluations) / 2 / 20);
        for (int look = 1; look <= LOOKS; look++) {
            long left = (wish.budget() - evaluations) / 2;
            if (left <= 0) {
                break;
            }
            drawBatch(Math.min(look == LOOKS ? left : batch, left), look == 1);
            batch = batch * 13 / 10 + 1;
            double error = (1 - wish.confidence()) * 6 / (Math.PI * Math.PI * look * look);
            halfWidths = halfWidths(error);
            if (wish.halfWidth() > 0 && Arrays.stream(halfWidths).max().orElseThrow() <= wish.halfWidth()) {
                break;
            }
        }
        return halfWidths;
    }

    private void drawBatch(long pairs, boolean evenly) {
        double[] spread = new double[sampled.size()];
        double sum = 0;
        double rarities = 0;
        for (int c = 0; c < spread.length; c++) {
            spread[c] = evenly ? 0 : sampled.get(c).spread();
            sum += spread[c];
            rarities += rarity(c);
        }
        double owed = 0;
        for (int c = 0; c < spread.length; c++) {
            // a fifth of every batch goes to where strata are reached rarely, so that each is reached
            double rare = rarity(c) / rarities;
            double share = sum == 0 ? rare : 0.8 * spread[c] / sum + 0.2 * rare;
            owed += pairs * share;
            long now = c == spread.length - 1 ? Math.round(owed) : (long) owed;
            owed -= now;
            for (long p = 0; p < now; p++) {
                SizeStrata strata = sampled.get(c);
                long mask = draw(strata.size());
                strata.add(mask, pair(mask));
            }
        }
    }

    /// Pairs of a size for each that serves a given player's smaller stratum.
    private double rarity(int c) {
        return (double) n / sampled.get(c).size();
    }

    /// A coalition of the given size, all as likely as each other.
    private long draw(int size) {
        long mask = 0;
        for (int j = n - size; j < n; j++) {
            long bit = 1L << random.nextInt(j + 1);
            mask |= (mask & bit) != 0 ? 1L << j : bit;
        }
        return mask;
    }

    private double[] halfWidths(double error) {
        double[] widths = new double[n];
        double perPlayer = error / n;
        for (int i = 0; i < n; i++) {
            if (wish.range().isPresent()) {
                int strata = 2 * sampled.size();
                for (SizeStrata s : sampled) {
                    double span = 2 * wish.range().get() + (fitted[s.size()] ? 2 * slopeSpan() : 0);
                    widths[i] += s.bernstein(i, span, perPlayer / strata) / n;
                }
            } else {
                double variance = 0;
                double overDegrees = 0;
                for (SizeStrata s : sampled) {
                    variance += s.varianceOfMean(i);
                    overDegrees += s.squaresOverDegrees(i);
                }
                widths[i] = widthOf(variance, overDegrees, perPlayer) / n;
            }
        }
        return widths;
    }

    /// Student's with degrees of freedom by Welch and Satterthwaite.
    private static double widthOf(double variance, double overDegrees, double error) {
        if (Double.isInfinite(variance)) {
            return variance;
        }
        double degrees = overDegrees == 0 ? 1e9 : Math.max(1, variance * variance / overDegrees);
        return Quantiles.student(1 - error / 2, degrees) * Math.sqrt(variance);
    }

    /// By how much the surrogate can widen the range of a pair.
    private double slopeSpan() {
        double sum = 0;
        for (double b : slope) {
            sum += Math.abs(b);
        }
        return sum;
    }

    private Answer answer(double[] halfWidths) {
        double[] values = exactPart.clone();
        for (SizeStrata strata : sampled) {
            for (int i = 0; i < n; i++) {
                values[i] += strata.mean(i) / n;
            }
        }
        if (sampled.isEmpty()) {
            double scale = Arrays.stream(values).map(Math::abs).max().orElseThrow();
            return Answer.numerical(values, 1e-12 * n * Math.max(scale, Double.MIN_NORMAL), 1, 0);
        }
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        List<Double> middle = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            middle.add(values[i]);
            lower.add(values[i] - halfWidths[i]);
            upper.add(values[i] + halfWidths[i]);
        }
        return new Answer(middle, Optional.empty(), new Label.Estimated(lower, upper, wish.confidence()), 0, 0);
    }

    private static long choose(int n, int k) {
        double product = 1;
        for (int j = 1; j <= k; j++) {
            product = product * (n - k + j) / j;
        }
        return product > 1e15 ? Long.MAX_VALUE / 4 : Math.round(product);
    }
}
