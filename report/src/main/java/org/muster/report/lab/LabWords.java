package org.muster.report.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.alliance.bill.Money;
import org.muster.alliance.lab.Measure;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.analysis.Pareto;
import org.muster.lab.run.Hindcasts;
import org.muster.lab.run.WhoseMoney;

/// Sentences and numbers that the forms of a comparison share.
final class LabWords {
    private final LabAnswer answer;

    LabWords(LabAnswer answer) {
        this.answer = answer;
    }

    /// A value for people: money in millions, with its currency in the heading.
    String number(Measure measure, double value) {
        if (measure.unit() == Measure.Unit.MONEY) {
            long million = Money.minor("1000000", currency());
            return String.format(Locale.ROOT, "%,.1f", value / million);
        }
        return String.format(Locale.ROOT, measure.unit() == Measure.Unit.RATIO ? "%.3f" : "%,.2f", value);
    }

    /// The mean, and in brackets its range over the coalitions in which missions could settle, where that is one.
    String meanWithRange(Measure measure, Comparison.Stats stats) {
        return number(measure, stats.mean())
                + stats.between()
                        .map(range ->
                                " [" + number(measure, range.low()) + " to " + number(measure, range.high()) + "]")
                        .orElse("");
    }

    /// What the brackets of [#meanWithRange] are; empty where there are none.
    Optional<String> ranges() {
        List<Comparison.Between> all = answer.comparison().reforms().stream()
                .flatMap(one -> one.measures().values().stream())
                .flatMap(stats -> stats.between().stream())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        double most = all.stream().mapToDouble(Comparison.Between::part).max().orElse(0);
        return Optional.of(
                "In brackets: from where to where the mean lies over the coalitions that enforce themselves and run, each"
                        + " mission in any of its own."
                        + (most == 0
                                ? ""
                                : " In up to " + percent(most)
                                        + " percent of the futures not every way was looked at, so that it may be wider."));
    }

    /// Which reforms give nothing for what they take, and beside which; empty with one reform.
    Optional<String> pareto() {
        Pareto pareto = answer.comparison().pareto();
        if (pareto.reforms().size() < 2) {
            return Optional.empty();
        }
        List<String> ignored = pareto.epsilon().entrySet().stream()
                .map(one ->
                        one.getKey().title() + " " + number(one.getKey(), one.getValue()) + " " + unit(one.getKey()))
                .toList();
        List<String> free = pareto.reforms().stream()
                .filter(one -> one.dominatedBy().isEmpty())
                .map(Pareto.Efficient::reform)
                .toList();
        List<String> dominated = pareto.reforms().stream()
                .flatMap(one -> one
                        .dominatedBy()
                        .map(by -> one.reform()
                                + (ignored.isEmpty() ? " is nowhere better in the mean than " : " is dominated by ")
                                + by)
                        .stream())
                .toList();
        String counts = ignored.isEmpty()
                ? ""
                : "Of differences of means that count (above " + String.join(", ", ignored) + "): ";
        if (dominated.isEmpty()) {
            return Optional.of(counts + (counts.isEmpty() ? "E" : "e")
                    + "ach reform is in some measure better in the mean than each other, or equal to it in all.");
        }
        return Optional.of(counts + String.join("; ", dominated) + ". "
                + (free.isEmpty()
                        ? "They dominate one another in a ring."
                        : "Dominated by none: " + String.join(", ", free) + "."));
    }

    String unit(Measure measure) {
        return measure.unit() == Measure.Unit.MONEY
                ? currency() + " m"
                : measure.unit().word();
    }

    /// An amount in millions.
    String millions(double minor) {
        return String.format(Locale.ROOT, "%,.1f", minor / Money.minor("1000000", currency()));
    }

