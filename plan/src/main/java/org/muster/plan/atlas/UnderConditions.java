package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Coalitions;
import org.muster.games.Game;
import org.muster.games.cost.CoverGame;

/// What the players with conditions change of a mission's costs where they take part: the cost to every coalition less
/// what it would be if they had nothing to offer, 0 or below.
///
/// Few coalitions meet the conditions, so that a pass over this leaves out most; the rest of the costs is that of
/// players without conditions, which is counted.
final class UnderConditions implements Game {
    private final ClosedForm with;
    private final CoverGame without;
    private final Game withoutCosts;
    private final long interested;
    private final Closure closure;
    private final long conditional;
    private final double bound;

    /// @param cover      all lines
    /// @param interested players with an interest: a coalition without any costs nothing
    /// @param closure    conditions of players, which are the last ones
    UnderConditions(CoverGame cover, long interested, Closure closure) {
        this.interested = interested;
        this.closure = closure;
        long some = 0;
        for (Closure.Conditional one : closure.conditional()) {
            some |= 1L << one.player();
        }
        this.conditional = some;
        List<CoverGame.Line> touched = cover.lines().stream()
                .filter(line -> line.offers().stream().anyMatch(this::isConditional))
                .toList();
        CoverGame changed = new CoverGame(cover.players(), touched);
        this.with = new ClosedForm(changed, 0, interested, closure, List.of());
        this.without = withoutOffers(changed);
        this.withoutCosts = without.costGame();
        this.bound = without.costOfNobody();
    }

    private boolean isConditional(CoverGame.Offer offer) {
        return offer.player() != CoverGame.Offer.OUTSIDE && Coalitions.has(conditional, offer.player());
    }

    /// The same lines where players with conditions have nothing to offer.
    CoverGame withoutOffers(CoverGame cover) {
        List<CoverGame.Line> lines = new ArrayList<>();
        for (CoverGame.Line line : cover.lines()) {
            lines.add(new CoverGame.Line(
                    line.quantity(),
                    line.marketPrice(),
                    line.offers().stream()
                            .filter(offer -> !isConditional(offer))
                            .toList()));
        }
        return new CoverGame(cover.players(), lines);
    }

    @Override
    public int players() {
        return with.players();
    }

    @Override
    public double wholeBound() {
        return bound;
    }

    @Override
    public double value(long coalition) {
        return (coalition & interested) == 0 ? 0 : with.value(coalition) - without.cost(coalition & ~conditional);
    }

    @Override
    public boolean isNothing(long fixed, long free) {
        return (closure.of(fixed | free) & conditional) == 0;
    }

    @Override
    public void read(long first, int count, double[] into, int at) {
        int block = 1 << ClosedForm.LOW;
        if (!with.isBlocked() || first % block != 0 || count % block != 0) {
            Game.super.read(first, count, into, at);
            return;
        }
        with.read(first, count, into, at);
        double[] costs = new double[block];
        for (int done = 0; done < count; done += block) {
            long here = first + done;
            withoutCosts.read(here & ~conditional, block, costs, 0);
            if ((here & ~conditional) == 0) {
                costs[0] = bound;
            }
            for (int j = 0; j < block; j++) {
                into[at + done + j] -= ((here | j) & interested) == 0 ? 0 : costs[j];
            }
        }
    }
}
