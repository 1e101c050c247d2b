package org.muster.lab.study;

import java.util.List;
import java.util.Locale;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;

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
