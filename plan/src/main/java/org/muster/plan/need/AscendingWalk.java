package org.muster.plan.need;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.muster.plan.fold.AtLeast;

/// What is lacking at one price after the other, ascending, in whole numbers.
///
/// With the price more sources come within reach. Who brings something for the first time joins what was lacking at the
/// price before; who brings more than before is first taken out again, which is exact: of what is lacking with it, the
/// most can only be lacking where it stays at home, then the second most follows, and so on. So all prices together
/// take no longer than one walk over all sources. One bracket without conditions is told so; anything else is walked
/// for each price by itself.
///
/// O(sources * states) for all prices together.
final class AscendingWalk {
    private final List<BigInteger> ins;
    private final List<BigInteger> outs;
    private final BigInteger whole;
    private List<Long> brought = List.of();
    private long needed;
    private Map<Long, BigInteger> states = Map.of();
    private BigInteger walked = BigInteger.ONE;

    /// @param ins  by player, the weight of coming
    /// @param outs by player, the weight of staying at home
    AscendingWalk(List<BigInteger> ins, List<BigInteger> outs) {
        this.ins = List.copyOf(ins);
        this.outs = List.copyOf(outs);
        BigInteger all = BigInteger.ONE;
        for (int i = 0; i < ins.size(); i++) {
            all = all.multiply(both(i));
        }
        this.whole = all;
    }

    private BigInteger both(int player) {
        return ins.get(player).add(outs.get(player));
    }

    /// The weights of what is lacking.
    ///
    /// @throws ArithmeticException where there are more than [Need#MOST_STATES] states
    NavigableMap<Long, BigInteger> next(Need need) {
        if (need.groups().size() != 1
                || need.groups().getFirst().size() != 1
                || !need.conditional().isEmpty()
                || whole.signum() == 0) {
            return need.walked(Weights.WHOLE, ins, outs);
        }
        AtLeast bracket = need.groups().getFirst().getFirst();
        if (states.isEmpty() || !goesOn(bracket)) {
            brought = Collections.nCopies(ins.size(), 0L);
            needed = bracket.needed();
            states = new HashMap<>(Map.of(needed, BigInteger.ONE));
            walked = BigInteger.ONE;
        }
        for (int i = 0; i < ins.size(); i++) {
            long before = Math.min(brought.get(i), bracket.needed());
            long units = bracket.weights().get(i);
            if (before != units) {
                if (before > 0) {
                    leave(i, brought.get(i));
                }
                join(i, units);
            }
        }
        // What everybody has for it takes off as much for every coalition.
        lower(needed - bracket.needed());
        brought = bracket.weights();
        needed = bracket.needed();
        BigInteger idle = whole.divide(walked);
        NavigableMap<Long, BigInteger> chances = new TreeMap<>();
        states.forEach((open, weight) -> chances.put(open, weight.multiply(idle)));
        return chances;
    }

    /// Whether nobody brings less than before, and who brings more may stay at home.
    private boolean goesOn(AtLeast bracket) {
        boolean goesOn = bracket.needed() <= needed;
        for (int i = 0; i < brought.size(); i++) {
            long before = Math.min(brought.get(i), bracket.needed());
            long units = bracket.weights().get(i);
            goesOn &= before == units
                    || (before < units && (before == 0 || outs.get(i).signum() > 0));
        }
        return goesOn;
    }

    /// Takes a player out again. With `units` of it so much is lacking as before where it stays at home, and
    /// `units` less where it comes.
    private void leave(int player, long units) {
        BigInteger in = ins.get(player);
        BigInteger out = outs.get(player);
        walked = walked.divide(both(player));
        BigInteger rest = walked;
        NavigableMap<Long, BigInteger> next = new TreeMap<>(Comparator.reverseOrder());
        for (Map.Entry<Long, BigInteger> state : descending(states).entrySet()) {
            long open = state.getKey();
            if (open > 0) {
                BigInteger more = next.get(open + units);
                BigInteger here =
                        more == null ? state.getValue() : state.getValue().subtract(in.multiply(more));
                here = here.divide(out);
                if (here.signum() != 0) {
                    next.put(open, here);
                    rest = rest.subtract(here);
                }
            }
        }
        if (rest.signum() != 0) {
            next.put(0L, rest);
        }
        states = next;
    }

    private static NavigableMap<Long, BigInteger> descending(Map<Long, BigInteger> states) {
        NavigableMap<Long, BigInteger> sorted = new TreeMap<>(Comparator.reverseOrder());
        sorted.putAll(states);
        return sorted;
    }

    private void join(int player, long units) {
        BigInteger in = ins.get(player);
        BigInteger out = outs.get(player);
        Map<Long, BigInteger> next = new HashMap<>(2 * states.size());
        states.forEach((open, weight) -> {
            if (open == 0) {
                // Where nothing is lacking it does not matter who else takes part.
                add(next, open, weight.multiply(both(player)));
            } else {
                add(next, open, weight.multiply(out));
                add(next, Math.max(0, open - units), weight.multiply(in));
            }
        });
        if (next.size() > Need.MOST_STATES) {
            throw new ArithmeticException("more than " + Need.MOST_STATES + " states of what is lacking");
        }
        states = next;
        walked = walked.multiply(both(player));
    }

    private static void add(Map<Long, BigInteger> states, long open, BigInteger weight) {
        if (weight.signum() != 0) {
            states.merge(open, weight, BigInteger::add);
        }
    }

    private void lower(long units) {
        if (units > 0) {
            Map<Long, BigInteger> next = new HashMap<>();
            states.forEach((open, weight) -> next.merge(Math.max(0, open - units), weight, BigInteger::add));
            states = next;
        }
    }
}
