package org.muster.report.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muster.input.Counted;
import org.muster.input.Rounded;
import org.muster.pledge.forecast.ForecastMethod;
import org.muster.pledge.score.ScoreCard;
import org.muster.report.write.Screen;

/// How good the forecasts of a pledge would have been, as text.
public final class ScoreText {
    private ScoreText() {}

    /// The text, as wide as the screen.
    public static String write(ScoreCard card, Screen screen) {
        if (card.origins().isEmpty()) {
            return screen.wrapped(
                    "Forecasts of %s: too little data to say, no forecast has an outcome as known on %s."
                            .formatted(card.pledge().id(), card.truthAt()),
                    "");
        }
        StringBuilder out = new StringBuilder(screen.wrapped(
                "Forecasts of %s made again on %s with what was known then, against figures as known on %s"
                        .formatted(card.pledge().id(), origins(card), card.truthAt()),
                ""));
        out.append(screen.wrapped(
                Counted.of(card.origins().size(), "origins")
                        + ": few, and not independent, since forecasts of one member or one origin err together",
                ""));
        out.append('\n').append(marks(card.overall(), screen));
        out.append("\nBy years ahead\n");
        List<List<String>> rows = new ArrayList<>();
        card.byAhead()
                .forEach((ahead, marks) -> marks.forEach((method, m) -> rows.add(List.of(
                        method.title(),
                        String.valueOf(ahead),
                        String.valueOf(m.trials()),
                        percent(m.coverage50()),
                        percent(m.coverage80()),
                        String.format(Locale.ROOT, "%.3f", m.crps())))));
        out.append(screen.table(List.of("Method", "Ahead", "Trials", "In 50 %", "In 80 %", "CRPS"), 1, rows));
        byOrigin(card, screen, out);
        due(card, screen, out);
        if (!card.standIns().isEmpty()) {
            out.append('\n')
                    .append(screen.wrapped(
                            String.format(
                                    Locale.ROOT,
                                    "At %d of the releases nothing was at hand, and a later one stood in (--no-stand-ins does without): %s",
                                    card.standIns().size(),
                                    String.join(
                                            "; ",
                                            card.standIns().stream()
                                                    .map(s -> s.measure() + " of " + s.vintage() + " up to " + s.upTo())
                                                    .toList())),
                            "    "));
        }
        return out.toString();
    }

    private static String origins(ScoreCard card) {
        return String.join(", ", card.origins().stream().map(Object::toString).toList());
    }

    private static String marks(Map<ForecastMethod, ScoreCard.Marks> overall, Screen screen) {
        List<List<String>> rows = new ArrayList<>();
        overall.forEach((method, m) -> rows.add(List.of(
                method.title(),
                String.valueOf(m.trials()),
                percent(m.coverage50()),
                percent(m.coverage80()),
                String.format(Locale.ROOT, "%.3f", m.crps()),
                skill(m, ForecastMethod.LAST_VALUE),
                skill(m, ForecastMethod.RATIO_TREND))));
        return screen.table(
                List.of("Method", "Trials", "In 50 %", "In 80 %", "CRPS", "Skill: last value", "Skill: trend"),
                1,
                rows);
    }

    private static String skill(ScoreCard.Marks marks, ForecastMethod baseline) {
        Double skill = marks.skill().get(baseline);
        return skill == null ? "" : Rounded.signed(skill, 3);
    }

    private static void byOrigin(ScoreCard card, Screen screen, StringBuilder out) {
        out.append("\nBy day of the forecast, ")
                .append(ForecastMethod.CHOSEN.title())
                .append('\n');
        List<List<String>> rows = new ArrayList<>();
        card.byOrigin()
                .forEach((origin, m) -> rows.add(List.of(
                        origin.toString(),
                        String.valueOf(m.marks().trials()),
                        percent(m.marks().coverage50()),
                        percent(m.marks().coverage80()),
                        skill(m.marks(), ForecastMethod.LAST_VALUE),
                        String.format(Locale.ROOT, "%.3f", m.brier()),
                        String.format(Locale.ROOT, "%.3f", m.shareThen()),
                        m.count()
                                .map(c -> String.format(
                                        Locale.ROOT,
                                        "%.1f (%d-%d) of %d",
                                        m.expectedMet(),
                                        c.low(),
                                        c.high(),
                                        m.dueTrials()))
                                .orElse("-"),
                        String.valueOf(m.met()))));
        int due = card.pledge().dueYear();
        out.append(screen.table(
                List.of(
                        "Made on",
                        "Trials",
                        "In 50 %",
                        "In 80 %",
                        "Skill",
                        "Brier " + due,
                        "Share then",
                        "Expected (80 %)",
                        "Met in " + due),
                1,
                rows));
    }

    private static void due(ScoreCard card, Screen screen, StringBuilder out) {
        if (card.due().isEmpty()) {
            return;
        }
        out.append(String.format(
                Locale.ROOT,
                "\nMeeting the target in %d, as a probability\n",
                card.pledge().dueYear()));
        List<List<String>> rows = new ArrayList<>();
        card.due()
                .forEach((method, m) -> rows.add(List.of(
                        method.title(),
                        String.valueOf(m.trials()),
                        String.format(Locale.ROOT, "%.3f", m.brier()),
                        String.format(Locale.ROOT, "%.3f", m.shareThen()),
                        "0.250",
                        String.format(Locale.ROOT, "%.3f", m.baseRate()))));
        out.append(
                screen.table(List.of("Method", "Trials", "Brier", "Share then", "One half", "Final share"), 1, rows));
        out.append(screen.wrapped(
                "Share then: always saying the share of members that met it by the figures of that day; one half: always saying 50 %; final share: always saying what came in the end, which nobody knew",
                ""));
        ScoreCard.DueMarks trend = card.due().get(ForecastMethod.CHOSEN);
        if (trend == null) {
            return;
        }
        out.append("\nReliability of the ")
                .append(ForecastMethod.CHOSEN.title())
                .append('\n');
        List<List<String>> bins = new ArrayList<>();
        for (ScoreCard.DueMarks.Bin bin : trend.reliability()) {
            bins.add(List.of(
                    String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * bin.from(), 100 * bin.to()),
                    String.valueOf(bin.trials()),
                    bin.said().map(ScoreText::percent).orElse("-"),
                    bin.came().map(ScoreText::percent).orElse("-")));
        }
        out.append(screen.table(List.of("Said", "Trials", "Mean said", "Came true"), 1, bins));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
