package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.Fold;
import org.muster.plan.model.Eligibility;

/// Which coalitions of the allies can do a mission, as numbers that a fold counts: every essential line covered, the
/// day
/// after included, with floor and lead (the same as in [Atlas]). Also where lines compete for offers, charters or
/// pools.
///
/// @param players  the allies, in the alliance's order
/// @param ability  what a coalition of them needs; empty where that cannot be said in such numbers
/// @param problems why not, one sentence each
public record WhoCan(List<String> players, Optional<Ability> ability, List<String> problems) {
    public WhoCan {
        players = List.copyOf(players);
        problems = List.copyOf(problems);
    }

    /// How many coalitions can, and who decides, counted by a fold; empty where that cannot be said, or takes more than
    /// `mostStates` merged states.
    public Optional<Atlas> counted(int mostStates) {
        return ability.filter(some -> mostStates > 0)
                .flatMap(some -> Fold.of(some, mostStates))
                .map(fold -> Atlas.counted(fold, players));
    }

    /// Reads a mission so.
    public static WhoCan of(Alliance alliance, Mission mission) {
        Eligibility eligibility = Eligibility.of(alliance, StandAlone.of(mission));
        Company company = Company.of(alliance, mission, eligibility);
        Supplies supplies = Supplies.of(alliance, eligibility, company);
        List<String> problems = new ArrayList<>(company.problems());
        problems.addAll(supplies.problems());
        if (!problems.isEmpty()) {
            return new WhoCan(company.players(), Optional.empty(), List.copyOf(new TreeSet<>(problems)));
        }
        try {
            Ability ability = MissionNeeds.of(alliance, mission, eligibility, company, supplies, company.players());
            return new WhoCan(company.players(), Optional.of(ability), List.of());
        } catch (ArithmeticException | IllegalArgumentException tooLarge) {
            return new WhoCan(
                    company.players(),
                    Optional.empty(),
                    List.of("its numbers are too large to be summed exactly: " + tooLarge.getMessage()));
        }
    }
}
