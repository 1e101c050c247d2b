package org.muster.alliance.sharing;

import java.util.List;
import java.util.Optional;

/// What an alliance has agreed about sharing.
///
/// @param missions terms of single missions, none named twice
/// @param rules    the alliance's own rules, none of the name of another or of a [RuleName]
public record Sharing(List<MissionTerms> missions, List<RuleComposition> rules) {
    /// Nothing beyond the keys.
    public static final Sharing NONE = new Sharing(List.of(), List.of());

    public Sharing {
        missions = List.copyOf(missions);
        rules = List.copyOf(rules);
    }

    /// The terms of a mission; those without any agreement where it has none.
    public MissionTerms termsOf(String mission) {
        return missions.stream()
                .filter(terms -> terms.mission().equals(mission))
                .findFirst()
                .orElseGet(() -> MissionTerms.none(mission));
    }

    /// The own rule with this id.
    public Optional<RuleComposition> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
