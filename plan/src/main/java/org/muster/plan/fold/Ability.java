package org.muster.plan.fold;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// What a coalition needs to be able to do a mission.
///
/// Who of a coalition takes part is the largest subset in which the conditions of all its conditional players hold; the
/// coalition can do the mission where it is not empty and those who take part meet every need. Conditions and needs
/// only ever ask for more, so that a coalition that can do it still can when others join.
///
/// @param players     how many there are
/// @param needs       all have to be met
/// @param conditional players that take part only under conditions, one entry each
public record Ability(int players, List<AtLeast> needs, List<Conditional> conditional) {
    /// Conditional players at most: who of them is there is kept in one word.
    public static final int MOST_CONDITIONAL = 62;

    /// A player with conditions.
    ///
    /// @param player     its number, from 0
    /// @param conditions all have to hold among those who take part, itself counted in
    public record Conditional(int player, List<AtLeast> conditions) {
        public Conditional {
            conditions = List.copyOf(conditions);
        }
    }

    /// @throws IllegalArgumentException where numbers of players do not agree, or there are too many with conditions
    public Ability {
        needs = List.copyOf(needs);
        conditional = List.copyOf(conditional);
        if (conditional.size() > MOST_CONDITIONAL) {
            throw new IllegalArgumentException(conditional.size() + " members join only under conditions on others, of "
                    + MOST_CONDITIONAL + " that can be told apart");
        }
        int expected = players;
        if (all(needs, conditional).anyMatch(one -> one.weights().size() != expected)) {
            throw new IllegalArgumentException("a condition does not have one weight for each of " + players);
        }
    }

    private static Stream<AtLeast> all(List<AtLeast> needs, List<Conditional> conditional) {
        return Stream.concat(needs.stream(), conditional.stream().flatMap(one -> one.conditions().stream()));
    }

    /// Every need and condition once.
    List<AtLeast> distinct() {
        return all(needs, conditional).distinct().toList();
    }

    /// Whether a coalition, given by one truth a player, can do the mission: from the definition, for one coalition.
    public boolean canBeDoneBy(boolean[] coalition) {
        boolean any = false;
        for (boolean in : coalition) {
            any |= in;
        }
        return any && isMetBy(coalition);
    }

    private boolean isMetBy(boolean[] coalition) {
        boolean[] taking = coalition.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Conditional one : conditional) {
                if (taking[one.player()] && !one.conditions().stream().allMatch(c -> c.holds(taking))) {
                    taking[one.player()] = false;
                    changed = true;
                }
            }
        }
        return needs.stream().allMatch(need -> need.holds(taking));
    }

    /// The same ability with "not empty" said as a need, where the needs alone would be met by nobody.
    Ability withSomebody() {
        if (!isMetBy(new boolean[players])) {
            return this;
        }
        return new Ability(players, List.of(new AtLeast(1, Collections.nCopies(players, 1L))), List.of());
    }

    /// The same ability in coarser units, so that `needed` is at most `steps` everywhere: which fewer coalitions have,
    /// or more.
    Ability coarser(long steps, AtLeast.Rounding rounding) {
        return new Ability(
                players,
                needs.stream().map(need -> coarser(need, steps, rounding)).toList(),
                conditional.stream()
                        .map(one -> new Conditional(
                                one.player(),
                                one.conditions().stream()
                                        .map(c -> coarser(c, steps, rounding))
                                        .toList()))
                        .toList());
    }

    private static AtLeast coarser(AtLeast one, long steps, AtLeast.Rounding rounding) {
        return one.needed() <= steps ? one : one.inUnitsOf(Math.ceilDiv(one.needed(), steps), rounding);
    }

    /// Players that bring something anywhere or have conditions, those that bring most first, those with conditions
    /// last: a large supplier settles much at once, and conditions are judged when the company is known.
    int[] order() {
        double[] brings = new double[players];
        for (AtLeast one : distinct()) {
            for (int i = 0; i < players && one.needed() > 0; i++) {
                brings[i] += (double) one.weights().get(i) / one.needed();
            }
        }
        long[] conditions = new long[players];
        conditional.forEach(one -> conditions[one.player()] = 1);
        return Stream.iterate(0, i -> i + 1)
                .limit(players)
                .filter(i -> brings[i] > 0 || conditions[i] > 0)
                .sorted((a, b) -> conditions[a] != conditions[b]
                        ? Long.compare(conditions[a], conditions[b])
                        : Double.compare(brings[b], brings[a]))
                .mapToInt(i -> i)
                .toArray();
    }
}
