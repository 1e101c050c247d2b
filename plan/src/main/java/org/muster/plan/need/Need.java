package org.muster.plan.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.plan.fold.AtLeast;

/// How many units a coalition lacks at a price: a sum over groups of lines, of each the largest of its brackets. A
/// bracket asks for units of a set of lines and counts what players have for it.
///
/// @param players how many there are
/// @param groups  lines that compete for the same sources are one group, a line that does not is one of its own
public record Need(int players, List<List<AtLeast>> groups) {
    /// Merged states at most.
    public static final int MOST_STATES = 5_000_000;

    public Need {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /// What a coalition lacks, given by one truth a player.
    public long of(boolean[] coalition) {
        long sum = 0;
        for (List<AtLeast> group : groups) {
            long most = 0;
            for (AtLeast bracket : group) {
                long open = bracket.needed();
                for (int i = 0; i < players; i++) {
                    open -= coalition[i] ? bracket.weights().get(i) : 0;
                }
                most = Math.max(most, open);
            }
            sum = Math.addExact(sum, most);
        }
        return sum;
    }

    /// With what chance how many units are lacking: players are walked one after the other, and coalitions in which
    /// every bracket lacks the same are one state.
    ///
    /// Time and memory O(players * states * brackets).
    ///
    /// @param willing by player, from 0 to 1
    /// @throws ArithmeticException where there are more than [#MOST_STATES] states
    public <W> Histogram<W> histogram(Weights<W> weights, List<W> willing) {
        List<AtLeast> brackets = groups.stream().flatMap(List::stream).toList();
        Map<List<Long>, W> states = new LinkedHashMap<>();
        states.put(brackets.stream().map(AtLeast::needed).toList(), weights.of(1));
        for (int i = 0; i < players; i++) {
            int player = i;
            if (brackets.stream().anyMatch(b -> b.weights().get(player) > 0)) {
                states = walked(states, brackets, player, weights, willing.get(player));
            }
        }
        TreeMap<Long, W> chances = new TreeMap<>();
        states.forEach((open, weight) -> chances.merge(lacking(open), weight, weights::plus));
        return new Histogram<>(weights, chances);
    }

    private static <W> Map<List<Long>, W> walked(
            Map<List<Long>, W> states, List<AtLeast> brackets, int player, Weights<W> weights, W willing) {
        Map<List<Long>, W> next = new LinkedHashMap<>();
        W not = weights.rest(willing);
        for (Map.Entry<List<Long>, W> state : states.entrySet()) {
            List<Long> with = new ArrayList<>();
            for (int b = 0; b < brackets.size(); b++) {
                with.add(Math.max(
                        0, state.getKey().get(b) - brackets.get(b).weights().get(player)));
            }
            next.merge(state.getKey(), weights.times(state.getValue(), not), weights::plus);
            next.merge(with, weights.times(state.getValue(), willing), weights::plus);
            if (next.size() > MOST_STATES) {
                throw new ArithmeticException("more than " + MOST_STATES + " states of what is lacking");
            }
        }
        return next;
    }

    private long lacking(List<Long> open) {
        long sum = 0;
        int at = 0;
        for (List<AtLeast> group : groups) {
            long most = 0;
            for (int b = 0; b < group.size(); b++) {
                most = Math.max(most, open.get(at++));
            }
            sum = Math.addExact(sum, most);
        }
        return sum;
    }
}
