package org.muster.lab.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Where members that reply to one another come to rest, and how sure it is that this is all.
///
/// @param coalition who is available in the end; where they come round, where it was first met again
/// @param cycle     the coalitions that come round, in order; empty where members came to rest
/// @param holding   coalitions that hold and run: all of them where [Ending#ALL], else the one that was found
/// @param idle      idle coalitions in which nobody gains by switching alone; empty where not all were looked at
/// @param found     how
public record Settled(long coalition, List<Long> cycle, List<Long> holding, Optional<Integer> idle, Ending found) {
    public Settled {
        cycle = List.copyOf(cycle);
        holding = List.copyOf(holding);
    }

    /// Whether members came to rest.
    public boolean isRest() {
        return cycle.isEmpty();
    }

    /// From where replies may start.
    ///
    /// @param stated  those whose stance or declared willingness lets them join
    /// @param planned those whom the best plan of everybody takes
    public record Starts(long stated, long planned) {}

    /// Settles a game whose every coalition is known: the largest or smallest of those that enforce themselves and run;
    /// where only idle ones do, or members start from what they have stated, by their replies.
    public static Settled of(Choices all, Settle settle, Starts starts) {
        SelfEnforcing.Split split = SelfEnforcing.split(all);
        List<Long> running =
                split.running().stream().filter(one -> !all.groupGains(one)).toList();
        Optional<Long> extreme = settle == Settle.STATED ? Optional.empty() : extreme(running, settle);
        if (extreme.isPresent()) {
            return new Settled(extreme.get(), List.of(), running, Optional.of(split.idle()), Ending.ALL);
        }
        BestReplies.End end = BestReplies.from(all, start(all, settle, starts), inOrder(all.players()));
        Ending found = running.contains(end.coalition()) ? Ending.ALL : Ending.SOME;
        return new Settled(end.coalition(), end.cycle(), running, Optional.of(split.idle()), how(all, end, found));
    }

    /// Settles a game of more by replies, from one start and in one order after the other, some drawn from a seed,
    /// until members come to rest where something runs. That nobody gains there by switching alone is checked player by
    /// player; where a group outside gains by coming together it comes, and replies go on.
    public static Settled of(ParticipationGame game, Settle settle, Starts starts, long seed) {
        List<BestReplies.End> idle = new ArrayList<>();
        List<BestReplies.End> cycles = new ArrayList<>();
        for (long from : froms(game, settle, starts)) {
            for (int[] order : orders(game.players(), settle, seed)) {
                Rest rest = rest(game, from, order);
                if (!rest.end().isRest()) {
                    cycles.add(rest.end());
                } else if (!game.runs(rest.end().coalition())) {
                    idle.add(rest.end());
                } else {
                    // where joining is a complement all orders end alike, at the end of all that hold
                    boolean isEnd = settle != Settle.STATED && from == start(game, settle, starts) && !rest.moved();
                    long coalition = rest.end().coalition();
                    return new Settled(
                            coalition,
                            List.of(),
                            List.of(coalition),
                            Optional.empty(),
                            isEnd && Complements.agree(game, seed)
                                    ? Ending.EXTREME
                                    : rest.groupsTried() ? Ending.HOLDS : Ending.SOME);
                }
            }
        }
        BestReplies.End end = idle.isEmpty() ? cycles.getFirst() : idle.getFirst();
        return new Settled(end.coalition(), end.cycle(), List.of(), Optional.empty(), how(game, end, Ending.SOME));
    }

    /// Where members come to rest, groups among them.
    ///
    /// @param moved       whether a group came together on the way
    /// @param groupsTried whether no group gains, however large
    private record Rest(BestReplies.End end, boolean moved, boolean groupsTried) {}

    private static Rest rest(ParticipationGame game, long from, int[] order) {
        Set<Long> rests = new LinkedHashSet<>();
        BestReplies.End end = BestReplies.from(game, from, order);
        while (end.isRest() && game.runs(end.coalition())) {
            if (!rests.add(end.coalition())) {
                List<Long> all = List.copyOf(rests);
                return new Rest(
                        new BestReplies.End(end.coalition(), all.subList(all.indexOf(end.coalition()), all.size())),
                        true,
                        false);
            }
            Groups.Found found = game.groups(end.coalition());
            if (found.group() == 0) {
                return new Rest(end, rests.size() > 1, found.isNone());
            }
            end = BestReplies.from(game, end.coalition() | found.group(), order);
        }
        return new Rest(end, !rests.isEmpty(), false);
    }

    private static Ending how(ParticipationGame game, BestReplies.End end, Ending found) {
        if (!end.isRest()) {
            return Ending.CYCLE;
        }
        return game.runs(end.coalition()) ? found : Ending.IDLE;
    }

    private static List<Long> froms(ParticipationGame game, Settle settle, Starts starts) {
        return switch (settle) {
            case TOP, BOTH -> List.of(everybody(game.players()), starts.planned());
            case BOTTOM -> List.of(0L, starts.planned(), starts.stated(), everybody(game.players()));
            case STATED -> List.of(starts.stated());
        };
    }

    private static long start(ParticipationGame game, Settle settle, Starts starts) {
        return switch (settle) {
            case TOP, BOTH -> everybody(game.players());
            case BOTTOM -> 0;
            case STATED -> starts.stated();
        };
    }

    private static long everybody(int players) {
        return (1L << players) - 1;
    }

    private static List<int[]> orders(int players, Settle settle, long seed) {
        int[] forward = inOrder(players);
        if (settle == Settle.STATED) {
            return List.of(forward);
        }
        int[] backward = IntStream.range(0, players).map(i -> players - 1 - i).toArray();
        int[] drawn = forward.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = players - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int one = drawn[i];
            drawn[i] = drawn[other];
            drawn[other] = one;
        }
        return List.of(forward, backward, drawn);
    }

    private static int[] inOrder(int players) {
        return IntStream.range(0, players).toArray();
    }

    /// The smallest from the bottom, else the first of those that are largest.
    private static Optional<Long> extreme(List<Long> some, Settle settle) {
        Comparator<Long> bySize = Comparator.comparingInt(Long::bitCount);
        return settle == Settle.BOTTOM
                ? some.stream().min(bySize)
                : some.stream().reduce((one, other) -> bySize.compare(other, one) > 0 ? other : one);
    }
}
