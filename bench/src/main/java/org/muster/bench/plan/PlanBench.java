package org.muster.bench.plan;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.mission.Mission;
import org.muster.input.Counted;
import org.muster.input.Refusal;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.SavedPlan;
import org.muster.plan.together.JointPlan;
import org.muster.plan.together.Together;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Check;
import org.muster.solve.Choice;
import org.muster.solve.Deadline;
import org.muster.solve.Progress;
import org.muster.solve.SolveOptions;
import org.muster.solve.Stop;
import org.muster.solve.Sureness;

/// Time to a proven plan on random worlds, beside the bare solvers on the same model.
public final class PlanBench {
    private record Rival(String name, Choice choice, boolean relaxation, int threads) {
        /// Bare solvers are measured by their own word.
        Check check() {
            return choice == Choice.AUTO ? Check.CERTIFIED : Check.NONE;
        }
    }

    private static final Map<String, RandomWorld.Size> SIZES =
            Map.of("alliance", RandomWorld.Size.ALLIANCE, "federation", RandomWorld.Size.FEDERATION);

    private static final Rival MUSTER = new Rival("muster", Choice.AUTO, true, 2);
    private static final List<Rival> RIVALS = List.of(
            new Rival("CP-SAT 1 worker", Choice.CP_SAT, false, 1),
            new Rival("CP-SAT 8 workers", Choice.CP_SAT, false, 8),
            new Rival("HiGHS", Choice.HIGHS, false, 1),
            new Rival("SCIP", Choice.SCIP, false, 1));

    /// Seconds of one contestant, a run each, and how many of them were proven.
    private static final class Times {
        private final List<Double> seconds = new ArrayList<>();
        private int proven;

        void add(double time, boolean isProven) {
            seconds.add(time);
            proven += isProven ? 1 : 0;
        }

        double total() {
            return seconds.stream().mapToDouble(Double::doubleValue).sum();
        }

        String row(String name) {
            List<Double> sorted = seconds.stream().sorted().toList();
            return String.format(
                    Locale.ROOT,
                    "%-22s median %7.3f s   worst %7.3f s   all %8.2f s   proven %d of %d",
                    name,
                    sorted.get(sorted.size() / 2),
                    sorted.getLast(),
                    total(),
                    proven,
                    sorted.size());
        }
    }

    private final String size;
    private final RandomWorld.Size worlds;
    private final int seeds;
    private final int missions;
    private final double limit;
    private final boolean rivals;

    /// @param size     the word of a size of random worlds: alliance or federation
    /// @param seeds    worlds, seeds 1 to this many
    /// @param missions missions of each world, planned together
    /// @param limit    seconds that a solve may take
    /// @param rivals   whether the bare solvers are measured too
    /// @throws Refusal where a value is not possible
    public PlanBench(String size, int seeds, int missions, double limit, boolean rivals) {
        if (!SIZES.containsKey(size) || seeds < 1 || missions < 1 || !(limit > 0)) {
            throw new Refusal("--size is alliance or federation, --seeds and --missions at least 1, --limit above 0");
        }
        this.size = size;
        this.worlds = Objects.requireNonNull(SIZES.get(size));
        this.seeds = seeds;
        this.missions = missions;
        this.limit = limit;
        this.rivals = rivals;
    }

    /// Measures, and says what came out.
    public void run(PrintWriter out) {
        solve(RandomWorld.of(RandomWorld.Size.ALLIANCE, 0, missions), MUSTER); // loads the solvers and the code
        Map<String, Times> times = new LinkedHashMap<>();
        for (long seed = 1; seed <= seeds; seed++) {
            RandomWorld.Worlds world = RandomWorld.of(worlds, seed, missions);
            Outcome plan = time(world, MUSTER, times);
            if (missions == 1) {
                replan(world, plan.plans().getFirst(), times);
            }
            for (Rival rival : rivals ? RIVALS : List.<Rival>of()) {
                Outcome other = time(world, rival, times);
                if (plan.sureness() == Sureness.PROVEN
                        && other.sureness() != Sureness.BOUNDED
                        && !plan.assignments().equals(other.assignments())) {
                    out.println("seed " + seed + ": " + rival.name() + " gives another plan");
                }
            }
        }
        print(times, out);
    }

    private void print(Map<String, Times> times, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %s%s, all levels proven, same plan from each\n",
                size,
                Counted.of(seeds, "worlds"),
                missions == 1 ? "" : " of " + missions + " missions together");
        times.forEach((name, t) -> out.println(t.row(name)));
        times.entrySet().stream()
                .filter(e -> RIVALS.stream().anyMatch(r -> r.name().equals(e.getKey())))
                .min(Comparator.comparingDouble(e -> e.getValue().total()))
                .ifPresent(best -> out.printf(
                        Locale.ROOT,
                        "ratio to the best single solver (%s): %.2f\n",
                        best.getKey(),
                        Objects.requireNonNull(times.get(MUSTER.name())).total()
                                / best.getValue().total()));
        out.flush();
    }

    private Outcome time(RandomWorld.Worlds world, Rival rival, Map<String, Times> times) {
        long start = System.nanoTime();
        Outcome plan = solve(world, rival);
        times.computeIfAbsent(rival.name(), name -> new Times())
                .add((System.nanoTime() - start) / 1e9, plan.sureness() != Sureness.BOUNDED);
        return plan;
    }

    /// The plans of a world's missions.
    private record Outcome(List<Plan> plans, Sureness sureness) {
        List<List<Plan.Assignment>> assignments() {
            return plans.stream().map(Plan::assignments).toList();
        }
    }

    private Outcome solve(RandomWorld.Worlds world, Rival rival) {
        if (world.missions().size() == 1) {
            Plan plan = Planner.plan(
                    world.alliance(), world.missions().getFirst(), new PlanOptions(options(rival), Optional.empty()));
            return new Outcome(List.of(plan), plan.sureness());
        }
        JointPlan plan = Together.plan(world.alliance(), world.missions(), List.of(), options(rival));
        return new Outcome(plan.plans(), plan.sureness());
    }

    private SolveOptions options(Rival rival) {
        return new SolveOptions(
                rival.choice(),
                rival.relaxation(),
                rival.threads(),
                Deadline.in(limit),
                new Stop(),
                Progress.Listener.none(),
                rival.check());
    }

    /// One member of the plan is pinned out, and the new plan stays as close as it can.
    private void replan(RandomWorld.Worlds world, Plan plan, Map<String, Times> times) {
        if (plan.coalition().isEmpty()) {
            return;
        }
        Mission pinned = world.missions()
                .getFirst()
                .with(new Mission.Pins(Set.of(), Set.of(plan.coalition().getFirst()), List.of()));
        long start = System.nanoTime();
        Plan again = Planner.plan(
                world.alliance(), pinned, new PlanOptions(options(MUSTER), Optional.of(SavedPlan.of(plan))));
        times.computeIfAbsent("muster, after one pin", name -> new Times())
                .add((System.nanoTime() - start) / 1e9, again.proven());
    }
}
