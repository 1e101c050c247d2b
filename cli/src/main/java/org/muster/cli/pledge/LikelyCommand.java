package org.muster.cli.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.cli.Folders;
import org.muster.cli.KnownAtFlag;
import org.muster.cli.MissionArguments;
import org.muster.cli.PrintFlags;
import org.muster.cli.report.Screen;
import org.muster.input.Rounded;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.likely.Cohesion;
import org.muster.pledge.likely.LikelyCoalition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster likely FOLDER MISSION`: who is likely to go, by record, policies and opinion, and how far that can be
/// trusted.
@Command(
        name = "likely",
        description = "Says who is likely to take part in a mission, by record, own word and opinion.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster likely examples/wales-2014 counter-is-2014",
            "  muster likely examples/wales-2014 baltic-2015 --kind stabilisation",
            "",
            "       muster likely [OPTIONS] FOLDER MISSION"
        },
        footer = {"", "Exit code: 0 done (also where there is too little data to say), 2 bad input."})
public final class LikelyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Mixin
    private final MissionArguments arguments = new MissionArguments();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Kind of operation, a word of participation.csv (default: that of its own record).")
    private @Nullable String kind;

    @Option(
            names = "--opinion",
            paramLabel = "MEASURE",
            description = "The question to look at (default: the one that most members have answered).")
    private @Nullable String opinion;

    @Mixin
    private final KnownAtFlag known = new KnownAtFlag();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<MissionArguments.Found> found = arguments.find(err);
        if (found.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        Alliance alliance = found.get().alliance();
        List<String> kinds = alliance.participation().stream()
                .map(one -> one.kind())
                .distinct()
                .sorted()
                .toList();
        if (kind != null && !kinds.contains(kind)) {
            return Folders.refused(
                    err,
                    "kind \"%s\" is in no record. Known: %s"
                            .formatted(kind, kinds.isEmpty() ? "none" : String.join(", ", kinds)));
        }
        LocalDate last = alliance.vintages().isEmpty() ? LocalDate.MAX : Knowledge.newest(alliance);
        Knowledge knowledge = Knowledge.at(alliance, known.day().orElse(last), Knowledge.Replacement.NONE);
        List<Cohesion> cohesion = Cohesion.all(alliance, knowledge);
        if (opinion != null && cohesion.stream().noneMatch(c -> c.question().equals(opinion))) {
            return Folders.refused(
                    err,
                    "no member has an answer to \"%s\". Known: %s"
                            .formatted(
                                    opinion,
                                    String.join(
                                            ", ",
                                            cohesion.stream()
                                                    .map(Cohesion::question)
                                                    .distinct()
                                                    .toList())));
        }
        LikelyCoalition likely = LikelyCoalition.of(
                alliance,
                found.get().mission(),
                Optional.ofNullable(kind),
                opinion != null ? Optional.of(opinion) : LikelyCoalition.mostAnswered(alliance, knowledge),
                knowledge);
        printing.print(
                spec.commandLine().getOut(),
                () -> json(likely, cohesion),
                screen -> text(alliance, likely, cohesion, screen));
        return 0;
    }

    private static Map<String, Double> probabilities(LikelyCoalition likely) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        likely.members().forEach((member, chance) -> probabilities.put(member, chance.probability()));
        return probabilities;
    }

    private static String verdict(LikelyCoalition likely) {
        return likely.enough()
                ? String.format(
                        Locale.ROOT,
                        "told better than by the share that took part elsewhere, by %d operations",
                        likely.score().size())
                : "too little data to say: the record%s does not tell more than the share that took part elsewhere"
                        .formatted(likely.kind().isEmpty() ? "" : ", or that of operations of this kind,");
    }

    private static String text(Alliance alliance, LikelyCoalition likely, List<Cohesion> cohesion, Screen screen) {
        StringBuilder out = new StringBuilder(
                screen.bold("Likely coalition of " + likely.mission().title()));
        out.append('\n').append(screen.wrapped(verdict(likely), ""));
        alliance.recordOf(likely.mission().id())
                .ifPresent(record -> out.append(screen.wrapped(record.besideChances(probabilities(likely)), "")));
        out.append('\n');
        List<List<String>> rows = new ArrayList<>();
        likely.members().entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, LikelyCoalition.Chance> e) ->
                                -e.getValue().probability())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> rows.add(List.of(
                        alliance.member(e.getKey()).orElseThrow().name(),
                        e.getValue().word().orElse(""),
                        String.format(Locale.ROOT, "%.0f %%", 100 * e.getValue().probability()))));
        if (likely.enough()) {
            out.append(screen.table(List.of("Member", "Own word", "Chance"), 2, rows));
        } else {
            out.append(screen.table(
                    List.of("Member", "Own word", "Chance"),
                    2,
                    rows.stream().filter(row -> !row.get(1).isEmpty()).toList()));
        }
        out.append("\nHow well the record tells, by kind (Brier: less is better)\n");
        out.append(screen.table(
                List.of("Told by", "Kind", "Operations", "Told better", "Told right", "Brier", "Common share"),
                2,
                java.util.stream.Stream.concat(
                                kinds("all others", likely.score()), kinds("earlier years", likely.forward()))
                        .toList()));
        out.append("\nEach operation told by all others\n");
        out.append(screen.table(
                List.of("Operation", "Year", "Members", "Took part", "Told right", "Brier", "Common share"),
                1,
                likely.score().stream()
                        .map(s -> List.of(
                                s.operation(),
                                String.valueOf(s.year()),
                                String.valueOf(s.members()),
                                String.valueOf(s.tookPart()),
                                String.valueOf(s.right()),
                                String.format(Locale.ROOT, "%.3f", s.brier()),
                                String.format(Locale.ROOT, "%.3f", s.brierCommon())))
                        .toList()));
        out.append("\nModel: ")
                .append(String.join(
                        ", ",
                        likely.weights().entrySet().stream()
                                .map(w -> w.getKey() + " " + Rounded.signed(w.getValue(), 2))
                                .toList()))
                .append("; ")
                .append(likely.rows())
                .append(" rows, opinion: ")
                .append(likely.question().orElse("none"))
                .append("\n\nOpinion (cohesion: 1 where all are of one mind)\n");
        out.append(screen.table(
                List.of("Question", "Year", "Answers", "Allies without", "Mean", "Cohesion"),
                1,
                cohesion.stream()
                        .map(c -> List.of(
                                c.question(),
                                String.valueOf(c.year()),
                                String.valueOf(c.answers().size()),
                                String.valueOf(c.noAnswer().size()),
                                String.format(Locale.ROOT, "%.0f %%", c.mean()),
                                c.cohesion().map(x -> Rounded.of(x, 2)).orElse("too few")))
                        .toList()));
        return out.toString();
    }

    private static java.util.stream.Stream<List<String>> kinds(
            String toldBy, List<LikelyCoalition.OperationScore> scores) {
        return LikelyCoalition.byKind(scores).stream()
                .map(k -> List.of(
                        toldBy,
                        k.kind(),
                        String.valueOf(k.operations()),
                        String.valueOf(k.better()),
                        String.format(Locale.ROOT, "%d of %d", k.right(), k.members()),
                        String.format(Locale.ROOT, "%.3f", k.brier()),
                        String.format(Locale.ROOT, "%.3f", k.brierCommon())));
    }

    private static void scores(ArrayNode array, List<LikelyCoalition.OperationScore> scores) {
        scores.forEach(s -> array.addObject()
                .put("operation", s.operation())
                .put("kind", s.kind())
                .put("year", s.year())
                .put("members", s.members())
                .put("tookPart", s.tookPart())
                .put("right", s.right())
                .put("brier", Json.rounded(s.brier()))
                .put("brierOfCommonShare", Json.rounded(s.brierCommon())));
    }

    private static void kinds(ArrayNode array, List<LikelyCoalition.OperationScore> scores) {
        LikelyCoalition.byKind(scores)
                .forEach(k -> array.addObject()
                        .put("kind", k.kind())
                        .put("operations", k.operations())
                        .put("members", k.members())
                        .put("better", k.better())
                        .put("right", k.right())
                        .put("brier", Json.rounded(k.brier()))
                        .put("brierOfCommonShare", Json.rounded(k.brierCommon())));
    }

    private static String json(LikelyCoalition likely, List<Cohesion> cohesion) {
        ObjectNode root = Json.object();
        root.put("mission", likely.mission().id());
        root.put("kind", likely.kind());
        root.put("enoughData", likely.enough());
        root.put("verdict", verdict(likely));
        ArrayNode members = root.putArray("members");
        likely.members().forEach((member, chance) -> {
            ObjectNode node = members.addObject();
            node.put("member", member);
            Json.put(
                    node,
                    "probability",
                    likely.enough() || chance.word().isPresent()
                            ? Optional.of(chance.probability())
                            : Optional.empty());
            Json.put(node, "ownWord", chance.word());
        });
        ObjectNode weights = root.putObject("weights");
        likely.weights().forEach((name, weight) -> weights.put(name, Json.rounded(weight)));
        scores(root.putArray("leaveOneOut"), likely.score());
        scores(root.putArray("forwardInTime"), likely.forward());
        kinds(root.putArray("leaveOneOutByKind"), likely.score());
        kinds(root.putArray("forwardInTimeByKind"), likely.forward());
        ArrayNode opinions = root.putArray("opinion");
        cohesion.forEach(c -> {
            ObjectNode node = opinions.addObject();
            node.put("question", c.question());
            node.put("year", c.year());
            node.put("answers", c.answers().size());
            node.put("alliesWithoutAnswer", c.noAnswer().size());
            node.put("mean", Json.rounded(c.mean()));
            Json.put(node, "cohesion", c.cohesion());
        });
        return Json.text(root);
    }
}
