package org.muster.plan.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.alliance.mission.Mission;
import org.muster.plan.Plan;
import org.muster.plan.SavedPlan;
import org.muster.plan.verify.Committed;
import org.muster.plan.verify.ProofCheck;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Check;
import org.muster.solve.SolveOptions;

/// Written proofs of missions together hold for a checker that shares nothing with the planner, and spoilt ones do not.
class JointProofTest {
    private static final RandomWorld.Size PAIR = new RandomWorld.Size(3, 4, 2, 1, 1, 2, 2, 2, 2, 3, true);
    private static final RandomWorld.Size PHASED = new RandomWorld.Size(3, 3, 2, 2, 1, 1, 1, 1, 2, 3, false);
    private static final RandomWorld.Size TRIPLE = new RandomWorld.Size(3, 3, 1, 1, 1, 2, 1, 1, 2, 3, true);
    private static final RandomWorld.Size POOLS = new RandomWorld.Size(6, 14, 6, 3, 2, 3, 6, 6, 5, 7, true);

    private static RandomWorld.Worlds worlds(long seed) {
        return switch ((int) (seed % 4)) {
            case 0 -> RandomWorld.of(TRIPLE, seed, 3);
            case 1 -> RandomWorld.of(PAIR, seed, 2);
            case 2 -> RandomWorld.of(PHASED, seed, 2);
            default -> RandomWorld.of(POOLS, seed, 2);
        };
    }

    private static Together.Proven proven(RandomWorld.Worlds worlds, List<Mission> missions, List<Given> given) {
        return Together.proven(
                worlds.alliance(),
                missions,
                given,
                SolveOptions.defaults().silentlyOn(1).with(Check.WRITTEN));
    }

    private static List<Mission> reversed(RandomWorld.Worlds worlds) {
        return worlds.missions().reversed();
    }

