package org.muster.plan.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Walks the players and merges the coalitions that lack the same, which makes a [Diagram].
///
/// A state says how many units of each need or condition are still open, and who of those with conditions is there and
/// not yet sure to stay. Equal states are one. What cannot be told apart by whoever is left counts as equal ([Sums]);
/// what can no longer be reached, and what nobody asks for any more, is not told apart either. A state that all who are
/// left cannot finish is dropped, one that needs nobody more is done at once: both are final since needs only ever ask
/// for more.
///
/// Time and memory O(states * (needs + conditions)), times the conditional players that are there.
final class Walk {
    private static final long UNREACHABLE = Long.MAX_VALUE;

    private final Ability ability;
    private final List<AtLeast> lines;
    private final int needs;
    private final int[] order;
    private final int free;
    private final long[][] weights;
    private final Sums[] sums;
    /// By conditional player, in the order of the walk: which lines are its conditions.
    private final int[][] conditions;

    private Walk(Ability ability) {
        this.ability = ability;
        this.order = ability.order();
        this.free = order.length - ability.conditional().size();
        List<AtLeast> all = new ArrayList<>(ability.needs().stream().distinct().toList());
        this.needs = all.size();
        ability.distinct().stream().filter(one -> !all.contains(one)).forEach(all::add);
        this.lines = all;
        this.weights = lines.stream().map(one -> one.weightsInOrder(order)).toArray(long[][]::new);
        this.sums = new Sums[lines.size()];
        for (int t = 0; t < sums.length; t++) {
            sums[t] = new Sums(weights[t], free, lines.get(t).needed());
        }
        this.conditions = new int[order.length - free][];
        for (int c = 0; c < conditions.length; c++) {
            conditions[c] = conditionsOf(order[free + c]);
        }
    }

    private int[] conditionsOf(int player) {
        return ability.conditional().stream()
                .filter(one -> one.player() == player)
                .flatMap(one -> one.conditions().stream())
                .mapToInt(lines::indexOf)
                .toArray();
    }

    /// The diagram; empty where it would have more than `mostStates` states.
    ///
    /// @param mostStates at least 1
    static Optional<Diagram> over(Ability ability, int mostStates) {
        return new Walk(ability.withSomebody()).run(mostStates);
    }

    private Optional<Diagram> run(int mostStates) {
        int width = lines.size() + 1;
        int[] start = new int[order.length + 1];
        int[] out = new int[0];
        int[] in = new int[0];
        States here = new States(width);
        long[] row = new long[width];
        for (int t = 0; t < lines.size(); t++) {
            row[t] = lines.get(t).needed();
        }
        if (order.length > 0 && settle(row, 0) == Outcome.OPEN) {
            here.numberOf(row);
        }
        for (int step = 0; step < order.length; step++) {
            int next = start[step] + here.size();
            start[step + 1] = next;
            if (next > mostStates) {
                return Optional.empty();
            }
            out = Arrays.copyOf(out, next);
            in = Arrays.copyOf(in, next);
            States after = new States(width);
            for (int state = 0; state < here.size() && next + after.size() <= mostStates; state++) {
                here.copy(state, row);
                out[start[step] + state] = target(row, step + 1, after, next);
                here.copy(state, row);
                join(row, step);
                in[start[step] + state] = target(row, step + 1, after, next);
            }
            here = after;
        }
        return Optional.of(new Diagram(ability.players(), order, start, out, in));
    }

    private void join(long[] row, int step) {
        if (step >= free) {
            row[lines.size()] |= 1L << (step - free);
        } else {
            bring(row, step);
        }
    }

    private void bring(long[] row, int place) {
        for (int t = 0; t < lines.size(); t++) {
            if (row[t] != UNREACHABLE) {
                row[t] = Math.max(0, row[t] - weights[t][place]);
            }
        }
    }

    private int target(long[] row, int step, States after, int first) {
        return switch (settle(row, step)) {
            case NEVER -> Diagram.NEVER;
            case DONE -> Diagram.DONE;
            case OPEN -> first + after.numberOf(row);
        };
    }

    private enum Outcome {
        NEVER,
        DONE,
        OPEN
    }

    /// Brings a state before `step` into its one form, in place, and says what is already known of it.
    private Outcome settle(long[] row, int step) {
        absorb(row);
        int at = Math.min(step, free);
        for (int t = 0; t < lines.size(); t++) {
            if (row[t] > sums[t].left(at)) {
                if (t < needs) {
                    return Outcome.NEVER;
                }
                row[t] = UNREACHABLE;
            } else if (row[t] > 0) {
                row[t] = sums[t].least(at, row[t]);
            }
        }
        long there = row[lines.size()];
        if (isMet(row, there, 0, 0)) {
            return Outcome.DONE;
        }
        long undecided = undecided(step);
        if (conditions.length > 0 && !isMet(row, there | undecided, at, free)) {
            return Outcome.NEVER;
        }
        forget(row, undecided);
        return Outcome.OPEN;
    }

    private long undecided(int step) {
        long all = conditions.length == 0 ? 0 : -1L >>> (Long.SIZE - conditions.length);
        return step <= free ? all : all & ~((1L << (step - free)) - 1);
    }

    /// Who has conditions that hold by now, whoever else comes, counts like one who has none.
    private void absorb(long[] row) {
        long rest = row[lines.size()];
        while (rest != 0) {
            int c = Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            if (holds(row, c, 1L << c, 0, 0)) {
                bring(row, free + c);
                row[lines.size()] &= ~(1L << c);
                rest = row[lines.size()];
            }
        }
    }

    /// Whether the conditions of the `c`-th conditional player hold beside the conditional players `taking`, with all
    /// free players from step `from` to `to`.
    private boolean holds(long[] row, int c, long taking, int from, int to) {
        for (int t : conditions[c]) {
            if (row[t] > brought(t, taking, from, to)) {
                return false;
            }
        }
        return true;
    }

    private long brought(int line, long taking, int from, int to) {
        long sum = sums[line].left(from) - sums[line].left(to);
        for (long rest = taking; rest != 0; rest &= rest - 1) {
            sum += weights[line][free + Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    /// Whether all needs are met by the conditional players `there` as far as their conditions hold, with all free
    /// players from step `from` to `to`.
    private boolean isMet(long[] row, long there, int from, int to) {
        long taking = there;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (long rest = taking; rest != 0; rest &= rest - 1) {
                int c = Long.numberOfTrailingZeros(rest);
                if (!holds(row, c, taking, from, to)) {
                    taking &= ~(1L << c);
                    changed = true;
                }
            }
        }
        for (int t = 0; t < needs; t++) {
            if (row[t] > 0 && row[t] > brought(t, taking, from, to)) {
                return false;
            }
        }
        return true;
    }

    /// Drops who can no longer take part, and conditions of nobody who is there or may come.
    private void forget(long[] row, long undecided) {
        if (conditions.length == 0) {
            return;
        }
        long asked = 0;
        boolean[] asks = new boolean[lines.size()];
        for (long rest = row[lines.size()] | undecided; rest != 0; rest &= rest - 1) {
            int c = Long.numberOfTrailingZeros(rest);
            boolean never = false;
            for (int t : conditions[c]) {
                never |= row[t] == UNREACHABLE;
            }
            if (!never) {
                asked |= 1L << c;
                for (int t : conditions[c]) {
                    asks[t] = true;
                }
            }
        }
        row[lines.size()] &= asked;
        for (int t = needs; t < lines.size(); t++) {
            // Who never takes part has to be told as such for as long as it may come.
            if (!asks[t] && row[t] != UNREACHABLE) {
                row[t] = 0;
            }
        }
    }
}
