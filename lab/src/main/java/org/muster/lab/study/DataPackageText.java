package org.muster.lab.study;

import java.util.List;
import java.util.Locale;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;
import org.muster.lab.run.WhoseMoney;

/// A data package of a study's tables, so that other programs read it as it stands (a line that begins with # at the
/// end of each file holds its hash).
final class DataPackageText {
    private DataPackageText() {}

    static String of(Question question, Chunks chunks) {
        StringBuilder out = new StringBuilder("{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"study\",\n")
                .append("  \"title\": \"Reforms of ")
                .append(question.alliance().id())
                .append(" in futures; money in minor units of ")
                .append(question.alliance().currency())
                .append(money(WhoseMoney.of(question)))
                .append("\",\n  \"resources\": [\n");
        out.append(resource("futures", "futures", chunks.count(), chunks.futuresHeader()));
        int n = 0;
        for (Stack stack : question.stacks()) {
            n++;
            out.append(",\n")
                    .append(resource("runs-" + n, "runs/" + stack.name(), chunks.count(), chunks.runsHeader()));
        }
        return out.append("\n  ]\n}\n").toString();
    }

    private static String money(WhoseMoney whose) {
        return (whose.means().isEmpty()
                        ? ""
                        : "; bills of " + String.join(", ", whose.means())
                                + " are means over all coalitions of willing members")
                + (whose.bestPlan().isEmpty()
                        ? ""
                        : "; bills of " + String.join(", ", whose.bestPlan())
                                + " are those of the best plan times the chance that it runs");
    }

    private static String resource(String name, String folder, int files, List<String> header) {
        StringBuilder out = new StringBuilder("    {\n      \"name\": \"")
                .append(name)
                .append("\",\n      \"profile\": \"tabular-data-resource\",\n      \"path\": [");
        for (int c = 0; c < files; c++) {
            out.append(c == 0 ? "" : ", ").append(String.format(Locale.ROOT, "\"%s/%06d.csv\"", folder, c));
        }
        out.append("],\n      \"dialect\": {\"commentChar\": \"#\"},\n      \"schema\": {\"fields\": [");
        for (int f = 0; f < header.size(); f++) {
            out.append(f == 0 ? "" : ", ")
                    .append("{\"name\": \"")
                    .append(header.get(f))
                    .append("\", \"type\": \"")
                    .append(header.get(f).equals("world") ? "string" : "number")
                    .append("\"}");
        }
        return out.append("]}\n    }").toString();
    }
}
