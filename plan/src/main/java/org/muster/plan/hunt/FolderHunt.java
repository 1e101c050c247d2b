package org.muster.plan.hunt;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.ProofText;
import org.muster.plan.model.Levels;
import org.muster.plan.verify.ProofCheck;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Check;
import org.muster.solve.Choice;
import org.muster.solve.Lexicographic;
import org.muster.solve.SolveOptions;

/// Looks for plans that are wrong: random small worlds, planned and planned again by a method that shares nothing
/// with the planner, and the written proof checked by code that shares nothing with either; and what coalitions
/// cost, in closed form, by the planner and by enumeration.
public final class FolderHunt {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(4, 8, 3, 2, 1, 2, 4, 4, 3, 4, true);
    private static final RandomWorld.Size POOLED = new RandomWorld.Size(4, 5, 3, 2, 2, 2, 3, 2, 3, 4, true);
    private static final List<Choice> OTHERS = List.of(Choice.CP_SAT, Choice.SCIP, Choice.HIGHS);
    /// Every so many worlds one is planned from another solver's point.
    private static final int OTHERS_EVERY = 10;

    private FolderHunt() {}

    /// A world on which two methods do not agree.
    ///
    /// @param world the world
    /// @param wrong what does not agree
    public record Found(RandomWorld.World world, String wrong) {}

    /// Plans the world of a number, and looks whether the second method and the proof's checker agree.
    public static Optional<Found> in(long number) {
        int shape = Math.floorMod(number, 4);
        RandomWorld.World world = switch (shape) {
            case 0 -> RandomWorld.of(SMALL, number);
            case 1 -> RandomWorld.of(POOLED, number);
            default -> LargeWorld.of(number);
        };
        try {
            return wrong(world, number, shape > 1).map(what -> new Found(world, what));
        } catch (RuntimeException e) {
            return Optional.of(new Found(world, "it fails: " + e));
        }
    }

    private static Optional<String> wrong(RandomWorld.World world, long number, boolean isLarge) {
        Choice choice = number % OTHERS_EVERY == 3
                ? OTHERS.get(Math.floorMod(number / OTHERS_EVERY, OTHERS.size()))
                : Choice.AUTO;
        SolveOptions options =
                SolveOptions.defaults().with(choice, choice == Choice.AUTO).with(Check.WRITTEN);
        Planner.Solved solved =
                Planner.solved(world.alliance(), world.mission(), new PlanOptions(options, Optional.empty()));
        Optional<List<BigInteger>> best = isLarge
                ? GreedyEnumeration.best(world.alliance(), world.mission())
                : Enumeration.best(world.alliance(), world.mission(), Optional.empty())
                        .map(b ->
                                List.of(BigInteger.valueOf(b[0]), BigInteger.valueOf(b[1]), BigInteger.valueOf(b[2])));
        List<BigInteger> told = told(solved.plan());
        if (!solved.plan().proven()) {
            return Optional.of("not proven: " + solved.plan().proof());
        }
        if (!told.equals(best.orElse(List.of()))) {
            return Optional.of("uncovered and cost are " + told + ", by the second method " + best.orElse(List.of()));
        }
        String proof = ProofText.write(solved).orElseThrow();
        ProofCheck.Outcome outcome = ProofCheck.check(proof, world.alliance(), world.mission());
        if (!outcome.isProven()) {
            return Optional.of("the proof does not hold: " + outcome.reason());
        }
        return isLarge ? Optional.empty() : AtlasHunt.wrong(world, number);
    }

    private static List<BigInteger> told(Plan plan) {
        List<String> titles = List.of(Levels.Aim.ESSENTIAL.title(), Levels.Aim.OTHER.title(), Levels.Aim.COST.title());
        return plan.proof().stream()
                .filter(p -> titles.contains(p.level()))
                .map(Lexicographic.Proof::value)
                .map(BigInteger::valueOf)
                .toList();
    }
}
