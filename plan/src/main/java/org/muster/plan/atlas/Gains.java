package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.cost.CoverGame;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;

/// What a mission is worth to coalitions that do only what is worth it to their own members, for a separable mission.
///
/// By line: `w(S) = max(0, sum over lines of max(0, worth of the line to S - its cost to S) - what arises whoever
/// goes)`, a line that `S` cannot cover counting nothing. For the whole: `w(S) = max(0, worth to S - c(S))` where
/// `S` covers every line that all together cover, else 0. Units are those of the coalition's own offers, of
/// partners that stand beside it, of pools and of the market: none at the dearest price.
///
/// Whether a coalition covers a line is asked by itself, so that prices stay small enough for the fast way to add them
/// up.
///
/// The game that is given is the charge at which a coalition would not mind, `worth to S - w(S)`.
final class Gains implements Game {
    private static final int BLOCK = 1 << ClosedForm.LOW;

    private final int n;
    private final List<One> lines = new ArrayList<>();
    private final boolean byLine;
    private final long fixed;
    private final double[] worth;
    private final double whole;
    private final double[] lowWorth;
    /// Whether whole blocks can be worked.
    private final boolean blocked;

    /// One line on its own, or the whole mission.
    private static final class One {
        private final ClosedForm form;
        private final Game costs;
        private final double costOfNobody;
        private final List<Threshold> covers;
        private final double[] worth;
        private final double[] lowWorth;

        One(ClosedForm form, List<Threshold> covers, double[] worth, double[] lowWorth) {
            this.form = form;
            this.costs = form.cover().costGame();
            this.costOfNobody = form.cover().costOfNobody();
            this.covers = covers;
            this.worth = worth;
            this.lowWorth = lowWorth;
        }

        /// Whether any coalition of the block gains by the line: the largest one gains most.
        boolean mayGain(long high, long coalition) {
            for (Threshold cover : covers) {
                if (cover.failsEverywhere(high)) {
                    return false;
                }
            }
            long low = BLOCK - 1L;
            return Coalitions.sum(worth, coalition | low) > form.costOfLines((high << ClosedForm.LOW) | low);
        }
    }

    /// What one thread needs while it works blocks, one for each time that somebody drops out of what is left.
    private static final class Scratch {
        private final ClosedForm.Scratch dropOuts = new ClosedForm.Scratch();
        private final double[] costs = new double[BLOCK];
        private final int[] missing = new int[BLOCK];
        private final double[] gains = new double[BLOCK];
    }

    /// @param form   the mission's closed form; its lines as in `keys`
    /// @param keys   the lines' keys
    /// @param byLine worth by line and player in minor units, whole; `""` for a worth of the whole mission
    private Gains(
            ClosedForm form,
            List<String> players,
            List<String> keys,
            Map<String, Map<String, Long>> byLine,
            long fixed) {
        this.n = players.size();
        this.byLine = !byLine.containsKey("");
        this.fixed = fixed;
        this.worth = new double[n];
        byLine.values().forEach(one -> add(worth, players, one));
        long all = Coalitions.grand(n);
        List<CoverGame.Line> together = new ArrayList<>();
        for (int l = 0; l < keys.size(); l++) {
            CoverGame.Line line = form.cover().lines().get(l);
            if (cover(line).holds(form.closure().of(all))) {
                Map<String, Long> at = byLine.getOrDefault(this.byLine ? keys.get(l) : "", Map.of());
                if (this.byLine) {
                    double[] own = new double[n];
                    add(own, players, at);
                    lines.add(one(List.of(line), own, form, all));
                } else {
                    together.add(line);
                }
            }
        }
        if (!this.byLine) {
            lines.add(one(together, worth, form, all));
        }
        double sum = 0;
        for (double one : worth) {
            sum += one;
        }
        this.whole = sum + fixed;
        this.lowWorth = low(worth);
        this.blocked = n >= ClosedForm.LOW && lines.stream().allMatch(line -> line.form.isBlocked());
    }

