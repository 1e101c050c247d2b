package org.muster.share.key;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.share.explain.Explanation;

/// Who bears a cost line, by the first of four tests that it passes: a named group's own funding; the common fund, for
/// what is over and above and agreed; a trust fund; else it lies where it falls.
///
/// Source: NATO, *NATO funding* (joint funding, common funding by the over-and-above test and the Council's consensus,
/// trust funds, costs lie where they fall).
public final class EligibilityCascade {
    /// What is on record about a line.
    ///
    /// @param line           its name
    /// @param jointGroup     the group that funds it jointly, by name
    /// @param overAndAbove   whether it goes beyond what a member can be expected to provide by itself
    /// @param councilAgreed  the day on which the council agreed to fund it in common; empty where it has not
    /// @param trustFund      the trust fund that covers it, by name
    public record Facts(
            String line,
            Optional<String> jointGroup,
            boolean overAndAbove,
            Optional<LocalDate> councilAgreed,
            Optional<String> trustFund) {}

    /// Who bears it.
    public sealed interface Bearer {
        /// A group, by the group's own key.
        record Group(String name) implements Bearer {}

        /// The common fund, by the key of the day of the agreement.
        record CommonFund(LocalDate agreedOn) implements Bearer {}

        /// A trust fund's donors.
        record TrustFund(String name) implements Bearer {}

        /// Whoever runs it up.
        record WhereItFalls() implements Bearer {}
    }

    /// The decision with the tests that were made, the last of which was passed.
    public record Decision(Bearer bearer, Explanation explanation) {}

    private EligibilityCascade() {}

    /// Makes the tests in order.
    public static Decision of(Facts facts) {
        List<Explanation> tests = new ArrayList<>();
        if (facts.jointGroup().isPresent()) {
            tests.add(test("1 jointly funded", "yes, by " + facts.jointGroup().get()));
            return decide(facts, new Bearer.Group(facts.jointGroup().get()), "the group's own key", tests);
        }
        tests.add(test("1 jointly funded", "no"));
        if (facts.overAndAbove() && facts.councilAgreed().isPresent()) {
            LocalDate day = facts.councilAgreed().get();
            tests.add(test("2 over and above, and agreed", "yes, on " + day));
            return decide(facts, new Bearer.CommonFund(day), "common fund, key in force on " + day, tests);
        }
        tests.add(test(
                "2 over and above, and agreed",
                facts.overAndAbove() ? "over and above, but the council has not agreed" : "not over and above"));
        if (facts.trustFund().isPresent()) {
            tests.add(test("3 trust fund", "yes, " + facts.trustFund().get()));
            return decide(facts, new Bearer.TrustFund(facts.trustFund().get()), "its donors", tests);
        }
        tests.add(test("3 trust fund", "none"));
        return decide(facts, new Bearer.WhereItFalls(), "lies where it falls", tests);
    }

    private static Explanation test(String what, String answer) {
        return Explanation.input(what, answer, "", "");
    }

    private static Decision decide(Facts facts, Bearer bearer, String words, List<Explanation> tests) {
        return new Decision(
                bearer,
                Explanation.worked("who bears " + facts.line(), words, "first test passed", tests)
                        .by("eligibility cascade, version 1"));
    }
}
