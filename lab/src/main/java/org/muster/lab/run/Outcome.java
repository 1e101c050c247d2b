package org.muster.lab.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What comes of a mission.
///
/// @param weight     how likely this outcome is, given that the mission comes; of all outcomes together 1
/// @param settlement what it comes to where it runs
/// @param chance     how likely it runs then
/// @param hung       how many members decide on average whether it runs
/// @param vetoes     how many members object
/// @param isSettled  whether members came to rest; always so where they do not react
/// @param joins      who is available, where members react; empty where each is willing by chance
/// @param lacking    where members react: what going would have to be worth more to each that is not available, for it
///                   to come, in minor units; those of whom the plan would have no use are left out
/// @param holding    where members react: all coalitions that enforce themselves and run, where so few matter
///                   that all are planned; else the one that members came to, in which nobody gains by switching alone
record Outcome(
        double weight,
        Settlement settlement,
        double chance,
        double hung,
        int vetoes,
        boolean isSettled,
        List<String> joins,
        Map<String, Long> lacking,
        List<List<String>> holding) {
    Outcome {
        joins = List.copyOf(joins);
        lacking = Collections.unmodifiableMap(new TreeMap<>(lacking));
        holding = List.copyOf(holding);
    }

    Outcome weighing(double other) {
        return new Outcome(other, settlement, chance, hung, vetoes, isSettled, joins, lacking, holding);
    }
}
