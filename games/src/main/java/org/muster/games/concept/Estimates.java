package org.muster.games.concept;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.muster.games.Answer;
import org.muster.games.Label;
import org.muster.games.cost.Airport;
import org.muster.games.estimate.ShapleyEstimate;

/// The Shapley value from a few coalitions, with intervals, for every kind of game; no table is made where the kind
/// needs none.
final class Estimates {
    private Estimates() {}

    /// The concepts that can be estimated.
    ///
    /// @param wish widths and range in the numbers that were given, not in units of the content
    static List<Concept> of(GameContent content, int n, ShapleyEstimate.Wish wish, Arena arena) {
        List<Concept> concepts = new ArrayList<>();
        String name = content.isCost() ? "cost_share_shapley" : "shapley";
        concepts.add(new Concept(name, true, () -> estimate(content, n, wish, arena)));
        if (content instanceof GameContent.Voting || content instanceof GameContent.Rule) {
            concepts.add(new Concept("shapley_shubik", false, () -> estimate(content, n, wish, arena)));
        }
        return concepts;
    }

    private static Outcome estimate(GameContent content, int n, ShapleyEstimate.Wish wish, Arena arena) {
        double unit = content.unit().doubleValue();
        var inUnits = new ShapleyEstimate.Wish(
                wish.seed(),
                wish.budget(),
                wish.halfWidth() / unit,
                wish.confidence(),
                wish.range().map(range -> range / unit));
        var estimate = ShapleyEstimate.of(n, content.worth(arena), inUnits);
        Answer answer = estimate.answer().times(content.unit());
        if (content instanceof GameContent.AirportContent members && members.clones()) {
            answer = byGroup(answer, members.airport());
        }
        Outcome.Answered outcome = Outcome.of(answer);
        return new Outcome.Answered(
                outcome.value(),
                outcome.label(),
                outcome.scans(),
                outcome.lps(),
                Optional.empty(),
                Optional.of(new Outcome.Drawn(estimate.evaluations(), wish.seed())));
    }

    /// Members of a group are worth the same, so the mean over them is as good an estimate for each.
    private static Answer byGroup(Answer answer, Airport airport) {
        List<Double> values = means(answer.values(), airport);
        Label label = answer.label() instanceof Label.Estimated e
                ? new Label.Estimated(means(e.lower(), airport), means(e.upper(), airport), e.confidence())
                : answer.label();
        return new Answer(values, Optional.empty(), label, answer.scans(), answer.lps());
    }

    private static List<Double> means(List<Double> perMember, Airport airport) {
        List<Double> means = new ArrayList<>();
        int from = 0;
        for (Airport.Group group : airport.groups()) {
            int to = from + (int) group.members();
            means.add(perMember.subList(from, to).stream()
                    .flatMapToDouble(DoubleStream::of)
                    .average()
                    .orElseThrow());
            from = to;
        }
        return means;
    }
}
