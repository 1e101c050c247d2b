package org.muster.lab.run;

import java.util.List;

/// What comes of a mission.
///
/// @param weight     how likely this outcome is, given that the mission comes; of all outcomes together 1
/// @param settlement what it comes to where it runs
/// @param chance     how likely it runs then
/// @param hung       how many members decide on average whether it runs
/// @param vetoes     how many members object
/// @param isSettled  whether members came to rest; always so where they do not react
/// @param joins      who is available, where members react; empty where each is willing by chance
record Outcome(
        double weight,
        Settlement settlement,
        double chance,
        double hung,
        int vetoes,
        boolean isSettled,
        List<String> joins) {
    Outcome {
        joins = List.copyOf(joins);
    }

    Outcome weighing(double other) {
        return new Outcome(other, settlement, chance, hung, vetoes, isSettled, joins);
    }
}
