package org.muster.plan.together;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.solve.ModelDraft;

/// What one mission takes of a source in one period: units that the model decides on, and units that are given.
///
/// @param mission   the mission's id
/// @param period    the phase, or the pool's year
/// @param from      first day
/// @param to        last day
/// @param variables units that the model decides on
/// @param given     units that are given
record Draw(String mission, String period, LocalDate from, LocalDate to, List<Integer> variables, long given) {
    Draw {
        variables = List.copyOf(variables);
    }

    /// One draw of the mission in the period, with another's units added.
    Draw and(Draw other) {
        List<Integer> both = new ArrayList<>(variables);
        both.addAll(other.variables);
        return new Draw(
                mission,
                period,
                from.isBefore(other.from) ? from : other.from,
                to.isAfter(other.to) ? to : other.to,
                both,
                Math.addExact(given, other.given));
    }

    /// The variables of several draws together.
    static ModelDraft.Sum sum(Iterable<Draw> draws) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        draws.forEach(draw -> draw.variables.forEach(variable -> sum.plus(1, variable)));
        return sum;
    }

    /// What of several draws is given.
    static long given(Iterable<Draw> draws) {
        long given = 0;
        for (Draw draw : draws) {
            given = Math.addExact(given, draw.given);
        }
        return given;
    }

    /// Merges draws of the same mission and period.
    static List<Draw> merged(List<Draw> draws) {
        Map<String, Draw> merged = new TreeMap<>();
        draws.forEach(draw -> merged.merge(draw.mission + " " + draw.period, draw, Draw::and));
        return List.copyOf(merged.values());
    }

    /// The largest sets of draws that share a day, as far as several missions are in them: every day's draws are
    /// part of one.
    static List<List<Draw>> atOnce(List<Draw> draws) {
        List<List<Draw>> sets = new ArrayList<>();
        Set<LocalDate> starts = new TreeSet<>();
        draws.forEach(draw -> starts.add(draw.from));
        for (LocalDate day : starts) {
            List<Draw> here = draws.stream()
                    .filter(draw -> !draw.from.isAfter(day) && !draw.to.isBefore(day))
                    .toList();
            sets.add(here);
        }
        return sets.stream()
                .filter(Draw::areOfSeveral)
                .filter(set -> sets.stream()
                        .noneMatch(other -> other.size() > set.size() && new HashSet<>(other).containsAll(set)))
                .distinct()
                .toList();
    }

    static boolean areOfSeveral(List<Draw> draws) {
        return draws.stream().map(Draw::mission).distinct().count() > 1;
    }
}
