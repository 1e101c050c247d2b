package org.muster.cli.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.muster.alliance.mission.Mission;
import org.muster.cli.Folders;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.SavedPlan;
import org.muster.plan.solve.Check;
import org.muster.plan.solve.Choice;
import org.muster.plan.solve.Deadline;
import org.muster.plan.solve.Progress;
import org.muster.plan.solve.SolveOptions;
import org.muster.plan.solve.Stop;
import org.muster.plan.solve.Sureness;
import org.muster.plan.together.JointPlan;
import org.muster.plan.together.Together;
import org.muster.plan.world.RandomWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster bench plan`: time to a proven plan on random worlds, beside the bare solvers on the same model.
@Command(
        name = "plan",
        description = "Times planning on random worlds, and the same model handed bare to each solver.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster bench plan",
            "  muster bench plan --size federation --seeds 3",
            "  muster bench plan --missions 3 --seeds 10",
            "  muster bench plan --hunt --seed 1 --folders 20000",
            "",
            "       muster bench plan [OPTIONS]"
        },
        footer = {"", "A run that reaches the limit counts with the limit, and is marked as not proven."})
public final class BenchPlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Option(
            names = "--size",
            defaultValue = "alliance",
            description = "alliance: 32 members, 300 offers, 60 lines, 5 phases; "
                    + "federation: 100 members, 3,000 offers, 600 lines, 5 phases.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String size;

    @Option(names = "--seeds", defaultValue = "20", description = "Worlds, seeds 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--limit",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds a solve may take (default: ${DEFAULT-VALUE}).")
    private double limit;

    @Option(
            names = "--missions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Missions of each world, planned together (default: ${DEFAULT-VALUE}).")
    private int missions;

    @Option(names = "--no-rivals", description = "Leave out the bare solvers.")
    private boolean noRivals;

    @Option(
            names = "--hunt",
            description = "Look for wrong plans instead: random small folders, planned again by methods of their own,"
                    + " and every proof checked.")
    private boolean hunt;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of a hunt (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--folders",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Folders of a hunt (default: ${DEFAULT-VALUE}).")
    private long folders;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Where a hunt writes each folder that is planned wrongly (default: the current folder).")
    private Path into = Path.of("");

    private record Rival(String name, Choice choice, boolean relaxation, int threads) {
        /// Bare solvers are measured by their own word.
        Check check() {
            return choice == Choice.AUTO ? Check.CERTIFIED : Check.NONE;
        }
    }

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

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (hunt) {
            return new PlanHunt(seed, folders, into, out, spec.commandLine().getErr()).run();
        }
        RandomWorld.Size worlds = switch (size) {
            case "alliance" -> RandomWorld.Size.ALLIANCE;
            case "federation" -> RandomWorld.Size.FEDERATION;
            default -> null;
        };
        if (worlds == null || seeds < 1 || missions < 1 || !(limit > 0)) {
            spec.commandLine()
                    .getErr()
                    .println("muster: --size is alliance or federation, --seeds and --missions at least 1, --limit"
                            + " above 0.");
            return Folders.BAD_INPUT;
        }
        solve(RandomWorld.of(RandomWorld.Size.ALLIANCE, 0, missions), MUSTER); // loads the solvers and the code
        Map<String, Times> times = new LinkedHashMap<>();
        for (long seed = 1; seed <= seeds; seed++) {
            RandomWorld.Worlds world = RandomWorld.of(worlds, seed, missions);
            Outcome plan = time(world, MUSTER, times);
            if (missions == 1) {
                replan(world, plan.plans().getFirst(), times);
            }
            for (Rival rival : noRivals ? List.<Rival>of() : RIVALS) {
                Outcome other = time(world, rival, times);
                if (plan.sureness() == Sureness.PROVEN
                        && other.sureness() != Sureness.BOUNDED
                        && !plan.assignments().equals(other.assignments())) {
                    out.println("seed " + seed + ": " + rival.name() + " gives another plan");
                }
            }
        }
        print(times, out);
        return 0;
    }

    private void print(Map<String, Times> times, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %d worlds%s, all levels proven, same plan from each\n",
                size,
                seeds,
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