    String currency() {
        return answer.results().question().alliance().currency();
    }

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f", 100 * part);
    }

    /// One sentence with its doubt: which reform leaves fewest missions undone, how sure that is, and what it costs.
    String headline() {
        List<Comparison.OfReform> order = new ArrayList<>(answer.comparison().reforms());
        order.sort(Comparator.comparingDouble(one -> one.of(Measure.FAILED).mean()));
        Comparison.OfReform best = order.getFirst();
        if (order.size() == 1) {
            return String.format(
                    Locale.ROOT,
                    "Under %s %s of %s missions fail on average (95 %% sure of the mean: %s to %s).",
                    best.reform(),
                    number(Measure.FAILED, best.of(Measure.FAILED).mean()),
                    number(Measure.ASKED, best.of(Measure.ASKED).mean()),
                    number(Measure.FAILED, best.of(Measure.FAILED).low()),
                    number(Measure.FAILED, best.of(Measure.FAILED).high()));
        }
        Comparison.OfReform next = order.get(1);
        Comparison.Pair pair = pair(next.reform(), best.reform(), Measure.FAILED);
        double fewer = Math.abs(pair.difference());
        double low = Math.min(Math.abs(pair.low()), Math.abs(pair.high()));
        double high = Math.max(Math.abs(pair.low()), Math.abs(pair.high()));
        if (pair.low() <= 0 && pair.high() >= 0) {
            return String.format(
                    Locale.ROOT,
                    "%s and %s leave equally many missions undone, as far as %,d futures tell: %s of %s on average.",
                    best.reform(),
                    next.reform(),
                    answer.results().futures().size(),
                    number(Measure.FAILED, best.of(Measure.FAILED).mean()),
                    number(Measure.ASKED, best.of(Measure.ASKED).mean()));
        }
        return String.format(
                Locale.ROOT,
                "%s leaves fewest missions undone: %s of %s on average, %s (%s to %s) fewer than %s in the same futures.",
                best.reform(),
                number(Measure.FAILED, best.of(Measure.FAILED).mean()),
                number(Measure.ASKED, best.of(Measure.ASKED).mean()),
                number(Measure.FAILED, fewer),
                number(Measure.FAILED, low),
                number(Measure.FAILED, high),
                next.reform());
    }

    Comparison.Pair pair(String one, String other, Measure measure) {
        return answer.comparison().pairs().stream()
                .filter(pair -> pair.measure() == measure
                        && ((pair.a().equals(one) && pair.b().equals(other))
                                || (pair.a().equals(other) && pair.b().equals(one))))
                .findFirst()
                .orElseThrow();
    }

    /// How far the model can be believed.
    String hindcast() {
        return hindcast(answer.hindcast());
    }

    /// How far a model can be believed that was asked who went on what happened.
    static String hindcast(Hindcasts asked) {
        if (asked.missions().isEmpty()) {
            return "No mission of the futures is on record, so that nobody knows how well the model tells who goes.";
        }
        double brier = asked.brier();
        double common = asked.common();
        String scored = String.format(Locale.ROOT, "Told who went on what happened, the model scores %.3f", brier);
        if (Double.isNaN(common)) {
            return scored + " (Brier; less is better).";
        }
        return scored
                + String.format(
                        Locale.ROOT,
                        " (Brier; less is better) and always saying the common share %.3f: %s.",
                        common,
                        brier < common
                                ? "better than nothing"
                                : "worse than nothing, so believe differences between reforms more than numbers");
    }

    /// What low and high are.
    String sure() {
        return switch (answer.results().question().design()) {
            case MC, FACTORIAL -> "95 percent of resampled means";
            case LHS -> "95 percent by how far the means of the eight hypercubes lie apart (Student)";
            case SOBOL -> "95 percent by how far the means of the eight scrambles lie apart (Student)";
            case MORRIS -> "95 percent by how far the means of the trajectories lie apart (Student)";
            case SALTELLI -> "95 percent by how far the means of the blocks lie apart (Student)";
        };
    }

    /// What money is a mean over, in a sentence; empty where members react.
    String money() {
        WhoseMoney money = WhoseMoney.of(answer.results().question());
        List<String> parts = new ArrayList<>();
        if (!money.means().isEmpty()) {
            parts.add("bills of " + String.join(", ", money.means())
                    + " are means over all coalitions of willing members, each with its best plan");
        }
        if (!money.bestPlan().isEmpty()) {
            parts.add("bills of " + String.join(", ", money.bestPlan())
                    + " are those of the best plan of all, times the chance that the mission runs, since too many members"
                    + " matter to plan every coalition");
        }
        return parts.isEmpty() ? "" : "Money: " + String.join("; ", parts) + ".";
    }

    /// At what an owner's hours are counted that a mission draws; empty where no pool counts by the year.
    Optional<String> hours() {
        String currency = currency();
        List<String> pools = answer.hours().stream()
                .map(one -> one.pool() + " " + Money.grouped(one.worthMinor(), currency)
                        + (one.isDeclared() ? " as declared" : " as it costs to draw"))
                .toList();
        return pools.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "What a member is left with counts each hour of its own that a mission draws as lost to it,"
                                + " and each that a reform adds as won, at its worth outside missions (" + currency
                                + " an hour): " + String.join(", ", pools) + ".");
    }

    static final String NOT_A_FORECAST =
            "This is no forecast: it says what follows from the folder's rules, offers and chances, many of which are"
                    + " invented.";
}
