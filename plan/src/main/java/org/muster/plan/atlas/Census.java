package org.muster.plan.atlas;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.muster.games.Coalitions;
import org.muster.games.Parallel;

/// Counts and compares all coalitions of a closed form: one pass over them, then passes over one bit for each. Where a
/// fold is given, it has counted who decides already, and the passes over bits for each player fall away.
final class Census {
    private static final int CHUNKS = 32;

    private final ClosedForm form;
    private final List<String> players;
    private final List<String> order;
    private final int threads;
    private final int n;
    private final long all;
    /// Bit `S` says whether coalition `S` can do the mission.
    private final long[] can;

    private Census(ClosedForm form, List<String> players, List<String> order, int threads) {
        this.form = form;
        this.players = players;
        this.order = order;
        this.threads = threads;
        this.n = players.size();
        this.all = Coalitions.grand(n);
        this.can = new long[(int) Math.max(1, (all + 1) / Long.SIZE)];
    }

    /// @param players bit `i` of a coalition is `players.get(i)`
    /// @param order   the order in which members are named
    /// @param listed  how many minimal coalitions to name at most
    /// @param counted what a fold says of the same mission; empty to count here
    static Atlas of(
            ClosedForm form,
            List<String> players,
            List<String> order,
            int listed,
            int threads,
            Optional<Atlas> counted) {
        return new Census(form, players, order, threads).run(listed, counted);
    }

    private Atlas run(int listed, Optional<Atlas> counted) {
        long[][] best = cheapestBySize();
        List<Atlas.Priced> cheapest = new ArrayList<>();
        for (long[] one : best) {
            if (one[0] >= 0) {
                cheapest.add(priced(one[0]));
            }
        }
        Atlas counts = counted.orElseGet(this::counted);
        Minimal minimal = minimal(listed);
        return new Atlas(
                counts.coalitions(),
                counts.feasible(),
                OptionalLong.of(minimal.count()),
                minimal.cheapest().stream().map(this::priced).toList(),
                cheapest,
                counts.indispensable(),
                counts.pivotal());
    }

