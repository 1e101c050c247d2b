package org.muster.web.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is sent back.
///
/// @param status  of HTTP
/// @param type    of the text
/// @param body    what is sent
/// @param headers beside those that every reply has
public record Reply(int status, String type, Bytes body, Map<String, String> headers) {
    /// What a self-contained page may do: run its own scripts as if it came from nowhere, and load nothing.
    private static final String SELF_CONTAINED = "default-src 'none'; script-src 'unsafe-inline'; "
            + "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'; sandbox allow-scripts allow-downloads";

    public Reply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /// A text.
    public Reply(int status, String type, String text, Map<String, String> headers) {
        this(status, type, Bytes.of(text), headers);
    }

    /// A workbook, to be kept under this name.
    public static Reply workbook(String name, byte[] bytes) {
        return new Reply(
                200,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Bytes.of(bytes),
                Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    /// The same with another status.
    public Reply with(int other) {
        return new Reply(other, type, body, headers);
    }

    /// A page of the room.
    public static Reply html(String text) {
        return new Reply(200, "text/html; charset=utf-8", text, Map.of());
    }

    /// JSON, as the command prints it.
    public static Reply json(String text) {
        return new Reply(200, "application/json; charset=utf-8", text, Map.of());
    }

    /// A table, to be kept under this name.
    public static Reply csv(String name, String text) {
        return new Reply(
                200,
                "text/csv; charset=utf-8",
                text,
                Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    /// A self-contained page as the command writes it, with scripts of its own: shown apart from the room.
    public static Reply page(String text) {
        return new Reply(200, "text/html; charset=utf-8", text, Map.of("Content-Security-Policy", SELF_CONTAINED));
    }

    /// A resource of the program.
    public static Reply resource(String type, String text) {
        return new Reply(200, type + "; charset=utf-8", text, Map.of());
    }

    /// The page to look at next.
    public static Reply see(String address) {
        return new Reply(303, "text/plain; charset=utf-8", "", Map.of("Location", address));
    }
}
