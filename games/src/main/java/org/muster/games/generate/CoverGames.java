package org.muster.games.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.muster.games.cost.CoverGame;

/// Random cover games in which every player offers something for every line, from a seed.
public final class CoverGames {
    private CoverGames() {}

    /// A cover game with `lines` lines: 40 to 60 units each, 1 to 8 units of each player at 100 to 5,100 a unit in
    /// steps of 1, and a market at 10,000.
    public static CoverGame of(int players, int lines, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CoverGame.Line> drawn = new ArrayList<>();
        for (int l = 0; l < lines; l++) {
            List<CoverGame.Offer> offers = new ArrayList<>();
            for (int player = 0; player < players; player++) {
                offers.add(new CoverGame.Offer(player, random.nextInt(1, 9), random.nextInt(100, 5101)));
            }
            drawn.add(new CoverGame.Line(random.nextInt(40, 61), 10_000, offers));
        }
        return new CoverGame(players, drawn);
    }
}
