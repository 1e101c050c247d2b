package org.muster.plan.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.muster.games.cost.CoverGame;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.AtLeast;

/// What lines that may draw on the same pools ask, and who has what for them at which price.
///
/// Lines stand together in one demand where a unit of the pool that serves one is not there for the others: of
/// hours that are used up, all lines of the year; of aircraft, teams or crews that are free again, the lines of one
/// phase.
///
/// With `N(S, p)` the units that coalition `S` and everybody's sources lack at a price of at most `p`, and `Q(p)` the
/// units of pools whose draw costs at most `p`, the least cost of covering the lines is the integral over prices of
/// `max(0, N(S, p) - Q(p))`: the dearest units are displaced first, within a line and across lines.
///
/// @param players     how many there are
/// @param groups      lines that compete for sources are one group
/// @param conditional players that take part only under conditions on who else does, one entry each, at most
///                    [Need#MOST_CONDITIONAL]
public record Demand(int players, List<Group> groups, List<Ability.Conditional> conditional) {
    /// Lines that compete at most: all their sets are looked at.
    public static final int MOST_COMPETING = 6;

    /// Lines that compete for the same sources, each of which has one price for all that it may serve.
    ///
    /// @param asked    units of each line
    /// @param gapPrice what a missing unit counts, in minor units: for all lines the dearest of theirs, since with
    ///                 unlike prices the cheapest cover need not be the fullest
    /// @param sources  who has what
    public record Group(List<Long> asked, long gapPrice, List<Source> sources) {
        public Group {
            asked = List.copyOf(asked);
            sources = List.copyOf(sources);
            if (asked.size() > MOST_COMPETING) {
                throw new IllegalArgumentException(asked.size() + " lines compete, of " + MOST_COMPETING + " that can");
            }
        }

        /// A line that competes with none.
        public static Group of(CoverGame.Line line) {
            return new Group(
                    List.of(line.quantity()),
                    line.marketPrice(),
                    line.offers().stream()
                            .map(o -> new Source(o.player(), o.quantity(), o.unitCost(), 1))
                            .toList());
        }
    }

    /// Units at a price.
    ///
    /// @param player   who brings them; [CoverGame.Offer#OUTSIDE] where every coalition can have them
    /// @param units    whole units, not negative
    /// @param unitCost minor units
    /// @param serves   bit `l` says that they may serve the `l`-th line of the group
    public record Source(int player, long units, long unitCost, int serves) {}

    public Demand {
        groups = List.copyOf(groups);
        conditional = List.copyOf(conditional);
    }

    /// A demand of players that take part whatever others do.
    public Demand(int players, List<Group> groups) {
        this(players, groups, List.of());
    }

