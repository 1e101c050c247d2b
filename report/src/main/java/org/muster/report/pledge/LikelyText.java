package org.muster.report.pledge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.input.Rounded;
import org.muster.pledge.likely.Cohesion;
import org.muster.pledge.likely.LikelyCoalition;
import org.muster.report.write.Paper;
import org.muster.report.write.Screen;
import org.muster.report.write.Table;

/// Who is likely to go, as text and as a page.
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
        return paper(alliance, likely, cohesion).text(screen);
    }

    /// The same as a page.
    public static String page(Alliance alliance, LikelyCoalition likely, List<Cohesion> cohesion) {
        return paper(alliance, likely, cohesion)
                .page("Who is likely to go: " + likely.mission().title());
    }

    private static Paper paper(Alliance alliance, LikelyCoalition likely, List<Cohesion> cohesion) {
        Paper paper = new Paper()
                .title("Likely coalition of " + likely.mission().title(), "")
                .sentence(verdict(likely));
        alliance.recordOf(likely.mission().id())
                .ifPresent(record -> paper.sentence(record.besideChances(probabilities(likely))));
        paper.gap().table(chances(alliance, likely));
        score(likely, paper);
        String weights = likely.weights().entrySet().stream()
                .map(w -> w.getKey() + " " + Rounded.signed(w.getValue(), 2))
                .collect(Collectors.joining(", "));
        return paper.gap()
                .sentence("Model: " + weights + "; " + likely.rows() + " rows, opinion: "
                        + likely.question().orElse("none"))
                .heading("Opinion (cohesion: 1 where all are of one mind)")
                .table(opinion(cohesion));
    }

    private static Table chances(Alliance alliance, LikelyCoalition likely) {
        Table.Draft table = Table.of(2, "Member", "Own word", "Chance");
        likely.members().entrySet().stream()
                .filter(one -> likely.enough() || one.getValue().word().isPresent())
                .sorted(Comparator.comparingDouble((Map.Entry<String, LikelyCoalition.Chance> e) ->
                                -e.getValue().probability())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> table.row(
                        alliance.member(e.getKey()).orElseThrow().name(),
                        e.getValue().word().orElse(""),
                        String.format(Locale.ROOT, "%.0f %%", 100 * e.getValue().probability())));
        return table.table();
    }

    private static void score(LikelyCoalition likely, Paper paper) {
        paper.heading("How well the record predicts, by kind (Brier score: less is better)")
                .table(new Table(
                        List.of(
                                "Predicted from",
                                "Kind",
                                "Operations",
                                "Beats base rate",
                                "Right",
                                "Brier",
                                "Base rate"),
                        2,
                        java.util.stream.Stream.concat(
                                        kinds("all others", likely.score()), kinds("earlier years", likely.forward()))
                                .toList()));
        Table.Draft each = Table.of(1, "Operation", "Year", "Members", "Took part", "Right", "Brier", "Base rate");
        likely.score()
                .forEach(s -> each.row(
                        s.operation(),
                        String.valueOf(s.year()),
                        String.valueOf(s.members()),
                        String.valueOf(s.tookPart()),
                        String.valueOf(s.right()),
                        String.format(Locale.ROOT, "%.3f", s.brier()),
                        String.format(Locale.ROOT, "%.3f", s.brierCommon())));
        paper.heading("Leave-one-out: each operation predicted from all others").table(each.table());
    }

    private static Table opinion(List<Cohesion> cohesion) {
        Table.Draft table = Table.of(1, "Question", "Year", "Answers", "Allies without", "Mean", "Cohesion");
        cohesion.forEach(c -> table.row(
                c.question(),
                String.valueOf(c.year()),
                String.valueOf(c.answers().size()),
                String.valueOf(c.noAnswer().size()),
                String.format(Locale.ROOT, "%.0f %%", c.mean()),
                c.cohesion().map(x -> Rounded.of(x, 2)).orElse("too few")));
        return table.table();
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
