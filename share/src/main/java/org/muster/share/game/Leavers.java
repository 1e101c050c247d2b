package org.muster.share.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.CostGame;
import org.muster.games.core.Core;

/// For every rule the coalition that would rather leave: the one that pays most beyond what it would cost it alone.
///
/// One pass over all coalitions serves all rules ([Core#leavers]).
public final class Leavers {
    /// A coalition that pays more than alone.
    ///
    /// @param coalition  its members
    /// @param paysMinor  what the rule asks of them together, in minor units
    /// @param aloneMinor what the mission would cost them alone, in minor units
    public record Leaver(List<String> coalition, long paysMinor, long aloneMinor) {
        /// What it pays beyond its cost alone, in minor units, above zero.
        public long excessMinor() {
            return paysMinor - aloneMinor;
        }
    }

    private Leavers() {}

    /// The coalition with the largest excess for every rule; empty where nobody would rather leave. Of equal ones the
    /// one with the smallest mask. The empty coalition and all together do not count.
    ///
    /// @param game    complete
    /// @param amounts per rule minor units by member; members that are no players are not looked at
    public static List<Optional<Leaver>> of(MissionGame game, List<Map<String, Long>> amounts, int threads) {
        if (!game.isComplete()) {
            throw new IllegalArgumentException("a game that is estimated cannot be scanned");
        }
        List<double[]> pays = amounts.stream().map(rule -> pays(game, rule)).toList();
        List<Optional<Core.Worst>> worst = Core.leavers(new CostGame(game.costs()), pays, threads);
        List<Optional<Leaver>> leavers = new ArrayList<>();
        for (int r = 0; r < pays.size(); r++) {
            double[] ofRule = pays.get(r);
            leavers.add(worst.get(r).map(w -> leaver(game, ofRule, w.coalition())));
        }
        return leavers;
    }

    /// The single members that pay more than alone, for one rule.
    public static List<Leaver> singles(MissionGame game, Map<String, Long> amounts) {
        double[] pays = pays(game, amounts);
        List<Leaver> singles = new ArrayList<>();
        for (int i = 0; i < pays.length && pays.length > 1; i++) {
            if (pays[i] > game.costs().value(1L << i)) {
                singles.add(leaver(game, pays, 1L << i));
            }
        }
        return singles;
    }

    private static Leaver leaver(MissionGame game, double[] pays, long coalition) {
        return new Leaver(game.names(coalition), (long) Coalitions.sum(pays, coalition), game.cost(coalition));
    }

    private static double[] pays(MissionGame game, Map<String, Long> amounts) {
        return game.players().stream()
                .mapToDouble(player -> amounts.getOrDefault(player, 0L))
                .toArray();
    }
}
