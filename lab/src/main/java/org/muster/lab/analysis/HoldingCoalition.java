package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.alliance.lab.Futures;
import org.muster.lab.run.Row;

/// How often a coalition enforces itself, of the times that its mission comes: its stability likelihood (R. Dellink, M.
/// Finus, N. Olieman, *The Stability Likelihood of an International Climate Agreement*, Environmental and Resource
/// Economics 39 (2008)).
///
/// @param mission the mission's id
/// @param members who is available, in the alliance's order
/// @param shares  by stack, from 0 to 1
public record HoldingCoalition(String mission, List<String> members, Map<String, Double> shares) {
    /// Coalitions that are named for each mission at most: those that hold most often under any reform.
    static final int MOST = 20;

    private static final double NANO = 1e9;

    public HoldingCoalition {
        members = List.copyOf(members);
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    private double most() {
        return shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /// Those of a study; none where members do not react.
    static List<HoldingCoalition> of(Results results) {
        List<HoldingCoalition> all = new ArrayList<>();
        for (Futures.Template template : results.question().setting().templates()) {
            int at = results.names().indexOf("comes-" + template.mission());
            double came = results.futures().stream()
                    .mapToDouble(future -> at < 0 ? 0 : future[at])
                    .sum();
            if (came > 0) {
                all.addAll(of(results, template.mission(), came));
            }
        }
        return all;
    }

    private static List<HoldingCoalition> of(Results results, String mission, double came) {
        Map<String, Map<String, Double>> sums = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>();
        String prefix = Row.Replied.name(mission, List.of());
        results.rows().forEach((reform, rows) -> {
            Map<String, Double> of = sums.computeIfAbsent(reform, k -> new TreeMap<>());
            rows.forEach(row -> row.replied().holding().forEach((name, nano) -> {
                if (name.startsWith(prefix)) {
                    names.add(name);
                    of.merge(name, nano / NANO, Double::sum);
                }
            }));
        });
        return names.stream()
                .map(name -> {
                    Map<String, Double> shares = new LinkedHashMap<>();
                    results.reforms()
                            .forEach(reform -> shares.put(
                                    reform, sums.getOrDefault(reform, Map.of()).getOrDefault(name, 0.0) / came));
                    return new HoldingCoalition(
                            mission,
                            Arrays.asList(name.substring(prefix.length()).split("\\+", -1)),
                            shares);
                })
                .sorted(Comparator.comparingDouble(HoldingCoalition::most).reversed())
                .limit(MOST)
                .toList();
    }
}
