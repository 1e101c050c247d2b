package org.muster.games.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// An airport (maximum) game: a coalition costs as much as its most demanding member; members come in groups of equals.
///
/// A runway as long as the largest aircraft needs, a channel as deep as the deepest ship. All rules are closed forms in
/// exact fractions, O(g log g) for `g` groups, however many members there are in each.
///
/// @param groups cost and number of members of each group
public record Airport(List<Group> groups) {
    /// Members that need the same.
    ///
    /// @param cost    of serving one of them or all, not negative
    /// @param members at least 1
    public record Group(Fraction cost, long members) {
        public Group {
            if (cost.sign() < 0) {
                throw new IllegalArgumentException("a cost is not negative, but one is " + cost);
            }
            if (members < 1) {
                throw new IllegalArgumentException("a group has at least one member, not " + members);
            }
        }
    }

    public Airport {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("an airport game needs at least one group");
        }
    }

    /// One member a group.
    public static Airport ofSingles(List<Fraction> costs) {
        return new Airport(costs.stream().map(c -> new Group(c, 1)).toList());
    }

    /// The number of members of all groups.
    public long members() {
        return groups.stream().mapToLong(Group::members).sum();
    }

    /// What one member of each group pays by Shapley: every increment of cost is split equally among all who need it.
    ///
    /// Source: S. C. Littlechild, G. Owen, *A simple expression for the Shapley value in a special case*, 1973.
    public List<Fraction> shapley() {
        List<Fraction> pays = new ArrayList<>(zeros());
        Fraction built = Fraction.ZERO;
        Fraction share = Fraction.ZERO;
        long users = members();
        for (int g : ascending()) {
            Group group = groups.get(g);
            share = share.plus(group.cost().minus(built).over(users));
            built = group.cost();
            users -= group.members();
            pays.set(g, share);
        }
        return pays;
    }

    /// What one member of each group pays by the nucleolus.
    ///
    /// From the cheapest group on: the next step is the smallest over `h` of (cost of `h` less what is paid) over
    /// (members
    /// up to `h` that still pay, and one more unless `h` is the last); all members up to that `h` pay it.
    ///
    /// Source: S. C. Littlechild, *A simple expression for the nucleolus in a special case*, 1974.
    public List<Fraction> nucleolus() {
        List<Fraction> pays = new ArrayList<>(zeros());
        List<Integer> order = ascending();
        Fraction paid = Fraction.ZERO;
        int from = 0;
        while (from < order.size()) {
            Fraction least =
                    groups.get(order.getLast()).cost().minus(paid).over(membersBetween(order, from, order.size()));
            int to = order.size();
            for (int h = from; h < order.size() - 1; h++) {
                Fraction step =
                        groups.get(order.get(h)).cost().minus(paid).over(membersBetween(order, from, h + 1) + 1);
                int compared = step.compareTo(least);
                if (compared < 0 || (compared == 0 && h + 1 > to)) {
                    least = step;
                    to = h + 1;
                }
            }
            for (int h = from; h < to; h++) {
                pays.set(order.get(h), least);
            }
            paid = paid.plus(least.times(membersBetween(order, from, to)));
            from = to;
        }
        return pays;
    }

    private long membersBetween(List<Integer> order, int from, int to) {
        long sum = 0;
        for (int h = from; h < to; h++) {
            sum += groups.get(order.get(h)).members();
        }
        return sum;
    }

    private List<Integer> ascending() {
        return IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparing(g -> groups.get(g).cost()))
                .toList();
    }

    private List<Fraction> zeros() {
        return groups.stream().map(g -> Fraction.ZERO).toList();
    }

    /// What one member of each group pays, written out for every member, group by group.
    public List<Fraction> perMember(List<Fraction> perGroup) {
        List<Fraction> all = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            for (long m = 0; m < groups.get(g).members(); m++) {
                all.add(perGroup.get(g));
            }
        }
        return all;
    }

    /// The cost game over all coalitions, for up to 32 members.
    public Game costGame() {
        double most = 0;
        boolean whole = true;
        for (Group group : groups) {
            double cost = group.cost().doubleValue();
            most = Math.max(most, cost);
            whole &= cost == Math.rint(cost);
        }
        LongToDoubleFunction cost = costOf();
        return Game.streamedWhole((int) members(), whole ? most : Double.NaN, cost);
    }

    /// The cost of one coalition at a time, for up to 62 members.
    public LongToDoubleFunction costOf() {
        if (members() > 62) {
            throw new IllegalArgumentException("coalitions are taken of up to 62 members, not " + members());
        }
        double[] costs = perMember(groups.stream().map(Group::cost).toList()).stream()
                .mapToDouble(Fraction::doubleValue)
                .toArray();
        return mask -> {
            double max = 0;
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                max = Math.max(max, costs[Long.numberOfTrailingZeros(rest)]);
            }
            return max;
        };
    }
}