    private One one(List<CoverGame.Line> covered, double[] own, ClosedForm form, long all) {
        List<Threshold> covers = covered.stream().map(this::cover).toList();
        ClosedForm one = new ClosedForm(new CoverGame(n, covered), 0, all, form.closure(), covers);
        return new One(one, covers, own, low(own));
    }

    private double[] low(double[] x) {
        return n < ClosedForm.LOW ? new double[0] : Coalitions.sums(x, 0, ClosedForm.LOW);
    }

    private static void add(double[] to, List<String> players, Map<String, Long> amounts) {
        for (int i = 0; i < to.length; i++) {
            to[i] += amounts.getOrDefault(players.get(i), 0L);
        }
    }

    private Threshold cover(CoverGame.Line line) {
        long open = line.quantity();
        long[] units = new long[n];
        for (CoverGame.Offer offer : line.offers()) {
            if (offer.player() == CoverGame.Offer.OUTSIDE) {
                open -= offer.quantity();
            } else {
                units[offer.player()] += offer.quantity();
            }
        }
        return new Threshold(open, units);
    }

    /// The charges of a separable mission; empty where it is not separable, or has more allies than all coalitions are
    /// looked at of.
    ///
    /// @param byLine worth by line's key and member in minor units; under the key `""` where the whole mission is worth
    /// it
    static Optional<PlayersAndGame> of(Alliance alliance, Mission mission, Map<String, Map<String, Long>> byLine) {
        Separable.Outcome separable = Separable.of(alliance, mission, Set.copyOf(alliance.memberCodes()));
        if (separable.costs().isEmpty() || separable.players().size() > MissionCosts.MOST_IN_ATLAS) {
            return Optional.empty();
        }
        List<String> keys = Eligibility.of(alliance, StandAlone.of(mission)).lines().stream()
                .map(Line::key)
                .toList();
        try {
            return Optional.of(new PlayersAndGame(
                    separable.players(),
                    new Gains(
                            separable.costs().get(),
                            separable.players(),
                            keys,
                            new HashMap<>(byLine),
                            StandAlone.fixedCost(mission))));
        } catch (ArithmeticException | IllegalArgumentException tooLarge) {
            return Optional.empty(); // beyond what is summed exactly
        }
    }

    /// Players of a game with the game.
    record PlayersAndGame(List<String> players, Game charges) {}

    @Override
    public int players() {
        return n;
    }

    @Override
    public double wholeBound() {
        return whole;
    }

    @Override
    public double value(long coalition) {
        return Coalitions.sum(worth, coalition) - gain(coalition);
    }

    private double gain(long coalition) {
        double gain = -fixed;
        for (One line : lines) {
            if (line.form.isFeasible(coalition)) {
                gain += Math.max(0, Coalitions.sum(line.worth, coalition) - line.form.value(coalition));
            }
        }
        return Math.max(0, gain);
    }

    /// What coalitions gain grows as members join, so no coalition gains more than the largest of these.
    @Override
    public double leastBeyond(double[] x, long fixedPlayers, long free) {
        double least = -most(fixedPlayers | free);
        for (int i = 0; i < n; i++) {
            double beyond = x[i] - worth[i];
            if (Coalitions.has(fixedPlayers, i)) {
                least -= beyond;
            } else if (Coalitions.has(free, i)) {
                least -= Math.max(0, beyond);
            }
        }
        return least;
    }

    /// The last coalition whose gain was asked for: many allocations are compared with the same one.
    private static final class Last {
        private @Nullable Gains game;
        private long coalition;
        private double gain;
    }

    private static final ThreadLocal<Last> LAST = ThreadLocal.withInitial(Last::new);

    private double most(long coalition) {
        Last last = LAST.get();
        if (!this.equals(last.game) || last.coalition != coalition) {
            last.gain = gain(coalition);
            last.coalition = coalition;
            last.game = this;
        }
        return last.gain;
    }

    @Override
    public void read(long first, int count, double[] into, int at) {
        if (!blocked || first % BLOCK != 0 || count % BLOCK != 0) {
            Game.super.read(first, count, into, at);
            return;
        }
        List<Scratch> scratch = SCRATCH.get();
        for (int done = 0; done < count; done += BLOCK) {
            long high = (first + done) >>> ClosedForm.LOW;
            double[] gains = gains(high, high << ClosedForm.LOW, scratch, 0);
            double ownHigh = Coalitions.sum(worth, high << ClosedForm.LOW);
            if (gains.length == 0) {
                charge(into, at + done, ownHigh, lowWorth);
            } else {
                charge(into, at + done, ownHigh, lowWorth, gains, (double) fixed);
            }
        }
    }

