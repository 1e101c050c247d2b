package org.muster.share.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.share.game.MissionGame;

/// Whether anybody pays more because a member joins (population monotonicity), on the mission's cost game: the
/// shares of all members together against those without one of them, for each of them.
///
/// Tested where a rule goes by weights, or by the game; a rule that needs all coalitions is tested up to
/// [#MOST_PLAYERS] members only. What is missing or more than a minor unit counts, not what rounding does.
///
/// Source: Y. Sprumont, *Population monotonic allocation schemes for cooperative games with transferable utility*,
/// 1990.
public final class Joining {
    /// Beyond so many members a rule that looks at all coalitions is not solved once more for each of them.
    public static final int MOST_PLAYERS = 12;

    /// What the test came to.
    public enum Verdict {
        /// Nobody pays more because another joins.
        NOBODY_PAYS_MORE,
        /// Somebody does.
        SOMEBODY_PAYS_MORE,
        /// Not tested.
        NOT_TESTED
    }

    /// The verdict with the worst case, or why there is none.
    ///
    /// @param verdict   what it came to
    /// @param joins     the member whose joining raises another's share most; empty unless somebody pays more
    /// @param pays      the member that pays more
    /// @param byMinor   how much more, in minor units
    /// @param reason    why it was not tested; empty where it was
    public record Result(Verdict verdict, Optional<String> joins, Optional<String> pays, long byMinor, String reason) {
        static Result untested(String reason) {
            return new Result(Verdict.NOT_TESTED, Optional.empty(), Optional.empty(), 0, reason);
        }
    }

    private Joining() {}

    /// Tests a rule whose amounts are known.
    ///
    /// @param amounts what the rule asks, in minor units by member
    public static Result of(SharingRule rule, SharingCase sharing, Map<String, Long> amounts) {
        if (sharing.game().isEmpty()) {
            return Result.untested("what the mission would cost other coalitions is not known");
        }
        MissionGame game = sharing.game().get();
        if (game.players().size() < 2) {
            return Result.untested("there is only one member");
        }
        return switch (rule.basis()) {
            case BILL ->
                Result.untested("the rule goes by who runs up which line, and without a member the lines differ");
            case WEIGHTS -> byWeights(game, amounts);
            case GAME -> rule instanceof GameRule own ? byGame(own, game, sharing.threads()) : Result.untested("");
        };
    }

    /// With fixed weights all others pay alike more or less: `w_j c(N) / W` against `w_j c(N - i) / (W - w_i)`.
    private static Result byWeights(MissionGame game, Map<String, Long> amounts) {
        List<Fraction> weights = game.players().stream()
                .map(player -> Fraction.of(amounts.getOrDefault(player, 0L)))
                .toList();
        Fraction sum = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        Worst worst = new Worst(game);
        for (int i = 0; i < weights.size(); i++) {
            Fraction without = sum.minus(weights.get(i));
            if (without.sign() > 0) {
                Fraction before = Fraction.of(game.costOfAllBut(i)).over(without);
                Fraction after = Fraction.of(game.costOfAll()).over(sum);
                for (int j = 0; j < weights.size(); j++) {
                    if (j != i) {
                        worst.offer(i, j, weights.get(j).times(after.minus(before)));
                    }
                }
            }
        }
        return worst.result();
    }

    private static Result byGame(GameRule rule, MissionGame game, int threads) {
        int n = game.players().size();
        if (rule.scans() && (n > MOST_PLAYERS || !game.isComplete())) {
            return Result.untested(
                    "it needs all coalitions, once more for every member: tested up to " + MOST_PLAYERS + " members");
        }
        if (n > Coalitions.MOST_PLAYERS) {
            return Result.untested("it is tested up to " + Coalitions.MOST_PLAYERS + " members");
        }
        if (!(rule.concept().solve(game, threads) instanceof GameRule.Solution.Shares all)) {
            return Result.untested("the rule has no shares");
        }
        Worst worst = new Worst(game);
        for (int i = 0; i < n; i++) {
            if (rule.concept().solve(without(game, i), threads) instanceof GameRule.Solution.Shares fewer) {
                List<Fraction> before = new ArrayList<>(fewer.shares());
                before.add(i, Fraction.ZERO);
                for (int j = 0; j < n; j++) {
                    if (j != i) {
                        worst.offer(i, j, all.shares().get(j).minus(before.get(j)));
                    }
                }
            }
        }
        return worst.result();
    }

    /// The game among the others.
    static MissionGame without(MissionGame game, int i) {
        long others = Coalitions.grand(game.players().size()) & ~(1L << i);
        List<String> players = new ArrayList<>(game.players());
        players.remove(i);
        Game fewer = Game.streamedWhole(
                players.size(), game.costs().wholeBound(), mask -> game.costs().value(Long.expand(mask, others)));
        return new MissionGame(players, fewer, game.method(), game.account());
    }

    /// The largest rise met so far; rises of a minor unit or less do not count.
    private static final class Worst {
        private final MissionGame game;
        private Fraction most = Fraction.ONE;
        private int joins = -1;
        private int pays = -1;

        Worst(MissionGame game) {
            this.game = game;
        }

        void offer(int i, int j, Fraction rise) {
            if (rise.compareTo(most) > 0) {
                most = rise;
                joins = i;
                pays = j;
            }
        }

        Result result() {
            if (joins < 0) {
                return new Result(Verdict.NOBODY_PAYS_MORE, Optional.empty(), Optional.empty(), 0, "");
            }
            return new Result(
                    Verdict.SOMEBODY_PAYS_MORE,
                    Optional.of(game.players().get(joins)),
                    Optional.of(game.players().get(pays)),
                    org.muster.share.exact.Decimals.of(most, 0).longValueExact(),
                    "");
        }
    }
}
