package org.muster.lab.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A game in which the best out of those that are available is chosen, worked out for every coalition from few choices.
///
/// What is best out of more is best out of fewer wherever it takes nobody but these, and where nothing can be done out
/// of more, nothing can be done out of fewer. So from the largest coalition down only those are asked for of which
/// every player that is missing would be taken.
public final class Choices implements ParticipationGame {
    private final int players;
    private final int[] which;
    private final List<Best> bests;

    private Choices(int players, int[] which, List<Best> bests) {
        this.players = players;
        this.which = which;
        this.bests = List.copyOf(bests);
    }

    /// What is best out of a coalition.
    ///
    /// @param takes who is taken, all of them available
    /// @param runs  whether anything happens
    /// @param left  what each player is left with, in whole units; 0 of everybody where nothing happens
    public record Best(long takes, boolean runs, List<Long> left) {
        public Best {
            left = List.copyOf(left);
        }
    }

    /// Chooses.
    public interface Chooser {
        /// Players, at most [SelfEnforcing#MOST_PLAYERS].
        int players();

        /// What is best out of exactly these.
        Best best(long available);

        /// Whether it makes no difference that a player is missing of whom no use would be made: not so of one that has
        /// to be taken where it is available.
        boolean isFree(int player);

        /// Whether nothing happens out of fewer where nothing happens out of more.
        boolean idleStaysIdle();
    }

    /// Asks for as few as are needed.
    ///
    /// O(2^players * players) beside these.
    ///
    /// @param most choices that are asked for at most
    /// @return     empty where that were not enough
    /// @throws IllegalArgumentException beyond [SelfEnforcing#MOST_PLAYERS] players
    public static Optional<Choices> of(Chooser chooser, int most) {
        int n = chooser.players();
        SelfEnforcing.requireFew(n);
        int[] which = new int[1 << n];
        List<Best> bests = new ArrayList<>();
        for (int c = which.length - 1; c >= 0; c--) {
            int there = inherited(chooser, which, bests, c);
            if (there < 0) {
                if (bests.size() == most) {
                    return Optional.empty();
                }
                there = bests.size();
                bests.add(chooser.best(c));
            }
            which[c] = there;
        }
        return Optional.of(new Choices(n, which, bests));
    }

    private static int inherited(Chooser chooser, int[] which, List<Best> bests, int coalition) {
        for (int i = 0; i < chooser.players(); i++) {
            int bit = 1 << i;
            if ((coalition & bit) == 0 && chooser.isFree(i)) {
                Best more = bests.get(which[coalition | bit]);
                if ((more.takes() & bit) == 0 || (!more.runs() && chooser.idleStaysIdle())) {
                    return which[coalition | bit];
                }
            }
        }
        return -1;
    }

    /// How many choices were asked for.
    public int asked() {
        return bests.size();
    }

    /// The number of the choice that is best out of a coalition: the same where the same was asked for.
    public int choice(long available) {
        return which[(int) available];
    }

    /// Whether some of those outside, however many, gain, each of them, by coming together.
    ///
    /// The game separates by choices: a group matters only by what is then chosen, and of those that lead to a choice
    /// the smallest are the ones outside whom it takes. So one group a choice is tried, and not one a subset. All are
    /// found where nobody has to be taken; else at least these.
    ///
    /// O(choices * players)
    public boolean groupGains(long coalition) {
        Best now = best(coalition);
        for (Best one : bests) {
            long group = one.takes() & ~coalition;
            if (group != 0 && allGain(now, best(coalition | group), group)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allGain(Best now, Best then, long group) {
        for (long left = group; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            if (then.left().get(i) <= now.left().get(i)) {
                return false;
            }
        }
        return true;
    }

    private Best best(long available) {
        return bests.get(which[(int) available]);
    }

    @Override
    public int players() {
        return players;
    }

    @Override
    public long payoff(long available, int player) {
        return best(available).left().get(player);
    }

    @Override
    public boolean runs(long available) {
        return best(available).runs();
    }
}