    @Test
    void holdsForACheckerOfItsOwn() {
        int refused = 0;
        int divided = 0;
        for (long seed = 0; seed < 400; seed++) {
            RandomWorld.Worlds worlds = worlds(seed);
            Together.Proven proven = proven(worlds, worlds.missions(), List.of());
            ProofCheck.Outcome outcome = ProofCheck.checkTogether(
                    proven.proof().orElseThrow(), worlds.alliance(), reversed(worlds), List.of());
            assertThat(outcome.isProven())
                    .as("seed %d: %s", seed, outcome.reason())
                    .isTrue();
            assertThat(outcome.leaves()).isPositive();
            boolean isRefused =
                    proven.plan().plans().stream().anyMatch(plan -> plan.proof().isEmpty());
            assertThat(outcome.reason().contains("no coalition meets")).isEqualTo(isRefused);
            refused += isRefused ? 1 : 0;
            divided += proven.plan().shared().stream().anyMatch(JointPlan.Shared::isDivided) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(20);
        assertThat(divided).isGreaterThan(40);
    }

    /// Around a committed plan; the same proof without it, or with one unit more taken, is refused or still holds only
    /// where the plan is not in the way.
    @Test
    void holdsAroundACommittedPlan() {
        int inTheWay = 0;
        for (long seed = 1; seed < 200; seed += 2) {
            RandomWorld.Worlds worlds = worlds(seed);
            Plan first = proven(worlds, worlds.missions().subList(0, 1), List.of())
                    .plan()
                    .plans()
                    .getFirst();
            List<Mission> rest = worlds.missions().subList(1, worlds.missions().size());
            Given given = Given.of(worlds.alliance(), SavedPlan.of(first));
            Together.Proven proven = proven(worlds, rest, List.of(given));
            String proof = proven.proof().orElseThrow();
            ProofCheck.Outcome outcome =
                    ProofCheck.checkTogether(proof, worlds.alliance(), rest, List.of(given.committed()));
            assertThat(outcome.isProven())
                    .as("seed %d: %s", seed, outcome.reason())
                    .isTrue();
            JointPlan alone = proven(worlds, rest, List.of()).plan();
            if (!told(alone).equals(told(proven.plan()))) {
                inTheWay++;
                assertThat(ProofCheck.checkTogether(proof, worlds.alliance(), rest, List.of())
                                .isProven())
                        .as("seed %d, as if nothing were committed", seed)
                        .isFalse();
            }
        }
        assertThat(inTheWay).isGreaterThan(5);
    }

    private static List<Long> told(JointPlan plan) {
        return plan.proof().stream().map(proof -> proof.value()).toList();
    }

    /// What is committed and more than all that there is leaves nothing of it.
    @Test
    void aCommittedPlanThatTakesMoreIsAnotherQuestion() {
        int refused = 0;
        for (long seed = 1; seed < 80; seed += 2) {
            RandomWorld.Worlds worlds = worlds(seed);
            Mission other = worlds.missions().getLast();
            List<Mission> rest = worlds.missions().subList(0, 1);
            Together.Proven proven = proven(worlds, rest, List.of());
            Optional<Plan.Assignment> used =
                    proven.plan().plans().getFirst().assignments().stream().findFirst();
            if (used.isEmpty() || proven.proof().isEmpty()) {
                continue;
            }
            List<Committed.Taken> taken = other.phases().stream()
                    .map(phase -> new Committed.Taken(
                            used.get().source().word(), used.get().id(), phase.id(), 1_000_000))
                    .toList();
            Committed all = new Committed(other, List.of(), taken);
            boolean meet = meet(rest.getFirst(), other);
            boolean holds = ProofCheck.checkTogether(proven.proof().get(), worlds.alliance(), rest, List.of(all))
                    .isProven();
            if (meet) {
                assertThat(holds).as("seed %d", seed).isFalse();
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    /// Whether every phase of the one goes on on a day of the other.
    private static boolean meet(Mission one, Mission other) {
        return one.phases().stream()
                .allMatch(phase -> other.phases().stream()
                        .anyMatch(also ->
                                !also.from().isAfter(phase.to()) && !also.to().isBefore(phase.from())));
    }

    /// A value of the plan, a level, a mission left out, one more proof than is asked for.
    @Test
    void isRefusedWhereItIsSpoilt() {
        for (long seed = 0; seed < 150; seed++) {
            RandomWorld.Worlds worlds = worlds(seed);
            String proof = proven(worlds, worlds.missions(), List.of()).proof().orElseThrow();
            List<String> lines = new ArrayList<>(proof.lines().toList());
            List<Integer> places = new ArrayList<>();
            for (int k = 0; k < lines.size(); k++) {
                if (lines.get(k).matches("(point|level|together) .*")) {
                    places.add(k);
                }
            }
            SplittableRandom random = new SplittableRandom(seed);
            int at = places.get(random.nextInt(places.size()));
            String[] words = lines.get(at).split(" ", 3);
            switch (words[0]) {
                case "point" -> lines.set(at, "point " + words[1] + " " + (Long.parseLong(words[2]) + 1));
                case "level" -> lines.set(at, "level " + (Long.parseLong(words[1]) - 1) + " " + words[2]);
                default -> lines.remove(at);
            }
            assertThat(isProven(String.join("\n", lines), worlds))
                    .as("seed %d, line %d: %s", seed, at + 1, String.join(" ", words))
                    .isFalse();
            assertThat(isProven(proof + proof, worlds)).isFalse();
            assertThat(isProven(proof.replace("together ", "mission "), worlds)).isFalse();
        }
    }

    /// One price of a leaf that is needed is turned round.
    @Test
    void isRefusedWhereAPriceIsTurnedRound() {
        int turned = 0;
        for (long seed = 0; seed < 120; seed++) {
            RandomWorld.Worlds worlds = worlds(seed);
            String proof = proven(worlds, worlds.missions(), List.of()).proof().orElseThrow();
            List<String> lines = proof.lines().toList();
            for (int k : inSomeOrder(lines.size(), seed)) {
                String[] words = lines.get(k).split(" ");
                if (!words[0].matches("prices|empty") || words.length < 3) {
                    continue;
                }
                String[] price = words[2].split(":");
                if (isProven(with(lines, k, words, price[0] + ":0"), worlds)) {
                    continue;
                }
                String other = price[1].startsWith("-") ? price[1].substring(1) : "-" + price[1];
                assertThat(isProven(with(lines, k, words, price[0] + ":" + other), worlds))
                        .as("seed %d, line %d", seed, k + 1)
                        .isFalse();
                turned++;
                break;
            }
        }
        assertThat(turned).isGreaterThan(80);
    }

    private static List<Integer> inSomeOrder(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        record Placed(int place, long order) {}
        List<Placed> placed = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            placed.add(new Placed(k, random.nextLong()));
        }
        return placed.stream()
                .sorted(Comparator.comparingLong(Placed::order))
                .map(Placed::place)
                .toList();
    }

    private static String with(List<String> lines, int at, String[] words, String price) {
        List<String> changed = new ArrayList<>(lines);
        String[] other = words.clone();
        other[2] = price;
        changed.set(at, String.join(" ", other));
        return String.join("\n", changed);
    }

    private static boolean isProven(String text, RandomWorld.Worlds worlds) {
        return ProofCheck.checkTogether(text, worlds.alliance(), worlds.missions(), List.of())
                .isProven();
    }
}
