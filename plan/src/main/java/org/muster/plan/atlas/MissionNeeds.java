package org.muster.plan.atlas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.pool.Pool;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.AtLeast;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;

/// What a coalition needs to be able to do a mission, in numbers: every essential line covered, the day after included,
/// with the mission's floor and lead, for a coalition that takes part as one body.
///
/// Lines that compete for the same sources can be covered together where for every set of them what they ask is at most
/// what the sources have for the set (the theorem of the minimal cut; with one unit each P. Hall, *On representatives
/// of
/// subsets*, J. London Math. Soc. 10 (1935)). What a source has for a set is the lesser of its units and the sum of
/// what
/// it may give to each: a sum over sources and so over players.
final class MissionNeeds {
    /// Lines that compete with one another at most: their sets are all looked at.
    static final int MOST_COMPETING = 10;

    private final Alliance alliance;
    private final Mission mission;
    private final Eligibility eligibility;
    private final Company company;
    private final Supplies supplies;
    private final List<String> players;

    private MissionNeeds(
            Alliance alliance,
            Mission mission,
            Eligibility eligibility,
            Company company,
            Supplies supplies,
            List<String> players) {
        this.alliance = alliance;
        this.mission = mission;
        this.eligibility = eligibility;
        this.company = company;
        this.supplies = supplies;
        this.players = players;
    }

    /// @param players a player's number is its place here
    /// @throws ArithmeticException where numbers are too large, or more than [#MOST_COMPETING] lines compete
    static Ability of(
            Alliance alliance,
            Mission mission,
            Eligibility eligibility,
            Company company,
            Supplies supplies,
            List<String> players) {
        return new MissionNeeds(alliance, mission, eligibility, company, supplies, players).ability();
    }

    private Ability ability() {
        List<Line> essential = eligibility.lines().stream()
                .filter(line -> line.requirement().isEssential())
                .toList();
        List<AtLeast> dayAfter =
                covers(essential.stream().filter(Line::isEssentialFollowUp).toList());
        List<AtLeast> needs = new ArrayList<>(covers(essential));
        needs.addAll(floorAndLead());
        List<Ability.Conditional> conditional = new ArrayList<>();
        company.conditions().forEach((player, conditions) -> {
            List<AtLeast> all = new ArrayList<>();
            conditions.forEach(condition -> all.addAll(conditions(condition, dayAfter)));
            conditional.add(new Ability.Conditional(players.indexOf(player), all));
        });
        return new Ability(players.size(), needs, conditional);
    }

    private AtLeast over(long needed, ToLongFunction<String> weight) {
        return new AtLeast(needed, players.stream().mapToLong(weight).boxed().toList());
    }

    /// That all of the lines can be covered at once.
    private List<AtLeast> covers(List<Line> lines) {
        List<AtLeast> covers = new ArrayList<>();
        for (List<Line> together : groups(lines)) {
            if (together.size() > MOST_COMPETING) {
                throw new ArithmeticException(
                        together.size() + " lines compete with one another, of " + MOST_COMPETING + " that are told");
            }
            for (int set = 1; set < 1 << together.size(); set++) {
                List<Line> chosen = chosen(together, set);
                if (groups(chosen).size() == 1) {
                    covers.addAll(cover(chosen));
                }
            }
        }
        return covers;
    }

    private static List<Line> chosen(List<Line> lines, int set) {
        List<Line> chosen = new ArrayList<>();
        for (int l = 0; l < lines.size(); l++) {
            if ((set >>> l & 1) != 0) {
                chosen.add(lines.get(l));
            }
        }
        return chosen;
    }

    /// Lines that compete with one another, directly or through others.
    private List<List<Line>> groups(List<Line> lines) {
        List<List<Line>> groups = new ArrayList<>();
        for (Line line : lines) {
            List<Line> joined = new ArrayList<>();
            List<List<Line>> apart = new ArrayList<>();
            for (List<Line> group : groups) {
                if (group.stream().anyMatch(other -> compete(line, other))) {
                    joined.addAll(group);
                } else {
                    apart.add(group);
                }
            }
            joined.add(line);
            apart.add(joined);
            groups = apart;
        }
        return groups;
    }

    private boolean compete(Line one, Line other) {
        Set<String> sources = new HashSet<>();
        suppliesOf(one).forEach(s -> sources.add(s.source()));
        return suppliesOf(other).stream()
                .map(Supplies.Supply::source)
                .anyMatch(source -> sources.contains(source)
                        && (supplies.scarce().containsKey(source)
                                || supplies.crewed().containsKey(source)));
    }

    private List<Supplies.Supply> suppliesOf(Line line) {
        return supplies.byLine().getOrDefault(line.key(), List.of());
    }

