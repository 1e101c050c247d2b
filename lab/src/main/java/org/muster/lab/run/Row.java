package org.muster.lab.run;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muster.alliance.lab.Measure;
import org.muster.lab.join.Ending;

/// What is measured of one run.
///
/// @param future  the number of its future
/// @param values  by measure, in the order of [Measure]: money in whole minor units, all else in units of 10^-9: parts
///                add up to the last digit
/// @param goes    by ally, in the alliance's order: on how many missions that ran it went, in units of 10^-9
/// @param replied what members that react would do; empty where they do not
public record Row(int future, List<Long> values, List<Long> goes, Replied replied) {
    private static final double NANO = 1e9;

    /// What members that react would do.
    ///
    /// @param lacking by member, for one that stayed out of a mission that has use for it: what going would have to be
    ///                worth more to it, for it to come, on average, in minor units
    /// @param holding by mission and coalition, as [#name] has them: how often the coalition enforced itself, in units
    ///                of 10^-9
    /// @param found   by mission and [Ending]: how often what holds was found so, in units of 10^-9
    /// @param ranges  by measure, where it is wider than a point: the range over the coalitions that enforce themselves
    ///                and run
    public record Replied(
            Map<String, Long> lacking, Map<String, Long> holding, Map<String, Long> found, Map<Measure, Range> ranges) {
        /// Nobody reacts.
        public static final Replied NONE = new Replied(Map.of(), Map.of(), Map.of(), Map.of());

        public Replied {
            lacking = Collections.unmodifiableMap(new TreeMap<>(lacking));
            holding = Collections.unmodifiableMap(new TreeMap<>(holding));
            found = Collections.unmodifiableMap(new TreeMap<>(found));
            ranges = Collections.unmodifiableMap(new TreeMap<>(ranges));
        }

        /// A coalition in a mission: `MISSION:ARN+BEL`.
        public static String name(String mission, List<String> coalition) {
            return mission + ":" + String.join("+", coalition);
        }

        /// How what holds in a mission was found: `MISSION:all`.
        public static String name(String mission, Ending found) {
            return mission + ":" + found.word();
        }

        /// As one cell of a table: `ARN=120;BEL=7`.
        public static String text(Map<String, Long> some) {
            return some.entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining(";"));
        }

        /// Ranges as one cell of a table: `failed=0..1000000000;bill=7..9`.
        public static String rangesText(Map<Measure, Range> some) {
            return some.entrySet().stream()
                    .map(one -> one.getKey().word() + "=" + one.getValue())
                    .collect(Collectors.joining(";"));
        }

        /// What [#rangesText] wrote.
        public static Map<Measure, Range> parsedRanges(String text) {
            Map<Measure, Range> some = new TreeMap<>();
            for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
                int at = part.indexOf('=');
                some.put(
                        Measure.of(part.substring(0, at)).orElseThrow(() -> new IllegalArgumentException(part)),
                        Range.parsed(part.substring(at + 1)));
            }
            return some;
        }

        /// What [#text] wrote.
        public static Map<String, Long> parsed(String text) {
            Map<String, Long> some = new TreeMap<>();
            for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
                int at = part.lastIndexOf('=');
                some.put(part.substring(0, at), Long.parseLong(part.substring(at + 1)));
            }
            return some;
        }
    }

    public Row {
        values = List.copyOf(values);
        goes = List.copyOf(goes);
        if (values.size() != Measure.values().length) {
            throw new IllegalArgumentException(values.size() + " values of " + Measure.values().length + " measures");
        }
    }

    /// A value as a number: money in minor units.
    public double value(Measure measure) {
        long value = values.get(measure.place());
        return measure.unit().decimals() == 0 ? value : value / NANO;
    }

    /// The range of a measure as numbers, money in minor units; empty where it is a point.
    public Optional<double[]> range(Measure measure) {
        double unit = measure.unit().decimals() == 0 ? 1 : NANO;
        return Optional.ofNullable(replied.ranges().get(measure))
                .map(range -> new double[] {range.low() / unit, range.high() / unit});
    }

    /// A value as text: money in minor units, all else as a decimal without zeros at its end.
    public String text(Measure measure) {
        return BigDecimal.valueOf(values.get(measure.place()), measure.unit().decimals())
                .stripTrailingZeros()
                .toPlainString();
    }

    /// The value of a text that [#text] wrote.
    ///
    /// @throws ArithmeticException where it has more digits than are kept
    public static long parsed(Measure measure, String text) {
        return new BigDecimal(text).movePointRight(measure.unit().decimals()).longValueExact();
    }
}
