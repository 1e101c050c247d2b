package org.muster.plan.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.muster.solve.Level;
import org.muster.solve.Lexicographic;
import org.muster.solve.ModelDraft;
import org.muster.solve.Sureness;

/// The levels of a plan in strict order: uncovered essential lines, other uncovered lines, cost, distance from an
/// earlier plan, and a tie-break that leaves one optimum.
///
/// * Uncovered lines weigh alike, whether they are of hours or of aircraft: a unit of a line counts one part in its
///   quantity, exactly, over the least common multiple of the quantities. Where that multiple times the lines
///   has more than [#MOST_COMMON_BITS] bits, the lines are weighed in groups, in the order of the mission's file, as
/// many to a group as have
///   one within it. What is told is in millionths of a line, rounded up.
/// * The tie-break gives every assignment and every member a fixed weight made from its name (FNV-1a with a finaliser)
///   and takes the plan of least weight. By the isolation lemma two plans tie with a chance of at most the number of
///   variables over 2^26. The assignments then stay, and the members are weighed in the same way.
///
/// Source of the isolation lemma: K. Mulmuley, U. Vazirani, V. Vazirani, *Matching is as easy as matrix inversion*,
/// Combinatorica 7 (1987), section 2.
///
/// @param steps what is minimised, in order
public record Levels(List<Step> steps) {
    /// What a level is about. A step or several, next to each other, stand for each.
    public enum Aim {
        /// Essential lines that are not covered, in millionths.
        ESSENTIAL("uncovered essential lines (millionths)"),
        /// Other lines that are not covered, in millionths.
        OTHER("other uncovered lines (millionths)"),
        /// Units that nobody offers, in millionths of their lines.
        INVENTED("units that nobody offers (millionths)"),
        /// Rules that are lifted.
        LIFTED("rules lifted"),
        /// What it costs, in minor units.
        COST("cost (minor units)"),
        /// Units and members that differ from an earlier plan.
        DISTANCE("distance (units and members changed)"),
        /// Weights of the assignments.
        ASSIGNMENTS("tie-break (assignments)"),
        /// Weights of the members.
        MEMBERS("tie-break (members)");

        private final String title;

        Aim(String title) {
            this.title = title;
        }

        /// The name of the level.
        public String title() {
            return title;
        }
    }

    /// One sum to be minimised.
    ///
    /// @param level   the sum
    /// @param perLine what a whole line counts in it, where lines are counted; else 1
    public record Step(Aim aim, Level level, long perLine) {}

    /// Bits of a common multiple times the lines that it is of, at most: beyond, a solver's numbers cannot tell a
    /// missing unit from none, and proofs take too long.
    static final int MOST_COMMON_BITS = 53;

    private static final long MILLION = 1_000_000;
    private static final int MOST_WEIGHT_BITS = 26;
    private static final long WEIGHTS = 1L << MOST_WEIGHT_BITS;
    /// Units of so many bits can be weighed in full.
    private static final int MOST_UNIT_BITS = 34;

    public Levels {
        steps = List.copyOf(steps);
    }

    /// An earlier plan to stay close to.
    ///
    /// @param coalition   its members
    /// @param assignments its units, by candidate name (see [Candidate#name])
    public record Earlier(Set<String> coalition, Map<String, Long> assignments) {
        public Earlier {
            coalition = Set.copyOf(coalition);
            assignments = Map.copyOf(assignments);
        }
    }

    /// The levels over the variables of `planning`.
    ///
    /// @param earlier the plan to stay close to; empty where there is none, and then that level is always zero
    public static Levels of(PlanningModel planning, Optional<Earlier> earlier) {
        List<Step> steps = new ArrayList<>(coverThenCost(planning, Map.of()).steps());
        earlier.ifPresent(plan -> steps.add(new Step(Aim.DISTANCE, distance(planning, plan), 1)));
        steps.add(new Step(Aim.ASSIGNMENTS, assignments(planning).settling(), 1));
        steps.add(new Step(Aim.MEMBERS, members(planning), 1));
        return new Levels(steps);
    }

    /// The levels up to the cost, with a price on every missing unit.
    ///
    /// @param gapPrices minor units a missing unit, by the line's key; 0 where not named
    public static Levels coverThenCost(PlanningModel planning, Map<String, Long> gapPrices) {
        Levels cover = cover(planning, line -> line.requirement().isEssential());
        return cover.then(new Levels(List.of(new Step(Aim.COST, cost(planning, gapPrices), 1))));
    }

