package org.muster.web.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.muster.input.Refusal;
import org.muster.report.write.Json;

/// What went wrong, as JSON.
///
/// Source: RFC 9457, *Problem Details for HTTP APIs*.
public final class Faults {
    private Faults() {}

    /// Whatever was thrown as what is told of it: a mistake of the program tells no more than that it is one.
    public static Fault of(Throwable thrown) {
        return switch (thrown) {
            case Fault fault -> fault;
            case Refusal refusal -> new Fault(Code.REFUSED, refusal.findings(), refusal.sentence());
            case OutOfMemoryError full ->
                new Fault(
                        Code.MEMORY,
                        "this takes more memory than is allowed. Ask for less, or start muster serve with"
                                + " JAVA_TOOL_OPTIONS=-Xmx8g");
            default ->
                new Fault(
                        Code.MISTAKE,
                        "this is a mistake in Muster itself, not in your input; where it happened stands where"
                                + " muster serve was started");
        };
    }

    /// The fault as `application/problem+json`.
    public static Reply json(Fault fault) {
        ObjectNode root = Json.object();
        root.put("type", "about:blank");
        root.put("title", fault.code().title());
        root.put("status", fault.code().status());
        root.put("code", fault.code().word());
        root.put("detail", fault.sentence());
        ArrayNode findings = root.putArray("findings");
        fault.findings().forEach(findings::add);
        if (!fault.problems().isEmpty()) {
            ArrayNode problems = root.putArray("problems");
            fault.problems().forEach(problem -> {
                ObjectNode node = problems.addObject();
                node.putObject("at")
                        .put("file", problem.place().file())
                        .put("line", problem.place().line())
                        .put("column", problem.place().column());
                node.put("wrong", problem.wrong()).put("right", problem.right());
            });
        }
        return new Reply(
                fault.code().status(), "application/problem+json; charset=utf-8", Json.text(root), headers(fault));
    }

    /// Headers that go with a fault, however it is written.
    public static Map<String, String> headers(Fault fault) {
        return fault.code() == Code.BUSY ? Map.of("Retry-After", "5") : Map.of();
    }

    /// All codes with what they mean.
    public static Reply codes() {
        ObjectNode root = Json.object();
        ArrayNode codes = root.putArray("codes");
        for (Code code : Code.values()) {
            codes.addObject()
                    .put("code", code.word())
                    .put("status", code.status())
                    .put("title", code.title());
        }
        return Reply.json(Json.text(root));
    }
}
