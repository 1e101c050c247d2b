package org.muster.pledge;

import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.forecast.Forecasts;
import org.muster.pledge.forecast.MemberForecast;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.standing.SizeAndShare;
import org.muster.pledge.standing.Standing;
import org.muster.pledge.standing.Standings;

/// Where a pledge stood in a year as it was known on a day, and what the chance is that it is met.
///
/// @param alliance  the alliance
/// @param pledge    the pledge
/// @param knowledge what was known
/// @param standings where everybody stood
/// @param forecasts what may come
public record PledgeReport(
        Alliance alliance, Pledge pledge, Knowledge knowledge, Standings standings, Forecasts forecasts) {
    /// Answers for one pledge.
    ///
    /// @param year the year asked for; the latest one with a figure where none is
    public static PledgeReport of(
            Alliance alliance, Pledge pledge, Optional<Integer> year, Knowledge knowledge, int paths, long seed) {
        int asked = year.orElseGet(() -> Standings.latestYear(pledge, knowledge));
        return new PledgeReport(
                alliance,
                pledge,
                knowledge,
                Standings.of(pledge, asked, knowledge),
                Forecasts.of(pledge, knowledge, new Forecasts.Settings(lastYear(pledge, asked), paths, seed)));
    }

    /// How far a forecast looks: to the year in which the pledge is due, and five years beyond the year asked for.
    private static int lastYear(Pledge pledge, int asked) {
        return Math.max(pledge.dueYear(), asked + 5);
    }

    /// Size and share over members, by the figures of the year; empty where too few are known.
    public Optional<SizeAndShare> sizeAndShare() {
        return SizeAndShare.of(pledge, standings, knowledge);
    }

    /// The forecast of a member, where there is one.
    public Optional<MemberForecast> forecast(String member) {
        return Optional.ofNullable(forecasts.members().get(member));
    }

    /// The money that a member is expected to be short of the target in the year in which it is due: the mean of
    /// the forecast's gap, at the size that the base was last released with. Empty where that year is no longer
    /// ahead, or the target is no floor of a share.
    public Optional<Standing.MissingMoney> expectedMissing(String member) {
        if (pledge.comparison() != Pledge.Comparison.AT_LEAST) {
            return Optional.empty();
        }
        return forecast(member)
                .flatMap(one -> one.outlook(pledge.dueYear()))
                .flatMap(outlook -> Standing.moneyFor(
                        outlook.expectedShortfall(pledge.target().doubleValue()),
                        pledge,
                        member,
                        standings.year(),
                        knowledge));
    }
}
