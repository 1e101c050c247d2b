package org.muster.share.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.Money;
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

    /// What becomes of a member's part where it stays at home and the others go.
    default Staying staying() {
        return Staying.DEPENDS;
    }

    /// What becomes of a member's part where it stays at home.
    enum Staying {
        /// Who stays at home pays nothing, so that staying saves all that it pays: said by the rule itself.
        PAYS_NOTHING,
        /// A fixed key asks the same part of whoever stays at home, so that staying saves nothing: the least bill
        /// cannot fall when offers go.
        SAME_KEY,
        /// It depends on who goes with what.
        DEPENDS,
        /// The whole mission is owed by everybody, at home or not.
        OWES;

        /// The word in files.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
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

            /// The same, less what members receive of the bill whatever the rule; adding up to the bill's net.
            public Shared lessReceiptsOf(Bill bill) {
                Map<String, Long> received = bill.received();
                if (received.isEmpty()) {
                    return this;
                }
                Map<String, Long> net = new LinkedHashMap<>(amounts);
                received.forEach((member, minor) -> net.merge(member, -minor, Math::addExact));
                return new Shared(net, member -> {
                    Explanation pays = why.apply(member);
                    Long minor = received.get(member);
                    return minor == null
                            ? pays
                            : new Explanation(
                                    pays.what(),
                                    Money.words(net.getOrDefault(member, 0L), bill.currency()),
                                    "its part of the bill, less what it receives for what it released",
                                    pays.source(),
                                    pays.vintage(),
                                    List.of(
                                            Explanation.worked(
                                                    "its part of the bill", pays.value(), pays.how(), pays.parts()),
                                            Explanation.input(
                                                    "received for released entitlements",
                                                    Money.words(minor, bill.currency()),
                                                    "bill, compensation",
                                                    "")));
                });
            }
        }

        /// The rule has nothing to go by, for the reason given.
        record NotApplicable(String reason) implements Outcome {}
    }
}
