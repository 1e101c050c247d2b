package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.games.Fraction;
import org.muster.games.cost.CoverGame;
import org.muster.games.cost.CoverShapley;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;

/// A mission whose lines compete for nothing, line by line, for any number of allies: what it costs one coalition,
/// and the exact Shapley value by counting units. The same costs as the atlas (see [StandAlone]).
///
/// @param players    the allies, in the alliance's order
/// @param lines      the lines with what each player offers; players count as in `players`
/// @param fixed      what arises whoever goes, in minor units
/// @param interested players with an interest: a coalition without any costs nothing
/// @param problems   why it cannot be costed so, one sentence each; empty where it can
public record LineSupplies(
        List<String> players, List<CoverGame.Line> lines, long fixed, BitSet interested, List<String> problems) {
    public LineSupplies {
        players = List.copyOf(players);
        lines = List.copyOf(lines);
        interested = (BitSet) interested.clone();
        problems = List.copyOf(problems);
    }

    /// Reads a mission so.
    ///
    /// @param interested members with an interest in the mission; usually all
    public static LineSupplies of(Alliance alliance, Mission mission, Set<String> interested) {
        Eligibility eligibility = Eligibility.of(alliance, StandAlone.of(mission));
        Company company = Company.of(alliance, mission, eligibility);
        Supplies supplies = Supplies.of(alliance, eligibility, company);
        List<String> players = company.players();
        List<String> problems = new ArrayList<>(company.problems());
        problems.addAll(supplies.problems());
        problems.addAll(supplies.competing());
        if (!company.conditions().isEmpty()) {
            problems.add("some members join only under conditions on who else goes: "
                    + String.join(", ", company.conditions().keySet()));
        }
        Map<String, Long> gapPrices = StandAlone.gapPrices(eligibility);
        List<CoverGame.Line> lines = new ArrayList<>();
        for (Line line : eligibility.lines()) {
            lines.add(new CoverGame.Line(
                    line.requirement().quantity(),
                    gapPrices.getOrDefault(line.key(), 0L),
                    supplies.byLine().getOrDefault(line.key(), List.of()).stream()
                            .map(s -> new CoverGame.Offer(
                                    s.player().map(players::indexOf).orElse(CoverGame.Offer.OUTSIDE),
                                    s.units(),
                                    s.unitCost()))
                            .sorted(Comparator.comparingLong(CoverGame.Offer::unitCost))
                            .toList()));
        }
        BitSet interest = new BitSet();
        for (int i = 0; i < players.size(); i++) {
            interest.set(i, interested.contains(players.get(i)));
        }
        return new LineSupplies(players, lines, StandAlone.fixedCost(mission), interest, problems);
    }

    @Override
    public BitSet interested() {
        return (BitSet) interested.clone();
    }

    /// Whether the mission can be costed so.
    public boolean isSeparable() {
        return problems.isEmpty();
    }

    /// What the mission costs a coalition on its own, in minor units.
    ///
    /// @throws ArithmeticException beyond 2^63 minor units
    public long cost(BitSet coalition) {
        if (!coalition.intersects(interested)) {
            return 0;
        }
        long sum = fixed;
        for (CoverGame.Line line : lines) {
            long open = line.quantity();
            for (CoverGame.Offer offer : line.offers()) {
                boolean there = offer.player() == CoverGame.Offer.OUTSIDE || coalition.get(offer.player());
                if (there && open > 0 && offer.unitCost() < line.marketPrice()) {
                    long used = Math.min(open, offer.quantity());
                    sum = Math.addExact(sum, Math.multiplyExact(used, offer.unitCost()));
                    open -= used;
                }
            }
            sum = Math.addExact(sum, Math.multiplyExact(open, line.marketPrice()));
        }
        return sum;
    }

    /// The exact Shapley value of the costs, one number per player; empty where counting would take too long.
    public Optional<List<Fraction>> shapley() {
        return CoverShapley.of(players.size(), lines, fixed, interested);
    }
}