    private static void charge(double[] into, int at, double worthOfHigh, double[] low) {
        for (int j = 0; j < BLOCK; j++) {
            into[at + j] = worthOfHigh + low[j];
        }
    }

    private static void charge(double[] into, int at, double worthOfHigh, double[] low, double[] gains, double fixed) {
        for (int j = 0; j < BLOCK; j++) {
            into[at + j] = worthOfHigh + low[j] - Math.max(0, gains[j] - fixed);
        }
    }

    /// The gains of a block in which nobody gains anything: not written out.
    private static final double[] NOTHING = {};

    private static final ThreadLocal<List<Scratch>> SCRATCH = ThreadLocal.withInitial(ArrayList::new);

    /// What every coalition of the block gains: who drops out is worked out once for all lines, and the lines once more
    /// for every set of players that does. Who drops out has its benefit all the same.
    ///
    /// @param high      the players above the block's own that are left
    /// @param coalition all players above the block's own, as a coalition
    private double[] gains(long high, long coalition, List<Scratch> scratch, int depth) {
        if (scratch.size() == depth) {
            scratch.add(new Scratch());
        }
        Scratch own = scratch.get(depth);
        boolean some = false;
        for (One line : lines) {
            if (line.mayGain(high, coalition)) {
                if (!some) {
                    java.util.Arrays.fill(own.gains, 0);
                }
                some = true;
                add(line, high, coalition, own);
            }
        }
        if (!some) {
            return NOTHING; // and with fewer players neither
        }
        ClosedForm form = lines.getFirst().form;
        List<Closure.Conditional> here = form.dropOuts(high, own.dropOuts);
        for (long rest = own.dropOuts.patterns() & ~1L; rest != 0; rest &= rest - 1) {
            int pattern = Long.numberOfTrailingZeros(rest);
            double[] fewer = gains(ClosedForm.without(high, here, pattern), coalition, scratch, depth + 1);
            for (int j = 0; j < BLOCK; j++) {
                if (own.dropOuts.isDropped(j, pattern)) {
                    own.gains[j] = fewer.length == 0 ? 0 : fewer[j];
                }
            }
        }
        return own.gains;
    }

    private static void add(One line, long high, long coalition, Scratch own) {
        line.costs.read(high << ClosedForm.LOW, BLOCK, own.costs, 0);
        if (high == 0) {
            own.costs[0] = line.costOfNobody;
        }
        double worthOfHigh = Coalitions.sum(line.worth, coalition);
        if (marked(line.covers, high, own.missing)) {
            addWhereCovered(own.gains, worthOfHigh, line.lowWorth, own.costs, own.missing);
        } else {
            addAll(own.gains, worthOfHigh, line.lowWorth, own.costs);
        }
    }

    /// Makes `missing[j]` negative for every coalition of the block that some line is too much for; whether any may be.
    private static boolean marked(List<Threshold> covers, long high, int[] missing) {
        boolean some = false;
        for (Threshold cover : covers) {
            if (cover.mayFail(high)) {
                if (!some) {
                    java.util.Arrays.fill(missing, 0);
                }
                some = true;
                cover.mark(high, missing);
            }
        }
        return some;
    }

    private static void addAll(double[] gains, double worthOfHigh, double[] low, double[] costs) {
        for (int j = 0; j < BLOCK; j++) {
            gains[j] += Math.max(0, worthOfHigh + low[j] - costs[j]);
        }
    }

    private static void addWhereCovered(
            double[] gains, double worthOfHigh, double[] low, double[] costs, int[] missing) {
        for (int j = 0; j < BLOCK; j++) {
            double gain = Math.max(0, worthOfHigh + low[j] - costs[j]);
            gains[j] += missing[j] >= 0 ? gain : 0;
        }
    }
}
