package org.muster.report.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.lab.Measure;
import org.muster.input.Counted;
import org.muster.lab.analysis.Bound;
import org.muster.lab.analysis.Box;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.analysis.HoldingCoalition;
import org.muster.lab.analysis.HowFound;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.analysis.WhatMatters;
import org.muster.lab.run.Hindcasts;
import org.muster.lab.run.Question;
import org.muster.lab.run.Trace;
import org.muster.report.write.Screen;
import org.muster.report.write.Table;

/// A study as text.
public final class LabText {
    private LabText() {}

    /// The comparison of its reforms.
    ///
    /// @param measure the only measure that is shown; empty for all
    public static String comparison(LabAnswer answer, Optional<Measure> measure, Screen screen) {
        LabWords words = new LabWords(answer);
        StringBuilder out = new StringBuilder();
        out.append(screen.wrapped(words.headline(), ""));
        out.append(screen.wrapped(words.hindcast(), "")).append('\n');
        out.append(screen.title("Means over "
                        + String.format(
                                Locale.ROOT, "%,d", answer.results().futures().size()) + " futures"))
                .append(means(answer, words, measure).text(screen));
        words.ranges().ifPresent(sentence -> out.append(screen.wrapped(sentence, "")));
        out.append('\n');
        out.append(screen.title("Doubt, regret and thresholds"));
        out.append(doubts(answer, words, measure).text(screen));
        out.append(screen.wrapped(
                "Low to high: " + words.sure() + ". Worst tenth: where the tenth of futures that are worst"
                        + " begins. Regret: how far it stays behind the best reform in the same future, in nine of"
                        + " ten futures at most.",
                ""));
        out.append('\n').append(screen.title("Each against each in the same futures: " + pairsTitle(measure)));
        out.append(pairs(answer, words, measure).text(screen));
        out.append(screen.wrapped(
                "Difference: the first less the second. Order turns: in how many percent of the times that futures are drawn anew the two come out the other way round.",
                ""));
        out.append('\n').append(screen.title("Who goes (percent of missions that ran)"));
        out.append(joins(answer).text(screen));
        if (reacts(answer)) {
            out.append('\n').append(screen.title(thresholdsTitle(words)));
            out.append(thresholds(answer, words).text(screen));
            out.append('\n').append(screen.title(STANDING));
            out.append(standing(answer).text(screen));
            out.append('\n').append(screen.title(FOUND));
            out.append(found(answer).text(screen));
        }
        words.pareto().ifPresent(sentence -> out.append('\n').append(screen.wrapped(sentence, "")));
        if (!answer.invented().isEmpty()) {
            out.append('\n')
                    .append(screen.wrapped(
                            "Invented (illustrative), not published: " + String.join("; ", answer.invented()) + ".",
                            ""));
        }
        if (!words.money().isEmpty()) {
            out.append(screen.wrapped(words.money(), ""));
        }
        words.hours().ifPresent(sentence -> out.append(screen.wrapped(sentence, "")));
        out.append(screen.wrapped(LabWords.NOT_A_FORECAST, ""));
        return out.toString();
    }

    static Table means(LabAnswer answer, LabWords words, Optional<Measure> only) {
        List<String> header = new ArrayList<>(List.of("Measure", "Unit"));
        header.addAll(answer.results().reforms());
        Table.Draft table = Table.of(2, header.toArray(String[]::new));
        for (Measure measure : Measure.values()) {
            if (only.map(one -> one == measure).orElse(true)) {
                List<String> row = new ArrayList<>(List.of(measure.title(), words.unit(measure)));
                answer.comparison().reforms().forEach(one -> row.add(words.meanWithRange(measure, one.of(measure))));
                table.row(row.toArray(String[]::new));
            }
        }
        return table.table();
    }

