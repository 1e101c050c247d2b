package org.muster.lab.study;

import java.io.Serializable;
import java.util.List;

/// What a process that works elsewhere is told on its standard input.
///
/// @param master where: `local[2]`, `spark://HOST:PORT`
/// @param jars   paths of the jars that its workers need; empty where they share its class path
/// @param asked  the question
/// @param parts  what is to be worked out
public record Order(String master, List<String> jars, Asked asked, List<Part> parts) implements Serializable {
    public Order {
        jars = List.copyOf(jars);
        parts = List.copyOf(parts);
    }
}
