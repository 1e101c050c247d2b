package org.muster.report.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muster.gamefile.GameProblem;
import org.muster.input.Counted;
import org.muster.input.Shown;

/// A best coalition structure as text and JSON.
public final class StructureReport {
    private StructureReport() {}

    /// As one JSON object on a line.
    public static String json(GameProblem problem, Solution solution) {
        ObjectNode node = GameHead.of(problem);
        node.putArray("solutions").add(solution.json());
        node.set("value", solution.value());
        solution.certificate().ifPresent(c -> node.setAll(c));
        node.put("seconds", solution.seconds());
        node.put("scans", solution.scans());
        node.put("lps", solution.lps());
        return node.toString();
    }

    /// As text, without a line end after its last line.
    public static String text(GameProblem problem, Solution solution) {
        if (!solution.answered()) {
            return "%s: %s.".formatted(problem.id(), solution.why());
        }
        var certificate = solution.certificate().orElseThrow();
        List<String> parts = new ArrayList<>();
        certificate.get("parts").forEach(part -> {
            List<String> names = new ArrayList<>();
            part.forEach(i -> names.add(Shown.plain(problem.players().get(i.intValue()))));
            parts.add(names.stream().collect(Collectors.joining(" + ")));
        });
        return String.format(
                Locale.ROOT,
                "%s, %s: %s\n  %s\n  %s; cost of stability %s\n  %.3f s, %s, %s",
                Shown.plain(problem.id()),
                Counted.of(problem.n(), "players"),
                worth(solution.value().doubleValue(), certificate),
                String.join("\n  ", parts),
                certificate.get("proven_optimal").booleanValue() ? "proven optimal" : "not proven optimal",
                SolutionText.decimal(certificate.get("cost_of_stability").doubleValue()),
                solution.seconds(),
                Counted.of(solution.scans(), "scans"),
                Counted.of(solution.lps(), "linear programs"));
    }

    private static String worth(double value, JsonNode certificate) {
        boolean costs = certificate.has(StructureJson.LOWER_BOUND);
        double bound = certificate
                .get(costs ? StructureJson.LOWER_BOUND : StructureJson.UPPER_BOUND)
                .doubleValue();
        return (costs ? "costs %s in all, at least %s is needed" : "worth %s together, at most %s is possible")
                .formatted(SolutionText.decimal(value), SolutionText.decimal(bound));
    }
}
