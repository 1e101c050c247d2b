package org.muster.alliance.folder;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The problems of one reading, as they come up.
final class Findings {
    private final Set<Problem> problems = new LinkedHashSet<>();

    void add(Place place, String wrong, String right) {
        problems.add(new Problem(place, wrong, right));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::place)
                        .thenComparing(Problem::wrong)
                        .thenComparing(Problem::right))
                .toList();
    }
}
