package org.muster.gamefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.games.concept.Catalogue;
import org.muster.games.concept.Value;
import org.muster.games.concept.Wish;
import org.muster.input.Place;
import org.muster.input.Problem;

class GameReaderTest {
    private static GameReading stream(String text) {
        return GameReader.read("-", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> sentences(GameReading reading) {
        assertThat(reading.games()).isEmpty();
        return reading.problems().stream().map(Problem::sentence).toList();
    }

    @Test
    void jsonAndCsvOfOneGameAnswerTheSame() {
        GameProblem json = stream("{\"kind\": \"tu\", \"n\": 2, \"v\": [0, 1, 2, 5]}")
                .games()
                .getFirst();
        GameProblem csv = stream("game_id,players,coalition,value\ng,2,1,1\ng,2,2,2\ng,2,1|2,5\n")
                .games()
                .getFirst();
        try (Arena arena = Arena.ofConfined()) {
            for (GameProblem game : List.of(json, csv)) {
                assertThat(game.n()).isEqualTo(2);
                assertThat(Catalogue.of(game.content(), game.n(), game.extras(), Wish.PLAIN, arena)
                                .answer("shapley")
                                .orElseThrow()
                                .value())
                        .isInstanceOfSatisfying(
                                Value.PerPlayer.class,
                                each -> assertThat(each.numbers()).containsExactly(2.0, 3.0));
            }
        }
    }

    @Test
    void aProblemHasItsPlaceAndWhatWouldBeRight(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("g.json"), "{\"kind\": \"tu\",\n \"n\": 2, \"v\": [0, 1, \"x\", 5]}");
        GameReading reading = GameReader.read(file.toString());
        assertThat(reading.problems()).first().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(new Place(file.toString(), 2, 22));
            assertThat(problem.sentence())
                    .isEqualTo(file + ":2:22: v[2] is x, not a number. Give a finite number for every coalition.");
        });
    }

    @Test
    void aFileAsAWholeHasNoLine() {
        assertThat(sentences(GameReader.read("nowhere.json")))
                .containsExactly("nowhere.json: there is no such file. Give the path of a game file (JSON or CSV).");
    }

    /// A question ends with its mark alone.
    @Test
    void aMisspeltFieldIsNamedWithTheNearestOne() {
        assertThat(sentences(stream("{\"kind\": \"tu\", \"n\": 1, \"v\": [0, 1], \"playrs\": [\"A\"]}")))
                .containsExactly("-:1:37: a game of this kind has no field \"playrs\". Did you mean \"players\"?");
    }

    @Test
    void nothingAtAllIsTold() {
        assertThat(sentences(stream(" "))).containsExactly("-:1:1: standard input is empty. Give a game, JSON or CSV.");
    }
}
