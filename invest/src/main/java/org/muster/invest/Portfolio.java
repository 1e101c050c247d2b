package org.muster.invest;

import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;

/// So many blocks of each candidate, and what becomes of every mission.
///
/// @param levels       blocks, one number a candidate
/// @param pricePerYear exact, in minor units
/// @param missions     in the plan's order
public record Portfolio(List<Integer> levels, Fraction pricePerYear, List<Judged> missions) {
    public Portfolio {
        levels = List.copyOf(levels);
        missions = List.copyOf(missions);
    }

    /// Missions that fail in a year on average, of those that are judged.
    public Fraction failuresPerYear() {
        return missions.stream()
                .filter(mission -> mission.method() != HowKnown.UNKNOWN)
                .map(Judged::failuresPerYear)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /// The mission with this id.
    public Optional<Judged> mission(String id) {
        return missions.stream().filter(one -> one.mission().equals(id)).findFirst();
    }

    /// The least chance that any mission has without any one member.
    public Fraction weakest() {
        return missions.stream()
                .filter(mission -> mission.method() != HowKnown.UNKNOWN)
                .map(Judged::weakest)
                .reduce(Fraction.ONE, Fraction::min);
    }
}
