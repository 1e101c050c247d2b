package org.muster.alliance.folder;

import java.util.Comparator;
import java.util.Objects;

/// Where in a folder something stands.
///
/// @param file   path from the folder, with forward slashes; the folder's own name for the folder itself
/// @param line   line of the file, from 1; in a table the line on which the row begins
/// @param column in a table the number of the field, from 1; in YAML and JSON the number of the character, from 1
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public Place {
        Objects.requireNonNull(file);
    }

    static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /// For example `members.csv:7`, for pointing from one place to another.
    String fileAndLine() {
        return file + ":" + line;
    }
}