    /// Counts by looking at the bit of every coalition.
    private Atlas counted() {
        long feasible = 0;
        for (long word : can) {
            feasible += Long.bitCount(word);
        }
        Map<String, BigInteger> swings = new LinkedHashMap<>();
        List<Long> decided = Parallel.inOrder(order.size(), threads, i -> swings(players.indexOf(order.get(i))));
        List<String> indispensable = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            swings.put(order.get(i), BigInteger.valueOf(decided.get(i)));
            long without = all & ~(1L << players.indexOf(order.get(i)));
            if (isIn(all) && !isIn(without)) {
                indispensable.add(order.get(i));
            }
        }
        return new Atlas(
                BigInteger.valueOf(all + 1),
                BigInteger.valueOf(feasible),
                OptionalLong.empty(),
                List.of(),
                List.of(),
                indispensable,
                swings);
    }

    private boolean isIn(long coalition) {
        return (can[(int) (coalition >>> 6)] >>> coalition & 1) != 0;
    }

    private Atlas.Priced priced(long coalition) {
        List<String> members = order.stream()
                .filter(player -> Coalitions.has(coalition, players.indexOf(player)))
                .toList();
        return new Atlas.Priced(members, (long) form.value(coalition));
    }

    /// By size: the cheapest coalition that can, and its cost; -1 where none can. Of equally cheap ones the first.
    private long[][] cheapestBySize() {
        if (!form.isBlocked()) {
            return oneByOne();
        }
        long blocks = 1L << (n - ClosedForm.LOW);
        int chunks = (int) Math.min(blocks, CHUNKS);
        long[] known = attained();
        List<long[][]> parts =
                Parallel.inOrder(chunks, threads, chunk -> cheapestInChunk(blocks, chunk, chunks, known));
        long[][] best = none();
        for (long[][] part : parts) {
            for (int size = 0; size <= n; size++) {
                if (part[size][0] >= 0 && part[size][1] < best[size][1]) {
                    best[size] = part[size];
                }
            }
        }
        return best;
    }

    private long[][] none() {
        return none(new long[0]);
    }

    /// None yet; and none that costs more than is known to be attained need be looked for.
    private long[][] none(long[] attained) {
        long[][] none = new long[n + 1][];
        for (int size = 0; size <= n; size++) {
            long least = attained.length == 0 ? Long.MAX_VALUE : attained[size];
            none[size] = new long[] {-1, least == Long.MAX_VALUE ? least : least + 1};
        }
        return none;
    }

    /// By size, what some coalition that can costs: everybody, less one member after the other, always the one without
    /// whom the others do it at the least cost. Most blocks hold none that is as cheap.
    private long[] attained() {
        long[] attained = new long[n + 1];
        Arrays.fill(attained, Long.MAX_VALUE);
        long left = form.isFeasible(all) ? all : 0;
        while (left != 0) {
            attained[Long.bitCount(left)] = (long) form.value(left);
            left = oneLess(left);
        }
        return attained;
    }

    /// The cheapest coalition of all but one of these members that can; 0 where none can.
    private long oneLess(long coalition) {
        long cheapest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (long rest = coalition; rest != 0; rest &= rest - 1) {
            long less = coalition & ~Long.lowestOneBit(rest);
            if (less != 0 && form.isFeasible(less) && form.value(less) < least) {
                least = form.value(less);
                cheapest = less;
            }
        }
        return cheapest;
    }

    private long[][] oneByOne() {
        long[][] best = none();
        for (long coalition = 1; coalition <= all; coalition++) {
            if (form.isFeasible(coalition)) {
                can[(int) (coalition >>> 6)] |= 1L << coalition;
                better(best, coalition, (long) form.value(coalition));
            }
        }
        return best;
    }

    private static void better(long[][] best, long coalition, long cost) {
        long[] known = best[Long.bitCount(coalition)];
        if (cost < known[1]) {
            known[0] = coalition;
            known[1] = cost;
        }
    }

    private long[][] cheapestInChunk(long blocks, int chunk, int chunks, long[] attained) {
        long[][] best = none(attained);
        int block = 1 << ClosedForm.LOW;
        double[] costs = new double[block];
        int words = block / Long.SIZE;
        for (long high = blocks * chunk / chunks; high < blocks * (chunk + 1) / chunks; high++) {
            int at = (int) (high * words);
            form.feasible(high, can, at);
            boolean any = false;
            for (int w = at; w < at + words; w++) {
                any |= can[w] != 0;
            }
            if (any && mayBeBetter(high, best)) {
                form.read(high << ClosedForm.LOW, block, costs, 0);
                visit(high, at, costs, best);
            }
        }
        return best;
    }

    /// Whether the block may hold a coalition that is cheaper than those of its size that are known: none costs less
    /// than all of the block's players together.
    private boolean mayBeBetter(long high, long[][] best) {
        double least = form.value(((high + 1) << ClosedForm.LOW) - 1);
        for (int size = Long.bitCount(high); size <= Long.bitCount(high) + ClosedForm.LOW; size++) {
            if (least < best[size][1]) {
                return true;
            }
        }
        return false;
    }

    private void visit(long high, int at, double[] costs, long[][] best) {
        for (int w = 0; w < costs.length / Long.SIZE; w++) {
            for (long rest = can[at + w]; rest != 0; rest &= rest - 1) {
                int j = w * Long.SIZE + Long.numberOfTrailingZeros(rest);
                better(best, (high << ClosedForm.LOW) + j, (long) costs[j]);
            }
        }
    }

    /// Bits of coalitions in the word that can without `player`, moved to where the player is in.
    private long withoutPlayer(int word, int player) {
        if (player >= 6) {
            int bit = 1 << (player - 6);
            return (word & bit) == 0 ? 0 : can[word ^ bit];
        }
        return can[word] << (1 << player) & HAS[player];
    }

    /// By player among the six lowest: the bits of a word whose coalitions hold the player.
    private static final long[] HAS = {
        0xAAAAAAAAAAAAAAAAL,
        0xCCCCCCCCCCCCCCCCL,
        0xF0F0F0F0F0F0F0F0L,
        0xFF00FF00FF00FF00L,
        0xFFFF0000FFFF0000L,
        0xFFFFFFFF00000000L
    };

    private long swings(int player) {
        long count = 0;
        for (int word = 0; word < can.length; word++) {
            long with = player >= 6 ? ((word >>> (player - 6) & 1) == 0 ? 0 : can[word]) : can[word] & HAS[player];
            count += Long.bitCount(with & ~withoutPlayer(word, player));
        }
        return count;
    }

    private record Minimal(long count, List<Long> cheapest) {}

    private Minimal minimal(int listed) {
        Comparator<long[]> dearestFirst = Comparator.<long[]>comparingLong(p -> p[0])
                .thenComparingLong(p -> p[1])
                .reversed();
        PriorityQueue<long[]> kept = new PriorityQueue<>(dearestFirst);
        long count = 0;
        for (int word = 0; word < can.length; word++) {
            long minimal = can[word];
            for (int player = 0; player < n && minimal != 0; player++) {
                minimal &= ~withoutPlayer(word, player);
            }
            count += Long.bitCount(minimal);
            for (long rest = minimal; rest != 0; rest &= rest - 1) {
                long coalition = (long) word << 6 | Long.numberOfTrailingZeros(rest);
                kept.add(new long[] {(long) form.value(coalition), coalition});
                if (kept.size() > listed) {
                    kept.poll();
                }
            }
        }
        List<Long> cheapest = kept.stream()
                .sorted(dearestFirst.reversed())
                .map(priced -> priced[1])
                .toList();
        return new Minimal(count, cheapest);
    }
}
