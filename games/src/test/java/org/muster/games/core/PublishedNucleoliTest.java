package org.muster.games.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.games.Game;
import org.muster.games.generate.NucleolusGames;

/// The nucleoli that Benedek, Fliege and Nguyen publish with their test games (`benedek.csv`).
///
/// Three of them are games on which the R package CoopGame 0.2.2 gives another point: type 1, 15 players, no. 2, 5 and
/// 8.
class PublishedNucleoliTest {
    record Published(int type, int players, int number, int seed, List<Double> nucleolus) {
        @Override
        public String toString() {
            boolean elsewhereWrong = type == 1 && players == 15;
            return "type %d, %d players, no. %d, seed %d%s"
                    .formatted(type, players, number, seed, elsewhereWrong ? " (CoopGame 0.2.2 is wrong here)" : "");
        }
    }

    static Stream<Published> published() throws IOException {
        Map<String, Published> games = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PublishedNucleoliTest.class.getResourceAsStream("/games/benedek.csv"), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().skip(1).toList()) {
                String[] cells = line.split(",");
                int[] key =
                        Stream.of(cells).limit(5).mapToInt(Integer::parseInt).toArray();
                Published game = games.computeIfAbsent(
                        cells[0] + "," + cells[1] + "," + cells[2],
                        k -> new Published(key[0], key[1], key[2], key[3], new ArrayList<>()));
                assertThat(game.nucleolus()).as("players in order").hasSize(key[4] - 1);
                game.nucleolus().add(Double.parseDouble(cells[5]));
            }
        }
        assertThat(games).hasSize(16);
        return games.values().stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishedNucleolusComesOutAndIsCertified_benedekFliegeNguyen(Published published) {
        try (Arena arena = Arena.ofShared()) {
            Game game = NucleolusGames.game(published.type(), published.players(), published.seed(), arena);
            NucleolusResult result = Nucleolus.of(game, Excess.PLAIN, Nucleolus.Over.IMPUTATIONS, 2);
            List<Double> certified = Certifier.certify(result, 2).answer().values();
            for (int i = 0; i < published.players(); i++) {
                double expected = published.nucleolus().get(i);
                assertThat(result.x().get(i)).as("player %d", i + 1).isCloseTo(expected, within(1e-9));
                assertThat(certified.get(i)).as("player %d, exactly", i + 1).isCloseTo(expected, within(1e-9));
            }
        }
    }
}
