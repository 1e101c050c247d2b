package org.muster.invest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.games.Fraction;

/// Why something matters.
public sealed interface Explained {
    /// A candidate, block by block, beside the rest of the best portfolio.
    ///
    /// @param candidate its id
    /// @param steps     blocks at which something changes, with what then is; the first is none
    /// @param without   the best portfolio without it
    /// @param need      how often how many of its units are needed, and what each is worth; empty for a rule
    /// @param lines     what the lines of weighed missions cost in a year with none of it, with one block, and so
    ///                  on, in minor units; empty where no money is weighed, or what some of these missions cost is
    ///                  not known
    record OfCandidate(
            String candidate, List<Step> steps, Portfolio without, Optional<NeedInCommon> need, List<Fraction> lines)
            implements Explained {
        public OfCandidate {
            steps = List.copyOf(steps);
            lines = List.copyOf(lines);
        }

        /// What a step saves in a year against having none, in minor units.
        public Fraction saves(Step step) {
            return steps.getFirst().money().minus(step.money());
        }

        /// The price of a block a year below which a step pays: what it saves for each of its blocks.
        public Fraction breakEven(Step step) {
            return step.blocks() == 0 ? Fraction.ZERO : saves(step).over(step.blocks());
        }
    }

    /// A number of blocks and what then is.
    ///
    /// @param money what is weighed against prices in a year then, exact, in minor units: 0 where no failure has a
    /// price
    record Step(int blocks, Portfolio portfolio, Fraction money) {}

    /// A member: mission by mission what would free the mission of it.
    ///
    /// @param member   its code
    /// @param missions one entry for every mission that is judged
    record OfMember(String member, List<Freed> missions) implements Explained {
        public OfMember {
            missions = List.copyOf(missions);
        }
    }

    /// What frees a mission of a member.
    ///
    /// @param mission its id
    /// @param now     the chance that it can run without the member, with nothing more in common
    /// @param least   the chance that has to be reached; above 0 where none was asked for
    /// @param cures   the smallest sets of changes that reach it, none within another, cheapest first; empty where
    ///                nothing does, or nothing has to be done
    record Freed(String mission, Fraction now, Fraction least, List<Cure> cures) {
        public Freed {
            cures = List.copyOf(cures);
        }
    }

    /// A set of changes.
    ///
    /// @param blocks       blocks by candidate, no fewer of any would do
    /// @param pricePerYear exact, in minor units
    /// @param without      the chance without the member that it gives
    record Cure(Map<String, Integer> blocks, Fraction pricePerYear, Fraction without) {
        public Cure {
            blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        }
    }
}