    /// The levels that count uncovered lines: those asked for first, then the others.
    public static Levels cover(PlanningModel planning, Predicate<Line> asked) {
        List<Line> lines = planning.eligibility().lines();
        List<Step> steps = new ArrayList<>();
        steps.addAll(counted(lines.stream().filter(asked).toList(), planning::shortfallOf, Aim.ESSENTIAL));
        steps.addAll(counted(lines.stream().filter(asked.negate()).toList(), planning::shortfallOf, Aim.OTHER));
        return new Levels(steps);
    }

    /// The level that counts units that nobody offers, in parts of their lines.
    public static Levels invented(PlanningModel planning) {
        Map<Line, Integer> variables = new LinkedHashMap<>();
        planning.added().forEach(added -> variables.put(added.line(), added.variable()));
        return new Levels(counted(
                List.copyOf(variables.keySet()),
                line -> java.util.Objects.requireNonNull(variables.get(line)),
                Aim.INVENTED));
    }

    /// The steps that stand for these aims, in order.
    public Levels only(Aim... aims) {
        List<Aim> wanted = List.of(aims);
        return new Levels(
                steps.stream().filter(step -> wanted.contains(step.aim())).toList());
    }

    /// These and then the other's.
    public Levels then(Levels more) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(more.steps());
        return new Levels(all);
    }

    /// One level more.
    public Levels then(Aim aim, Level level) {
        return then(new Levels(List.of(new Step(aim, level, 1))));
    }

    /// The sums to be minimised.
    public List<Level> levels() {
        return steps.stream().map(Step::level).toList();
    }

    /// The value of an aim at a point of the model: millionths of a line rounded up, or the sum itself.
    public long valueOf(Aim aim, long[] values) {
        return inAll(aim, step -> step.level().valueOf(values));
    }

    private long inAll(Aim aim, ToLongFunction<Step> part) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Step step : steps) {
            if (step.aim() == aim) {
                BigInteger per = BigInteger.valueOf(step.perLine());
                numerator = numerator
                        .multiply(per)
                        .add(BigInteger.valueOf(part.applyAsLong(step)).multiply(denominator));
                denominator = denominator.multiply(per);
            }
        }
        if (aim == Aim.ESSENTIAL || aim == Aim.OTHER || aim == Aim.INVENTED) {
            numerator = numerator.multiply(BigInteger.valueOf(MILLION));
        }
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
    }

    /// What is known of each aim, from what is known of each step.
    ///
    /// @param proofs one per step, in order; fewer where nothing meets the model
    public List<Lexicographic.Proof> told(List<Lexicographic.Proof> proofs) {
        if (proofs.size() < steps.size()) {
            return List.of();
        }
        List<Lexicographic.Proof> told = new ArrayList<>();
        for (Aim aim : Aim.values()) {
            List<Lexicographic.Proof> ofAim = new ArrayList<>();
            for (int k = 0; k < steps.size(); k++) {
                if (steps.get(k).aim() == aim) {
                    ofAim.add(proofs.get(k));
                }
            }
            if (!ofAim.isEmpty()) {
                told.add(new Lexicographic.Proof(
                        aim.title(),
                        inAll(aim, step -> proofs.get(steps.indexOf(step)).value()),
                        inAll(aim, step -> proofs.get(steps.indexOf(step)).bound()),
                        ofAim.stream().map(Lexicographic.Proof::sureness).reduce(Sureness.PROVEN, Sureness::and),
                        ofAim.getLast().solver()));
            }
        }
        return told;
    }

    private static List<Step> counted(List<Line> lines, ToIntFunction<Line> variable, Aim aim) {
        return counted(
                lines.stream()
                        .map(line -> new Counted(line.requirement().quantity(), variable.applyAsInt(line)))
                        .toList(),
                aim);
    }

    /// A line that is counted by what of it is missing.
    ///
    /// @param quantity what is asked for, above zero
    /// @param variable the variable of what is missing
    public record Counted(long quantity, int variable) {}

    /// The steps that count lines in parts of their quantities. At least one, so that every aim is told of.
    public static List<Step> counted(List<Counted> lines, Aim aim) {
        List<List<Counted>> groups = new ArrayList<>();
        List<Long> commons = new ArrayList<>();
        List<Counted> group = new ArrayList<>();
        long common = 1;
        for (Counted line : lines) {
            BigInteger with = commonMultiple(common, line.quantity());
            if (!group.isEmpty() && isTooLarge(with, group.size() + 1)) {
                groups.add(List.copyOf(group));
                commons.add(common);
                group.clear();
                with = BigInteger.valueOf(line.quantity());
            }
            group.add(line);
            common = with.longValueExact();
        }
        groups.add(group);
        commons.add(common);
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < groups.size(); k++) {
            String name = aim.title() + (k == 0 ? "" : ", group " + (k + 1));
            steps.add(new Step(aim, counted(groups.get(k), commons.get(k), name), commons.get(k)));
        }
        return steps;
    }

    private static BigInteger commonMultiple(long a, long b) {
        BigInteger x = BigInteger.valueOf(a);
        BigInteger y = BigInteger.valueOf(b);
        return x.divide(x.gcd(y)).multiply(y);
    }

    private static boolean isTooLarge(BigInteger common, int lines) {
        return common.multiply(BigInteger.valueOf(lines)).bitLength() > MOST_COMMON_BITS;
    }

    private static Level counted(List<Counted> lines, long common, String name) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        lines.forEach(line -> sum.plus(common / line.quantity(), line.variable()));
        return ModelDraft.level(name, sum);
    }

    private static Level cost(PlanningModel planning, Map<String, Long> gapPrices) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        for (PlanningModel.Used used : planning.used()) {
            sum.plus(used.candidate().source().unitCostMinor(used.candidate().line()), used.variable());
        }
        planning.released().forEach(r -> sum.plus(r.compensationMinor(), r.variable()));
        planning.added().forEach(a -> sum.plus(a.unitCostMinor(), a.variable()));
        for (Line line : planning.eligibility().lines()) {
            long price = gapPrices.getOrDefault(line.key(), 0L);
            if (price != 0) {
                sum.plus(price, planning.shortfallOf(line));
            }
        }
        return ModelDraft.level(Aim.COST.title(), sum);
    }

    /// Units moved and members changed against the earlier plan, up to a constant for what the model no longer has.
    private static Level distance(PlanningModel planning, Earlier earlier) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        for (PlanningModel.Used used : planning.used()) {
            if (!earlier.assignments().containsKey(used.candidate().name())) {
                sum.plus(1, used.variable());
            }
        }
        planning.deviations().forEach(deviation -> sum.plus(1, deviation));
        planning.joins().forEach((member, join) -> sum.plus(earlier.coalition().contains(member) ? -1 : 1, join));
        return ModelDraft.level(Aim.DISTANCE.title(), sum);
    }

    private static Level assignments(PlanningModel planning) {
        return assignments(planning.used().stream()
                .map(u -> new Weighed(u.candidate().name(), u.candidate().mostUnits(), u.variable()))
                .toList());
    }

    /// A variable that the tie-break weighs.
    ///
    /// @param name     what its weight is made from
    /// @param most     its greatest value
    /// @param variable the variable
    public record Weighed(String name, long most, int variable) {}

    /// The tie-break over units.
    public static Level assignments(List<Weighed> units) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        long most = units.stream().mapToLong(Weighed::most).reduce(0L, Math::addExact);
        // So many units, weighed in full, could add up beyond 64 bits: then the weights are drawn from fewer.
        long weights = WEIGHTS >> Math.clamp(bits(most) - MOST_UNIT_BITS, 0, MOST_WEIGHT_BITS - 1);
        units.forEach(u -> sum.plus(1 + ((weight(u.name()) - 1) & (weights - 1)), u.variable()));
        return ModelDraft.level(Aim.ASSIGNMENTS.title(), sum);
    }

    private static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    private static Level members(PlanningModel planning) {
        List<Weighed> members = new ArrayList<>();
        planning.joins().forEach((member, join) -> members.add(new Weighed("join|" + member, 1, join)));
        return members(members);
    }

    /// The tie-break over who takes part.
    public static Level members(List<Weighed> members) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        members.forEach(member -> sum.plus(weight(member.name()), member.variable()));
        return ModelDraft.level(Aim.MEMBERS.title(), sum);
    }

    /// A fixed weight from 1 to 2^26 that looks drawn at random.
    public static long weight(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return 1 + (hash & (WEIGHTS - 1));
    }
}
