package org.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.plan.model.SourceKind;
import org.muster.plan.verify.ProofCheck;
import org.muster.plan.world.RandomWorld;
import org.muster.solve.Check;
import org.muster.solve.SolveOptions;

/// Written proofs hold for a checker that shares nothing with the planner, and spoilt ones do not.
class ProofTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static RandomWorld.World world(long seed) {
        boolean isLarge = seed % 10 == 9;
        return isLarge
                ? RandomWorld.of(RandomWorld.Size.ALLIANCE, seed)
                : RandomWorld.of(new RandomWorld.Size(6, 14, 6, 3, 2, 3, 6, 6, 5, 7, true), seed);
    }

    static Planner.Solved solved(RandomWorld.World world) {
        return Planner.solved(
                world.alliance(),
                world.mission(),
                new PlanOptions(SolveOptions.defaults().with(Check.WRITTEN), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsForACheckerOfItsOwn(long seed) {
        RandomWorld.World world = world(seed);
        Planner.Solved solved = solved(world);
        String proof = ProofText.write(solved).orElseThrow();
        ProofCheck.Outcome outcome = ProofCheck.check(proof, world.alliance(), world.mission());
        assertThat(outcome.isProven()).as("seed %d: %s", seed, outcome.reason()).isTrue();
        assertThat(outcome.leaves()).isPositive();
    }

    static LongStream spoilt() {
        return LongStream.range(0, 130);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void isRefusedWhereThePlanOrItsValuesAreChanged(long seed) {
        RandomWorld.World world = world(seed - seed % 10);
        List<String> lines = new ArrayList<>(
                ProofText.write(solved(world)).orElseThrow().lines().toList());
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> places = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).startsWith("point") || lines.get(k).startsWith("level")) {
                places.add(k);
            }
        }
        if (places.isEmpty()) {
            return; // nothing meets the mission's own conditions
        }
        int at = places.get(random.nextInt(places.size()));
        String[] words = lines.get(at).split(" ", 3);
        if (words[0].equals("point")) {
            lines.set(at, words[0] + " " + words[1] + " " + (Long.parseLong(words[2]) + 1));
        } else {
            lines.set(at, words[0] + " " + (Long.parseLong(words[1]) - 1) + " " + words[2]);
        }
        assertThat(ProofCheck.check(String.join("\n", lines), world.alliance(), world.mission())
                        .isProven())
                .as("seed %d, line %d: %s", seed, at + 1, lines.get(at))
                .isFalse();
    }

    /// One price that a leaf needs is turned round: what it then proves is too little, because what prices prove is
    /// concave in each of them.
    @ParameterizedTest
    @MethodSource("spoilt")
    void isRefusedWhereAPriceIsChanged(long seed) {
        RandomWorld.World world = world(seed - seed % 3);
        List<String> lines =
                ProofText.write(solved(world)).orElseThrow().lines().toList();
        List<Spoilt> prices = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            String[] words = lines.get(k).split(" ");
            for (int w = 2; words[0].matches("prices|empty") && w < words.length; w++) {
                prices.add(new Spoilt(k, w));
            }
        }
        Collections.shuffle(prices, new Random(seed));
        Spoilt one = prices.stream()
                .filter(p -> {
                    String[] words = lines.get(p.line()).split(" ");
                    return !check(with(lines, p.line(), priced(words, p.word(), "0")), world)
                            .isProven();
                })
                .findFirst()
                .orElseThrow();
        String[] words = lines.get(one.line()).split(" ");
        String price = words[one.word()].split(":")[1];
        String turned = price.startsWith("-") ? price.substring(1) : "-" + price;
        assertThat(check(with(lines, one.line(), priced(words, one.word(), turned)), world)
                        .isProven())
                .as("seed %d, line %d", seed, one.line() + 1)
                .isFalse();
    }

    private record Spoilt(int line, int word) {}

    private static String priced(String[] words, int word, String price) {
        String[] changed = words.clone();
        changed[word] = words[word].split(":")[0] + ":" + price;
        return String.join(" ", changed);
    }

    private static List<String> with(List<String> lines, int at, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(at, line);
        return changed;
    }

    private static ProofCheck.Outcome check(List<String> lines, RandomWorld.World world) {
        return ProofCheck.check(String.join("\n", lines), world.alliance(), world.mission());
    }

    /// One side of a split ends a unit before the other begins: what lies between them is nowhere.
    @ParameterizedTest
    @MethodSource("spoilt")
    void isRefusedWhereABranchIsLeftOut(long seed) {
        RandomWorld.World world = RandomWorld.of(RandomWorld.Size.ALLIANCE, seed);
        List<String> lines = new ArrayList<>(
                ProofText.write(solved(world)).orElseThrow().lines().toList());
        List<Integer> sides = new ArrayList<>();
        for (int k = 0; k + 1 < lines.size(); k++) {
            if (lines.get(k).matches("node .* >= .*") && lines.get(k + 1).matches("(prices|empty) .*")) {
                sides.add(k);
            }
        }
        Collections.shuffle(sides, new Random(seed));
        Optional<Integer> needed = sides.stream()
                .filter(k -> {
                    List<String> without = new ArrayList<>(lines);
                    without.remove(k + 1);
                    return !check(without, world).isProven();
                })
                .findFirst();
        if (needed.isEmpty()) {
            return; // the relaxation proves it without a branch
        }
        int at = needed.get();
        int number = Integer.parseInt(lines.get(at).substring(lines.get(at).lastIndexOf(' ') + 1));
        lines.set(at, lines.get(at).replaceFirst("\\d+$", String.valueOf(number + 1)));
        assertThat(check(lines, world).isProven()).as("seed %d", seed).isFalse();
    }

    /// The folder asks another price for what the plan uses, or offers a unit less.
    @ParameterizedTest
    @MethodSource("spoilt")
    void isRefusedWhereTheFolderHasChanged(long seed) {
        RandomWorld.World world = world(seed);
        Planner.Solved solved = solved(world);
        if (solved.plan().assignments().stream().noneMatch(a -> a.source() == SourceKind.OFFER)) {
            return; // nobody brings anything
        }
        String used = solved.plan().assignments().stream()
                .filter(a -> a.source() == SourceKind.OFFER)
                .findFirst()
                .orElseThrow()
                .id();
        String proof = ProofText.write(solved).orElseThrow();
        ProofCheck.Outcome outcome =
                ProofCheck.check(proof, Changed.withDearer(world.alliance(), used), world.mission());
        assertThat(outcome.isProven()).as("seed %d", seed).isFalse();
    }
}
