package org.muster.plan.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.alliance.mission.Phase;

/// What a mission takes of one source in a phase or a year.
///
/// @param mission   the mission's id
/// @param period    the phase's id, or the year
/// @param variables names of what the model decides on, with their mission
/// @param given     units that a committed plan takes
record Draw(String mission, String period, LocalDate from, LocalDate to, List<String> variables, long given) {
    private static Draw of(String mission, Phase phase, List<String> variables, long given) {
        return new Draw(mission, phase.id(), phase.from(), phase.to(), variables, given);
    }

    /// The draws on a source, one for every mission and phase that takes from it.
    static List<Draw> on(String word, String id, List<DocumentModel> models, List<Committed> committed) {
        Map<String, Draw> draws = new LinkedHashMap<>();
        for (DocumentModel model : models) {
            String mission = model.mission().id();
            for (Supply.Use use : model.supply().uses()) {
                if (use.word().equals(word) && use.id().equals(id)) {
                    add(draws, of(mission, use.line().phase(), List.of(mission + ": " + use.variable()), 0));
                }
            }
        }
        for (Committed plan : committed) {
            for (Committed.Taken taken : plan.taken()) {
                if (taken.word().equals(word) && taken.id().equals(id)) {
                    Phase phase = plan.mission().phases().stream()
                            .filter(p -> p.id().equals(taken.phase()))
                            .findFirst()
                            .orElseThrow();
                    add(draws, of(plan.mission().id(), phase, List.of(), taken.units()));
                }
            }
        }
        return List.copyOf(draws.values());
    }

    private static void add(Map<String, Draw> draws, Draw one) {
        draws.merge(one.mission + " " + one.period, one, Draw::and);
    }

    private Draw and(Draw other) {
        List<String> all = new ArrayList<>(variables);
        all.addAll(other.variables);
        return new Draw(
                mission,
                period,
                from.isBefore(other.from) ? from : other.from,
                to.isAfter(other.to) ? to : other.to,
                all,
                Math.addExact(given, other.given));
    }

    /// The draws of several missions that go on on the same day: every set of them that is no part of another, by the
    /// first day on which all of it goes on.
    static Map<LocalDate, List<Draw>> onTheSameDay(List<Draw> draws) {
        Map<LocalDate, Set<Draw>> byDay = new TreeMap<>();
        for (LocalDate day : new TreeSet<>(draws.stream().map(Draw::from).toList())) {
            Set<Draw> going = new HashSet<>(draws);
            going.removeIf(draw -> day.isBefore(draw.from) || day.isAfter(draw.to));
            byDay.put(day, going);
        }
        Map<LocalDate, List<Draw>> largest = new TreeMap<>();
        byDay.forEach((day, going) -> {
            boolean isPart =
                    byDay.values().stream().anyMatch(other -> other.size() > going.size() && other.containsAll(going));
            if (!isPart && isOfSeveral(going)) {
                largest.put(day, draws.stream().filter(going::contains).toList());
            }
        });
        return largest;
    }

    /// The draws of several missions whose phases begin in the same year, by its first day.
    static Map<LocalDate, List<Draw>> inTheSameYear(List<Draw> draws) {
        Map<LocalDate, Map<String, Draw>> byYear = new TreeMap<>();
        for (Draw draw : draws) {
            int year = draw.from.getYear();
            Draw ofYear = new Draw(draw.mission, String.valueOf(year), draw.from, draw.to, draw.variables, draw.given);
            add(byYear.computeIfAbsent(LocalDate.of(year, 1, 1), y -> new LinkedHashMap<>()), ofYear);
        }
        Map<LocalDate, List<Draw>> several = new TreeMap<>();
        byYear.forEach((day, ofYear) -> {
            if (isOfSeveral(ofYear.values())) {
                several.put(day, List.copyOf(ofYear.values()));
            }
        });
        return several;
    }

    private static boolean isOfSeveral(Collection<Draw> draws) {
        return draws.stream().map(Draw::mission).distinct().count() > 1;
    }

    /// Units that are given, in all of them.
    static long given(List<Draw> draws) {
        return draws.stream().mapToLong(Draw::given).reduce(0L, Math::addExact);
    }

    /// What the model decides on, in all of them.
    static Rows.Sum sum(Rows rows, List<Draw> draws) {
        Rows.Sum sum = rows.sum();
        draws.forEach(draw -> draw.variables.forEach(variable -> sum.plus(1, variable)));
        return sum;
    }
}
