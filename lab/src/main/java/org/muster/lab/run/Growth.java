package org.muster.lab.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.pledge.Pledge;
import org.muster.lab.draw.Draws;
import org.muster.pledge.forecast.Forecasts;
import org.muster.pledge.forecast.MemberForecast;
import org.muster.pledge.forecast.Outlook;
import org.muster.pledge.known.Knowledge;

/// How the measure of a pledge moves, member by member: paths around the forecasts of the pledge, as known on the first
/// day of the futures.
///
/// In each year a path lies at a quantile of that year's outlook; the quantiles walk as the outlooks widen, so that
/// in every year the figure is distributed as the outlook says (see `Paths` of the forecasts). Years beyond the last
/// outlook keep it.
final class Growth {
    /// Years before the futures in which a figure may be the last.
    private static final int YEARS_BACK = 5;

    /// Figures that are remembered at most: those of a chunk's futures, for some years.
    private static final int MOST_REMEMBERED = 200_000;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final Pledge pledge;
    private final Futures setting;
    private final Draws draws;
    private final Map<String, MemberForecast> forecasts;
    private final Map<Drawn, Double> values = new ConcurrentHashMap<>();

    private record Drawn(int chance, String member, int year) {}

    private Growth(Pledge pledge, Futures setting, Draws draws, Map<String, MemberForecast> forecasts) {
        this.pledge = pledge;
        this.setting = setting;
        this.draws = draws;
        this.forecasts = forecasts;
    }

    /// The growth of a question's pledge; empty where there is none, or none of its figures was known.
    static Optional<Growth> of(Question question) {
        Optional<Pledge> pledge = question.pledge();
        if (pledge.isEmpty()) {
            return Optional.empty();
        }
        Alliance alliance = question.alliance();
        Futures setting = question.setting();
        Knowledge knowledge =
                Knowledge.at(alliance, LocalDate.of(setting.firstYear(), 1, 1), Knowledge.Replacement.STAND_INS);
        int last = setting.firstYear() + setting.years() - 1;
        boolean anyKnown =
                pledge.get().who().stream().anyMatch(party -> isKnown(knowledge, pledge.get(), party, setting));
        if (!anyKnown || last <= pledge.get().startYear()) {
            return Optional.empty();
        }
        Forecasts forecasts = Forecasts.of(pledge.get(), knowledge, new Forecasts.Settings(last, 1, question.seed()));
        return forecasts.members().isEmpty()
                ? Optional.empty()
                : Optional.of(new Growth(
                        pledge.get(), setting, new Draws(question.seed()), new LinkedHashMap<>(forecasts.members())));
    }

    private static boolean isKnown(Knowledge knowledge, Pledge pledge, Pledge.Party party, Futures setting) {
        for (int back = 1; back <= YEARS_BACK; back++) {
            if (knowledge
                    .forForecasts()
                    .latest(party.member(), pledge.measure(), setting.firstYear() - back)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// The figure of a member in a year of the futures.
    ///
    /// @param compliance where the pledge is firm: the chance that it stays on the path in a year
    Optional<Double> figure(Future future, String member, int year, Optional<BigDecimal> compliance) {
        MemberForecast forecast = forecasts.get(member);
        if (forecast == null || forecast.fan().isEmpty()) {
            return Optional.empty();
        }
        double value = value(future, member, year, forecast);
        return Optional.of(
                compliance.isPresent() ? kept(future, member, forecast, year, value, compliance.get()) : value);
    }

    /// What no reform changes, so that it is worked out once a future.
    private double value(Future future, String member, int year, MemberForecast forecast) {
        if (values.size() >= MOST_REMEMBERED) {
            values.clear();
        }
        return values.computeIfAbsent(
                new Drawn(future.chance(), member, year), k -> walked(future, member, year, forecast));
    }

    private double walked(Future future, String member, int year, MemberForecast forecast) {
        int growth = Draws.hash("growth/" + member);
        double walk = 0;
        double before = 0;
        Outlook outlook = forecast.fan().getFirst();
        for (int drawn = forecast.lastYear() + 1;
                drawn <= year && forecast.outlook(drawn).isPresent();
                drawn++) {
            outlook = forecast.outlook(drawn).orElseThrow();
            double variance = outlook.spread() * outlook.spread();
            double step = Math.sqrt(Math.max(0, variance - before));
            walk += step * normal(draws.uniform(future.chance(), growth, drawn));
            before = Math.max(before, variance);
        }
        // Only the year that is asked for is taken to its quantile: that is what takes time.
        return year <= forecast.lastYear()
                ? forecast.last()
                : outlook.quantile(NORMAL.cumulativeProbability(walk / Math.sqrt(before)));
    }

    private static double normal(double uniform) {
        return NORMAL.inverseCumulativeProbability(Math.max(uniform, 0x1p-54));
    }

    /// Whoever stays on the path has at least what the straight way from its last figure to the target asks for.
    private double kept(
            Future future, String member, MemberForecast forecast, int year, double value, BigDecimal compliance) {
        double stays = Future.valueOf(setting, future.values(), Factor.Target.COMPLIANCE, member)
                .orElse(compliance.doubleValue());
        if (draws.uniform(future.chance(), Draws.hash("compliance/" + member), year) >= stays) {
            return value;
        }
        double target = pledge.target().doubleValue();
        int due = pledge.dueYear();
        double way = year >= due
                ? 1
                : Math.max(0, year - forecast.lastYear()) / (double) Math.max(1, due - forecast.lastYear());
        double asked = forecast.last() + way * (target - forecast.last());
        boolean floor = pledge.comparison() == Pledge.Comparison.AT_LEAST;
        return floor ? Math.max(value, asked) : Math.min(value, asked);
    }

    /// How many members meet the target in the last year.
    int atTarget(Future future, Reformed reformed) {
        Optional<BigDecimal> compliance = Optional.ofNullable(reformed.firm().get(pledge.id()));
        int last = setting.firstYear() + setting.years() - 1;
        int met = 0;
        for (String member : forecasts.keySet()) {
            Optional<Double> figure = figure(future, member, last, compliance);
            met += figure.isPresent() && pledge.isMetBy(BigDecimal.valueOf(figure.get())) ? 1 : 0;
        }
        return met;
    }

    /// What a member's offers are multiplied by in a year: 1 and `eta` times the change of its figure.
    double offers(Future future, String member, int year, Reformed reformed) {
        double eta = Future.valueOf(setting, future.values(), Factor.Target.ETA, member)
                .orElse(0.0);
        if (eta == 0) {
            return 1;
        }
        Optional<Double> figure =
                figure(future, member, year, Optional.ofNullable(reformed.firm().get(pledge.id())));
        if (figure.isEmpty()) {
            return 1;
        }
        double last = Objects.requireNonNull(forecasts.get(member)).last();
        double change = figure.get() / last - 1;
        // Ten-thousandths: offers are whole units, and nearly equal circumstances are then settled once.
        return Math.max(0, Math.rint((1 + eta * change) * 1e4) / 1e4);
    }
}