    static Table doubts(LabAnswer answer, LabWords words, Optional<Measure> only) {
        Measure measure = only.orElse(Measure.FAILED);
        Table.Draft table = Table.of(
                1,
                "Reform",
                measure.title(),
                "Low",
                "High",
                "Worst tenth",
                "Regret 90 %",
                "Best in %",
                "Satisfactory in %");
        for (Comparison.OfReform one : answer.comparison().reforms()) {
            Comparison.Stats stats = one.of(measure);
            table.row(
                    one.reform(),
                    words.number(measure, stats.mean()),
                    words.number(measure, stats.low()),
                    words.number(measure, stats.high()),
                    words.number(measure, stats.worstDecile()),
                    stats.regret90().map(value -> words.number(measure, value)).orElse("-"),
                    stats.bestShare().map(LabWords::percent).orElse("-"),
                    LabWords.percent(one.satisficing()) + " (" + LabWords.percent(one.satisficingLow()) + " to "
                            + LabWords.percent(one.satisficingHigh()) + ")");
        }
        return table.table();
    }

    static String pairsTitle(Optional<Measure> only) {
        return only.orElse(Measure.FAILED).title();
    }

    static Table pairs(LabAnswer answer, LabWords words, Optional<Measure> only) {
        Measure measure = only.orElse(Measure.FAILED);
        Table.Draft table =
                Table.of(2, "Reform", "Against", "Difference", "Low", "High", "Better in %", "Order turns in %");
        answer.comparison().pairs().stream()
                .filter(pair -> pair.measure() == measure)
                .forEach(pair -> table.row(
                        pair.b(),
                        pair.a(),
                        words.number(measure, pair.difference()),
                        words.number(measure, pair.low()),
                        words.number(measure, pair.high()),
                        LabWords.percent(pair.better()),
                        LabWords.percent(pair.flips())));
        return table.table();
    }

    static Table joins(LabAnswer answer) {
        List<String> header = new ArrayList<>(List.of("Member"));
        header.addAll(answer.results().reforms());
        Table.Draft table = Table.of(1, header.toArray(String[]::new));
        List<String> members = answer.comparison().joins().stream()
                .map(Comparison.Join::member)
                .distinct()
                .toList();
        for (String member : members) {
            List<String> row = new ArrayList<>(List.of(member));
            for (String reform : answer.results().reforms()) {
                row.add(answer.comparison().joins().stream()
                        .filter(one ->
                                one.member().equals(member) && one.reform().equals(reform))
                        .map(one -> LabWords.percent(one.rate()))
                        .findFirst()
                        .orElse("-"));
            }
            table.row(row.toArray(String[]::new));
        }
        return table.table();
    }

    static final String STANDING = "Coalitions that enforce themselves (percent of the times that the mission comes)";

    static final String FOUND = "How they were found (percent of the times that the mission comes)";

    static Table found(LabAnswer answer) {
        List<String> header = new ArrayList<>(List.of("Mission", "How"));
        header.addAll(answer.results().reforms());
        Table.Draft table = Table.of(2, header.toArray(String[]::new));
        for (HowFound one : answer.comparison().found()) {
            List<String> row =
                    new ArrayList<>(List.of(one.mission(), one.found().title()));
            one.shares().values().forEach(share -> row.add(LabWords.percent(share)));
            table.row(row.toArray(String[]::new));
        }
        return table.table();
    }

    static boolean reacts(LabAnswer answer) {
        return answer.results().question().reaction() == Question.Reaction.REPLY;
    }

    static String thresholdsTitle(LabWords words) {
        return "Who stays out would come if going were worth so much more to it (" + words.currency()
                + " m, median over futures; - where it never stays out of a mission that has use for it)";
    }

    static Table thresholds(LabAnswer answer, LabWords words) {
        List<String> header = new ArrayList<>(List.of("Member"));
        header.addAll(answer.results().reforms());
        Table.Draft table = Table.of(1, header.toArray(String[]::new));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        answer.comparison()
                .joins()
                .forEach(one -> rows.computeIfAbsent(one.member(), k -> new ArrayList<>(List.of(k)))
                        .add(one.threshold().map(words::millions).orElse("-")));
        rows.values().forEach(row -> table.row(row.toArray(String[]::new)));
        return table.table();
    }

    static Table standing(LabAnswer answer) {
        List<String> header = new ArrayList<>(List.of("Mission", "Available"));
        header.addAll(answer.results().reforms());
        Table.Draft table = Table.of(2, header.toArray(String[]::new));
        for (HoldingCoalition one : answer.comparison().standing()) {
            List<String> row = new ArrayList<>(List.of(one.mission(), String.join(" ", one.members())));
            one.shares().values().forEach(share -> row.add(LabWords.percent(share)));
            table.row(row.toArray(String[]::new));
        }
        return table.table();
    }

