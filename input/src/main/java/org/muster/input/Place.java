package org.muster.input;

import java.util.Comparator;
import java.util.Objects;

/// Where in an input something stands.
///
/// @param file   in a folder the path from it, with forward slashes; the folder's own name for the folder itself; else
///               as the file was given
/// @param line   line of the file, from 1; in a table the line on which the row begins; 0 where the file as a whole is
///               meant
/// @param column in a table the number of the field, from 1; in YAML and JSON the number of the character, from 1
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public Place {
        Objects.requireNonNull(file);
    }

    /// The first character of a file.
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /// For example `members.csv:7:3`; the file alone where it is meant as a whole.
    public String text() {
        return line > 0 ? file + ":" + line + ":" + column : file;
    }

    /// For example `members.csv:7`, for pointing from one place to another.
    public String fileAndLine() {
        return file + ":" + line;
    }
}
