package org.muster.input;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The problems of one reading, as they come up; not for several threads at once.
public final class Findings {
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    /// Takes up a mistake.
    public void add(Place place, String wrong, String right) {
        problems.add(new Problem(place, wrong, right));
    }

    /// Takes up what may be meant, and may as well be a mistake.
    public void warn(Place place, String wrong, String right) {
        warnings.add(new Problem(place, wrong, right));
    }

    /// Whether there is no problem; warnings stand in nobody's way.
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /// The mistakes by place, each once.
    public List<Problem> inOrder() {
        return inOrder(problems);
    }

    /// What may be meant, by place, each once.
    public List<Problem> warnings() {
        return inOrder(warnings);
    }

    private static List<Problem> inOrder(Set<Problem> found) {
        return found.stream().sorted(Problem.ORDER).toList();
    }
}
