package org.muster.games.structure;

import java.util.List;
import java.util.Locale;

/// Which coalitions may form.
///
/// @param forbidden  coalitions that must not be together, such as pairs: no part may hold all of one of them
/// @param leastSize  smallest size of a part, at least 1
/// @param mostSize   largest size of a part
public record SideConditions(List<Long> forbidden, int leastSize, int mostSize) {
    /// Every coalition may form.
    public static final SideConditions NONE = new SideConditions(List.of(), 1, 64);

    public SideConditions {
        forbidden = List.copyOf(forbidden);
        if (leastSize < 1 || mostSize < leastSize) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "parts have at least 1 player and at most as many as the largest size allows, not %d to %d",
                    leastSize,
                    mostSize));
        }
        if (forbidden.contains(0L)) {
            throw new IllegalArgumentException("the empty coalition cannot be forbidden");
        }
    }

    /// Whether a coalition may form.
    public boolean allow(long coalition) {
        int size = Long.bitCount(coalition);
        if (size < leastSize || size > mostSize) {
            return false;
        }
        for (long together : forbidden) {
            if ((coalition & together) == together) {
                return false;
            }
        }
        return true;
    }
}
