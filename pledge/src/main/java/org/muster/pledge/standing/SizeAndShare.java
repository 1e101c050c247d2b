package org.muster.pledge.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;
import org.muster.statistics.RankCorrelation;

/// Size and share over the members with both: who carries more for its size, and what all carry together.
///
/// A rank correlation of size and burden above zero speaks for an exploitation of the large by the small. Source:
/// M. Olson, R. Zeckhauser, *An economic theory of alliances*, Review of Economics and Statistics 48, 1966.
///
/// @param ranks     rank correlation of the base (GDP) and the measure
/// @param together  the measure of all of them together, in the measure's unit
/// @param withoutLargest the same without the member with the largest base
public record SizeAndShare(RankCorrelation ranks, double together, double withoutLargest) {
    /// Among fewer members a rank says nothing.
    private static final int FEWEST = 4;

    private record Pair(double base, double share) {}

    /// Works it out for one year, from the base of the year as it was released; empty where fewer than four members
    /// have both, or where all are of one size or share: then there is nothing to rank.
    public static Optional<SizeAndShare> of(Pledge pledge, Standings standings, Knowledge knowledge) {
        if (pledge.ratio().isEmpty()) {
            return Optional.empty();
        }
        List<Pair> pairs = new ArrayList<>();
        for (Standing standing : standings.members()) {
            Optional<Figure> base =
                    knowledge.latest(standing.member(), pledge.ratio().get().base(), standings.year());
            if (standing.figure().isPresent() && base.isPresent()) {
                pairs.add(new Pair(
                        base.get().value().doubleValue(),
                        standing.figure().get().value().doubleValue()));
            }
        }
        if (pairs.size() < FEWEST) {
            return Optional.empty();
        }
        RankCorrelation ranks = RankCorrelation.of(
                pairs.stream().mapToDouble(Pair::base).toArray(),
                pairs.stream().mapToDouble(Pair::share).toArray());
        if (Double.isNaN(ranks.rho())) {
            return Optional.empty();
        }
        double largest = pairs.stream().mapToDouble(Pair::base).max().orElseThrow();
        return Optional.of(new SizeAndShare(
                ranks,
                together(pairs),
                together(pairs.stream().filter(pair -> pair.base() < largest).toList())));
    }

    private static double together(List<Pair> pairs) {
        return pairs.stream().mapToDouble(p -> p.base() * p.share()).sum()
                / pairs.stream().mapToDouble(Pair::base).sum();
    }
}
