package org.muster.web.http;

import java.util.Map;
import java.util.Optional;

/// A request as pages see it: no socket.
///
/// @param path  what the address names, by the names of its template
/// @param query what stands behind the question mark
/// @param form  what a form sent; empty of a request without one
/// @param file  the file that a form sent with it
/// @param json  what a program sent as JSON
/// @param seen  the revision of the folder that a program says it has seen (`If-Match`)
public record Ask(
        Map<String, String> path,
        Query query,
        Query form,
        Optional<Sent> file,
        Optional<String> json,
        Optional<String> seen) {
    /// A request that sends nothing.
    public static Ask reading(Map<String, String> path, Query query) {
        return new Ask(path, query, Query.NONE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A file that a form sent.
    ///
    /// @param name  what it is called there, without folders
    /// @param bytes what stands in it
    public record Sent(String name, Bytes bytes) {}

    /// What the address names.
    public String named(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the address has no " + name);
        }
        return value;
    }
}
