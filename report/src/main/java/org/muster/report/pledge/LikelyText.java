package org.muster.report.pledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muster.alliance.Alliance;
import org.muster.input.Rounded;
import org.muster.pledge.likely.Cohesion;
import org.muster.pledge.likely.LikelyCoalition;
import org.muster.report.write.Screen;

/// Who is likely to go, as text.
public final class LikelyText {
    private LikelyText() {}

    private static Map<String, Double> probabilities(LikelyCoalition likely) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        likely.members().forEach((member, chance) -> probabilities.put(member, chance.probability()));
        return probabilities;
    }

    /// Whether the record tells enough, in words.
    static String verdict(LikelyCoalition likely) {
        return likely.enough()
                ? String.format(
                        Locale.ROOT,
                        "beats the base rate (the share that took part elsewhere) on %d operations",
                        likely.score().size())
                : "too little data to say: the record%s does not beat the base rate (the share that took part elsewhere)"
                        .formatted(likely.kind().isEmpty() ? "" : ", or that of operations of this kind,");
    }

    /// The text, as wide as the screen.
    public static String write(Alliance alliance, LikelyCoalition likely, List<Cohesion> cohesion, Screen screen) {
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
        out.append("\nHow well the record predicts, by kind (Brier score: less is better)\n");
        out.append(screen.table(
                List.of("Predicted from", "Kind", "Operations", "Beats base rate", "Right", "Brier", "Base rate"),
                2,
                java.util.stream.Stream.concat(
                                kinds("all others", likely.score()), kinds("earlier years", likely.forward()))
                        .toList()));
        out.append("\nLeave-one-out: each operation predicted from all others\n");
        out.append(screen.table(
                List.of("Operation", "Year", "Members", "Took part", "Right", "Brier", "Base rate"),
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
}
