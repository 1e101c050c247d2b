package org.muster.alliance.offer;

import java.time.Month;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// What a caveat is about: place, kind of task, time of the year, company, duration, or everything.
public sealed interface Limit {
    /// Everything that the offer could do (an approval that is always needed).
    record Always() implements Limit {}

    /// Lines at one of `places`.
    record At(Set<String> places) implements Limit {
        public At {
            places = sorted(places);
        }
    }

    /// Lines anywhere but at `places`.
    record OutsideOf(Set<String> places) implements Limit {
        public OutsideOf {
            places = sorted(places);
        }
    }

    /// Lines of one of `kinds` of task.
    record OfKind(Set<String> kinds) implements Limit {
        public OfKind {
            kinds = sorted(kinds);
        }
    }

    /// Lines of any kind of task but `kinds`.
    record NotOfKind(Set<String> kinds) implements Limit {
        public NotOfKind {
            kinds = sorted(kinds);
        }
    }

    /// Phases that touch one of `months`.
    record During(Set<Month> months) implements Limit {
        public During {
            if (months.isEmpty()) {
                throw new IllegalArgumentException("a limit on months names at least one");
            }
            months = Collections.unmodifiableSet(EnumSet.copyOf(months));
        }
    }

    /// Missions in which one of `members` takes part.
    record Beside(Set<String> members) implements Limit {
        public Beside {
            members = sorted(members);
        }
    }

    /// Phases of more than `days` days.
    record LongerThan(int days) implements Limit {}

    private static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
