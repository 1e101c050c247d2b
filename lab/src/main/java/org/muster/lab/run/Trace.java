package org.muster.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muster.lab.join.Ending;

/// One run with every step of it.
///
/// @param reform the stack's name
/// @param future the future
/// @param row    the same as in the study
/// @param steps  missions as they came; one that hangs on whether others ran stands here once for each way
public record Trace(String reform, Future future, Row row, List<Step> steps) {
    static final Listener NONE = (occurrence, weight, used, outcome) -> {};

    /// A mission that came.
    ///
    /// @param occurrence when
    /// @param weight     how likely it is that things had come so
    /// @param used       units of pools, offers and charters that were gone, by id
    /// @param chance     how likely it ran then
    /// @param hung       how many members it hung on
    /// @param planned    what the plan says
    /// @param replies    what members do who react
    public record Step(
            Future.Occurrence occurrence,
            double weight,
            Map<String, Long> used,
            double chance,
            double hung,
            Planned planned,
            Replies replies) {
        /// What the plan says.
        ///
        /// @param reason   why it is as it is, in a sentence
        /// @param going    who goes
        /// @param netMinor what it costs, in minor units
        public record Planned(String reason, List<String> going, long netMinor) {
            public Planned {
                going = List.copyOf(going);
            }
        }

        /// What members do who react.
        ///
        /// @param joins   who is available
        /// @param vetoes  how many object
        /// @param found   how what holds was found; empty where members do not react
        /// @param holding coalitions that hold and run
        /// @param idle    idle coalitions that no member alone wants to change, where all were looked at
        /// @param cycle   coalitions that come round; empty where members came to rest
        public record Replies(
                List<String> joins,
                int vetoes,
                Optional<Ending> found,
                List<List<String>> holding,
                Optional<Integer> idle,
                List<List<String>> cycle) {
            public Replies {
                joins = List.copyOf(joins);
                holding = List.copyOf(holding);
                cycle = List.copyOf(cycle);
            }
        }

        public Step {
            used = java.util.Collections.unmodifiableMap(new TreeMap<>(used));
        }

        /// Whether members came to rest.
        public boolean isSettled() {
            return replies.cycle().isEmpty();
        }
    }

    public Trace {
        steps = List.copyOf(steps);
    }

    interface Listener {
        void mission(Future.Occurrence occurrence, double weight, Map<String, Long> used, Outcome outcome);
    }

    static final class Writing implements Listener {
        private final List<Step> steps = new ArrayList<>();

        List<Step> steps() {
            return steps;
        }

        @Override
        public void mission(Future.Occurrence occurrence, double weight, Map<String, Long> used, Outcome outcome) {
            steps.add(new Step(
                    occurrence,
                    weight,
                    used,
                    outcome.chance(),
                    outcome.hung(),
                    new Step.Planned(
                            outcome.settlement().plan().reason(),
                            outcome.settlement().going(),
                            outcome.settlement().netMinor()),
                    new Step.Replies(
                            outcome.joins(),
                            outcome.vetoes(),
                            outcome.replied().map(Outcome.Replied::found),
                            outcome.holding(),
                            outcome.replied().flatMap(Outcome.Replied::idle),
                            outcome.replied().map(Outcome.Replied::cycle).orElse(List.of()))));
        }
    }
}
