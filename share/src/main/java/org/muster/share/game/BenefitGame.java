package org.muster.share.game;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The game in which a coalition does only what is worth it to its own members: `w(S)`, what its members gain by
/// themselves.
///
/// It is held as the charge at which a coalition would be no better off than by itself, `t(S) = V b(S) - w(S)`: a
/// coalition that pays more than `t(S)` would rather do its own. A division of `t` is benefits less the same
/// division of `w`, so the rules for costs serve for both.
///
/// @param charges    `t(S)` in minor units, whole; `t(nobody) = 0`
/// @param byLine     whether a coalition may do single lines (benefits declared by line), or the whole mission or
/// nothing
/// @param worthMinor `V`, in minor units
/// @param benefits   `V b_i` in minor units by player, adding up to the part of the worth that is the players' own
/// @param account    one sentence that says how `w` is found, for readers
public record BenefitGame(
        MissionGame charges, boolean byLine, long worthMinor, Map<String, Long> benefits, String account) {
    public BenefitGame {
        benefits = Collections.unmodifiableMap(new LinkedHashMap<>(benefits));
        Objects.requireNonNull(account);
    }

    /// What all together gain by it, in minor units, 0 or more.
    public long gainOfAll() {
        return benefits.values().stream().mapToLong(Long::longValue).sum() - charges.costOfAll();
    }
}