    /// How far the model can be believed: stands with every answer of a study.
    public static String hindcast(Hindcasts asked, Screen screen) {
        return screen.wrapped(LabWords.hindcast(asked), "") + "\n";
    }

    /// In which futures a reform fails.
    ///
    /// @param names names of the numbers of a future
    public static String box(Discovery found, List<String> names, Screen screen) {
        Box box = found.box();
        String reform = found.reform();
        String what = found.what();
        StringBuilder out = new StringBuilder();
        if (box.bounds().isEmpty()) {
            out.append(screen.wrapped(
                    reform + " " + what + " in " + LabWords.percent(box.density())
                            + " percent of the futures, and no box of futures tells where.",
                    ""));
            return out.toString();
        }
        out.append(screen.wrapped(
                String.format(
                        Locale.ROOT,
                        "%s %s when %s: covers %s %% of such futures, %s %% of the futures in it are such.",
                        reform,
                        what,
                        rule(box, names),
                        LabWords.percent(box.coverage()),
                        LabWords.percent(box.density())),
                ""));
        out.append(screen.wrapped(
                String.format(
                        Locale.ROOT,
                        "On the half of the futures that it was not found on: covers %s %%, %s %% are such.",
                        LabWords.percent(found.heldBack().coverage()),
                        LabWords.percent(found.heldBack().density())),
                ""));
        found.doubts()
                .forEach((bound, doubt) -> out.append(screen.wrapped(
                        String.format(
                                Locale.ROOT,
                                "%s: by chance alone with a probability of %.2g; a bound on that side is found in %s %% of"
                                        + " resampled futures.",
                                names.get(bound.factor()),
                                doubt.chance(),
                                LabWords.percent(doubt.returns())),
                        "  ")));
        return out.toString();
    }

    static String rule(Box box, List<String> names) {
        List<String> bounds = new ArrayList<>();
        for (Bound bound : box.bounds()) {
            bounds.add(names.get(bound.factor())
                    + (bound.upper() ? " is at most " : " is at least ")
                    + String.format(Locale.ROOT, "%.4g", bound.value()));
        }
        return String.join(" and ", bounds);
    }

    /// What stands over [#leaves].
    public static final String TREE = "The same futures split by a tree";

    /// A second method beside the box: the same futures split by a tree.
    public static Table leaves(Discovery found, List<String> names) {
        Table.Draft table = Table.of(1, "When", "Futures", "Such in %", "Covers %");
        found.leaves()
                .forEach(leaf -> table.row(
                        leaf.bounds().isEmpty() ? "always" : rule(leaf, names),
                        String.valueOf(leaf.inside()),
                        LabWords.percent(leaf.density()),
                        LabWords.percent(leaf.coverage())));
        return table.table();
    }

    /// What matters, by indices of variance.
    public static String indices(
            Measure measure, List<String> names, List<WhatMatters.Indices> indices, Screen screen) {
        Table.Draft table = Table.of(1, "Factor", "Alone", "In all", "Low", "High");
        indices.forEach(one -> table.row(
                names.get(one.factor()),
                String.format(Locale.ROOT, "%.3f", one.first()),
                String.format(Locale.ROOT, "%.3f", one.total()),
                String.format(Locale.ROOT, "%.3f", one.low()),
                String.format(Locale.ROOT, "%.3f", one.high())));
        return screen.title("Parts of the variance of " + measure.title())
                + table.table().text(screen);
    }

    /// What matters, by elementary effects.
    public static String effects(Measure measure, List<String> names, List<WhatMatters.Effect> effects, Screen screen) {
        Table.Draft table = Table.of(1, "Factor", "mu*", "sigma", "Low", "High");
        effects.forEach(one -> table.row(
                names.get(one.factor()),
                String.format(Locale.ROOT, "%.4g", one.muStar()),
                String.format(Locale.ROOT, "%.4g", one.sigma()),
                String.format(Locale.ROOT, "%.4g", one.low()),
                String.format(Locale.ROOT, "%.4g", one.high())));
        return screen.title("Effects on " + measure.title() + " of moving a factor through its range")
                + table.table().text(screen);
    }

