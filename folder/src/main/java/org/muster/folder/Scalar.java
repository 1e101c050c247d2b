package org.muster.folder;

import org.muster.input.Place;
/// One value as it stands in a file, not yet understood.
///
/// @param place   where it stands
/// @param name    what it is called there: its column or key
/// @param text    its text
/// @param present false where the file has none and should (already reported): it then reads as any harmless value

record Scalar(Place place, String name, String text, boolean present) {
    static Scalar of(Place place, String name, String text) {
        return new Scalar(place, name, text, true);
    }

    static Scalar missing(Place place, String name) {
        return new Scalar(place, name, "", false);
    }

    Scalar named(String other) {
        return new Scalar(place, other, text, present);
    }
}
