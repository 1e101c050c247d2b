package org.muster.folder;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.input.Findings;
import org.muster.input.Nearest;
import org.muster.input.Place;

/// The names of one kind of thing that a folder defines, with the place of each.
final class Register {
    private final String kind;
    private final boolean complete;
    private final Map<String, Place> names = new LinkedHashMap<>();
    private final Map<String, String> bySmallLetters = new HashMap<>();

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
        String twin = bySmallLetters.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name.text());
        Place ofTwin = twin == null || twin.equals(name.text()) ? null : names.get(twin);
        if (ofTwin != null) {
            findings.add(
                    name.place(),
                    "%s \"%s\" differs from \"%s\" at %s in capital letters only"
                            .formatted(kind, name.text(), twin, ofTwin.fileAndLine()),
                    "Write both alike, or give one of the two another name.");
        }
    }

    /// Reports a name that differs from one defined here in capital letters only; the same name again is none.
    void refuseTwin(Scalar name, Findings findings) {
        String twin = bySmallLetters.get(name.text().toLowerCase(Locale.ROOT));
        if (name.present() && twin != null && !twin.equals(name.text())) {
            findings.add(
                    name.place(),
                    "%s \"%s\" differs from \"%s\", which the folder has, in capital letters only"
                            .formatted(kind, name.text(), twin),
                    "Write \"%s\", or give it another name.".formatted(twin));
        }
    }

    /// Reports a word that comes near to a defined one, and warns of one that comes near to none: that one may be meant
    /// for what is to come.
    void checkNear(Scalar word, String what, Findings findings) {
        if (!word.present() || !complete || names.containsKey(word.text())) {
            return;
        }
        String wrong = "%s names \"%s\", a %s that this mission does not have"
                .formatted(what, Values.shortened(word.text()), kind);
        String right = Nearest.advice(word.text(), names.keySet());
        if (Nearest.among(word.text(), names.keySet()).isPresent()) {
            findings.add(word.place(), wrong, right);
        } else {
            findings.warn(word.place(), wrong, right);
        }
    }

    /// Warns of a word that no mission uses: it may be meant for a mission to come.
    void warn(Scalar word, Findings findings) {
        if (word.present() && complete && !names.isEmpty() && !names.containsKey(word.text())) {
            findings.warn(
                    word.place(),
                    "%s names \"%s\", a %s of no mission here"
                            .formatted(word.name(), Values.shortened(word.text()), kind),
                    Nearest.advice(word.text(), names.keySet()));
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
