package org.muster.report.folder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.folder.Reading;
import org.muster.input.Counted;
import org.muster.input.Problem;
import org.muster.report.write.Json;

/// What was found in checking a folder, as text and JSON.
public final class CheckReport {
    private CheckReport() {}

    /// What the folder holds and that nothing is wrong with it, on one line.
    public static String summary(Alliance alliance, int warnings) {
        long partners =
                alliance.members().stream().filter(member -> !member.isAlly()).count();
        return "%s: %s and %s, %s, %s, %s, %s, %s, %s: %s"
                .formatted(
                        alliance.id(),
                        Counted.of(
                                alliance.members().stream()
                                        .filter(Member::isAlly)
                                        .count(),
                                "members"),
                        Counted.of(partners, "partners"),
                        Counted.of(alliance.figures().size(), "figures"),
                        Counted.of(alliance.keys().size(), "keys"),
                        Counted.of(alliance.offers().size(), "offers"),
                        Counted.of(alliance.pools().size(), "pools"),
                        Counted.of(alliance.missions().size(), "missions"),
                        Counted.of(alliance.pledges().size(), "pledges"),
                        warnings == 0 ? "nothing is wrong" : "nothing is wrong, " + Counted.of(warnings, "warnings"));
    }

    private static void put(ArrayNode array, List<Problem> problems) {
        for (Problem problem : problems) {
            ObjectNode node = array.addObject();
            node.put("file", problem.place().file());
            node.put("line", problem.place().line());
            node.put("column", problem.place().column());
            node.put("wrong", problem.wrong());
            node.put("right", problem.right());
        }
    }

    /// What is wrong, as JSON ending in a line end.
    ///
    /// @param folder as it was named
    public static String json(String folder, Reading reading) {
        ObjectNode root = Json.head("muster-check", "1");
        root.put("folder", folder);
        root.put("ok", reading.problems().isEmpty());
        put(root.putArray("problems"), reading.problems());
        put(root.putArray("warnings"), reading.warnings());
        return Json.text(root);
    }
}
