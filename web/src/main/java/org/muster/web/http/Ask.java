package org.muster.web.http;

import java.util.Map;

/// A request as pages see it: no socket, no header.
///
/// @param path  what the address names, by the names of its template
/// @param query what stands behind the question mark
/// @param form  what a form sent; empty of a request without one
public record Ask(Map<String, String> path, Query query, Query form) {
    /// What the address names.
    public String named(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the address has no " + name);
        }
        return value;
    }
}
