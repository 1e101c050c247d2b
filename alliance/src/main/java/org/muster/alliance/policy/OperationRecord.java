package org.muster.alliance.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Who really went.
///
/// @param tookPart  codes of members that took part, in the record's order
/// @param stayedOut codes of members that did not
public record OperationRecord(List<String> tookPart, List<String> stayedOut) {
    public OperationRecord {
        tookPart = List.copyOf(tookPart);
        stayedOut = List.copyOf(stayedOut);
    }

    /// From the rows of one operation.
    public static OperationRecord of(List<Participation> rows) {
        return new OperationRecord(
                members(rows, Participation.Part.TOOK_PART), members(rows, Participation.Part.STAYED_OUT));
    }

    private static List<String> members(List<Participation> rows, Participation.Part part) {
        return rows.stream()
                .filter(row -> row.part() == part)
                .map(Participation::member)
                .toList();
    }

    /// A planned coalition beside it, in one line.
    ///
    /// @param coalition codes of the members of a plan
    public String beside(Collection<String> coalition) {
        List<String> others = coalition.stream().filter(stayedOut::contains).toList();
        List<String> absent =
                tookPart.stream().filter(member -> !coalition.contains(member)).toList();
        return "A counterfactual best coalition by the figures of this folder, not history. Who really went: "
                + (tookPart.isEmpty() ? "nobody" : String.join(", ", tookPart)) + ". "
                + (others.isEmpty()
                        ? "Nobody that goes here stayed out"
                        : others.size() + " of the " + coalition.size() + " that go here stayed out")
                + (absent.isEmpty() ? "." : "; " + absent.size() + " that went do not go here.");
    }

    /// Chances beside it, in one line: a member is told rightly where its chance is at least one half and it took part,
    /// or below and it stayed out.
    ///
    /// @param chances by member's code, from 0 to 1
    public String besideChances(Map<String, Double> chances) {
        List<String> told = new ArrayList<>(tookPart);
        told.addAll(stayedOut);
        told.removeIf(member -> !chances.containsKey(member));
        long right = told.stream()
                .filter(member -> chances.getOrDefault(member, 0.0) >= 0.5 == tookPart.contains(member))
                .count();
        return "Who really went: " + (tookPart.isEmpty() ? "nobody" : String.join(", ", tookPart)) + ". Chances tell "
                + right + " of " + told.size() + " members of the record rightly.";
    }
}
