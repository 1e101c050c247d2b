package org.muster.games.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        long members = 0;
        for (Group group : groups) {
            if (members + group.members() < 0) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "the groups have more than %d members together", Long.MAX_VALUE));
            }
            members += group.members();
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
    /// (members up to `h` that still pay, and one more unless `h` is the last); all members up to that `h` pay it.
    ///
    /// Drawn with members across and costs up, a step is the least slope from where things stand to the groups ahead:
    /// the tangent to their lower convex hull. Each group's next one on the hull of those from it on is found once, so
    /// that all tangents together take O(groups) comparisons after sorting.
    ///
    /// Source: S. C. Littlechild, *A simple expression for the nucleolus in a special case*, 1974.
    public List<Fraction> nucleolus() {
        List<Fraction> pays = new ArrayList<>(zeros());
        List<Integer> order = ascending();
        List<Step> steps = steps(order);
        int[] next = nextOnHull(steps);
        Fraction paid = Fraction.ZERO;
        long members = 0;
        int from = 0;
        while (from < steps.size()) {
            int to = from;
            Fraction least = steps.get(to).slopeFrom(members, paid);
            while (next[to] >= 0) {
                Fraction slope = steps.get(next[to]).slopeFrom(members, paid);
                if (slope.compareTo(least) > 0) {
                    break;
                }
                least = slope;
                to = next[to];
            }
            long before = members;
            for (int h = from; h <= to; h++) {
                pays.set(order.get(h), least);
                members += groups.get(order.get(h)).members();
            }
            paid = paid.plus(least.times(members - before));
            from = to + 1;
        }
        return pays;
    }

    /// A group as a point: `across` members pay its cost, itself the last of them.
    private record Step(Fraction across, Fraction cost) {
        Fraction slopeFrom(long members, Fraction paid) {
            return cost.minus(paid).over(across.minus(Fraction.of(members)));
        }

        /// Whether `middle` lies on or above the line from this point to `last`.
        boolean passesBelow(Step middle, Step last) {
            Fraction toMiddle = middle.cost.minus(cost).times(last.across.minus(across));
            Fraction toLast = last.cost.minus(cost).times(middle.across.minus(across));
            return toMiddle.compareTo(toLast) >= 0;
        }
    }

    private List<Step> steps(List<Integer> order) {
        List<Step> steps = new ArrayList<>();
        Fraction members = Fraction.ZERO;
        for (int h = 0; h < order.size(); h++) {
            Group group = groups.get(order.get(h));
            members = members.plus(Fraction.of(group.members()));
            boolean last = h == order.size() - 1;
            steps.add(new Step(last ? members : members.plus(Fraction.ONE), group.cost()));
        }
        return steps;
    }

    /// For each point the next on the lower hull of those from it on; -1 for the last.
    private static int[] nextOnHull(List<Step> steps) {
        int[] next = new int[steps.size()];
        for (int h = steps.size() - 1; h >= 0; h--) {
            int candidate = h + 1 < steps.size() ? h + 1 : -1;
            while (candidate >= 0
                    && next[candidate] >= 0
                    && steps.get(h).passesBelow(steps.get(candidate), steps.get(next[candidate]))) {
                candidate = next[candidate];
            }
            next[h] = candidate;
        }
        return next;
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
