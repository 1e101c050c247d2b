package org.muster.bench.games;

import java.lang.foreign.Arena;
import java.util.Collections;
import org.muster.games.TableGame;
import org.muster.games.generate.NucleolusGames;
import org.muster.games.voting.WeightedVoting;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A table of all coalitions, made before anything is timed; off the heap from 24 players on.
@State(Scope.Benchmark)
public class GameTable {
    /// Which game: `1` to `4` (the families of [NucleolusGames], seed 1), `glove` (half the players hold a left glove,
    /// half a right one) or `equal` (one vote each, more than half wins).
    @Param({})
    @SuppressWarnings("NullAway.Init") // set by JMH before setup
    public String kind;

    @Param({})
    public int n;

    @Param({})
    public int threads;

    @SuppressWarnings("NullAway.Init") // set by setup
    private TableGame game;

    @Setup(Level.Trial)
    public void fill() {
        Arena arena = Arena.ofAuto();
        game = switch (kind) {
            case "glove" -> glove(n, arena);
            case "equal" -> equal(n, arena);
            default -> NucleolusGames.game(Integer.parseInt(kind), n, 1, arena);
        };
    }

    TableGame game() {
        return game;
    }

    static TableGame glove(int n, Arena arena) {
        long leftHands = (1L << (n / 2)) - 1;
        return TableGame.tabulate(n, arena, s -> Math.min(Long.bitCount(s & leftHands), Long.bitCount(s & ~leftHands)));
    }

    static TableGame equal(int n, Arena arena) {
        WeightedVoting rule = new WeightedVoting(n / 2 + 1, Collections.nCopies(n, 1L));
        return TableGame.tabulate(n, arena, rule.game()::value);
    }
}
