package org.muster.alliance.sharing;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.source.Provenance;

/// An alliance's own sharing rule: steps in order, each of which takes lines of the bill and has them borne by a key or
/// by a rule, up to a cap. What no step takes lies where it falls.
///
/// @param id          its name in files and commands
/// @param title       what it is called on screens
/// @param description one sentence for people
/// @param version     its version, in the alliance's own count
/// @param steps       at least one
/// @param provenance  source and status
public record RuleComposition(
        String id, String title, String description, String version, List<Step> steps, Provenance provenance) {
    /// One step.
    ///
    /// @param categories categories of the lines that it takes; empty where it takes whatever is left
    /// @param by         who bears them
    /// @param capMinor   the most that the step takes, in minor units; empty where all
    public record Step(Set<String> categories, By by, Optional<Long> capMinor) {
        public Step {
            categories = Collections.unmodifiableSet(new TreeSet<>(categories));
        }

        /// Whether it takes lines of a category.
        public boolean takes(String category) {
            return categories.isEmpty() || categories.contains(category);
        }
    }

    /// Who bears what a step takes.
    public sealed interface By {
        /// The members of a key, by its id.
        record OfKey(String key) implements By {}

        /// Those whom a rule names.
        record OfRule(RuleName rule) implements By {}
    }

    public RuleComposition {
        Objects.requireNonNull(id);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " has no step");
        }
    }
}