    /// Those who bring something and take part only under conditions on who else does. Where nobody does, costs are
    /// supermodular: a member spares less the more others are there.
    public Set<Integer> underConditions() {
        Set<Integer> bring = groups.stream()
                .flatMap(group -> group.sources().stream())
                .map(Source::player)
                .collect(Collectors.toSet());
        return conditional.stream()
                .map(Ability.Conditional::player)
                .filter(bring::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Some of the groups, with the same conditions.
    Demand with(List<Group> some) {
        return new Demand(players, some, conditional);
    }

    /// Lines that compete for nothing but the pools.
    public static Demand ofLines(int players, List<CoverGame.Line> lines) {
        return new Demand(players, lines.stream().map(Group::of).toList());
    }

    /// A demand of one group without what every coalition can have for any of its lines, and that as pools.
    ///
    /// @param demand of the members' own, and of what serves only some of the lines
    public record Apart(Demand demand, List<CommonPool> pools) {
        public Apart {
            pools = List.copyOf(pools);
        }
    }

    /// The same demand with what everybody can have for all of its lines told as pools, so that one curve answers for
    /// every size of these. Where lines of several groups stand together, nothing is told apart: such a source serves
    /// its group only.
    public Apart apart() {
        if (groups.size() != 1) {
            return new Apart(this, List.of());
        }
        Group group = groups.getFirst();
        int all = (1 << group.asked().size()) - 1;
        List<Source> own = new ArrayList<>();
        List<CommonPool> pools = new ArrayList<>();
        for (Source source : group.sources()) {
            if (source.player() == CoverGame.Offer.OUTSIDE && (source.serves() & all) == all) {
                pools.add(new CommonPool(source.units(), source.unitCost()));
            } else {
                own.add(source);
            }
        }
        return new Apart(with(List.of(new Group(group.asked(), group.gapPrice(), own))), pools);
    }

    /// Prices at which the need changes, ascending, from 0.
    List<Long> prices() {
        TreeSet<Long> prices = new TreeSet<>(List.of(0L));
        for (Group group : groups) {
            prices.add(group.gapPrice());
            group.sources().stream()
                    .map(Source::unitCost)
                    .filter(p -> p < group.gapPrice())
                    .forEach(prices::add);
        }
        return List.copyOf(prices);
    }

    /// What is lacking when every source of a price of at most `price` is used up.
    public Need at(long price) {
        return where(group -> price < group.gapPrice(), source -> source.unitCost() <= price);
    }

    /// What is lacking where some groups are still asked for, and some sources are used up.
    Need where(Predicate<Group> asked, Predicate<Source> used) {
        List<List<AtLeast>> brackets = new ArrayList<>();
        for (Group group : groups) {
            if (asked.test(group)) {
                brackets.add(brackets(group, used));
            }
        }
        return new Need(players, brackets, conditional);
    }

    /// For every set of lines what it asks beyond what sources have that may serve any of it. The largest is what
    /// cannot be covered (P. Hall, *On representatives of subsets*, J. London Math. Soc. 10 (1935), for whole
    /// units). A set that is never larger than another is left out: where all sources may serve all lines, only the
    /// set of all of them stays.
    private List<AtLeast> brackets(Group group, Predicate<Source> used) {
        List<Source> there = group.sources().stream().filter(used).toList();
        List<Bracket> brackets = new ArrayList<>();
        for (int set = 1; set < 1 << group.asked().size(); set++) {
            long open = 0;
            for (int l = 0; l < group.asked().size(); l++) {
                open += (set >>> l & 1) != 0 ? group.asked().get(l) : 0;
            }
            long[] units = new long[players];
            for (Source source : there) {
                if ((source.serves() & set) == 0) {
                    continue;
                }
                if (source.player() == CoverGame.Offer.OUTSIDE) {
                    open -= source.units();
                } else {
                    units[source.player()] += source.units();
                }
            }
            brackets.add(new Bracket(open, units));
        }
        return brackets.stream()
                .filter(one -> brackets.stream().noneMatch(other -> other.makesNeedless(one)))
                .map(one -> new AtLeast(
                        one.open(), Arrays.stream(one.units()).boxed().toList()))
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // between two steps of one method
    private record Bracket(long open, long[] units) {
        /// Whether no coalition lacks more of the other than of this: what this asks for beyond the other is at least
        /// what players have for this alone. Equal ones both stay.
        boolean makesNeedless(Bracket other) {
            long alone = 0;
            boolean isEqual = open == other.open;
            for (int i = 0; i < units.length; i++) {
                alone += Math.max(0, units[i] - other.units[i]);
                isEqual &= units[i] == other.units[i];
            }
            return !isEqual && open - other.open >= alone;
        }
    }

    /// The least cost for a coalition with pools, in minor units.
    ///
    /// @param coalition one truth a player
    /// @throws ArithmeticException beyond 2^63 minor units
    public long cost(boolean[] coalition, List<CommonPool> pools) {
        long sum = 0;
        List<Long> prices = CommonPool.prices(prices(), pools);
        for (int j = 0; j + 1 < prices.size(); j++) {
            long from = prices.get(j);
            long lacking = Math.max(0, at(from).of(coalition) - CommonPool.units(pools, from));
            sum = Math.addExact(sum, Math.multiplyExact(lacking, prices.get(j + 1) - from));
        }
        return sum;
    }
}
