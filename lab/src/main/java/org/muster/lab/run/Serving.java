package org.muster.lab.run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Pool;

/// What can serve a mission: nothing else that is gone changes it.
///
/// @param capabilities that its lines ask for
/// @param pools        of these capabilities, by id
/// @param sources      pools, offers and charters that may serve it, by id
record Serving(Set<String> capabilities, List<String> pools, Set<String> sources) {
    static Serving of(Alliance alliance, Mission mission) {
        Set<String> asked = new TreeSet<>();
        for (Phase phase : mission.phases()) {
            phase.requirements().forEach(line -> asked.add(line.capability()));
        }
        Set<String> sources = new HashSet<>();
        alliance.pools().stream()
                .filter(pool -> asked.contains(pool.capability())
                        && pool.mission().map(mission.id()::equals).orElse(true))
                .forEach(pool -> sources.add(pool.id()));
        alliance.offers().stream()
                .filter(offer -> asked.contains(offer.capability())
                        && offer.mission().map(mission.id()::equals).orElse(true))
                .forEach(offer -> sources.add(offer.id()));
        alliance.market().stream()
                .filter(charter -> asked.contains(charter.capability()))
                .forEach(charter -> sources.add(charter.id()));
        List<String> pools = alliance.pools().stream()
                .filter(pool -> asked.contains(pool.capability()))
                .map(Pool::id)
                .toList();
        return new Serving(asked, pools, sources);
    }

    Map<String, Long> wanted(Map<String, Long> used) {
        if (used.isEmpty()) {
            return used;
        }
        Map<String, Long> wanted = new TreeMap<>(used);
        wanted.keySet().retainAll(sources);
        return wanted;
    }
}
