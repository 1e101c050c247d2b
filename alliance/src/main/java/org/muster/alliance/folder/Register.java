package org.muster.alliance.folder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The names of one kind of thing that a folder defines, with the place of each.
final class Register {
    private final String kind;
    private final boolean complete;
    private final Map<String, Place> names = new LinkedHashMap<>();

    /// @param kind     what the names are of, for example `member`
    /// @param complete false where the file that defines them could not be read, so that an unknown name says nothing
    Register(String kind, boolean complete) {
        this.kind = kind;
        this.complete = complete;
    }

    /// Takes up a name; a second one of the same spelling is a problem that points to the first.
    void define(Scalar name, Findings findings) {
        if (!name.present() || name.text().isEmpty()) {
            return;
        }
        Place first = names.putIfAbsent(name.text(), name.place());
        if (first != null) {
            findings.add(
                    name.place(),
                    "%s \"%s\" stands here a second time, first at %s"
                            .formatted(kind, name.text(), first.fileAndLine()),
                    "Remove one of the two, or give it another name.");
        }
    }

    /// Reports a name that is not defined.
    ///
    /// @return whether it is defined (or cannot be told)
    boolean check(Scalar name, Findings findings) {
        if (!name.present() || names.containsKey(name.text()) || !complete) {
            return true;
        }
        findings.add(
                name.place(),
                "%s is \"%s\", %s %s not known here".formatted(name.name(), name.text(), article(), kind),
                Nearest.advice(name.text(), names.keySet()));
        return false;
    }

    private String article() {
        return "aeiou".indexOf(kind.charAt(0)) >= 0 ? "an" : "a";
    }

    boolean isComplete() {
        return complete;
    }

    /// How many there can be; no bound where the file that defines them could not be read.
    int most() {
        return complete ? names.size() : Integer.MAX_VALUE;
    }

    boolean has(String name) {
        return names.containsKey(name);
    }

    Set<String> all() {
        return names.keySet();
    }

    Map<String, Place> places() {
        return names;
    }
}
