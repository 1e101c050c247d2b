package org.muster.lab.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.plan.Plan;

/// What a mission comes to under a reform where its members do not react.
///
/// @param who       which coalitions can do it
/// @param plan      the plan that is made where all that may join are willing
/// @param covers    whether that plan runs
/// @param openDays  days of follow-up phases in which it leaves an essential line open
/// @param netMinor  its bill less what members receive, in minor units; 0 where it does not run
/// @param pays      what each member bears of that, in minor units, in the alliance's order; adding up to `netMinor`
/// @param goes      for each member, whether it goes
/// @param benefits  what the mission is worth to each member, in minor units
/// @param gives     what units of pools that it draws would be worth to each owner outside missions, in minor units
/// @param draws     units of pools that it takes of the year in which it begins, by pool
/// @param drawn     units of pools that it draws in all, by pool
/// @param holds     units of pools, offers and charters that are not free while it runs, by id
/// @param refused   units missing on lines that a pool could serve
record Settlement(
        Ability who,
        Plan plan,
        boolean covers,
        long openDays,
        long netMinor,
        List<Long> pays,
        List<Boolean> goes,
        List<Long> benefits,
        List<Long> gives,
        Map<String, Long> draws,
        Map<String, Long> drawn,
        Map<String, Long> holds,
        long refused) {
    Settlement {
        pays = List.copyOf(pays);
        goes = List.copyOf(goes);
        benefits = List.copyOf(benefits);
        gives = List.copyOf(gives);
        draws = Collections.unmodifiableMap(new LinkedHashMap<>(draws));
        drawn = Collections.unmodifiableMap(new LinkedHashMap<>(drawn));
        holds = Collections.unmodifiableMap(new LinkedHashMap<>(holds));
    }

    /// Whether it takes anything that another mission could want.
    boolean takes() {
        return !draws.isEmpty() || !holds.isEmpty();
    }

    /// Units of pools that it draws, all pools together.
    long drawnInAll() {
        long sum = 0;
        for (long units : drawn.values()) {
            sum += units;
        }
        return sum;
    }

    /// What those who go bear, in minor units.
    long goersPay() {
        long sum = 0;
        for (int i = 0; i < pays.size(); i++) {
            sum += goes.get(i) ? pays.get(i) : 0;
        }
        return sum;
    }

    /// Names of those who go, for a trace.
    List<String> going() {
        return new ArrayList<>(plan.coalition());
    }
}
