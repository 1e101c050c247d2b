package org.muster.report.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.muster.gamefile.GameProblem;
import org.muster.games.property.Properties;
import org.muster.input.Counted;
import org.muster.input.Shown;

/// What a game is, as text and JSON: monotone, convex and the like, with witnesses.
public final class PropertiesReport {
    private PropertiesReport() {}

    private static String about(GameProblem problem) {
        return problem.content().isCost() ? "savings game of the costs" : "game";
    }

    /// As one JSON object on a line.
    public static String json(GameProblem problem, List<Properties.Finding> findings) {
        ObjectNode node = GameHead.of(problem);
        node.put("about", about(problem));
        ArrayNode list = node.putArray("properties");
        for (Properties.Finding finding : findings) {
            ObjectNode one = list.addObject();
            one.put("property", finding.name());
            switch (finding.verdict()) {
                case HOLDS -> one.put("holds", true);
                case FAILS -> one.put("holds", false);
                case NOT_CHECKED -> one.putNull("holds");
            }
            ArrayNode witness = one.putArray("witness");
            finding.witness().forEach(mask -> witness.add(Proofs.coalition(mask)));
            one.put("why", finding.sentence());
        }
        return node.toString();
    }

    /// As text, without a line end after its last line.
    public static String text(GameProblem problem, List<Properties.Finding> findings) {
        StringBuilder text = new StringBuilder("%s (%s): the file is valid; %s of %s"
                .formatted(
                        Shown.plain(problem.id()),
                        Shown.plain(problem.file()),
                        about(problem),
                        Counted.of(problem.n(), "players")));
        for (Properties.Finding finding : findings) {
            String verdict = switch (finding.verdict()) {
                case HOLDS -> "yes";
                case FAILS -> "no: " + finding.sentence();
                case NOT_CHECKED -> "not checked: too many players";
            };
            text.append(String.format(Locale.ROOT, "\n  %-14s %s", finding.name(), verdict));
        }
        return text.toString();
    }
}
