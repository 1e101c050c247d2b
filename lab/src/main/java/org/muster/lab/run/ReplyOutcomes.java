package org.muster.lab.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.lab.join.Choices;
import org.muster.lab.join.Settle;
import org.muster.lab.join.Settled;

/// What comes of a mission where its members settle in a coalition.
final class ReplyOutcomes {
    private final ReplyGame game;
    private final Optional<Choices> all;
    private final long seed;

    /// @param seed of the orders in which members reply where not every coalition is looked at
    ReplyOutcomes(ReplyGame game, long seed) {
        this.game = game;
        this.all = game.everyCoalition();
        this.seed = seed;
    }

    boolean isCollective() {
        return game.isCollective();
    }

    Settled settled(Settle start) {
        return all.map(some -> Settled.of(some, start, game.starts()))
                .orElseGet(() -> Settled.of(game, start, game.starts(), seed));
    }

    /// How many object to what comes of a coalition.
    int vetoes(Outcome outcome) {
        return game.vetoes(game.of(outcome.joins()));
    }

    /// Where they came to rest, or came round.
    Outcome outcome(Settled settled, int vetoes) {
        long available = settled.coalition();
        Settlement settlement = game.settlement(available);
        boolean runs = settled.isRest() && settlement.covers();
        return new Outcome(
                1,
                settlement,
                runs ? 1 : 0,
                runs ? hung(available) : 0,
                vetoes,
                game.names(available),
                settled.isRest() ? game.lacking(available) : Map.of(),
                Optional.of(new Outcome.Replied(
                        settled.found(),
                        settled.holding().stream().map(game::names).toList(),
                        settled.idle(),
                        settled.cycle().stream().map(game::names).toList())),
                Optional.empty());
    }

    /// What comes of each coalition that enforces itself and runs; of several in which all is the same, of one. Where
    /// members came to rest idle, or to none, that is all that comes.
    List<Outcome> holding(Settled settled, int vetoes) {
        boolean runs = settled.isRest() && game.settlement(settled.coalition()).covers();
        if (!runs) {
            return List.of(outcome(settled, vetoes));
        }
        record Same(int plan, int hung) {}
        Set<Same> known = new LinkedHashSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (long available : settled.holding()) {
            int hung = hung(available);
            // without all coalitions there is one that holds
            int plan = all.map(some -> some.choice(available)).orElse(0);
            if (known.add(new Same(plan, hung))) {
                outcomes.add(new Outcome(
                        1,
                        game.settlement(available),
                        1,
                        hung,
                        vetoes,
                        game.names(available),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        return outcomes;
    }

    /// How many of those available it hangs on whether the mission runs.
    private int hung(long available) {
        int hung = 0;
        for (int i = 0; i < game.players(); i++) {
            boolean in = ((available >>> i) & 1) != 0;
            hung += in && !runs(available & ~(1L << i)) ? 1 : 0;
        }
        return hung;
    }

    private boolean runs(long available) {
        return all.map(some -> some.runs(available)).orElseGet(() -> game.runs(available));
    }
}
