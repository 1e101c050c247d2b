package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.alliance.Member;
import org.muster.alliance.lab.Measure;
import org.muster.lab.run.Range;
import org.muster.lab.run.Row;

/// Which reform, and how sure: what was measured of each, each against each in the same futures, and who goes.
///
/// @param reforms by stack, in the order of the study
/// @param pairs   every two stacks and every measure that is better one way
/// @param pareto  which stacks no other dominates
/// @param joins   by stack and ally
/// @param standing coalitions that enforce themselves, where members react
/// @param found    how sure it is that these are all
public record Comparison(
        List<OfReform> reforms,
        List<Pair> pairs,
        Pareto pareto,
        List<Join> joins,
        List<HoldingCoalition> standing,
        List<HowFound> found) {
    /// One measure of one reform over all futures.
    ///
    /// @param mean        the mean
    /// @param low         below it the mean lies in 2.5 percent of the times that futures are drawn anew
    /// @param high        above it in 2.5 percent
    /// @param median      half of the futures are below
    /// @param worstDecile the tenth of futures that are worst begins there
    /// @param regret90    nine tenths of the futures have no more regret; empty where the measure is not better one way
    /// @param regretMax   the largest regret
    /// @param bestShare   in what part of the futures no reform is better
    /// @param between     where members react: from where to where the mean lies over the coalitions in which missions
    ///                    could settle; empty where that is a point
    public record Stats(
            double mean,
            double low,
            double high,
            double median,
            double worstDecile,
            Optional<Double> regret90,
            Optional<Double> regretMax,
            Optional<Double> bestShare,
            Optional<Between> between) {}

    /// The mean over the coalitions that enforce themselves and run: the least and the most that it can be, each future
    /// for itself.
    ///
    /// @param low  the mean of what is least in each future
    /// @param high the mean of what is most
    /// @param part in what part of the futures not every way was looked at, so that it is at least so wide
    public record Between(double low, double high, double part) {}

    /// One reform.
    ///
    /// @param reform        the stack's name
    /// @param measures      by measure
    /// @param satisficing   in what part of the futures all thresholds are met
    /// @param satisficingLow  below it that part is in 2.5 percent of the times that futures are drawn anew
    /// @param satisficingHigh above it in 2.5 percent
    public record OfReform(
            String reform,
            Map<Measure, Stats> measures,
            double satisficing,
            double satisficingLow,
            double satisficingHigh) {
        public OfReform {
            measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        }

        /// A measure.
        public Stats of(Measure measure) {
            Stats stats = measures.get(measure);
            if (stats == null) {
                throw new IllegalArgumentException(measure.word());
            }
            return stats;
        }
    }

    /// The mean of the differences in the same futures.
    ///
    /// @param difference `b` less `a`
    /// @param better     in what part of the futures `b` is better than `a`
    /// @param low        below it the mean lies in 2.5 percent of the times that futures are drawn anew
    /// @param high       above it in 2.5 percent
    /// @param flips      in what part of those times the two are in the other order
    public record Pair(
            String a,
            String b,
            Measure measure,
            double difference,
            double low,
            double high,
            double better,
            double flips) {}

    /// How often a member goes.
    ///
    /// @param rate      of the missions that ran, on what part it went; 0 where none ran
    /// @param threshold where members react: what going would have to be worth more to it, in minor units, for it to
    ///                  come where it stays out; in half of the futures in which it does it is less. Empty where it
    ///                  never stays out of a mission that has use for it
    public record Join(String member, String reform, double rate, Optional<Double> threshold) {}

    public Comparison {
        reforms = List.copyOf(reforms);
        pairs = List.copyOf(pairs);
        joins = List.copyOf(joins);
        standing = List.copyOf(standing);
        found = List.copyOf(found);
    }

    /// The same, where differences up to these do not count.
    ///
    /// @param epsilon by measure, money in minor units
    public Comparison ignoring(Map<Measure, Double> epsilon) {
        return new Comparison(reforms, pairs, Pareto.of(reforms, epsilon), joins, standing, found);
    }

    /// One reform of the comparison.
    public OfReform of(String reform) {
        return reforms.stream()
                .filter(one -> one.reform().equals(reform))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(reform));
    }

    /// Compares the reforms of a study. The same rows give the same numbers.
    ///
    /// @param decimals of the currency, for thresholds in money
    public static Comparison of(Results results, int decimals) {
        int futures = results.futures().size();
        Doubt doubt = Doubt.of(results.question());
        Map<Measure, double[]> best = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            best.put(measure, best(results, measure));
        }
        List<OfReform> reforms = new ArrayList<>();
        for (String reform : results.reforms()) {
            Map<Measure, Stats> measures = new LinkedHashMap<>();
            for (Measure measure : Measure.values()) {
                double[] bests = best.getOrDefault(measure, new double[0]);
                measures.put(
                        measure,
                        stats(
                                results.values(reform, measure),
                                bests,
                                measure,
                                doubt,
                                between(results.rows().getOrDefault(reform, List.of()), measure)));
            }
            boolean[] met = results.satisfied(reform, decimals);
            double[] share = new double[futures];
            Arrays.setAll(share, f -> met[f] ? 1 : 0);
            Doubt.Interval sure = doubt.of(share);
            reforms.add(new OfReform(reform, measures, mean(share), Math.max(0, sure.low()), Math.min(1, sure.high())));
        }
        return new Comparison(
                reforms,
                pairs(results, doubt),
                Pareto.of(reforms, Map.of()),
                joins(results),
                HoldingCoalition.of(results),
                HowFound.of(results));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double[] best(Results results, Measure measure) {
        double[] best = new double[results.futures().size()];
        boolean up = measure.better() == Measure.Better.UP;
        Arrays.fill(best, up ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        for (String reform : results.reforms()) {
            double[] values = results.values(reform, measure);
            for (int f = 0; f < best.length; f++) {
                best[f] = up ? Math.max(best[f], values[f]) : Math.min(best[f], values[f]);
            }
        }
        return best;
    }

    private static Optional<Between> between(List<Row> rows, Measure measure) {
        if (rows.stream().allMatch(row -> row.range(measure).isEmpty())) {
            return Optional.empty();
        }
        double low = 0;
        double high = 0;
        int part = 0;
        for (Row row : rows) {
            Optional<Range> range = Optional.ofNullable(row.replied().ranges().get(measure));
            low += row.range(measure).map(ends -> ends[0]).orElse(row.value(measure));
            high += row.range(measure).map(ends -> ends[1]).orElse(row.value(measure));
            part += range.isPresent() && !range.get().all() ? 1 : 0;
        }
        int n = rows.size();
        return Optional.of(new Between(low / n, high / n, part / (double) n));
    }

    private static Stats stats(
            double[] values, double[] best, Measure measure, Doubt doubt, Optional<Between> between) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Doubt.Interval sure = doubt.of(values);
        boolean up = measure.better() == Measure.Better.UP;
        Optional<double[]> regrets = Optional.empty();
        if (measure.better() != Measure.Better.NEITHER) {
            double[] regret = new double[values.length];
            Arrays.setAll(regret, f -> Math.abs(best[f] - values[f]));
            Arrays.sort(regret);
            regrets = Optional.of(regret);
        }
        long bests = 0;
        for (int f = 0; f < values.length; f++) {
            bests += values[f] == best[f] ? 1 : 0;
        }
        double share = bests / (double) values.length;
        return new Stats(
                mean(values),
                sure.low(),
                sure.high(),
                Prim.quantile(sorted, 0.5),
                Prim.quantile(sorted, up ? 0.1 : 0.9),
                regrets.map(regret -> Prim.quantile(regret, 0.9)),
                regrets.map(regret -> regret[regret.length - 1]),
                regrets.map(regret -> share),
                between);
    }

    private static List<Pair> pairs(Results results, Doubt doubt) {
        List<Pair> pairs = new ArrayList<>();
        List<String> names = results.reforms();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                for (Measure measure : Measure.values()) {
                    if (measure.better() != Measure.Better.NEITHER) {
                        pairs.add(pair(results, doubt, names.get(a), names.get(b), measure));
                    }
                }
            }
        }
        return pairs;
    }

    private static Pair pair(Results results, Doubt doubt, String a, String b, Measure measure) {
        double[] ofA = results.values(a, measure);
        double[] ofB = results.values(b, measure);
        double[] difference = new double[ofA.length];
        int better = 0;
        for (int f = 0; f < difference.length; f++) {
            difference[f] = ofB[f] - ofA[f];
            better += (measure.better() == Measure.Better.UP ? difference[f] > 0 : difference[f] < 0) ? 1 : 0;
        }
        Doubt.Interval sure = doubt.of(difference);
        return new Pair(
                a,
                b,
                measure,
                mean(difference),
                sure.low(),
                sure.high(),
                better / (double) difference.length,
                sure.turns());
    }

    private static Optional<Double> middle(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Optional.empty() : Optional.of((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }

    private static List<Join> joins(Results results) {
        List<String> allies = results.question().alliance().members().stream()
                .filter(Member::isAlly)
                .map(Member::code)
                .toList();
        List<Join> joins = new ArrayList<>();
        for (Map.Entry<String, List<Row>> reform : results.rows().entrySet()) {
            double ran = reform.getValue().stream()
                    .mapToDouble(row -> row.value(Measure.RAN))
                    .sum();
            for (int i = 0; i < allies.size(); i++) {
                int ally = i;
                double went = reform.getValue().stream()
                        .mapToDouble(row -> row.goes().get(ally) / 1e9)
                        .sum();
                double[] lacking = reform.getValue().stream()
                        .flatMap(
                                row -> Stream.ofNullable(row.replied().lacking().get(allies.get(ally))))
                        .mapToDouble(Long::doubleValue)
                        .sorted()
                        .toArray();
                joins.add(new Join(allies.get(i), reform.getKey(), ran == 0 ? 0 : went / ran, middle(lacking)));
            }
        }
        return joins;
    }
}
