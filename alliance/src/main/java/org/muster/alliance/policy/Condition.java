package org.muster.alliance.policy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// One standing condition under which a member joins.
public sealed interface Condition {
    /// Joins only a mission that has one of `mandates`.
    record NeedsMandate(Set<String> mandates) implements Condition {
        public NeedsMandate {
            mandates = sorted(mandates);
        }
    }

    /// Joins only if every one of `members` joins.
    record BesideAll(Set<String> members) implements Condition {
        public BesideAll {
            members = sorted(members);
        }
    }

    /// Joins only if at least one of `members` joins.
    record BesideAny(Set<String> members) implements Condition {
        public BesideAny {
            members = sorted(members);
        }
    }

    /// Joins only if none of `members` joins.
    record NotBeside(Set<String> members) implements Condition {
        public NotBeside {
            members = sorted(members);
        }
    }

    /// Joins only if every essential line of every follow-up phase is covered, and there is such a phase.
    record DayAfterCovered() implements Condition {}

    /// Brings nothing to lines of one of `kinds` of task.
    record NeverKinds(Set<String> kinds) implements Condition {
        public NeverKinds {
            kinds = sorted(kinds);
        }
    }

    /// Brings something only to lines of one of `kinds` of task.
    record OnlyKinds(Set<String> kinds) implements Condition {
        public OnlyKinds {
            kinds = sorted(kinds);
        }
    }

    /// Joins only if at least `members` members join, itself included.
    record AtLeastMembers(int members) implements Condition {}

    /// Does not join.
    record StaysOut() implements Condition {}

    private static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
