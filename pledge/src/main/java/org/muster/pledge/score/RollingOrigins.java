package org.muster.pledge.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.forecast.Count;
import org.muster.pledge.forecast.ForecastMethod;
import org.muster.pledge.forecast.Forecasts;
import org.muster.pledge.forecast.Goal;
import org.muster.pledge.forecast.Outlook;
import org.muster.pledge.known.Knowledge;

/// Forecasts made again at each anniversary of a pledge with what was known then, against what came.
///
/// Source of the scores: T. Gneiting, A. Raftery, *Strictly Proper Scoring Rules, Prediction, and Estimation*,
/// Journal of the American Statistical Association 102 (2007).
public final class RollingOrigins {
    private static final int BINS = 5;

    private final Alliance alliance;
    private final Pledge pledge;
    private final Knowledge truth;
    private final Knowledge.Replacement replacement;
    private final Set<ForecastMethod> methods;
    private final Map<LocalDate, Count> counts = new TreeMap<>();
    private final Map<ForecastMethod, List<Trial>> trials = new EnumMap<>(ForecastMethod.class);
    private final Map<ForecastMethod, List<DueTrial>> due = new EnumMap<>(ForecastMethod.class);
    private final Set<StandIn> standIns = new LinkedHashSet<>();

    /// @param origin the day of the forecast
    /// @param said the probability of meeting the target in the year in which it is due
    /// @param came whether it was met
    /// @param shareThen the share of members that met it by their last figures then
    private record DueTrial(LocalDate origin, double said, boolean came, double shareThen) {}

    private RollingOrigins(
            Alliance alliance,
            Pledge pledge,
            Knowledge truth,
            Knowledge.Replacement replacement,
            Set<ForecastMethod> methods) {
        this.alliance = alliance;
        this.pledge = pledge;
        this.truth = truth;
        this.replacement = replacement;
        this.methods = methods;
    }

    /// Scores every method at the day on which the pledge was made and its anniversaries, as long as they lie
    /// before the year in which it is due and before the day of the truth.
    ///
    /// Outcomes are the figures of years after each member's last one then, up to the year in which the pledge is due.
    ///
    /// @param truth       what came, as known on its day
    /// @param replacement whether stand-ins may be used at the origins
    /// @param methods     the ways of forecasting to score; those of [ForecastMethod#MAIN] among them
    public static ScoreCard score(
            Alliance alliance,
            Pledge pledge,
            Knowledge truth,
            Knowledge.Replacement replacement,
            Set<ForecastMethod> methods) {
        RollingOrigins rolling = new RollingOrigins(alliance, pledge, truth, replacement, methods);
        List<LocalDate> origins = new ArrayList<>();
        for (int year = pledge.made().getYear(); year < pledge.dueYear(); year++) {
            LocalDate origin =
                    pledge.made().plusYears(year - (long) pledge.made().getYear());
            if (origin.isBefore(truth.day()) && rolling.look(origin)) {
                origins.add(origin);
            }
        }
        return rolling.card(origins);
    }

    /// Forecasts from one day; false where nothing was known that could be forecast.
    private boolean look(LocalDate origin) {
        Knowledge knowledge = Knowledge.at(alliance, origin, replacement);
        Map<ForecastMethod, Map<String, List<Outlook>>> outlooks =
                ForecastMethod.all(pledge, knowledge, pledge.dueYear(), methods);
        double shareThen = shareThen(knowledge, outlooks.getOrDefault(ForecastMethod.CHOSEN, Map.of()));
        Goal goal = Goal.of(pledge);
        boolean any = false;
        for (ForecastMethod method : methods) {
            for (Map.Entry<String, List<Outlook>> entry :
                    outlooks.getOrDefault(method, Map.of()).entrySet()) {
                List<Outlook> ahead = entry.getValue();
                for (int i = 0; i < ahead.size(); i++) {
                    Outlook outlook = ahead.get(i);
                    Optional<Figure> came = truth.latest(entry.getKey(), pledge.measure(), outlook.year());
                    if (came.isEmpty() || came.get().value().signum() <= 0 || outlook.year() < origin.getYear()) {
                        continue;
                    }
                    any = true;
                    of(trials, method)
                            .add(new Trial(
                                    origin,
                                    entry.getKey(),
                                    i + 1,
                                    outlook,
                                    came.get().value().doubleValue()));
                    if (outlook.year() == pledge.dueYear()) {
                        of(due, method)
                                .add(new DueTrial(
                                        origin,
                                        goal.chance(outlook),
                                        pledge.isMetBy(came.get().value()),
                                        shareThen));
                    }
                }
            }
        }
        if (any) {
            Forecasts.of(pledge, knowledge, new Forecasts.Settings(pledge.dueYear(), 1, 1))
                    .count()
                    .ifPresent(count -> counts.put(origin, count));
            standIns.addAll(knowledge.standIns());
        }
        return any;
    }

    /// The share of members that met the target by their last figures: what anybody could have said without hindsight.
    private double shareThen(Knowledge knowledge, Map<String, List<Outlook>> outlooks) {
        long met = 0;
        long all = 0;
        for (Map.Entry<String, List<Outlook>> entry : outlooks.entrySet()) {
            if (entry.getValue().isEmpty()) {
                continue;
            }
            int last = entry.getValue().getFirst().year() - 1;
            Figure figure = knowledge
                    .forForecasts()
                    .latest(entry.getKey(), pledge.measure(), last)
                    .orElseThrow();
            all++;
            met += pledge.isMetBy(figure.value()) ? 1 : 0;
        }
        return all == 0 ? 0 : (double) met / all;
    }

