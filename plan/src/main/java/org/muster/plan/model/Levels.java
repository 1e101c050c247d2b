package org.muster.plan.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.plan.solve.Level;
import org.muster.plan.solve.ModelDraft;

/// The levels of a plan in strict order: uncovered essential lines, other uncovered lines, cost, distance from an
/// earlier
/// plan, and a tie-break that leaves one optimum.
///
/// * Uncovered lines are counted in millionths of a line, so that hours and aircraft weigh alike: a line of which a
///   quarter is missing counts 250,000.
/// * The tie-break gives every assignment and every member a fixed weight made from its name (FNV-1a with a finaliser)
///   and takes the plan of least weight. By the isolation lemma two plans tie with a chance of at most the number of
///   variables over 2^26. The assignments then stay, and the members are weighed in the same way.
///
/// Source of the isolation lemma: K. Mulmuley, U. Vazirani, V. Vazirani, *Matching is as easy as matrix inversion*,
/// Combinatorica 7 (1987), section 2.
public final class Levels {
    /// Names of the levels, in order.
    public static final List<String> NAMES = List.of(
            "uncovered essential lines (millionths)",
            "other uncovered lines (millionths)",
            "cost (minor units)",
            "distance (units and members changed)",
            "tie-break (assignments)",
            "tie-break (members)");

    private static final long MILLION = 1_000_000;
    private static final long WEIGHTS = 1L << 26;

    private Levels() {}

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
    public static List<Level> of(PlanningModel planning, Optional<Earlier> earlier) {
        List<Level> levels = new ArrayList<>();
        levels.add(uncovered(planning, true, NAMES.get(0)));
        levels.add(uncovered(planning, false, NAMES.get(1)));
        levels.add(cost(planning));
        earlier.ifPresent(plan -> levels.add(distance(planning, plan)));
        levels.add(assignments(planning).settling());
        levels.add(members(planning));
        return levels;
    }

    /// The weight of a line's missing unit, in millionths of the line, at least 1.
    public static long missingUnitWeight(Line line) {
        long quantity = line.requirement().quantity();
        return Math.max(1, (MILLION + quantity / 2) / quantity);
    }

    private static Level uncovered(PlanningModel planning, boolean essential, String name) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        for (Line line : planning.eligibility().lines()) {
            if (line.requirement().isEssential() == essential) {
                sum.plus(missingUnitWeight(line), planning.shortfallOf(line));
            }
        }
        return ModelDraft.level(name, sum);
    }

    private static Level cost(PlanningModel planning) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        for (PlanningModel.Used used : planning.used()) {
            sum.plus(used.candidate().source().unitCostMinor(used.candidate().line()), used.variable());
        }
        planning.released().forEach(r -> sum.plus(r.compensationMinor(), r.variable()));
        planning.added().forEach(a -> sum.plus(a.unitCostMinor(), a.variable()));
        return ModelDraft.level(NAMES.get(2), sum);
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
        return ModelDraft.level(NAMES.get(3), sum);
    }

    private static Level assignments(PlanningModel planning) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        planning.used().forEach(u -> sum.plus(weight(u.candidate().name()), u.variable()));
        return ModelDraft.level(NAMES.get(4), sum);
    }

    private static Level members(PlanningModel planning) {
        ModelDraft.Sum sum = new ModelDraft.Sum();
        planning.joins().forEach((member, join) -> sum.plus(weight("join|" + member), join));
        return ModelDraft.level(NAMES.get(5), sum);
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
