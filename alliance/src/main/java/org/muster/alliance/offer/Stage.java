package org.muster.alliance.offer;

import java.util.Locale;

/// How far an offer has come.
public enum Stage {
    INDICATED,
    OFFERED,
    ACCEPTED,
    COMMITTED,
    RETURNED,
    WITHDRAWN,
    LAPSED;

    /// The word in files and on screens.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a planner may count on an offer at this stage.
    public boolean isUsable() {
        return switch (this) {
            case OFFERED, ACCEPTED, COMMITTED -> true;
            case INDICATED, RETURNED, WITHDRAWN, LAPSED -> false;
        };
    }
}