    private static <T> List<T> of(Map<ForecastMethod, List<T>> byMethod, ForecastMethod method) {
        return byMethod.computeIfAbsent(method, none -> new ArrayList<>());
    }

    private ScoreCard card(List<LocalDate> origins) {
        Map<ForecastMethod, ScoreCard.DueMarks> dueMarks = new EnumMap<>(ForecastMethod.class);
        due.forEach((method, of) -> {
            if (!of.isEmpty()) {
                dueMarks.put(method, dueMarks(of));
            }
        });
        Map<Integer, Map<ForecastMethod, ScoreCard.Marks>> byAhead = new TreeMap<>();
        Set<Integer> years =
                of(trials, ForecastMethod.CHOSEN).stream().map(Trial::ahead).collect(Collectors.toSet());
        for (int ahead : years) {
            byAhead.put(ahead, marks(trial -> trial.ahead() == ahead));
        }
        return new ScoreCard(
                pledge,
                truth.day(),
                origins,
                List.copyOf(standIns),
                marks(trial -> true),
                byAhead,
                byOrigin(origins),
                dueMarks);
    }

    private Map<LocalDate, ScoreCard.OriginMarks> byOrigin(List<LocalDate> origins) {
        Map<LocalDate, ScoreCard.OriginMarks> byOrigin = new TreeMap<>();
        for (LocalDate origin : origins) {
            ScoreCard.Marks marks =
                    marks(trial -> trial.origin().equals(origin)).get(ForecastMethod.CHOSEN);
            List<DueTrial> dueThen = of(due, ForecastMethod.CHOSEN).stream()
                    .filter(trial -> trial.origin().equals(origin))
                    .toList();
            if (marks != null && !dueThen.isEmpty()) {
                byOrigin.put(
                        origin,
                        new ScoreCard.OriginMarks(
                                marks,
                                dueThen.size(),
                                dueMarks(dueThen).brier(),
                                dueMarks(dueThen).shareThen(),
                                Optional.ofNullable(counts.get(origin)),
                                dueThen.stream().mapToDouble(DueTrial::said).sum(),
                                (int) dueThen.stream().filter(DueTrial::came).count()));
            }
        }
        return byOrigin;
    }

    private Map<ForecastMethod, ScoreCard.Marks> marks(java.util.function.Predicate<Trial> which) {
        Map<ForecastMethod, Double> crps = new EnumMap<>(ForecastMethod.class);
        Map<ForecastMethod, List<Trial>> chosen = new EnumMap<>(ForecastMethod.class);
        trials.forEach((method, all) -> {
            List<Trial> some = all.stream().filter(which).toList();
            chosen.put(method, some);
            crps.put(method, some.stream().mapToDouble(Trial::crps).average().orElse(Double.NaN));
        });
        Map<ForecastMethod, ScoreCard.Marks> marks = new EnumMap<>(ForecastMethod.class);
        chosen.forEach((method, some) -> {
            if (some.isEmpty()) {
                return;
            }
            Map<ForecastMethod, Double> skill = new EnumMap<>(ForecastMethod.class);
            for (ForecastMethod baseline : List.of(ForecastMethod.LAST_VALUE, ForecastMethod.RATIO_TREND)) {
                if (baseline != method) {
                    skill.put(baseline, 1 - mean(crps, method) / mean(crps, baseline));
                }
            }
            marks.put(
                    method,
                    new ScoreCard.Marks(
                            some.size(), coverage(some, 0.5), coverage(some, 0.8), mean(crps, method), skill));
        });
        return marks;
    }

    private static double mean(Map<ForecastMethod, Double> crps, ForecastMethod method) {
        return crps.getOrDefault(method, Double.NaN);
    }

    private static double coverage(List<Trial> some, double probability) {
        return (double) some.stream()
                        .filter(trial -> trial.isInCentral(probability))
                        .count()
                / some.size();
    }

    private static ScoreCard.DueMarks dueMarks(List<DueTrial> of) {
        double share = of.stream().mapToDouble(t -> t.came() ? 1 : 0).average().orElseThrow();
        double brier = of.stream()
                .mapToDouble(t -> square(t.said() - (t.came() ? 1 : 0)))
                .average()
                .orElseThrow();
        List<ScoreCard.DueMarks.Bin> bins = new ArrayList<>();
        for (int c = 0; c < BINS; c++) {
            double from = (double) c / BINS;
            double to = (double) (c + 1) / BINS;
            boolean last = c == BINS - 1;
            List<DueTrial> in = of.stream()
                    .filter(t -> t.said() >= from && (last || t.said() < to))
                    .toList();
            bins.add(new ScoreCard.DueMarks.Bin(
                    from,
                    to,
                    in.size(),
                    average(in.stream().mapToDouble(DueTrial::said)),
                    average(in.stream().mapToDouble(t -> t.came() ? 1 : 0))));
        }
        double then = of.stream()
                .mapToDouble(t -> square(t.shareThen() - (t.came() ? 1 : 0)))
                .average()
                .orElseThrow();
        return new ScoreCard.DueMarks(of.size(), brier, then, share * (1 - share), bins);
    }

    private static Optional<Double> average(java.util.stream.DoubleStream values) {
        var average = values.average();
        return average.isPresent() ? Optional.of(average.getAsDouble()) : Optional.empty();
    }

    private static double square(double x) {
        return x * x;
    }
}
