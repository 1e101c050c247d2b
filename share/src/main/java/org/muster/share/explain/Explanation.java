package org.muster.share.explain;

import java.util.ArrayList;
import java.util.List;

/// Why a number is what it is.
///
/// A tree: the root says the result, each part says what went into it, and leaves are inputs with their source.
///
/// @param what    what the number is, in words
/// @param value   the number as it is shown, with its unit
/// @param how     the arithmetic that leads from the parts to the number; empty for an input
/// @param source  document or rule with its version; empty where the parts say it all
/// @param vintage the release or the day from which the input was known; empty where that has no meaning
/// @param parts   what went into it
public record Explanation(
        String what, String value, String how, String source, String vintage, List<Explanation> parts) {
    public Explanation {
        parts = List.copyOf(parts);
    }

    /// An input.
    public static Explanation input(String what, String value, String source, String vintage) {
        return new Explanation(what, value, "", source, vintage, List.of());
    }

    /// Something worked out from parts.
    public static Explanation worked(String what, String value, String how, Explanation... parts) {
        return new Explanation(what, value, how, "", "", List.of(parts));
    }

    /// Something worked out from parts.
    public static Explanation worked(String what, String value, String how, List<Explanation> parts) {
        return new Explanation(what, value, how, "", "", parts);
    }

    /// The same, from a document or rule.
    public Explanation by(String document) {
        return new Explanation(what, value, how, document, vintage, parts);
    }

    /// The same with one more part at its end.
    public Explanation plus(Explanation part) {
        List<Explanation> more = new ArrayList<>(parts);
        more.add(part);
        return new Explanation(what, value, how, source, vintage, more);
    }

    /// The tree as lines of text, parts set in by two blanks under what they lead to.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        write("", lines);
        return lines;
    }

    private void write(String indent, List<String> lines) {
        StringBuilder line = new StringBuilder(indent).append(what);
        if (!value.isEmpty()) {
            line.append(": ").append(value);
        }
        if (!how.isEmpty()) {
            line.append("  = ").append(how);
        }
        if (!source.isEmpty() || !vintage.isEmpty()) {
            line.append("  [")
                    .append(source)
                    .append(source.isEmpty() || vintage.isEmpty() ? "" : "; ")
                    .append(vintage)
                    .append(']');
        }
        lines.add(line.toString());
        parts.forEach(part -> part.write(indent + "  ", lines));
    }
}
