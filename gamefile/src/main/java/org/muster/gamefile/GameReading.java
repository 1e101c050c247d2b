package org.muster.gamefile;

import java.util.List;
import org.muster.input.Problem;

/// What came of reading a file of games.
///
/// @param games    the games; empty where there is a problem
/// @param problems all that is wrong with the file
public record GameReading(List<GameProblem> games, List<Problem> problems) {
    public GameReading {
        games = List.copyOf(games);
        problems = List.copyOf(problems);
    }
}
