package org.muster.plan.spare;

import java.util.List;

/// Who can be spared, one by one and in pairs.
///
/// @param singles     one entry for every member that goes, in the plan's order
/// @param pairs       pairs of members of which each can be spared and both together cannot; empty where pairs were not
///                    looked at
/// @param pairsLooked pairs that were looked at
/// @param account     one sentence that says what was looked at
public record Spares(List<Spare> singles, List<Spare> pairs, int pairsLooked, String account) {
    public Spares {
        singles = List.copyOf(singles);
        pairs = List.copyOf(pairs);
    }

    /// Members that can be spared with the service kept.
    public List<String> spared() {
        return singles.stream()
                .filter(spare -> spare.kept() == Spare.Kept.YES)
                .map(Spare::member)
                .toList();
    }
}
