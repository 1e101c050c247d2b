package org.muster.plan.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.AtLeast;

/// How many units a coalition lacks at a price: a sum over groups of lines, of each the largest of its brackets. A
/// bracket asks for units of a set of lines and counts what players have for it.
///
/// Of a coalition those take part that do whatever others do, and the most of those with conditions whose conditions
/// then hold.
///
/// @param players     how many there are
/// @param groups      lines that compete for the same sources are one group, a line that does not is one of its own
/// @param conditional players with conditions, one entry each, at most [#MOST_CONDITIONAL]
public record Need(int players, List<List<AtLeast>> groups, List<Ability.Conditional> conditional) {
    /// Merged states at most.
    public static final int MOST_STATES = 5_000_000;

    /// Players with conditions at most: all sets of those that are willing are looked at.
    public static final int MOST_CONDITIONAL = 6;

    /// @throws IllegalArgumentException where more players have conditions
    public Need {
        groups = groups.stream().map(List::copyOf).toList();
        conditional = relevant(groups, conditional);
        if (conditional.size() > MOST_CONDITIONAL) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d players have conditions, of %d that are told apart",
                    conditional.size(),
                    MOST_CONDITIONAL));
        }
    }

    /// Those who bring something, and those who count in their conditions.
    private static List<Ability.Conditional> relevant(
            List<List<AtLeast>> groups, List<Ability.Conditional> conditional) {
        List<Ability.Conditional> relevant = new ArrayList<>();
        List<AtLeast> asked = new ArrayList<>();
        groups.forEach(asked::addAll);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Ability.Conditional one : conditional) {
                if (!relevant.contains(one)
                        && asked.stream().anyMatch(a -> a.weights().get(one.player()) > 0)) {
                    relevant.add(one);
                    asked.addAll(one.conditions());
                    changed = true;
                }
            }
        }
        return conditional.stream().filter(relevant::contains).toList();
    }

    /// What a coalition lacks, given by one truth a player.
    public long of(boolean[] coalition) {
        List<AtLeast> all = counted();
        List<Long> open = new ArrayList<>();
        for (AtLeast one : all) {
            long left = one.needed();
            for (int i = 0; i < players; i++) {
                left -= coalition[i] && !isConditional(i) ? one.weights().get(i) : 0;
            }
            open.add(left);
        }
        int willing = 0;
        for (int c = 0; c < conditional.size(); c++) {
            willing |= coalition[conditional.get(c).player()] ? 1 << c : 0;
        }
        return lacking(open, all, willing, 0, groups.size());
    }

    /// What each coalition of some players lacks that nobody else joins.
    ///
    /// @param some at most 30 players
    /// @return by coalition of these, bit `i` being the `i`-th of them
    long[] ofEach(List<Integer> some) {
        long[] lacking = new long[1 << some.size()];
        if (conditional.isEmpty()) {
            for (List<AtLeast> group : groups) {
                long[] most = new long[lacking.length];
                for (AtLeast one : group) {
                    long[] left = new long[lacking.length];
                    left[0] = one.needed();
                    for (int c = 1; c < left.length; c++) {
                        int first = Integer.numberOfTrailingZeros(c);
                        left[c] = left[c & (c - 1)] - one.weights().get(some.get(first));
                    }
                    Arrays.setAll(most, c -> Math.max(most[c], left[c]));
                }
                Arrays.setAll(lacking, c -> Math.addExact(lacking[c], most[c]));
            }
            return lacking;
        }
        boolean[] coalition = new boolean[players];
        for (int c = 0; c < lacking.length; c++) {
            for (int i = 0; i < some.size(); i++) {
                coalition[some.get(i)] = (c >>> i & 1) != 0;
            }
            lacking[c] = of(coalition);
        }
        return lacking;
    }

    private boolean isConditional(int player) {
        return conditional.stream().anyMatch(one -> one.player() == player);
    }

    /// What is counted while players are walked: the brackets of all groups, and then the conditions.
    private List<AtLeast> counted() {
        List<AtLeast> all = new ArrayList<>();
        groups.forEach(all::addAll);
        conditional.forEach(one -> all.addAll(one.conditions()));
        return all;
    }

    /// With what chance how many units are lacking: players are walked one after the other, and coalitions in which
    /// every bracket and every condition lacks the same are one state. Players with conditions come last.
    ///
    /// Time and memory O(players * states * (brackets + conditions)), and states times the sets of those with
    /// conditions.
    ///
    /// @param willing by player, from 0 to 1
    /// @throws ArithmeticException where there are more than [#MOST_STATES] states
    public <W> Histogram<W> histogram(Weights<W> weights, List<W> willing) {
        return new Histogram<>(weights, weights.walked(this, willing));
    }

    /// The weights of what is lacking.
    ///
    /// @param ins  by player, the weight of coming
    /// @param outs by player, the weight of staying at home
    <W> NavigableMap<Long, W> walked(Weights<W> weights, List<W> ins, List<W> outs) {
        List<AtLeast> all = counted();
        if (all.size() == 1 && conditional.isEmpty()) {
            return walked(all.getFirst(), weights, ins, outs);
        }
        Merged<W> merged = merged(weights, ins, outs);
        TreeMap<Long, W> chances = new TreeMap<>();
        merged.states().forEach((open, weight) -> {
            for (int pattern = 0; pattern < merged.patterns().size(); pattern++) {
                chances.merge(
                        lacking(open, all, pattern, 0, groups.size()),
                        weights.times(weight, merged.patterns().get(pattern)),
                        weights::plus);
            }
        });
        return chances;
    }

    /// What two needs lack of one coalition.
    ///
    /// @param one   units of the one
    /// @param other of the other
    record Both(long one, long other) {}

    /// The weights of what is lacking and what another need of the same players lacks at once.
    ///
    /// @param ins  by player, the weight of coming
    /// @param outs by player, the weight of staying at home
    /// @throws ArithmeticException where there are more than [#MOST_STATES] states
    <W> Map<Both, W> walkedWith(Need other, Weights<W> weights, List<W> ins, List<W> outs) {
        List<List<AtLeast>> all = new ArrayList<>(groups);
        all.addAll(other.groups);
        Set<Ability.Conditional> conditions = new LinkedHashSet<>(conditional);
        conditions.addAll(other.conditional);
        Need both = new Need(players, all, List.copyOf(conditions));
        List<AtLeast> counted = both.counted();
        Merged<W> merged = both.merged(weights, ins, outs);
        Map<Both, W> chances = new LinkedHashMap<>();
        merged.states().forEach((open, weight) -> {
            for (int pattern = 0; pattern < merged.patterns().size(); pattern++) {
                chances.merge(
                        new Both(
                                both.lacking(open, counted, pattern, 0, groups.size()),
                                both.lacking(open, counted, pattern, groups.size(), all.size())),
                        weights.times(weight, merged.patterns().get(pattern)),
                        weights::plus);
            }
        });
        return chances;
    }

    /// Coalitions of players without conditions, merged.
    ///
    /// @param states   weights by what every bracket and every condition lacks
    /// @param patterns weights of all sets of players with conditions that are willing
    private record Merged<W>(Map<List<Long>, W> states, List<W> patterns) {}

    private <W> Merged<W> merged(Weights<W> weights, List<W> ins, List<W> outs) {
        List<AtLeast> all = counted();
        int brackets = groups.stream().mapToInt(List::size).sum();
        Map<List<Long>, W> states = new LinkedHashMap<>();
        states.put(all.stream().map(AtLeast::needed).toList(), weights.of(1));
        W idle = weights.of(1);
        for (int i = 0; i < players; i++) {
            int player = i;
            if (!isConditional(i)) {
                if (all.stream().anyMatch(b -> b.weights().get(player) > 0)) {
                    states = walked(states, all, brackets, player, weights, ins.get(player), outs.get(player));
                } else {
                    idle = weights.times(idle, weights.plus(ins.get(player), outs.get(player)));
                }
            }
        }
        return new Merged<>(states, patterns(weights, ins, outs, idle));
    }

    /// The same for one bracket, where a state is one number.
    private <W> NavigableMap<Long, W> walked(AtLeast one, Weights<W> weights, List<W> ins, List<W> outs) {
        Map<Long, W> states = new HashMap<>(Map.of(one.needed(), weights.of(1)));
        W idle = weights.of(1);
        for (int i = 0; i < players; i++) {
            W in = ins.get(i);
            W out = outs.get(i);
            W both = weights.plus(in, out);
            long units = one.weights().get(i);
            if (units == 0) {
                idle = weights.times(idle, both);
                continue;
            }
            Map<Long, W> next = new HashMap<>();
            states.forEach((open, weight) -> {
                if (open == 0) {
                    // Where nothing is lacking it does not matter who else takes part.
                    next.merge(open, weights.times(weight, both), weights::plus);
                } else {
                    next.merge(open, weights.times(weight, out), weights::plus);
                    next.merge(Math.max(0, open - units), weights.times(weight, in), weights::plus);
                }
            });
            if (next.size() > MOST_STATES) {
                throw new ArithmeticException("more than " + MOST_STATES + " states of what is lacking");
            }
            states = next;
        }
        NavigableMap<Long, W> chances = new TreeMap<>();
        for (Map.Entry<Long, W> state : states.entrySet()) {
            chances.put(state.getKey(), weights.times(state.getValue(), idle));
        }
        return chances;
    }

    /// The weight of every set of willing players among those with conditions.
    private <W> List<W> patterns(Weights<W> weights, List<W> ins, List<W> outs, W idle) {
        List<W> patterns = new ArrayList<>();
        for (int pattern = 0; pattern < 1 << conditional.size(); pattern++) {
            W weight = idle;
            for (int c = 0; c < conditional.size(); c++) {
                int player = conditional.get(c).player();
                weight = weights.times(weight, (pattern >>> c & 1) != 0 ? ins.get(player) : outs.get(player));
            }
            patterns.add(weight);
        }
        return patterns;
    }

    private static <W> Map<List<Long>, W> walked(
            Map<List<Long>, W> states, List<AtLeast> all, int brackets, int player, Weights<W> weights, W in, W out) {
        List<Long> nothing = Collections.nCopies(all.size(), 0L);
        Map<List<Long>, W> next = new LinkedHashMap<>();
        for (Map.Entry<List<Long>, W> state : states.entrySet()) {
            Long[] open = new Long[all.size()];
            boolean lacks = false;
            for (int b = 0; b < open.length; b++) {
                open[b] =
                        Math.max(0, state.getKey().get(b) - all.get(b).weights().get(player));
                lacks |= b < brackets && open[b] > 0;
            }
            // Where nothing is lacking it does not matter who else takes part.
            List<Long> with = lacks ? List.of(open) : nothing;
            next.merge(state.getKey(), weights.times(state.getValue(), out), weights::plus);
            next.merge(with, weights.times(state.getValue(), in), weights::plus);
            if (next.size() > MOST_STATES) {
                throw new ArithmeticException("more than " + MOST_STATES + " states of what is lacking");
            }
        }
        return next;
    }

    /// What is lacking of some of the groups when those without conditions leave `open`, and of those with conditions
    /// the set `willing` is.
    ///
    /// @param from the first of the groups
    /// @param to   the one after the last
    private long lacking(List<Long> open, List<AtLeast> all, int willing, int from, int to) {
        int taking = taking(open, all, willing);
        long sum = 0;
        int at = 0;
        for (int g = 0; g < to; g++) {
            long most = 0;
            for (int b = 0; b < groups.get(g).size(); b++) {
                most = Math.max(most, left(open, all, at++, taking));
            }
            sum = Math.addExact(sum, g >= from ? most : 0);
        }
        return sum;
    }

    /// The largest set of `willing` in which all conditions hold.
    private int taking(List<Long> open, List<AtLeast> all, int willing) {
        int taking = willing;
        boolean changed = true;
        while (changed) {
            changed = false;
            int at = groups.stream().mapToInt(List::size).sum();
            for (int c = 0; c < conditional.size(); c++) {
                boolean holds = true;
                for (int k = conditional.get(c).conditions().size(); k > 0; k--) {
                    holds &= left(open, all, at++, taking) <= 0;
                }
                if ((taking >>> c & 1) != 0 && !holds) {
                    taking &= ~(1 << c);
                    changed = true;
                }
            }
        }
        return taking;
    }

    private long left(List<Long> open, List<AtLeast> all, int at, int taking) {
        long left = open.get(at);
        for (int c = 0; c < conditional.size(); c++) {
            left -= (taking >>> c & 1) != 0
                    ? all.get(at).weights().get(conditional.get(c).player())
                    : 0;
        }
        return left;
    }
}