    /// What matters, by where values lie.
    public static String regional(
            Measure measure, List<String> names, List<WhatMatters.Regional> regional, Screen screen) {
        Table.Draft table = Table.of(1, "Factor", "Distance", "Low", "High", "By chance");
        regional.forEach(one -> table.row(
                names.get(one.factor()),
                String.format(Locale.ROOT, "%.3f", one.distance()),
                String.format(Locale.ROOT, "%.3f", one.low()),
                String.format(Locale.ROOT, "%.3f", one.high()),
                String.format(Locale.ROOT, "%.3f", one.chance())));
        return screen.title("How far values lie apart where " + measure.title() + " is above its median and where not")
                + table.table().text(screen)
                + screen.wrapped(
                        "From 0 (alike) to 1 (apart). What factors do together stands in no row: a study of design"
                                + " saltelli tells that.",
                        "");
    }

    /// One run with every step of it.
    public static String trace(Trace trace, String line, Screen screen) {
        StringBuilder out = new StringBuilder();
        out.append(screen.wrapped(
                String.format(Locale.ROOT, "Future %d under %s.", trace.future().number(), trace.reform()), ""));
        trace.future().world().ifPresent(world -> out.append(screen.wrapped("World: " + world.id() + ".", "")));
        trace.future().values().forEach((factor, value) -> out.append(screen.wrapped(factor + " = " + value, "  ")));
        Table.Draft table =
                Table.of(3, "Year", "Day", "Mission", "Likely %", "Runs %", "Hangs on", "Gone before", "Who goes");
        for (Trace.Step step : trace.steps()) {
            table.row(
                    String.valueOf(step.occurrence().year()),
                    String.valueOf(step.occurrence().day()),
                    step.occurrence().mission(),
                    LabWords.percent(step.weight()),
                    LabWords.percent(step.chance()),
                    String.format(Locale.ROOT, "%.2f", step.hung()),
                    step.used().isEmpty() ? "-" : step.used().toString(),
                    step.planned().going().isEmpty()
                            ? "-"
                            : step.planned().going().size() + " members");
        }
        out.append('\n').append(table.table().text(screen)).append('\n');
        trace.steps().forEach(step -> out.append(replied(step, screen)));
        out.append("The row of the study:\n").append(line).append('\n');
        return out.toString();
    }

    /// Coalitions of a step that are written out at most.
    private static final int MOST_WRITTEN = 8;

    private static String replied(Trace.Step step, Screen screen) {
        if (step.replies().found().isEmpty()) {
            return "";
        }
        String when = step.occurrence().year() + ", day " + step.occurrence().day() + ", "
                + step.occurrence().mission();
        StringBuilder out = new StringBuilder(screen.wrapped(
                when + ": " + step.replies().found().get().title()
                        + (step.replies().holding().isEmpty()
                                ? ""
                                : "; "
                                        + Counted.of(
                                                step.replies().holding().size(), "coalition holds", "coalitions hold")
                                        + " and run")
                        + step.replies()
                                .idle()
                                .map(idle -> "; beside "
                                        + Counted.of(idle, "idle one", "idle ones")
                                        + " that no member alone wants to change")
                                .orElse("")
                        + ".",
                ""));
        step.replies().holding().stream()
                .limit(MOST_WRITTEN)
                .forEach(one -> out.append(screen.wrapped(String.join(" ", one), "  ")));
        if (!step.replies().cycle().isEmpty()) {
            out.append(screen.wrapped("No settlement: these come round.", "  "));
            step.replies().cycle().stream()
                    .limit(MOST_WRITTEN)
                    .forEach(one ->
                            out.append(screen.wrapped(one.isEmpty() ? "(nobody)" : String.join(" ", one), "  ")));
        }
        long more = (long) Math.max(
                        step.replies().holding().size(), step.replies().cycle().size())
                - MOST_WRITTEN;
        if (more > 0) {
            out.append(screen.wrapped("and " + more + " more (--json has all).", "  "));
        }
        return out.append('\n').toString();
    }
}
