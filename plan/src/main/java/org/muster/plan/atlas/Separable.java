package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.games.Coalitions;
import org.muster.games.cost.CoverGame;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.AtLeast;
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
        problems.addAll(supplies.together());
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
        for (Line line : eligibility.lines()) {
            lines.add(new CoverGame.Line(
                    line.requirement().quantity(), gapPrices.getOrDefault(line.key(), 0L), offers(line)));
        }
        Ability ability = MissionNeeds.of(alliance, mission, eligibility, company, supplies, players);
        return new ClosedForm(
                new CoverGame(players.size(), lines),
                StandAlone.fixedCost(mission),
                maskOf(interested),
                closure(ability),
                thresholds(ability.needs()));
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

    /// What nobody is needed for always holds, and is left out.
    private static List<Threshold> thresholds(List<AtLeast> asked) {
        return asked.stream()
                .filter(one -> one.needed() > 0)
                .map(one -> Threshold.of(one.needed(), one.weights()))
                .toList();
    }

    private static Closure closure(Ability ability) {
        return new Closure(ability.conditional().stream()
                .map(one -> new Closure.Conditional(one.player(), thresholds(one.conditions())))
                .filter(one -> !one.conditions().isEmpty())
                .toList());
    }
}
