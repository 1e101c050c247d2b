package org.muster.gamefile;

import java.util.List;
import org.muster.games.concept.Extras;
import org.muster.games.concept.GameContent;

/// One game read from a file.
///
/// @param file    as it was given
/// @param id      from the file, or the file's name
/// @param n       players
/// @param players names, as many as players
/// @param content the game itself
/// @param extras  what some concepts need beyond the game
public record GameProblem(String file, String id, long n, List<String> players, GameContent content, Extras extras) {
    public GameProblem {
        players = List.copyOf(players);
    }
}
