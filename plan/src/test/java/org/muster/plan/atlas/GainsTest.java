package org.muster.plan.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;
import org.muster.plan.world.RandomWorld;

/// What coalitions gain by themselves, in blocks and one by one, against the text: line by line by merit order.
class GainsTest {
    private static final RandomWorld.Size SMALL = new RandomWorld.Size(5, 30, 3, 2, 0, 3, 0, 0, 8, 6, false);
    private static final RandomWorld.Size BLOCKS = new RandomWorld.Size(14, 60, 3, 2, 0, 3, 4, 0, 8, 9, false);

    private static Map<String, Map<String, Long>> worths(
            RandomWorld.World world, boolean byLine, SplittableRandom random) {
        Map<String, Map<String, Long>> worths = new LinkedHashMap<>();
        List<String> keys = byLine ? keys(world) : List.of("");
        for (String key : keys) {
            Map<String, Long> one = new LinkedHashMap<>();
            world.alliance().members().stream()
                    .filter(Member::isAlly)
                    .forEach(member -> one.put(member.code(), random.nextLong(4_000_000)));
            worths.put(key, one);
        }
        return worths;
    }

    private static List<String> keys(RandomWorld.World world) {
        return Eligibility.of(world.alliance(), StandAlone.of(world.mission())).lines().stream()
                .map(Line::key)
                .toList();
    }

    @Test
    void asTheTextSaysForEveryCoalition() {
        int games = 0;
        int gaining = 0;
        for (long seed = 0; seed < 200; seed++) {
            RandomWorld.World world = RandomWorld.of(SMALL, seed);
            for (boolean byLine : new boolean[] {true, false}) {
                Map<String, Map<String, Long>> worths = worths(world, byLine, new SplittableRandom(seed));
                Optional<Gains.PlayersAndGame> found = Gains.of(world.alliance(), world.mission(), worths);
                if (found.isPresent()) {
                    games++;
                    List<String> players = found.get().players();
                    for (long mask = 0; mask < 1L << players.size(); mask++) {
                        Set<String> members = new TreeSet<>();
                        Coalitions.players(mask).forEach(i -> members.add(players.get(i)));
                        long own = worths.values().stream()
                                .mapToLong(one -> members.stream()
                                        .mapToLong(m -> one.getOrDefault(m, 0L))
                                        .sum())
                                .sum();
                        long gain = byText(world, worths, members, Set.copyOf(players));
                        gaining += gain > 0 ? 1 : 0;
                        assertThat((long) found.get().charges().value(mask))
                                .as("seed %d, by line %s, %s", seed, byLine, members)
                                .isEqualTo(own - gain);
                    }
                }
            }
        }
        assertThat(games).isGreaterThan(20);
        assertThat(gaining).isGreaterThan(100);
    }

    /// By offers of members and partners, and the market: no pools, policies or caveats occur in these worlds.
    private static long byText(
            RandomWorld.World world, Map<String, Map<String, Long>> worths, Set<String> members, Set<String> players) {
        Alliance alliance = world.alliance();
        Mission mission = world.mission();
        Eligibility eligibility = Eligibility.of(alliance, StandAlone.of(mission));
        boolean byLine = !worths.containsKey("");
        long gain = byLine ? 0 : sum(worths.getOrDefault("", Map.of()), members);
        boolean can = true;
        for (Line line : eligibility.lines()) {
            Optional<Long> alone = cheapest(eligibility, line, members, players);
            boolean together = cheapest(eligibility, line, players, players).isPresent();
            if (byLine) {
                long own = sum(worths.getOrDefault(line.key(), Map.of()), members);
                gain += alone.map(cost -> Math.max(0, own - cost)).orElse(0L);
            } else if (together) {
                can &= alone.isPresent();
                gain -= alone.orElse(0L);
            }
        }
        return can ? Math.max(0, gain - StandAlone.fixedCost(mission)) : 0;
    }

    private static long sum(Map<String, Long> worth, Set<String> members) {
        return members.stream().mapToLong(m -> worth.getOrDefault(m, 0L)).sum();
    }

    private static Optional<Long> cheapest(
            Eligibility eligibility, Line line, Set<String> members, Set<String> players) {
        List<long[]> offers = new ArrayList<>();
        Set<String> there = new HashSet<>(members);
        eligibility.candidates().stream()
                .filter(c -> c.line().key().equals(line.key()) && c.blockers().isEmpty())
                .filter(c -> c.source()
                        .member()
                        .map(m -> there.contains(m) || !players.contains(m))
                        .orElse(true))
                .filter(c -> c.source()
                        .member()
                        .map(m -> eligibility
                                .memberBlockers()
                                .getOrDefault(m, List.of())
                                .isEmpty())
                        .orElse(true))
                .forEach(c -> offers.add(new long[] {c.source().unitCostMinor(line), c.mostUnits()}));
        offers.sort((a, b) -> Long.compare(a[0], b[0]));
        long open = line.requirement().quantity();
        long cost = 0;
        for (long[] offer : offers) {
            long used = Math.min(open, offer[1]);
            cost += used * offer[0];
            open -= used;
        }
        return open > 0 ? Optional.empty() : Optional.of(cost);
    }

    /// What is said of many coalitions at once, for the charges and for the costs, holds for each of them.
    @Test
    void boundsHoldForEveryCoalitionBetween() {
        int games = 0;
        for (long seed = 0; seed < 300; seed++) {
            RandomWorld.World world = RandomWorld.of(seed % 2 == 0 ? SMALL : BLOCKS, seed);
            SplittableRandom random = new SplittableRandom(seed);
            Separable.Outcome costs = Separable.of(
                    world.alliance(),
                    world.mission(),
                    Set.of(world.alliance().members().getFirst().code()));
            Gains.of(world.alliance(), world.mission(), worths(world, seed % 3 == 0, random))
                    .ifPresent(found -> bounded(found.charges(), random));
            costs.costs().ifPresent(found -> bounded(found, random));
            games += costs.costs().isPresent() ? 1 : 0;
        }
        assertThat(games).isGreaterThan(100);
    }

    private static void bounded(Game game, SplittableRandom random) {
        double[] x = random.doubles(game.players(), -3_000_000, 6_000_000)
                .map(Math::rint)
                .toArray();
        long all = Coalitions.grand(game.players());
        long fixed = random.nextLong() & random.nextLong() & all;
        long free = random.nextLong() & all & ~fixed;
        double least = game.leastBeyond(x, fixed, free);
        for (long part = free; ; part = (part - 1) & free) {
            assertThat(game.value(fixed | part) - Coalitions.sum(x, fixed | part))
                    .isGreaterThanOrEqualTo(least);
            if (part == 0) {
                return;
            }
        }
    }

    @Test
    void blocksAreWhatSingleCoalitionsAre() {
        int games = 0;
        for (long seed = 0; seed < 60 && games < 8; seed++) {
            RandomWorld.World world = RandomWorld.of(BLOCKS, seed);
            Map<String, Map<String, Long>> worths = worths(world, seed % 2 == 0, new SplittableRandom(seed));
            Optional<Gains.PlayersAndGame> found = Gains.of(world.alliance(), world.mission(), worths);
            if (found.isPresent() && found.get().players().size() >= 11) {
                games++;
                int count = 1 << found.get().players().size();
                double[] read = new double[count];
                found.get().charges().read(0, count, read, 0);
                for (int mask = 0; mask < count; mask++) {
                    assertThat(read[mask])
                            .as("seed %d, %d", seed, mask)
                            .isEqualTo(found.get().charges().value(mask));
                }
            }
        }
        assertThat(games).isPositive();
    }
}
