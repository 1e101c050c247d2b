package org.muster.lab.join;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Groups of those outside a coalition that would gain, each of them, by coming together, of whatever size, where too
/// many members matter to look at every coalition.
///
/// A group matters only by what is then chosen, and of the groups that lead to a choice the smallest is made up of the
/// ones outside whom it takes. What is best out of more is best out of fewer that hold all whom it takes. So from all
/// that may gain down only one group a choice is tried: every other group lacks one of those who are taken.
public final class Groups {
    /// Nothing was looked at.
    public static final Found NOT_LOOKED_AT = new Found(0, false);

    private Groups() {}

    /// What is chosen.
    public interface Chooser {
        /// Whom the best out of exactly these takes.
        long takes(long available);

        /// Whether it makes no difference that a player is missing of whom no use would be made: not so of one that has
        /// to be taken where it is available.
        boolean isFree(int player);
    }

    /// What was found.
    ///
    /// @param group one that gains; empty where none was found
    /// @param all   whether all groups were looked at, so that none that gains was missed
    public record Found(long group, boolean all) {
        /// Whether no group gains, however large.
        public boolean isNone() {
            return all && group == 0;
        }
    }

    /// Looks for a group.
    ///
    /// @param mayGain players that may gain by coming; no other gains by any choice
    /// @param most    choices that are looked at at most
    public static Found of(ParticipationGame game, Chooser chooser, long coalition, long mayGain, int most) {
        long outside = mayGain & ~coalition & ((1L << game.players()) - 1);
        boolean allFree = true;
        for (long left = outside; left != 0; left &= left - 1) {
            allFree &= chooser.isFree(Long.numberOfTrailingZeros(left));
        }
        Set<Long> met = new HashSet<>(Set.of(outside));
        Deque<Long> next = new ArrayDeque<>(met);
        for (int looked = 0; !next.isEmpty(); looked++) {
            if (looked == most) {
                return NOT_LOOKED_AT;
            }
            long some = next.remove();
            long group = chooser.takes(coalition | some) & ~coalition;
            if (group != 0 && SelfEnforcing.allGain(game, coalition, group)) {
                return new Found(group, true);
            }
            for (long left = group; left != 0; left &= left - 1) {
                long fewer = some & ~(left & -left);
                if (met.add(fewer)) {
                    next.add(fewer);
                }
            }
        }
        return new Found(0, allFree);
    }
}
