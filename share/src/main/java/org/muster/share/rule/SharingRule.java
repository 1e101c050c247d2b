package org.muster.share.rule;

import java.util.Map;

/// A rule of who pays: a case in, an amount per member out.
public interface SharingRule {
    /// Its name in files and commands, for example `agreed-key`.
    String id();

    /// What it is called on screens.
    String title();

    /// One sentence for people.
    String description();

    /// Where the rule comes from.
    String source();

    /// What each member pays, in minor units, for every member of the case; the amounts add up to the bill.
    Outcome share(SharingCase sharing);

    /// What a rule comes to.
    sealed interface Outcome {
        /// Amounts per member in minor units, in the alliance's order, adding up to the bill.
        record Shared(Map<String, Long> amounts) implements Outcome {
            public Shared {
                amounts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(amounts));
            }
        }

        /// The rule has nothing to go by, for the reason given.
        record NotApplicable(String reason) implements Outcome {}
    }
}
