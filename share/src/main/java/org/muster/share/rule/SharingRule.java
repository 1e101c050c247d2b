package org.muster.share.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.muster.share.explain.Explanation;

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

    /// The version of its arithmetic; another number may give other amounts.
    default String version() {
        return "1";
    }

    /// What it was set to, by name, in the case given.
    default Map<String, String> parameters(SharingCase sharing) {
        return Map.of();
    }

    /// What its amounts go by.
    default Basis basis() {
        return Basis.BILL;
    }

    /// What a rule's amounts go by.
    enum Basis {
        /// Who runs up which line.
        BILL,
        /// One weight per member, whatever the lines are.
        WEIGHTS,
        /// What the mission costs single coalitions.
        GAME
    }

    /// What each member pays, in minor units, for every member of the case; the amounts add up to the bill.
    Outcome share(SharingCase sharing);

    /// What a rule comes to.
    sealed interface Outcome {
        /// Amounts per member in minor units, in the alliance's order, adding up to the bill.
        ///
        /// @param amounts what each member pays; below zero where it receives
        /// @param why     why a member pays what it pays
        record Shared(Map<String, Long> amounts, Function<String, Explanation> why) implements Outcome {
            public Shared {
                amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
            }
        }

        /// The rule has nothing to go by, for the reason given.
        record NotApplicable(String reason) implements Outcome {}
    }
}
