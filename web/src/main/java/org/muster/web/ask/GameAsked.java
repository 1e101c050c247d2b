package org.muster.web.ask;

import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.gamefile.GameProblem;
import org.muster.gamefile.GameReader;
import org.muster.gamefile.GameReading;
import org.muster.games.concept.Catalogue;
import org.muster.games.concept.Concept;
import org.muster.games.concept.Wish;
import org.muster.input.Nearest;
import org.muster.input.Problem;
import org.muster.input.Shown;
import org.muster.report.game.Solution;
import org.muster.report.game.SolutionJson;
import org.muster.report.game.SolutionText;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;

/// A game that somebody typed or pasted, and which concepts are to be worked out.
///
/// @param text     the game, as a file would hold it
/// @param concepts names of concepts; all that fit where empty
public record GameAsked(String text, List<String> concepts) {
    /// Players of the largest game that is solved while somebody looks; the slowest concept then takes some seconds.
    public static final int MOST_PLAYERS = 12;

    /// Characters of the longest game that fits into an address.
    private static final int MOST_IN_ADDRESS = 3_000;

    private static final int THREADS = 2;

    public GameAsked {
        concepts = List.copyOf(concepts);
    }

    /// What was found.
    ///
    /// @param problems what is wrong with the text; then there is nothing else
    /// @param texts    solutions for people, a text a game
    /// @param lines    the same as JSON, a line a game
    public record Solved(List<Problem> problems, List<String> texts, List<String> lines) {
        public Solved {
            problems = List.copyOf(problems);
            texts = List.copyOf(texts);
            lines = List.copyOf(lines);
        }
    }

    /// Reads a query or a form; empty where it holds no game.
    public static Optional<GameAsked> of(Query query) {
        Query known = query.only("game", "concepts");
        return known.one("game").map(text -> new GameAsked(text, known.all("concepts")));
    }

    /// The game as it stands in an address; empty where it is too long for one.
    public Optional<Query> query() {
        Query query = Query.NONE.with("game", List.of(text)).with("concepts", concepts);
        return query.text().length() > MOST_IN_ADDRESS ? Optional.empty() : Optional.of(query);
    }

    /// Solves it.
    ///
    /// @throws Fault where it has more players than are solved here, or a concept is not known
    public Solved solve() {
        GameReading reading = GameReader.read("-", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        if (!reading.problems().isEmpty()) {
            return new Solved(reading.problems(), List.of(), List.of());
        }
        List<String> texts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (GameProblem problem : reading.games()) {
            if (problem.n() > MOST_PLAYERS) {
                throw new Fault(
                        Code.REFUSED,
                        "\"" + Shown.plain(problem.id()) + "\" has " + problem.n() + " players, and up to "
                                + MOST_PLAYERS + " are solved here. Let \"muster game solve\" do it");
            }
            List<Solution> solutions = solutions(problem);
            texts.add(SolutionText.of(problem, solutions));
            lines.add(SolutionJson.of(problem, solutions));
        }
        return new Solved(List.of(), texts, lines);
    }

    private List<Solution> solutions(GameProblem problem) {
        try (Arena arena = Arena.ofShared()) {
            Catalogue known = Catalogue.of(
                    problem.content(), problem.n(), problem.extras(), new Wish(false, false, THREADS), arena);
            List<Solution> solutions = new ArrayList<>();
            if (concepts.isEmpty()) {
                known.concepts().stream()
                        .filter(Concept::byDefault)
                        .forEach(concept -> solutions.add(Solution.of(concept, concept.name())));
            }
            for (String name : concepts) {
                Concept concept = known.find(name)
                        .orElseThrow(() -> new Fault(
                                Code.REFUSED,
                                "\"" + Shown.plain(name) + "\" is no concept for this game. "
                                        + Nearest.advice(name, known.names())));
                solutions.add(Solution.of(concept, name));
            }
            return solutions;
        }
    }
}