    /// That a set of lines finds what all of them ask, whichever of its bounds each pool with crews is held to.
    private List<AtLeast> cover(List<Line> lines) {
        Map<String, Optional<String>> playerOf = new LinkedHashMap<>();
        Map<String, Long> unitsOf = new LinkedHashMap<>();
        long open = 0;
        for (Line line : lines) {
            open += line.requirement().quantity();
            for (Supplies.Supply supply : suppliesOf(line)) {
                playerOf.put(supply.source(), supply.player());
                unitsOf.merge(supply.source(), supply.units(), Long::sum);
            }
        }
        Map<String, Long> units = new HashMap<>();
        List<List<Bound>> crews = new ArrayList<>();
        for (Map.Entry<String, Long> source : unitsOf.entrySet()) {
            long most = Math.min(source.getValue(), supplies.scarce().getOrDefault(source.getKey(), Long.MAX_VALUE));
            Optional<String> player = playerOf.getOrDefault(source.getKey(), Optional.empty());
            Pool crewed = supplies.crewed().get(source.getKey());
            if (crewed != null) {
                crews.add(bounds(crewed, most));
            } else if (player.isPresent()) {
                units.merge(player.get(), most, Long::sum);
            } else {
                open -= most;
            }
        }
        List<AtLeast> covers = new ArrayList<>();
        held(crews, 0, open, units, covers);
        return covers;
    }

    /// What a pool has at most: so much whoever is there, and so much of each player.
    private record Bound(long always, Map<String, Long> units) {}

    /// The bounds of a pool with crews: what it has is the least of them. Where somebody without whom it does not go
    /// stays at home, that one's bound is nothing.
    private List<Bound> bounds(Pool pool, long most) {
        List<Bound> bounds = new ArrayList<>();
        bounds.add(new Bound(most, Map.of()));
        if (!pool.crews().isEmpty()) {
            bounds.add(bound(pool.crews()));
        }
        pool.neededCrews().forEach(member -> bounds.add(bound(Map.of(member, most))));
        return bounds;
    }

    private Bound bound(Map<String, Long> ofMembers) {
        long always = 0;
        Map<String, Long> units = new HashMap<>();
        for (Map.Entry<String, Long> one : ofMembers.entrySet()) {
            String player = company.following().getOrDefault(one.getKey(), one.getKey());
            if (company.beside().contains(one.getKey())) {
                always = Math.addExact(always, one.getValue());
            } else if (company.able().contains(player)) {
                units.merge(player, one.getValue(), Math::addExact);
            }
        }
        return new Bound(always, units);
    }

    /// One condition for every choice of a bound for each pool with crews: the least of sums is the sum of the least.
    private void held(List<List<Bound>> crews, int pool, long open, Map<String, Long> units, List<AtLeast> into) {
        if (pool == crews.size()) {
            into.add(over(open, player -> units.getOrDefault(player, 0L)));
            return;
        }
        for (Bound bound : crews.get(pool)) {
            Map<String, Long> more = new HashMap<>(units);
            bound.units().forEach((player, some) -> more.merge(player, some, Math::addExact));
            held(crews, pool + 1, open - bound.always(), more, into);
        }
    }

    private List<AtLeast> floorAndLead() {
        List<AtLeast> conditions = new ArrayList<>();
        conditions.add(over(mission.floor().members(), p -> company.able().contains(p) ? 1 : 0));
        BigDecimal percent = mission.floor().sharePercent();
        Optional<Key> key = alliance.keyOf(mission);
        if (percent.signum() > 0 && key.isPresent()) {
            int scale = Math.max(
                    Math.max(0, percent.stripTrailingZeros().scale()),
                    key.get().shares().values().stream()
                            .mapToInt(share -> share.stripTrailingZeros().scale())
                            .max()
                            .orElse(0));
            conditions.add(over(
                    percent.movePointRight(scale).longValueExact(),
                    p -> company.able().contains(p)
                            ? key.get().shareOf(p).movePointRight(scale).longValueExact()
                            : 0));
        }
        if (!mission.lead().isEmpty() && mission.lead().stream().noneMatch(company.beside()::contains)) {
            conditions.add(over(1, p -> company.able().contains(p) && leadsOrBringsLead(p) ? 1 : 0));
        }
        return conditions;
    }

    private boolean leadsOrBringsLead(String player) {
        return mission.lead().stream()
                .anyMatch(lead ->
                        lead.equals(player) || player.equals(company.following().get(lead)));
    }

    private List<AtLeast> conditions(Condition condition, List<AtLeast> dayAfter) {
        return switch (condition) {
            case Condition.BesideAll c -> {
                Set<String> needed = new TreeSet<>();
                c.members().stream()
                        .filter(m -> !company.beside().contains(m))
                        .forEach(m -> needed.add(company.following().getOrDefault(m, m)));
                yield List.of(over(needed.size(), p -> isIn(needed, p) ? 1 : 0));
            }
            case Condition.BesideAny c ->
                c.members().stream().anyMatch(company.beside()::contains)
                        ? List.of()
                        : List.of(over(1, p -> isIn(followed(c.members()), p) ? 1 : 0));
            case Condition.AtLeastMembers c ->
                List.of(over(
                        (long) c.members() - company.beside().size(),
                        p -> company.able().contains(p) ? 1 + followers(p) : 0));
            case Condition.DayAfterCovered c -> dayAfter;
            case Condition.NotBeside c -> List.of();
            case Condition.NeedsMandate c -> List.of();
            case Condition.NeverKinds c -> List.of();
            case Condition.OnlyKinds c -> List.of();
            case Condition.StaysOut c -> List.of();
        };
    }

    private Set<String> followed(Set<String> members) {
        Set<String> followed = new TreeSet<>();
        members.forEach(m -> followed.add(company.following().getOrDefault(m, m)));
        return followed;
    }

    private boolean isIn(Set<String> needed, String player) {
        return needed.contains(player) && company.able().contains(player);
    }

    private long followers(String player) {
        return company.following().values().stream().filter(player::equals).count();
    }
}
