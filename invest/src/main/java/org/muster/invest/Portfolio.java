package org.muster.invest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        return judged().map(Judged::failuresPerYear).reduce(Fraction.ZERO, Fraction::plus);
    }

    /// The mission with this id.
    public Optional<Judged> mission(String id) {
        return missions.stream().filter(one -> one.mission().equals(id)).findFirst();
    }

    /// Missions that cannot run with it, whoever is willing; of those that are judged.
    public List<Judged> notRunnable() {
        return judged().filter(mission -> !mission.runs()).toList();
    }

    /// How many pairs there are of a mission that can run and a member without whom it then cannot.
    public int hanging() {
        return judged().mapToInt(mission -> mission.indispensable().size()).sum();
    }

    /// The least chance that a mission has without one member: of missions that can run with it, and of members without
    /// whom some portfolio lets them run. That a mission hangs on somebody whatever is held says nothing of what is.
    ///
    /// @param everything with all candidates at their most
    /// @return 1 where there is no such mission and member
    Fraction weakest(Portfolio everything) {
        return judged().filter(Judged::runs)
                .flatMap(mission -> mission.players().stream()
                        .filter(member -> everything
                                        .mission(mission.mission())
                                        .orElseThrow()
                                        .without(member)
                                        .sign()
                                > 0)
                        .map(mission::without))
                .reduce(Fraction.ONE, Fraction::min);
    }

    private Stream<Judged> judged() {
        return missions.stream().filter(mission -> mission.method() != HowKnown.UNKNOWN);
    }
}
