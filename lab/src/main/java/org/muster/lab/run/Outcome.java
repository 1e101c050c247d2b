package org.muster.lab.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muster.lab.join.Ending;

/// What comes of a mission.
///
/// @param weight     how likely this outcome is, given that the mission comes; of all outcomes together 1
/// @param settlement what it comes to where it runs
/// @param chance     how likely it runs then
/// @param hung       how many members decide on average whether it runs
/// @param vetoes     how many members object
/// @param joins      who is available, where members react; empty where each is willing by chance
/// @param lacking    where members react: what going would have to be worth more to each that is not available, for it
///                   to come, in minor units; those of whom the plan would have no use are left out
/// @param replied    how members that react came to it; empty where they do not
/// @param means      money, who goes and what is drawn as means over coalitions; empty where these are those of the
///                   settlement times the chance
record Outcome(
        double weight,
        Settlement settlement,
        double chance,
        double hung,
        int vetoes,
        List<String> joins,
        Map<String, Long> lacking,
        Optional<Replied> replied,
        Optional<ExpectedMoney.Means> means) {
    /// How members that react came to an outcome.
    ///
    /// @param found   how sure it is that this is all there is
    /// @param holding all coalitions that enforce themselves and run, where every coalition was looked at; else the one
    ///                that was found, in which nobody gains by switching alone
    /// @param idle    idle coalitions in which nobody gains by switching alone, where every coalition was looked at
    /// @param cycle   coalitions that come round; empty where members came to rest
    record Replied(Ending found, List<List<String>> holding, Optional<Integer> idle, List<List<String>> cycle) {
        Replied {
            holding = List.copyOf(holding);
            cycle = List.copyOf(cycle);
        }
    }

    Outcome {
        joins = List.copyOf(joins);
        lacking = Collections.unmodifiableMap(new TreeMap<>(lacking));
    }

    /// Whether members came to rest; always so where they do not react.
    boolean isSettled() {
        return replied.map(one -> one.cycle().isEmpty()).orElse(true);
    }

    /// Coalitions that hold and run, where members react.
    List<List<String>> holding() {
        return replied.map(Replied::holding).orElse(List.of());
    }

    Outcome weighing(double other) {
        return new Outcome(other, settlement, chance, hung, vetoes, joins, lacking, replied, means);
    }
}
