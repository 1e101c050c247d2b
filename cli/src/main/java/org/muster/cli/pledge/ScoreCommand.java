package org.muster.cli.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.cli.Folders;
import org.muster.cli.PrintFlags;
import org.muster.cli.report.Screen;
import org.muster.input.Rounded;
import org.muster.pledge.forecast.Count;
import org.muster.pledge.forecast.Method;
import org.muster.pledge.score.RollingOrigins;
import org.muster.pledge.score.ScoreCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster pledge score FOLDER`: how good the forecasts would have been, good or bad.
@Command(
        name = "score",
        description = "Forecasts again at every anniversary with what was known then, and scores it against what came.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster pledge score examples/wales-2014",
            "  muster pledge score examples/wales-2014 --forms",
            "  muster pledge score examples/wales-2014 --no-stand-ins --json",
            "",
            "       muster pledge score [OPTIONS] FOLDER"
        },
        footer = {"", "--known-at is the day on which what came is known. Exit code: 0 done, 2 bad input."})
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Option(names = "--forms", description = "Scores all forms of the forecast that were tried as well.")
    private boolean forms;

    @Mixin
    private final PledgeFlags flags = new PledgeFlags();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<PledgeFlags.Asked> asked = flags.ask(folder, err);
        if (asked.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        ScoreCard card = RollingOrigins.score(
                asked.get().alliance(),
                asked.get().pledge(),
                asked.get().knowledge(),
                flags.replacement(),
                forms ? EnumSet.allOf(Method.class) : EnumSet.copyOf(Method.MAIN));
        printing.print(spec.commandLine().getOut(), () -> json(card), screen -> text(card, screen));
        return 0;
    }

    private static String text(ScoreCard card, Screen screen) {
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
                String.format(
                        Locale.ROOT,
                        "%d origins: few, and not independent, since forecasts of one member or one origin err together",
                        card.origins().size()),
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

    private static String marks(Map<Method, ScoreCard.Marks> overall, Screen screen) {
        List<List<String>> rows = new ArrayList<>();
        overall.forEach((method, m) -> rows.add(List.of(
                method.title(),
                String.valueOf(m.trials()),
                percent(m.coverage50()),
                percent(m.coverage80()),
                String.format(Locale.ROOT, "%.3f", m.crps()),
                skill(m, Method.LAST_VALUE),
                skill(m, Method.RATIO_TREND))));
        return screen.table(
                List.of("Method", "Trials", "In 50 %", "In 80 %", "CRPS", "Skill: last value", "Skill: trend"),
                1,
                rows);
    }

    private static String skill(ScoreCard.Marks marks, Method baseline) {
        Double skill = marks.skill().get(baseline);
        return skill == null ? "" : Rounded.signed(skill, 3);
    }

    private static void byOrigin(ScoreCard card, Screen screen, StringBuilder out) {
        out.append("\nBy day of the forecast, ").append(Method.CHOSEN.title()).append('\n');
        List<List<String>> rows = new ArrayList<>();
        card.byOrigin()
                .forEach((origin, m) -> rows.add(List.of(
                        origin.toString(),
                        String.valueOf(m.marks().trials()),
                        percent(m.marks().coverage50()),
                        percent(m.marks().coverage80()),
                        skill(m.marks(), Method.LAST_VALUE),
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
                        String.format(Locale.ROOT, "%.3f", m.climate()))));
        out.append(
                screen.table(List.of("Method", "Trials", "Brier", "Share then", "One half", "Final share"), 1, rows));
        out.append(screen.wrapped(
                "Share then: always saying the share of members that met it by the figures of that day; one half: always saying 50 %; final share: always saying what came in the end, which nobody knew",
                ""));
        ScoreCard.DueMarks trend = card.due().get(Method.CHOSEN);
        if (trend == null) {
            return;
        }
        out.append("\nReliability of the ").append(Method.CHOSEN.title()).append('\n');
        List<List<String>> bins = new ArrayList<>();
        for (ScoreCard.DueMarks.Bin bin : trend.reliability()) {
            bins.add(List.of(
                    String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * bin.from(), 100 * bin.to()),
                    String.valueOf(bin.trials()),
                    bin.said().map(ScoreCommand::percent).orElse("-"),
                    bin.came().map(ScoreCommand::percent).orElse("-")));
        }
        out.append(screen.table(List.of("Said", "Trials", "Mean said", "Came true"), 1, bins));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String json(ScoreCard card) {
        ObjectNode root = Json.object();
        root.put("pledge", card.pledge().id());
        root.put("truthKnownAt", card.truthAt().toString());
        ArrayNode origins = root.putArray("origins");
        card.origins().forEach(day -> origins.add(day.toString()));
        root.put("standIns", card.standIns().size());
        marks(root.putObject("overall"), card.overall());
        ObjectNode byAhead = root.putObject("byYearsAhead");
        card.byAhead().forEach((ahead, marks) -> marks(byAhead.putObject(String.valueOf(ahead)), marks));
        ObjectNode byOrigin = root.putObject("byOrigin");
        card.byOrigin()
                .forEach((origin, m) -> byOrigin.putObject(origin.toString())
                        .put("trials", m.marks().trials())
                        .put("coverage50", Json.rounded(m.marks().coverage50()))
                        .put("coverage80", Json.rounded(m.marks().coverage80()))
                        .put("skill", Json.rounded(m.marks().skill().getOrDefault(Method.LAST_VALUE, Double.NaN)))
                        .put("crps", Json.rounded(m.marks().crps()))
                        .put("brier", Json.rounded(m.brier()))
                        .put("brierOfShareThen", Json.rounded(m.shareThen()))
                        .put("expectedMet", Json.rounded(m.expectedMet()))
                        .put("low", m.count().map(Count::low).orElse(null))
                        .put("high", m.count().map(Count::high).orElse(null))
                        .put("of", m.dueTrials())
                        .put("met", m.met()));
        ObjectNode due = root.putObject("metInDueYear");
        card.due().forEach((method, m) -> {
            ObjectNode node = due.putObject(method.name());
            node.put("trials", m.trials());
            node.put("brier", Json.rounded(m.brier()));
            node.put("brierOfShareThen", Json.rounded(m.shareThen()));
            node.put("brierOfOneHalf", 0.25);
            node.put("brierOfFinalShare", Json.rounded(m.climate()));
            ArrayNode bins = node.putArray("reliability");
            for (ScoreCard.DueMarks.Bin bin : m.reliability()) {
                ObjectNode one = bins.addObject();
                one.put("from", Json.rounded(bin.from()));
                one.put("to", Json.rounded(bin.to()));
                one.put("trials", bin.trials());
                Json.put(one, "said", bin.said());
                Json.put(one, "came", bin.came());
            }
        });
        return Json.text(root);
    }

    private static void marks(ObjectNode node, Map<Method, ScoreCard.Marks> marks) {
        marks.forEach((method, m) -> {
            ObjectNode one = node.putObject(method.name());
            one.put("trials", m.trials());
            one.put("coverage50", Json.rounded(m.coverage50()));
            one.put("coverage80", Json.rounded(m.coverage80()));
            one.put("crps", Json.rounded(m.crps()));
            ObjectNode skill = one.putObject("skill");
            m.skill().forEach((baseline, value) -> skill.put(baseline.name(), Json.rounded(value)));
        });
    }
}
