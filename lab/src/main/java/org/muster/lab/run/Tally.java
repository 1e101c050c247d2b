package org.muster.lab.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muster.alliance.lab.Measure;
import org.muster.share.verdict.Inequality;

/// Sums over the years of a run.
final class Tally {
    private static final double NANO = 1e9;

    private final boolean[] ally;
    private final double[] bears;
    private final double[] nets;
    private final double[] goes;
    private final Map<String, Double> stayed = new TreeMap<>();
    private final Map<String, Double> lacked = new TreeMap<>();
    private final Map<String, Double> held = new TreeMap<>();
    private final Map<String, Double> found = new TreeMap<>();
    private final double[] sums = new double[Measure.values().length];

    /// @param ally by member, whether it is an ally, in the alliance's order
    Tally(boolean[] ally) {
        this.ally = ally.clone();
        this.bears = new double[ally.length];
        this.nets = new double[ally.length];
        this.goes = new double[ally.length];
    }

    /// The same sums, to be added to apart.
    Tally copy() {
        Tally copy = new Tally(ally);
        copy.add(this);
        return copy;
    }

    /// Adds the sums of another, but not who stays away why.
    void add(Tally other) {
        for (int i = 0; i < bears.length; i++) {
            bears[i] += other.bears[i];
            nets[i] += other.nets[i];
            goes[i] += other.goes[i];
        }
        for (int m = 0; m < sums.length; m++) {
            sums[m] += other.sums[m];
        }
    }

    /// All that [#values] hangs on.
    List<Double> numbers() {
        return Stream.of(sums, bears, nets)
                .flatMapToDouble(Arrays::stream)
                .boxed()
                .toList();
    }

    void add(Measure measure, double value) {
        sums[measure.place()] += value;
    }

    /// A mission with its chances.
    ///
    /// @param weight  how likely it is that it comes so
    /// @param benefit what its worth is multiplied by
    void mission(double weight, Outcome outcome, double benefit) {
        Settlement settled = outcome.settlement();
        double runs = weight * outcome.chance();
        add(Measure.ASKED, weight);
        add(Measure.RAN, runs);
        add(Measure.HUNG, weight * outcome.hung());
        add(Measure.VETOES, weight * outcome.vetoes());
        add(Measure.NO_SETTLEMENT, outcome.isSettled() ? 0 : weight);
        add(Measure.OPEN_DAY_AFTER, weight * settled.openDays());
        add(Measure.POOL_REFUSED, weight * settled.refused());
        if (outcome.means().isPresent()) {
            means(weight, outcome.means().get());
        } else {
            planned(runs, settled, benefit);
        }
    }

    /// What the plan comes to, as likely as it runs.
    private void planned(double runs, Settlement settled, double benefit) {
        add(Measure.POOL_USED, runs * settled.drawnInAll());
        add(Measure.BILL, runs * settled.netMinor());
        add(Measure.BORNE_BY_GOERS, runs * settled.goersPay());
        for (int i = 0; i < bears.length; i++) {
            double pays = settled.pays().get(i);
            double left =
                    benefit * settled.benefits().get(i) - pays - settled.gives().get(i);
            bears[i] += runs * pays;
            goes[i] += settled.goes().get(i) ? runs : 0;
            nets[i] += runs * left;
            if (ally[i] && !settled.goes().get(i) && left > 0) {
                add(Measure.FREE_RIDE, runs * left);
            }
        }
    }

    private void means(double weight, ExpectedMoney.Means means) {
        add(Measure.POOL_USED, weight * means.drawn());
        add(Measure.BILL, weight * means.netMinor());
        add(Measure.BORNE_BY_GOERS, weight * means.goersPay());
        add(Measure.FREE_RIDE, weight * means.freeRide());
        for (int i = 0; i < bears.length; i++) {
            bears[i] += weight * means.pays().get(i);
            goes[i] += weight * means.goes().get(i);
            nets[i] += weight * means.left().get(i);
        }
    }

    /// What members that react would have to be offered, and which coalitions hold.
    void replied(double weight, String mission, Outcome outcome) {
        outcome.lacking().forEach((member, minor) -> {
            stayed.merge(member, weight, Double::sum);
            lacked.merge(member, weight * minor, Double::sum);
        });
        outcome.holding().forEach(coalition -> held.merge(Row.Replied.name(mission, coalition), weight, Double::sum));
        outcome.replied().ifPresent(one -> found.merge(Row.Replied.name(mission, one.found()), weight, Double::sum));
    }

    private Row.Replied replied(Map<Measure, Range> ranges) {
        Map<String, Long> lacking = new TreeMap<>();
        stayed.forEach((member, weight) -> {
            if (weight > 0) {
                lacking.put(member, Math.round(lacked.getOrDefault(member, 0.0) / weight));
            }
        });
        return new Row.Replied(lacking, nano(held), nano(found), ranges);
    }

    private static Map<String, Long> nano(Map<String, Double> weights) {
        Map<String, Long> nano = new TreeMap<>();
        weights.forEach((name, weight) -> nano.put(name, Math.round(NANO * weight)));
        return nano;
    }

    /// What is held costs, in a year.
    void held(int member, long minor) {
        add(Measure.HELD, (double) minor);
        nets[member] -= minor;
    }

    /// What a member's share of pools is worth outside missions more than it was, in a year.
    void hours(int member, long minor) {
        nets[member] += minor;
    }

    /// By measure, in the order of [Measure]: parts are rounded, and what they are parts of is their sum.
    long[] values() {
        long[] values = new long[sums.length];
        for (Measure measure : Measure.values()) {
            double sum = sums[measure.place()];
            values[measure.place()] = Math.round(measure.unit().decimals() == 0 ? sum : sum * NANO);
        }
        values[Measure.FAILED.place()] = values[Measure.ASKED.place()] - values[Measure.RAN.place()];
        long bill = values[Measure.BILL.place()];
        values[Measure.BORNE_BY_STAYERS.place()] = bill - values[Measure.BORNE_BY_GOERS.place()];
        values[Measure.GOERS_PERCENT.place()] =
                bill == 0 ? 0 : Math.round(100 * NANO * values[Measure.BORNE_BY_GOERS.place()] / bill);
        values[Measure.WORST_NET.place()] = Math.round(worst());
        values[Measure.GINI.place()] = Math.round(NANO * gini());
        return values;
    }

    /// The row.
    ///
    /// @param spread over the coalitions in which missions could settle, where some could in several
    Row row(int future, Optional<Spread> spread) {
        List<Long> values = Arrays.stream(values()).boxed().toList();
        List<Long> going = new ArrayList<>();
        for (int i = 0; i < goes.length; i++) {
            if (ally[i]) {
                going.add(Math.round(NANO * goes[i]));
            }
        }
        Map<Measure, Range> ranges = spread.map(one -> one.ranges(values)).orElse(Map.of());
        return new Row(future, values, going, replied(ranges));
    }

    private double worst() {
        double worst = Double.POSITIVE_INFINITY;
        for (int i = 0; i < nets.length; i++) {
            worst = ally[i] ? Math.min(worst, nets[i]) : worst;
        }
        return Double.isFinite(worst) ? worst : 0;
    }

    private double gini() {
        List<Long> allies = new ArrayList<>();
        for (int i = 0; i < bears.length; i++) {
            if (ally[i]) {
                allies.add(Math.round(bears[i]));
            }
        }
        return allies.stream().allMatch(one -> one == 0)
                ? 0
                : Inequality.gini(allies).doubleValue();
    }
}
