package org.muster.plan.atlas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Condition;
import org.muster.games.Coalitions;
import org.muster.games.cost.CoverGame;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;

/// Whether a mission's lines can be costed one by one, and its closed form if so.
final class Separable {
    /// Conditional players take the bits above a block's own, and patterns of them are kept in one word.
    private static final int MOST_CONDITIONAL = 6;

    private final Alliance alliance;
    private final Mission mission;
    private final Set<String> interested;
    private final Eligibility eligibility;
    private final Company company;
    private final Supplies supplies;
    private final List<String> problems = new ArrayList<>();
    private final List<String> players;

    private Separable(Alliance alliance, Mission mission, Set<String> interested) {
        this.alliance = alliance;
        this.mission = mission;
        this.interested = interested;
        this.eligibility = Eligibility.of(alliance, StandAlone.of(mission));
        this.company = Company.of(alliance, mission, eligibility);
        this.supplies = Supplies.of(alliance, eligibility, company);
        this.players = ordered();
        problems.addAll(company.problems());
        problems.addAll(supplies.problems());
        if (company.conditions().size() > MOST_CONDITIONAL) {
            problems.add("more than " + MOST_CONDITIONAL + " members join only under conditions on others");
        }
        if (players.size() > Coalitions.MOST_PLAYERS) {
            problems.add(players.size() + " members have more coalitions than can be walked");
        }
    }

    /// What came of it.
    ///
    /// @param players  bit `i` of a coalition is `players.get(i)`
    /// @param costs    the closed form; empty where the mission is not separable
    /// @param problems why it is not, one sentence each
    record Outcome(List<String> players, Optional<ClosedForm> costs, List<String> problems) {}

    static Outcome of(Alliance alliance, Mission mission, Set<String> interested) {
        Separable separable = new Separable(alliance, mission, interested);
        if (!separable.problems.isEmpty()) {
            return new Outcome(separable.players, Optional.empty(), List.copyOf(new TreeSet<>(separable.problems)));
        }
        try {
            return new Outcome(separable.players, Optional.of(separable.closedForm()), List.of());
        } catch (ArithmeticException | IllegalArgumentException tooLarge) {
            return new Outcome(
                    separable.players,
                    Optional.empty(),
                    List.of("its numbers are too large to be summed exactly: " + tooLarge.getMessage()));
        }
    }

    /// Players with little to bring first, so that a block's own players move few prices; those with conditions last.
    private List<String> ordered() {
        Map<String, Double> weight = new HashMap<>();
        for (Line line : eligibility.lines()) {
            for (Supplies.Supply supply : supplies.byLine().getOrDefault(line.key(), List.of())) {
                supply.player()
                        .ifPresent(player -> weight.merge(
                                player,
                                (double) supply.units() / line.requirement().quantity(),
                                Double::sum));
            }
        }
        List<String> order = new ArrayList<>(company.players());
        order.sort(Comparator.<String, Boolean>comparing(company.conditions()::containsKey)
                .thenComparing(player -> weight.getOrDefault(player, 0.0)));
        return List.copyOf(order);
    }

    private ClosedForm closedForm() {
        Map<String, Long> gapPrices = StandAlone.gapPrices(eligibility);
        List<CoverGame.Line> lines = new ArrayList<>();
        List<Threshold> essential = new ArrayList<>();
        List<Threshold> dayAfter = new ArrayList<>();
        for (Line line : eligibility.lines()) {
            lines.add(new CoverGame.Line(
                    line.requirement().quantity(), gapPrices.getOrDefault(line.key(), 0L), offers(line)));
            if (line.requirement().isEssential()) {
                Threshold cover = cover(line);
                essential.add(cover);
                if (line.isEssentialFollowUp()) {
                    dayAfter.add(cover);
                }
            }
        }
        essential.addAll(missionConditions());
        return new ClosedForm(
                new CoverGame(players.size(), lines),
                StandAlone.fixedCost(mission),
                maskOf(interested),
                closure(dayAfter),
                essential);
    }

    private long maskOf(Set<String> members) {
        long mask = 0;
        for (int i = 0; i < players.size(); i++) {
            mask |= members.contains(players.get(i)) ? 1L << i : 0;
        }
        return mask;
    }

    private List<CoverGame.Offer> offers(Line line) {
        return supplies.byLine().getOrDefault(line.key(), List.of()).stream()
                .map(s -> new CoverGame.Offer(
                        s.player().map(players::indexOf).orElse(CoverGame.Offer.OUTSIDE), s.units(), s.unitCost()))
                .toList();
    }

    private Threshold cover(Line line) {
        long open = line.requirement().quantity();
        Map<String, Long> units = new HashMap<>();
        for (Supplies.Supply supply : supplies.byLine().getOrDefault(line.key(), List.of())) {
            if (supply.player().isPresent()) {
                units.merge(supply.player().get(), supply.units(), Long::sum);
            } else {
                open -= supply.units();
            }
        }
        return Threshold.over(players, open, player -> units.getOrDefault(player, 0L));
    }

    /// Floor and lead of the mission, for a coalition that takes part as one body.
    private List<Threshold> missionConditions() {
        List<Threshold> conditions = new ArrayList<>();
        conditions.add(Threshold.over(
                players, mission.floor().members(), p -> company.able().contains(p) ? 1 : 0));
        BigDecimal percent = mission.floor().sharePercent();
        Optional<Key> key = alliance.keyOf(mission);
        if (percent.signum() > 0 && key.isPresent()) {
            int scale = Math.max(
                    Math.max(0, percent.stripTrailingZeros().scale()),
                    key.get().shares().values().stream()
                            .mapToInt(share -> share.stripTrailingZeros().scale())
                            .max()
                            .orElse(0));
            conditions.add(Threshold.over(
                    players,
                    percent.movePointRight(scale).longValueExact(),
                    p -> company.able().contains(p)
                            ? key.get().shareOf(p).movePointRight(scale).longValueExact()
                            : 0));
        }
        if (!mission.lead().isEmpty() && mission.lead().stream().noneMatch(company.beside()::contains)) {
            conditions.add(Threshold.over(players, 1, p -> company.able().contains(p) && leadsOrBringsLead(p) ? 1 : 0));
        }
        return conditions;
    }

    private boolean leadsOrBringsLead(String player) {
        return mission.lead().stream()
                .anyMatch(lead ->
                        lead.equals(player) || player.equals(company.following().get(lead)));
    }

    private Closure closure(List<Threshold> dayAfter) {
        List<Closure.Conditional> conditional = new ArrayList<>();
        company.conditions().forEach((player, conditions) -> {
            List<Threshold> all = new ArrayList<>();
            conditions.forEach(condition -> all.addAll(thresholds(condition, dayAfter)));
            conditional.add(new Closure.Conditional(players.indexOf(player), all));
        });
        return new Closure(conditional);
    }

    private List<Threshold> thresholds(Condition condition, List<Threshold> dayAfter) {
        return switch (condition) {
            case Condition.BesideAll c -> {
                Set<String> needed = new TreeSet<>();
                c.members().stream()
                        .filter(m -> !company.beside().contains(m))
                        .forEach(m -> needed.add(company.following().getOrDefault(m, m)));
                yield List.of(Threshold.over(players, needed.size(), p -> isIn(needed, p) ? 1 : 0));
            }
            case Condition.BesideAny c ->
                c.members().stream().anyMatch(company.beside()::contains)
                        ? List.of()
                        : List.of(Threshold.over(players, 1, p -> isIn(followed(c.members()), p) ? 1 : 0));
            case Condition.AtLeastMembers c ->
                List.of(Threshold.over(
                        players,
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
