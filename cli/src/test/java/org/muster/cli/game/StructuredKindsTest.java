package org.muster.cli.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of games with a structure of their own, against files of the same games as tables that are worked out here.
class StructuredKindsTest {
    @TempDir
    Path folder;

    private static String table(String kind, int n, IntToDoubleFunction value) {
        StringBuilder list = new StringBuilder();
        for (int s = 0; s < 1 << n; s++) {
            list.append(s == 0 ? "0" : "," + value.applyAsDouble(s));
        }
        return "{\"kind\":\"%s\",\"%s\":[%s]}".formatted(kind, kind.equals("tu") ? "v" : "c", list);
    }

    /// Every solution of the table that the structured file has too is the same.
    private void same(String structured, String table, int atLeast) throws IOException {
        GameRun own = GameRun.solve(folder, structured);
        GameRun plain = GameRun.solve(folder, table);
        assertThat(own.code()).as(own.err()).isZero();
        int compared = 0;
        for (JsonNode expected : plain.game().get("solutions")) {
            String concept = expected.get("concept").asText();
            boolean list = expected.get("value").isArray()
                    && expected.get("value").size() > 0
                    && expected.get("value").get(0).isNumber();
            for (JsonNode solution : own.game().get("solutions")) {
                if (list && solution.get("concept").asText().equals(concept)) {
                    assertThat(own.values(concept))
                            .as(concept)
                            .usingComparatorWithPrecision(1e-6)
                            .containsExactly(plain.values(concept));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(atLeast);
    }

    /// The cheapest links first (Kruskal), inside one coalition and the source.
    private static double kruskal(double[][] c, int coalition) {
        int size = c.length;
        List<int[]> links = new ArrayList<>();
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                boolean inside = (a == 0 || (coalition >> (a - 1) & 1) != 0) && (coalition >> (b - 1) & 1) != 0;
                if (inside) {
                    links.add(new int[] {a, b});
                }
            }
        }
        links.sort((p, q) -> Double.compare(c[p[0]][p[1]], c[q[0]][q[1]]));
        int[] part = new int[size];
        Arrays.setAll(part, v -> v);
        double sum = 0;
        for (int[] link : links) {
            int from = part[link[0]];
            int to = part[link[1]];
            if (from != to) {
                sum += c[link[0]][link[1]];
                Arrays.setAll(part, v -> part[v] == from ? to : part[v]);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void spanningTreeIsTheTableOfItsTrees(int seed) throws IOException {
        int n = 2 + seed;
        Random random = new Random(seed);
        double[][] c = new double[n + 1][n + 1];
        StringBuilder edges = new StringBuilder();
        for (int a = 0; a <= n; a++) {
            for (int b = 0; b < a; b++) {
                c[a][b] = (5 + random.nextInt(90)) / 4.0;
                boolean missing = b > 0 && random.nextInt(3) == 0;
                c[a][b] = missing ? 1000 : c[a][b];
                c[b][a] = c[a][b];
                if (!missing) {
                    edges.append(edges.isEmpty() ? "" : ",")
                            .append("[%s,%d,%s]".formatted(b == 0 ? "\"well\"" : b - 1, a - 1, c[a][b]));
                }
            }
        }
        String matrix = "{\"kind\":\"spanning_tree\",\"costs\":%s}".formatted(Arrays.deepToString(c));
        String listed = "{\"kind\":\"spanning_tree\",\"source\":\"well\",\"edges\":[%s]}".formatted(edges);
        same(matrix, table("cost", n, s -> kruskal(c, s)), 12);
        same(listed, table("cost", n, s -> kruskal(c, s)), 12);
        GameRun run = GameRun.solve(folder, listed, "--concepts", "bird,folk,cost_share_folk,shapley");
        for (String rule : List.of("bird", "folk", "shapley")) {
            assertThat(Arrays.stream(run.values(rule)).sum()).isCloseTo(kruskal(c, (1 << n) - 1), within(1e-9));
        }
        assertThat(run.values("cost_share_folk")).containsExactly(run.values("folk"));
        assertThat(GameRun.solve(folder, matrix, "--concepts", "folk").values("folk"))
                .containsExactly(run.values("folk"));
    }

    private static double matching(double[][] worth, int coalition, int seller) {
        if (seller == worth.length) {
            return 0;
        }
        double best = matching(worth, coalition, seller + 1);
        for (int b = 0; b < worth[0].length; b++) {
            int buyer = 1 << (worth.length + b);
            if ((coalition >> seller & 1) != 0 && (coalition & buyer) != 0) {
                best = Math.max(best, worth[seller][b] + matching(worth, coalition & ~buyer, seller + 1));
            }
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void assignmentIsTheTableOfItsMatchings(int seed) throws IOException {
        Random random = new Random(seed);
        double[][] worth = new double[1 + seed % 3][2 + seed % 2];
        for (double[] row : worth) {
            Arrays.setAll(row, b -> random.nextInt(40) / 4.0);
        }
        String text = "{\"kind\":\"assignment\",\"values\":%s}".formatted(Arrays.deepToString(worth));
        int n = worth.length + worth[0].length;
        same(text, table("tu", n, s -> matching(worth, s, 0)), 12);
    }

    /// recalled: the houses of Shapley and Shubik 1971.
    @Test
    void bestCorePointsOfTheHouseMarket_shapleyShubik1971() throws IOException {
        GameRun run = GameRun.solve(folder, "{\"kind\":\"assignment\",\"values\":[[5,8,2],[7,9,6],[2,3,0]]}");
        assertThat(run.values("sellers_optimal")).containsExactly(5, 6, 1, 1, 3, 0);
        assertThat(run.values("buyers_optimal")).containsExactly(3, 5, 0, 2, 5, 1);
        assertThat(run.values("fair_division")).containsExactly(4, 5.5, 0.5, 1.5, 4, 0.5);
        assertThat(run.solution("core_nonempty").get("value").asBoolean()).isTrue();
    }

    /// Unit by unit from whoever is cheapest: the definition.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void coverIsTheTableOfItsMeritOrders(int seed) throws IOException {
        Random random = new Random(seed);
        int n = 2 + seed;
        int[] need = {random.nextInt(12), 3 + random.nextInt(12)};
        double[] outside = {20.5, 30};
        StringBuilder offers = new StringBuilder("{\"line\":0,\"member\":\"outside\",\"units\":1,\"price\":7}");
        List<double[]> bids = new ArrayList<>(List.of(new double[] {0, -1, 1, 7}));
        for (int o = 0; o < 3 * n; o++) {
            double[] bid = {random.nextInt(2), random.nextInt(n), random.nextInt(5), random.nextInt(160) / 4.0};
            bids.add(bid);
            offers.append(",{\"line\":%s,\"member\":%d,\"units\":%d,\"price\":%s}"
                    .formatted(bid[0] == 0 ? "\"ships\"" : "1", (int) bid[1], (int) bid[2], bid[3]));
        }
        String text =
                "{\"kind\":\"cover\",\"n\":%d,\"lines\":[{\"name\":\"ships\",\"need\":%d,\"outside_price\":20.5},{\"need\":%d,\"outside_price\":30}],\"offers\":[%s]}"
                        .formatted(n, need[0], need[1], offers);
        same(
                text,
                table("cost", n, s -> {
                    double sum = 0;
                    for (int l = 0; l < 2; l++) {
                        List<Double> units = new ArrayList<>();
                        for (double[] bid : bids) {
                            boolean open = bid[1] < 0 || (s >> (int) bid[1] & 1) != 0;
                            for (int u = 0; u < bid[2] && bid[0] == l && open; u++) {
                                units.add(bid[3]);
                            }
                        }
                        for (int u = 0; u < need[l]; u++) {
                            units.add(outside[l]);
                        }
                        units.sort(null);
                        sum += units.stream().limit(need[l]).mapToDouble(d -> d).sum();
                    }
                    return sum;
                }),
                12);
    }

    @Test
    void maximumIsTheAirportAndSerialIsMoulinsAndShenkers1992() throws IOException {
        String airport = "{\"kind\":\"airport\",\"costs\":[12.5,28,30,7]}";
        assertThat(GameRun.solve(folder, airport.replace("airport", "maximum")).values("cost_share_shapley"))
                .containsExactly(GameRun.solve(folder, airport).values("cost_share_shapley"));
        assertThat(GameRun.solve(folder, "{\"kind\":\"maximum\",\"groups\":[[5,10000],[9,3572]]}")
                        .values("cost_share_shapley"))
                .hasSize(2);
        String serial = "{\"kind\":\"serial\",\"demands\":[1,2,3],\"cost\":[[1,1],[2,4],[3,9],[4,16],[5,25],[6,36]]}";
        GameRun run = GameRun.solve(folder, serial);
        assertThat(run.values("serial")).containsExactly(3, 11, 22);
        assertThat(run.values("average_cost")).containsExactly(6, 12, 18);
        same(serial, table("cost", 3, s -> Math.pow((s & 1) + 2 * (s >> 1 & 1) + 3 * (s >> 2 & 1), 2)), 11);
    }

    /// A worker under two superiors: all three share alike, or the worker's own work counts for most of it.
    @Test
    void permissionRestrictsAnyGame_gillesOwenBrink1992() throws IOException {
        String game =
                "{\"kind\":\"tu\",\"v\":[0,0,0,0,6,6,6,6],\"permission\":[[0,2],[1,2]],\"permission_mode\":\"%s\"}";
        GameRun conjunctive = GameRun.solve(folder, game.formatted("conjunctive"));
        assertThat(conjunctive.values("permission_shapley")).containsExactly(2, 2, 2);
        assertThat(conjunctive.values("permission_banzhaf")).containsExactly(1.5, 1.5, 1.5);
        assertThat(GameRun.solve(folder, game.formatted("disjunctive")).values("permission_shapley"))
                .containsExactly(1, 1, 4);
        String terms =
                "{\"kind\":\"unanimity\",\"players\":[\"a\",\"b\"],\"terms\":[[[\"b\"],4]],\"permission\":[[\"a\",\"b\"]]}";
        assertThat(GameRun.solve(folder, terms).values("permission_nucleolus"))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(2, 2);
    }

    @Test
    void semivaluesAreThoseOfTheirWeights() throws IOException {
        String v = "{\"kind\":\"tu\",\"v\":[0,1,2,5,3,5,7,12.5],\"semivalue\":%s}";
        GameRun shapley = GameRun.solve(folder, v.formatted("[\"1/3\",\"1/6\",\"1/3\"]"));
        assertThat(shapley.solution("semivalue").get("fraction"))
                .isEqualTo(shapley.solution("shapley").get("fraction"));
        GameRun banzhaf = GameRun.solve(folder, v.formatted("0.5"));
        assertThat(banzhaf.solution("semivalue").get("fraction"))
                .isEqualTo(banzhaf.solution("banzhaf_absolute").get("fraction"));
        assertThat(GameRun.solve(folder, v.formatted("0")).values("semivalue")).containsExactly(1, 2, 3);
    }

    @Test
    void termsOfManyPlayersAndNodesAreSharedInClosedForm() throws IOException {
        GameRun terms = GameRun.solve(
                folder, "{\"kind\":\"unanimity\",\"n\":50,\"terms\":[[[0,49],3],[[49],0.5],[[1,2,3,4],2]]}");
        assertThat(terms.solution("shapley").get("fraction").get(49).asText()).isEqualTo("2");
        assertThat(terms.solution("shapley").get("fraction").get(4).asText()).isEqualTo("1/2");
        assertThat(terms.solution("banzhaf_absolute").get("fraction").get(4).asText())
                .isEqualTo("1/4");
        String graph = "{\"kind\":\"graph\",\"edges\":[[0,1,3],[1,2,4]],\"nodes\":[0.5,0,1]}";
        assertThat(GameRun.solve(folder, graph).values("shapley")).containsExactly(2, 3.5, 3);
        same(
                graph,
                table("tu", 3, s -> ((s & 3) == 3 ? 3 : 0) + ((s & 6) == 6 ? 4 : 0) + (s & 1) * 0.5 + (s >> 2 & 1)),
                12);
    }

    /// Whatever a kind says that it knows, it answers.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"tu\",\"v\":[0,1,2,5,3,5,7,12]",
                "{\"kind\":\"cost\",\"c\":[0,6,7,9,5,8,10,12]",
                "{\"kind\":\"weighted_voting\",\"weights\":[3,2,1],\"quota\":4",
                "{\"kind\":\"claims\",\"endowment\":4,\"claims\":[1,2,3]",
                "{\"kind\":\"airport\",\"costs\":[1,2.5,4]",
                "{\"kind\":\"serial\",\"demands\":[1,2,3],\"cost\":[[6,12]]",
                "{\"kind\":\"graph\",\"edges\":[[0,1,3],[1,2,4]]",
                "{\"kind\":\"unanimity\",\"terms\":[[[0,1,2],3],[[1],2]]",
                "{\"kind\":\"spanning_tree\",\"costs\":[[0,3,4,5],[3,0,1,2],[4,1,0,6],[5,2,6,0]]",
                "{\"kind\":\"assignment\",\"values\":[[5,8]]",
                "{\"kind\":\"cover\",\"lines\":[{\"need\":9,\"outside_price\":10}],\"offers\":[{\"line\":0,\"member\":0,\"units\":3,\"price\":4},{\"line\":0,\"member\":1,\"units\":4,\"price\":1},{\"line\":0,\"member\":2,\"units\":5,\"price\":2}]"
            })
    void everyConceptThatIsKnownIsAnswered(String begin) throws IOException {
        String text = begin
                + ",\"unions\":[[0,1],[2]],\"links\":[[0,1],[1,2]],\"player_weights\":[1,2,3],\"semivalue\":0.3,\"permission\":[[0,1]]}";
        String error = GameRun.solve(folder, text, "--concepts", "nonsense").err();
        String known = error.substring(error.indexOf("Known here: ") + 12).strip();
        String names = known.substring(0, known.length() - 1).replace(" ", "");
        assertThat(names.split(",")).hasSizeGreaterThan(30);
        boolean costs = names.contains("cost_share_");
        String wanted = "shapley,weighted_shapley,semivalue,solidarity,owen,"
                + "banzhaf_owen,coalitional_solidarity,aumann_dreze,myerson,position,"
                + "egalitarian,ensc,scrb,tau,gately,"
                + "nucleolus,prenucleolus,per_capita_nucleolus,proportional_nucleolus,modiclus,"
                + "permission_shapley,permission_banzhaf,harsanyi_dividends,shapley_interaction,banzhaf_interaction,"
                + "core_nonempty,least_core_epsilon";
        GameRun all = GameRun.solve(folder, text, "--concepts", wanted);
        assertThat(all.code()).as("%s: %s", begin, all.err()).isZero();
        GameRun run = GameRun.solve(folder, text, "--concepts", names);
        assertThat(run.code()).as(run.err()).isZero();
        for (JsonNode solution : run.game().get("solutions")) {
            String concept = solution.get("concept").asText();
            boolean mayBeMissing = List.of(
                            "tau", "disruption_nucleolus", "proportional_nucleolus", "gately", "dutta_ray")
                    .contains(concept.replace("cost_share_", ""));
            if (!mayBeMissing) {
                assertThat(solution.get("label").asText())
                        .as("%s of %s: %s", concept, begin, solution)
                        .isNotEqualTo("undefined");
            }
        }
        assertThat(costs).isEqualTo(names.contains("cost_share_scrb"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', textBlock = """
            "spanning_tree","costs":[[0,1],[2,0]]; 2:24: costs[1][0] is 2, but costs[0][1] is 1. A link costs the same both ways.
            "spanning_tree","costs":[[0,-1],[-1,0]]; 2:24: costs[1][0] is negative: -1. Costs are not negative.
            "spanning_tree","costs":[[0,1],[1,3]]; 2:24: costs[1][1] is 3. Nobody pays for a link to oneself: give 0.
            "spanning_tree","costs":[[0,1,2],[1,0,2]]; 2:24: costs[0] has 3 entries instead of 2. Give a square matrix, the source's row first.
            "spanning_tree","costs":[[0,"x"],[1,0]]; 2:24: costs[0][1] is "x", not a number. Give a finite number.
            "spanning_tree","edges":[["source",0,4],[0,1,1]]; 2:24: player 1 has no edge to "source". Say what it costs everybody to connect alone.
            "spanning_tree","edges":[[0,0,4]]; 2:24: edges[0] is [0,0,4]. An edge joins two different nodes: players, counted from 0, or "source".
            "spanning_tree"; neither costs nor edges are given.
            "assignment","values":[[1,2],[3]]; 2:21: values[1] has 1 entries, values[0] has 2. Give each seller's row as many entries as there are buyers.
            "assignment","values":[[1,-2]]; 2:21: values[0][1] is negative: -2. A pair that loses does not trade: give 0.
            "assignment"; values is missing or empty.
            "cover","lines":[],"offers":[]; 2:16: lines is missing or empty.
            "cover","lines":[{"need":-1,"outside_price":2}],"offers":[]; 2:16: lines[0].need is negative: -1. Give 0 or more.
            "cover","lines":[{"need":1,"outside_price":2}],"offers":[{"line":3,"member":0,"units":1,"price":1}]; 2:55: offers[0].line is 3. Give the name of a line, or its number from 0.
            "cover","lines":[{"need":1,"outside_price":2}],"offers":[{"line":0,"member":"Z","units":1,"price":1}]; 2:55: offers[0].member is "Z". Give a player by name or number from 0, or "outside" for what everybody can have.
            "serial","demands":[1,-2],"cost":[[5,5]]; 2:17: a demand is not negative, but one is -2. Demands are not negative, quantities ascend to their sum at least.
            "serial","demands":[1,2],"cost":[[2,5]]; 2:33: the cost is known up to 2, but the demands add up to 3. Demands are not negative, quantities ascend to their sum at least.
            "tu","v":[0,1,1,3],"permission":[[0,1],[1,0]]; 2:27: players [0, 1] are above themselves. Give a hierarchy without circles.
            "tu","v":[0,1,1,3],"permission":[[0,7]]; 2:27: permission[0] is [0,7]. Give [superior, subordinate]: two different players, counted from 0.
            "tu","v":[0,1,1,3],"permission":[],"permission_mode":"loose"; 2:43: permission_mode is "loose". Give conjunctive or disjunctive.
            "tu","v":[0,1,1,3],"semivalue":[1]; 2:27: semivalue has 1 weight, but the game has 2 players. Give one weight for each number of players met before, 0 to n - 1.
            "tu","v":[0,1,1,3],"semivalue":2; 2:27: a weight of semivalue is negative. Give weights of 0 or more, or a chance from 0 to 1.
            "graph","edges":[[0,1,1]],"nodes":[1,2,3]; 2:34: nodes has 3 values, but the game has 2 players. Give one number for each player.
            """)
    void badInputIsToldWithItsPlace(String rest, String sentence) throws IOException {
        Path file = folder.resolve("bad.json");
        String n = rest.contains("nodes") ? ",\"n\":2" : "";
        Files.writeString(file, "{\n\"kind\":" + rest + n + "}");
        GameRun run = GameRun.of("game", "check", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("bad.json:" + (sentence.matches("[0-9].*") ? "" : " ") + sentence);
    }

    @Test
    void checkAndStructureKnowTheStructuredKinds() throws IOException {
        Path file = folder.resolve("m.json");
        Files.writeString(file, "{\"kind\":\"assignment\",\"values\":[[5,8],[7,9]]}");
        assertThat(GameRun.of("game", "check", file.toString()).out()).contains("balanced       yes");
        assertThat(GameRun.of("game", "structure", file.toString()).out()).contains("proven optimal");
        Files.writeString(
                file,
                "{\"kind\":\"cover\",\"lines\":[{\"need\":9,\"outside_price\":10}],\"offers\":[{\"line\":0,\"member\":0,\"units\":3,\"price\":4},{\"line\":0,\"member\":1,\"units\":4,\"price\":1}]}");
        assertThat(GameRun.of("game", "check", file.toString()).out()).contains("savings game of the costs");
        assertThat(GameRun.of("game", "structure", file.toString()).code()).isZero();
    }
}
