package org.muster.share.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Game;
import org.muster.games.cost.CoverGame;

/// Games of more members than a block holds, against a slow second way.
class StreamedGamesTest {
    private static MissionGame game(int n, long seed, long scale) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CoverGame.Line> lines = new ArrayList<>();
        for (int l = 0; l < 3; l++) {
            List<CoverGame.Offer> offers = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                offers.add(new CoverGame.Offer(i, random.nextInt(5), scale * random.nextInt(900)));
            }
            lines.add(new CoverGame.Line(5 + random.nextInt(20), scale * 1000, offers));
        }
        List<String> players = IntStream.range(0, n).mapToObj(i -> "M" + i).toList();
        return new MissionGame(
                players, new CoverGame(n, lines).costGame(), MissionGame.Method.ATLAS, "A cover in merit order.");
    }

    private static Map<String, Long> amounts(MissionGame game, SplittableRandom random) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        game.players()
                .forEach(p -> amounts.put(
                        p, random.nextLong(2 * game.costOfAll() / game.players().size() + 1)));
        return amounts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theWorstCoalitionIsTheWorstOfAll(long seed) {
        MissionGame game = game(13, seed, 1);
        SplittableRandom random = new SplittableRandom(seed);
        List<Map<String, Long>> rules = List.of(amounts(game, random), amounts(game, random), amounts(game, random));
        List<Optional<Leavers.Leaver>> found = Leavers.of(game, rules, 2);
        assertThat(Leavers.of(game, rules, 1)).isEqualTo(found);
        for (int r = 0; r < rules.size(); r++) {
            long most = 0;
            for (long mask = 1; mask < (1L << 13) - 1; mask++) {
                long pays = 0;
                for (String member : game.names(mask)) {
                    pays += rules.get(r).get(member);
                }
                most = Math.max(most, pays - game.cost(mask));
            }
            assertThat(found.get(r).map(Leavers.Leaver::excessMinor).orElse(0L)).isEqualTo(most);
        }
    }

    @Test
    void refusesWhatIsNoCostGame() {
        Game one = Game.streamedWhole(1, 5, mask -> 5);
        assertThatThrownBy(() -> new MissionGame(List.of("AAA"), one, MissionGame.Method.ATLAS, "?"))
                .hasMessage("the empty coalition must cost 0, not 5.0");
        Game other = Game.streamedWhole(2, 5, mask -> mask);
        assertThatThrownBy(() -> new MissionGame(List.of("AAA"), other, MissionGame.Method.ATLAS, "?"))
                .hasMessage("1 members are named for a game of 2");
        Game broken = Game.streamed(1, mask -> mask / 2.0);
        assertThatThrownBy(() -> new MissionGame(List.of("AAA"), broken, MissionGame.Method.ATLAS, "?"))
                .hasMessage("costs are whole minor units within 2^53");
        MissionGame estimated =
                new MissionGame(List.of("AAA", "BBB"), other, MissionGame.Method.ESTIMATED, "A sample.");
        assertThatThrownBy(() -> Leavers.of(estimated, List.of(), 1))
                .hasMessage("a game that is estimated cannot be scanned");
    }
}
