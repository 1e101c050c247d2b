package org.muster.plan.together;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Pool;
import org.muster.plan.Plan;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Source;

/// What of a plan another mission of the folder could use in the same time: a plan that is made alone takes it for its
/// own.
///
/// @param mission  the other mission's id
/// @param pools    pools on which both draw in one of their periods, with the period: `heli in 2027`
/// @param members  members whose units both use in the same days
/// @param charters charters that both use in the same days
public record AlsoWanted(String mission, List<String> pools, List<String> members, List<String> charters) {
    public AlsoWanted {
        pools = List.copyOf(pools);
        members = List.copyOf(members);
        charters = List.copyOf(charters);
    }

    /// By mission, in the order of [Together#IN_ORDER]; none where nobody else wants anything of the plan.
    public static List<AlsoWanted> of(Alliance alliance, Mission mission, Plan plan) {
        List<Mission> others = alliance.missions().stream()
                .filter(other -> !other.id().equals(mission.id()) && mayMeet(alliance, mission, other))
                .sorted(Together.IN_ORDER)
                .toList();
        List<AlsoWanted> wanted = new ArrayList<>();
        for (Mission other : others) {
            AlsoWanted also = by(other, Eligibility.of(alliance, other), mission, plan);
            if (!also.pools().isEmpty()
                    || !also.members().isEmpty()
                    || !also.charters().isEmpty()) {
                wanted.add(also);
            }
        }
        return wanted;
    }

    /// Whether the missions share a day, or a year in which hours of a pool are counted.
    private static boolean mayMeet(Alliance alliance, Mission one, Mission other) {
        boolean years = alliance.pools().stream().anyMatch(pool -> pool.period() == Pool.Period.YEAR);
        return one.phases().stream()
                .anyMatch(a -> other.phases().stream()
                        .anyMatch(b -> shareADay(a, b)
                                || (years && a.from().getYear() == b.from().getYear())));
    }

    private static boolean shareADay(Phase a, Phase b) {
        return !a.from().isAfter(b.to()) && !b.from().isAfter(a.to());
    }

    private static AlsoWanted by(Mission other, Eligibility eligibility, Mission mission, Plan plan) {
        TreeSet<String> pools = new TreeSet<>();
        TreeSet<String> members = new TreeSet<>();
        TreeSet<String> charters = new TreeSet<>();
        for (Candidate candidate : eligibility.candidates()) {
            if (!candidate.blockers().isEmpty() || isKeptOut(eligibility, candidate.source())) {
                continue;
            }
            for (Plan.Assignment used : plan.assignments()) {
                Phase phase = mission.phases().stream()
                        .filter(p -> p.id().equals(used.phase()))
                        .findFirst()
                        .orElseThrow();
                boolean same = used.source() == candidate.source().kind()
                        && used.id().equals(candidate.source().id());
                if (!same) {
                    continue;
                }
                boolean sameDays = shareADay(phase, candidate.line().phase());
                switch (candidate.source()) {
                    case Source.OfMember s -> addIf(sameDays, s.offer().member(), members);
                    case Source.OfMarket s -> addIf(sameDays, s.id(), charters);
                    case Source.OfPool s ->
                        addIf(
                                s.pool().period() == Pool.Period.YEAR
                                        ? candidate
                                                .period()
                                                .equals(String.valueOf(
                                                        phase.from().getYear()))
                                        : sameDays,
                                s.id() + (s.pool().period() == Pool.Period.YEAR ? " in " + candidate.period() : ""),
                                pools);
                }
            }
        }
        return new AlsoWanted(other.id(), List.copyOf(pools), List.copyOf(members), List.copyOf(charters));
    }

    private static void addIf(boolean meets, String name, TreeSet<String> to) {
        if (meets) {
            to.add(name);
        }
    }

    private static boolean isKeptOut(Eligibility eligibility, Source source) {
        return source.member()
                .map(member -> !eligibility
                        .memberBlockers()
                        .getOrDefault(member, List.of())
                        .isEmpty())
                .orElse(false);
    }
}
