package org.muster.report.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.Pledge;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.standing.Revisions;
import org.muster.report.write.Json;
import org.muster.report.write.Screen;

/// How a member's figures changed from release to release, as text and JSON.
///
/// @param cells one a year, the earliest first
public record HistoryReport(
        Alliance alliance, Pledge pledge, Knowledge knowledge, String member, List<Revisions.Cell> cells) {
    public HistoryReport {
        cells = List.copyOf(cells);
    }

    private List<Revisions.Count> counts(int ofYear) {
        return Revisions.counts(pledge, ofYear, knowledge);
    }

    /// The text, as wide as the screen.
    public String text(Screen screen) {
        StringBuilder out = new StringBuilder("%s of %s, release by release, as known on %s\n"
                .formatted(
                        pledge.measure(), alliance.member(member).orElseThrow().name(), knowledge.day()));
        if (cells.isEmpty()) {
            return out.append("no figure was known\n").toString();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Revisions.Cell cell : cells) {
            for (Revisions.Version version : cell.versions()) {
                boolean first = version.equals(cell.versions().getFirst());
                rows.add(List.of(
                        first ? String.valueOf(cell.year()) : "",
                        version.vintage().id(),
                        version.figure().provenance().status().word(),
                        version.figure().value().toPlainString(),
                        version.met() ? "yes" : "no",
                        first && cell.verdictChanged() ? "changed" : ""));
            }
        }
        out.append(screen.table(List.of("Year", "Release", "Status", "Value", "Met", "Verdict"), 3, rows));
        out.append("\nMembers that met the pledge, by release\n");
        List<List<String>> all = new ArrayList<>();
        for (Revisions.Cell cell : cells) {
            for (Revisions.Count count : counts(cell.year())) {
                all.add(List.of(
                        String.valueOf(cell.year()),
                        count.vintage().id(),
                        String.valueOf(count.met()),
                        String.valueOf(count.known())));
            }
        }
        out.append(screen.table(List.of("Year", "Release", "Met", "Of"), 2, all));
        return out.toString();
    }

    /// The JSON, ending in a line end.
    public String json() {
        ObjectNode root = Json.head("muster-pledge-history", "1");
        root.put("pledge", pledge.id());
        root.put("member", member);
        root.put("knownAt", knowledge.day().toString());
        ArrayNode years = root.putArray("years");
        for (Revisions.Cell cell : cells) {
            ObjectNode node = years.addObject();
            node.put("year", cell.year());
            node.put("verdictChanged", cell.verdictChanged());
            ArrayNode versions = node.putArray("versions");
            for (Revisions.Version version : cell.versions()) {
                versions.addObject()
                        .put("vintage", version.vintage().id())
                        .put("knownFrom", version.vintage().knownFrom().toString())
                        .put("value", version.figure().value())
                        .put("status", version.figure().provenance().status().word())
                        .put("met", version.met());
            }
            ArrayNode counts = node.putArray("counts");
            for (Revisions.Count count : counts(cell.year())) {
                counts.addObject()
                        .put("vintage", count.vintage().id())
                        .put("met", count.met())
                        .put("known", count.known());
            }
        }
        return Json.text(root);
    }
}
