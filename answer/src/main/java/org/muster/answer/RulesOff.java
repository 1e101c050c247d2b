package org.muster.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;

/// An alliance and a mission of it without some of their rules, which are called as why-not calls them: `policy:ID`,
/// `caveat:ID`, `stance:MEMBER`, `floor:members`, `floor:share`, `lead`, and of a pool `pool:ID:access` (anybody draws)
/// and `pool:ID:crews` (crews come with it).
///
/// @param alliance without them
public record RulesOff(Alliance alliance) {
    private static final String POOL = "pool:";
    private static final String ACCESS = ":access";
    private static final String CREWS = ":crews";

    /// The rules that can be switched off.
    public static List<String> known(Alliance alliance, Mission mission) {
        List<String> known = new ArrayList<>();
        alliance.policies().stream()
                .filter(policy -> policy.isAbout(mission.id()))
                .forEach(policy -> known.add("policy:" + policy.id()));
        alliance.caveats().forEach(caveat -> known.add("caveat:" + caveat.id()));
        alliance.stances().stream()
                .filter(stance -> stance.mission().equals(mission.id()))
                .forEach(stance -> known.add("stance:" + stance.member()));
        for (Pool pool : alliance.pools()) {
            known.add(POOL + pool.id() + ACCESS);
            known.add(POOL + pool.id() + CREWS);
        }
        known.addAll(List.of("floor:members", "floor:share", "lead"));
        return List.copyOf(known);
    }

    static RulesOff of(Alliance alliance, Mission mission, Collection<String> off) {
        List<String> known = known(alliance, mission);
        List<String> wrong = off.stream()
                .filter(id -> !known.contains(id))
                .map(id -> "\"" + Shown.plain(id) + "\" is no rule that can be switched off for " + mission.id() + ". "
                        + Nearest.advice(id, known))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refusal(
                    wrong.size() == 1 ? List.of() : wrong,
                    wrong.size() == 1 ? wrong.getFirst() : "rules are to be switched off that are none");
        }
        Alliance.People people = new Alliance.People(
                alliance.members(),
                alliance.policies().stream()
                        .filter(policy -> !off.contains("policy:" + policy.id()))
                        .toList(),
                alliance.stances().stream()
                        .filter(stance ->
                                !stance.mission().equals(mission.id()) || !off.contains("stance:" + stance.member()))
                        .toList(),
                alliance.participation());
        Alliance.Supply supply = new Alliance.Supply(
                alliance.capabilities(),
                alliance.offers(),
                alliance.market(),
                alliance.pools().stream().map(pool -> without(off, pool)).toList(),
                alliance.caveats().stream()
                        .filter(caveat -> !off.contains("caveat:" + caveat.id()))
                        .toList());
        return new RulesOff(new Alliance(
                alliance.identity(),
                alliance.agreements(),
                people,
                alliance.evidence(),
                supply,
                alliance.missions(),
                alliance.proposals()));
    }

    private static Pool without(Collection<String> off, Pool pool) {
        boolean open = off.contains(POOL + pool.id() + ACCESS);
        boolean crewed = off.contains(POOL + pool.id() + CREWS);
        if (!open && !crewed) {
            return pool;
        }
        Pool.Shares shares =
                open ? new Pool.Shares(pool.entitlements(), pool.sharesSum(), new Access.Open()) : pool.shares();
        Pool.Crewing crewing = crewed ? new Pool.Crewing(Map.of(), Set.of()) : pool.crewing();
        return new Pool(
                pool.id(), pool.title(), pool.capability(), pool.size(), shares, crewing, pool.draw(), pool.sources());
    }

    static Mission without(Collection<String> off, Mission mission) {
        Mission.Floor floor = new Mission.Floor(
                off.contains("floor:members") ? 0 : mission.floor().members(),
                off.contains("floor:share") ? BigDecimal.ZERO : mission.floor().sharePercent());
        return mission.with(floor).with(off.contains("lead") ? List.of() : mission.lead());
    }
}
