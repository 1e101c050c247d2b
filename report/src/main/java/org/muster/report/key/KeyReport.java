package org.muster.report.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.muster.report.bill.ExplanationJson;
import org.muster.report.write.Json;
import org.muster.share.key.WorkedKey;

/// A worked key as text and as JSON.
public final class KeyReport {
    private KeyReport() {}

    /// The key as text, with the way to one member's share where one is named.
    public static String text(WorkedKey key, Optional<String> member) {
        StringBuilder out = new StringBuilder();
        key.shares()
                .forEach((code, share) -> out.append(code)
                        .append(' ')
                        .append(share.toPlainString())
                        .append('\n'));
        out.append("sum 100; rounding each share by itself would leave ")
                .append(key.residual().toPlainString())
                .append(key.corrected().isEmpty() ? "" : ", taken up by " + String.join(", ", key.corrected()))
                .append("\n")
                .append(key.method())
                .append('\n');
        member.ifPresent(
                code -> why(key, code).lines().forEach(line -> out.append(line).append('\n')));
        return out.toString();
    }

    private static org.muster.share.explain.Explanation why(WorkedKey key, String member) {
        org.muster.share.explain.Explanation why = key.explanations().get(member);
        if (why == null) {
            throw new IllegalStateException("no explanation for " + member);
        }
        return why;
    }

    /// The key as JSON, ending in a line end.
    public static String json(WorkedKey key, Optional<String> member) {
        ObjectNode root = Json.head("muster-key", "1");
        root.put("method", key.method());
        root.put("decimals", key.decimals());
        ObjectNode shares = root.putObject("shares");
        key.shares().forEach((code, share) -> shares.put(code, share.toPlainString()));
        root.put("residual", key.residual().toPlainString());
        key.corrected().forEach(root.putArray("corrected")::add);
        member.ifPresent(code -> root.set("explain", ExplanationJson.tree(why(key, code))));
        return Json.text(root);
    }
}
