package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
/// goes)`, a
/// line that `S` cannot cover counting nothing. For the whole: `w(S) = max(0, worth to S - c(S))` where `S` covers
/// every
/// line that all together cover, else 0. Units are those of the coalition's own offers, of partners that stand beside
/// it,
/// of pools and of the market: none at the dearest price.
///
/// A unit that is missing is counted at one minor unit more than all that is at stake, so that a coalition that lacks
/// one
/// gains nothing: no separate look at who covers what.
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

    /// One line on its own.
    private static final class One {
        private final ClosedForm costs;
        private final double[] worth;
        private final double[] lowWorth;

        One(ClosedForm costs, double[] worth, double[] lowWorth) {
            this.costs = costs;
            this.worth = worth;
            this.lowWorth = lowWorth;
        }
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
                long stake = at.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
                CoverGame.Line dear = new CoverGame.Line(line.quantity(), stake + 1, line.offers());
                if (this.byLine) {
                    double[] own = new double[n];
                    add(own, players, at);
                    lines.add(one(List.of(dear), own, form, all));
                } else {
                    together.add(dear);
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
    }

    private One one(List<CoverGame.Line> dear, double[] own, ClosedForm form, long all) {
        return new One(new ClosedForm(new CoverGame(n, dear), 0, all, form.closure(), List.of()), own, low(own));
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
        double gain = -fixed;
        for (One line : lines) {
            gain += Math.max(0, Coalitions.sum(line.worth, coalition) - line.costs.value(coalition));
        }
        return Coalitions.sum(worth, coalition) - Math.max(0, gain);
    }

    @Override
    public void read(long first, int count, double[] into, int at) {
        boolean blocked = n >= ClosedForm.LOW && lines.stream().allMatch(line -> line.costs.isBlocked());
        if (!blocked || first % BLOCK != 0 || count % BLOCK != 0) {
            Game.super.read(first, count, into, at);
            return;
        }
        double[] costs = new double[BLOCK];
        double[] low = low(worth);
        for (int done = 0; done < count; done += BLOCK) {
            block((first + done) >>> ClosedForm.LOW, into, at + done, low, costs);
        }
    }

    private void block(long high, double[] into, int at, double[] low, double[] costs) {
        java.util.Arrays.fill(into, at, at + BLOCK, (double) -fixed);
        for (One line : lines) {
            line.costs.read(high << ClosedForm.LOW, BLOCK, costs, 0);
            gain(Coalitions.sum(line.worth, high << ClosedForm.LOW), line.lowWorth, costs, into, at);
        }
        double ownHigh = Coalitions.sum(worth, high << ClosedForm.LOW);
        for (int j = 0; j < BLOCK; j++) {
            into[at + j] = ownHigh + low[j] - Math.max(0, into[at + j]);
        }
    }

    private static void gain(double high, double[] low, double[] costs, double[] into, int at) {
        for (int j = 0; j < BLOCK; j++) {
            into[at + j] += Math.max(0, high + low[j] - costs[j]);
        }
    }
}
