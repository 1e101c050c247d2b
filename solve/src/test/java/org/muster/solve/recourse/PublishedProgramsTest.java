package org.muster.solve.recourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.solve.Deadline;

/// Two-stage programs that others have published with their optima, reproduced; each test is named after its source.
class PublishedProgramsTest {
    /// Where the environment says that published instances lie that are not ours to pass on.
    private static final String FOLDER = "MUSTER_PUBLISHED_DATA";

    private static Recourse.Answer solved(TwoStage program, Recourse.Method method) {
        Recourse.Answer answer =
                Recourse.solve(program, method, Deadline.in(60)).orElseThrow();
        assertThat(answer.optimal()).isTrue();
        assertThat(answer.lower()).isCloseTo(answer.value(), within(1e-6 * Math.abs(answer.value())));
        return answer;
    }

    /// A. Ferguson and G. Dantzig, The allocation of aircraft to routes, Management Science 3 (1956): aircraft of four
    /// types on five routes, what passengers cannot be carried is lost. 15 x 13 x 17 x 15 x 13 = 646,425 futures; the
    /// optimum as in J. Linderoth, A. Shapiro, S. Wright, Annals of Operations Research 142 (2006), table 4.
    private static TwoStage gbd() {
        Map<String, String> demand = new LinkedHashMap<>();
        demand.put(
                "route1",
                "175:0.04 185:0.04 195:0.04 200:0.04 210:0.04 220:0.05 250:0.35 270:0.1 280:0.05 290:0.05 300:0.04"
                        + " 305:0.04 310:0.04 312:0.04 314:0.04");
        demand.put(
                "route2",
                "40:0.05 45:0.05 50:0.05 55:0.05 134:0.1 138:0.1 142:0.1 146:0.1 150:0.1 154:0.1 158:0.1 160:0.05"
                        + " 162:0.05");
        demand.put(
                "route3",
                "138:0.05 140:0.05 156:0.02 158:0.04 160:0.1 162:0.02 164:0.02 170:0.1 175:0.1 180:0.1 185:0.1"
                        + " 188:0.06 200:0.06 205:0.04 210:0.04 220:0.07 222:0.03");
        demand.put(
                "route4",
                "5:0.1 10:0.1 30:0.05 37:0.05 50:0.05 57:0.05 80:0.15 85:0.15 100:0.1 110:0.1 300:0.02 320:0.02"
                        + " 340:0.02 360:0.02 380:0.02");
        demand.put(
                "route5",
                "570:0.03 580:0.04 590:0.03 600:0.05 602:0.05 604:0.1 606:0.1 610:0.2 612:0.1 614:0.1 616:0.1"
                        + " 618:0.05 620:0.05");
        return new Drafts()
                .columns("a1 18, a2 21, a3 18, a4 16, a5 10, b2 15, b3 16, b4 14, b5 9, c2 10, c4 9, c5 6,"
                        + " d1 17, d2 16, d3 17, d4 15, d5 10")
                .row("typeA: 1 a1 + 1 a2 + 1 a3 + 1 a4 + 1 a5 <= 10")
                .row("typeB: 1 b2 + 1 b3 + 1 b4 + 1 b5 <= 19")
                .row("typeC: 1 c2 + 1 c4 + 1 c5 <= 25")
                .row("typeD: 1 d1 + 1 d2 + 1 d3 + 1 d4 + 1 d5 <= 15")
                .then()
                .columns("lost1 13, lost2 13, lost3 7, lost4 7, lost5 1, over1 0, over2 0, over3 0, over4 0, over5 0")
                .row("route1: 16 a1 + 9 d1 + 1 lost1 - 1 over1 == 0")
                .row("route2: 15 a2 + 10 b2 + 5 c2 + 11 d2 + 1 lost2 - 1 over2 == 0")
                .row("route3: 28 a3 + 14 b3 + 22 d3 + 1 lost3 - 1 over3 == 0")
                .row("route4: 23 a4 + 15 b4 + 7 c4 + 17 d4 + 1 lost4 - 1 over4 == 0")
                .row("route5: 81 a5 + 57 b5 + 29 c5 + 55 d5 + 1 lost5 - 1 over5 == 0")
                .independent(demand);
    }

    @Test
    void fergusonDantzig1956AircraftToRoutes() {
        TwoStage gbd = gbd();

        assertThat(gbd.futures().count()).isEqualTo(646_425);
        assertThat(Recourse.methodFor(gbd)).contains(Recourse.Method.FOLDED);
        Recourse.Answer answer = solved(gbd, Recourse.Method.FOLDED);
        assertThat(answer.value()).isCloseTo(1655.627847, within(5e-7));
        assertThat(answer.work()).as("columns, however many futures").isEqualTo(95);
        assertThat(answer.first()
                        .get(gbd.columns().stream()
                                .map(TwoStage.Column::name)
                                .toList()
                                .indexOf("a1")))
                .isCloseTo(10, within(1e-6));
    }

    private static Drafts airlift() {
        return new Drafts()
                .columns("x11 7200, x12 6000, x21 7200, x22 4000")
                .row("hours1: 24 x11 + 14 x12 <= 7200")
                .row("hours2: 49 x21 + 29 x22 <= 7200")
                .then()
                .columns(
                        "x112 1300, x121 -4228.57, x212 210.204, x221 975.862, hired1 500, hired2 250, over1 0, over2 0")
                .row("switch11: -24 x11 + 19 x112 <= 0")
                .row("switch12: -14 x12 + 29 x121 <= 0")
                .row("switch21: -49 x21 + 36 x212 <= 0")
                .row("switch22: -29 x22 + 56 x221 <= 0")
                .row("route1: 50 x11 + 20 x21 - 39.583 x112 + 50 x121 - 14.6939 x212 + 20 x221 + 1 hired1 - 1 over1"
                        + " == 1")
                .row("route2: 75 x12 + 20 x22 + 75 x112 - 155.357 x121 + 20 x212 - 38.621 x221 + 1 hired2 - 1 over2"
                        + " == 1");
    }

    /// J. Midler and R. Wollmer, A flight planning model for the Military Airlift Command, RAND RM-5722 (1968):
    /// flights of two types on two routes, planned a month before what is asked is known. 25 futures of demand; the
    /// optimum as in `slptestset/airlift/old/solution.txt` of splib.
    @ParameterizedTest
    @EnumSource(names = {"TOGETHER", "CUTS"})
    void midlerWollmer1968AirliftWithDemandsTogether(Recourse.Method method) {
        String demands =
                "927.758357 1433.626750, 982.516248 1149.727635, 961.404897 1492.817415, 922.915716 1250.557154,"
                        + " 986.342969 1353.935057, 999.134104 1226.355338, 970.324386 1378.148830, 949.613106 1200.624255,"
                        + " 991.773703 1045.317699, 979.491162 899.933450, 979.679661 1439.677972, 964.052640 1170.804834,"
                        + " 957.691777 1474.838349, 930.372603 1572.684651, 933.799027 1207.662826, 995.204085 1368.931017,"
                        + " 957.344884 1327.981462, 923.484318 943.075132, 959.026809 1226.555028, 946.706588 1543.605354,"
                        + " 991.897924 1243.379144, 956.965721 1302.917735, 981.616042 1122.900897, 957.688286 1355.585501,"
                        + " 1000.035618 1255.185201";
        Drafts airlift = airlift();
        List<Prospects.Future> futures = new ArrayList<>();
        for (String one : demands.split(", ")) {
            String[] both = one.strip().split(" ");
            futures.add(new Prospects.Future(
                    0.04,
                    Map.of(
                            airlift.rowOf("route1"),
                            Double.parseDouble(both[0]),
                            airlift.rowOf("route2"),
                            Double.parseDouble(both[1])),
                    Map.of()));
        }

        assertThat(solved(airlift.program(new Prospects.Listed(futures)), method)
                        .value())
                .isCloseTo(249101.672072, within(2e-6));
    }

    /// The same with demands of five values each, independently of each other.
    @ParameterizedTest
    @EnumSource(names = {"TOGETHER", "CUTS"})
    void midlerWollmer1968AirliftWithIndependentDemands(Recourse.Method method) {
        Map<String, String> demand = new LinkedHashMap<>();
        demand.put("route1", "988.16:0.0668 989.98:0.2417 994.92:0.3830 1008.37:0.2417 1044.92:0.0668");
        demand.put("route2", "1428.94:0.0668 1439.86:0.2417 1469.54:0.3830 1550.22:0.2417 1769.54:0.0668");

        assertThat(solved(airlift().independent(demand), method).value()).isCloseTo(269665.498390, within(2e-6));
    }

    private static TwoStage landS() {
        Drafts lands = new Drafts()
                .columns("x1 10, x2 7, x3 16, x4 6")
                .row("capacity: 1 x1 + 1 x2 + 1 x3 + 1 x4 >= 12")
                .row("budget: 10 x1 + 7 x2 + 16 x3 + 6 x4 <= 120")
                .then()
                .columns("y11 40, y12 24, y13 4, y21 45, y22 27, y23 4.5, y31 32, y32 19.2, y33 3.2, y41 55, y42 33,"
                        + " y43 5.5");
        for (int i = 1; i <= 4; i++) {
            lands.row("plant%d: -1 x%d + 1 y%d1 + 1 y%d2 + 1 y%d3 <= 0".formatted(i, i, i, i, i));
        }
        lands.row("demand1: 1 y11 + 1 y21 + 1 y31 + 1 y41 == 1")
                .row("demand2: 1 y12 + 1 y22 + 1 y32 + 1 y42 == 3")
                .row("demand3: 1 y13 + 1 y23 + 1 y33 + 1 y43 == 2");
        return lands.independent(Map.of("demand1", "3:0.3 5:0.4 7:0.3"));
    }

    /// F. Louveaux and Y. Smeers, Optimal investments for electricity generation, in: Numerical Techniques for
    /// Stochastic Optimization (Springer 1988): own capacity of four kinds, three futures of the base load.
    @ParameterizedTest
    @EnumSource(names = {"TOGETHER", "CUTS"})
    void louveauxSmeers1988Electricity(Recourse.Method method) {
        Recourse.Answer answer = solved(landS(), method);

        assertThat(answer.value()).isCloseTo(381.853333, within(5e-7));
        List<Double> published = List.of(8 / 3.0, 4.0, 10 / 3.0, 2.0);
        for (int c = 0; c < 4; c++) {
            assertThat(answer.first().get(c)).isCloseTo(published.get(c), within(1e-6));
        }
    }

    private static TwoStage farmer() {
        Drafts farmer = new Drafts()
                .columns("wheat 150, corn 230, beets 260")
                .row("land: 1 wheat + 1 corn + 1 beets <= 500")
                .then()
                .columns("buyWheat 238, buyCorn 210, sellWheat -170, sellCorn -150, sellBeets -36, sellMore -10")
                .row("needWheat: 2.5 wheat + 1 buyWheat - 1 sellWheat >= 200")
                .row("needCorn: 3 corn + 1 buyCorn - 1 sellCorn >= 240")
                .row("grownBeets: -20 beets + 1 sellBeets + 1 sellMore <= 0")
                .row("quota: 1 sellBeets <= 6000");
        List<Prospects.Future> futures = new ArrayList<>();
        for (double yield : new double[] {0.8, 1, 1.2}) {
            futures.add(new Prospects.Future(
                    1 / 3.0,
                    Map.of(),
                    Map.of(
                            new Prospects.Entry(farmer.rowOf("needWheat"), farmer.columnOf("wheat")),
                            2.5 * yield,
                            new Prospects.Entry(farmer.rowOf("needCorn"), farmer.columnOf("corn")),
                            3 * yield,
                            new Prospects.Entry(farmer.rowOf("grownBeets"), farmer.columnOf("beets")),
                            -20 * yield)));
        }
        return farmer.program(new Prospects.Listed(futures));
    }

    /// J. Birge and F. Louveaux, Introduction to Stochastic Programming (Springer 1997), section 1.1: yields that
    /// may be a fifth lower or higher; what that is worth as in `vss.rst` of mpi-sppy.
    @Test
    void birgeLouveaux1997Farmer() {
        TwoStage farmer = farmer();

        Recourse.Worth worth = Recourse.worth(farmer, Deadline.in(60)).orElseThrow();
        assertThat(worth.rp()).isCloseTo(-108_390, within(1e-3));
        assertThat(worth.ev()).isCloseTo(-118_600, within(1e-3));
        assertThat(worth.eev()).isCloseTo(-107_240, within(1e-3));
        assertThat(worth.vss()).isCloseTo(1_150, within(2e-3));
        assertThat(worth.evpi()).isCloseTo(7_015.56, within(5e-3));
        assertThat(solved(farmer, Recourse.Method.TOGETHER).first())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(170.0, 80.0, 250.0);
    }

    /// SMPS files that are not ours to pass on.
    ///
    /// - pgp2: power generation, J. Higle and S. Sen, Stochastic Decomposition (Kluwer 1996); 576 futures
    /// - cep: capacity expansion, the same; 216 futures
    /// - gbd: as above, from its file
    @ParameterizedTest
    @CsvSource({
        "sd_pgp2, CUTS, 447.324345",
        "sd_pgp2, TOGETHER, 447.324345",
        "sd_cep, CUTS, 355158.298794",
        "sd_cep, TOGETHER, 355158.298794",
        "wright_gbd_gbd, FOLDED, 1655.627847"
    })
    void publishedFiles(String name, Recourse.Method method, double optimum) throws IOException {
        String folder = System.getenv(FOLDER);
        assumeTrue(
                folder != null,
                "set " + FOLDER + " to the folder that holds published instances in SMPS form: " + name + ".cor, .tim"
                        + " and .sto");
        TwoStage program =
                Smps.read(text(folder, name + ".cor"), text(folder, name + ".tim"), text(folder, name + ".sto"));

        assertThat(solved(program, method).value()).isCloseTo(optimum, within(6e-7));
    }

    private static String text(String folder, String name) throws IOException {
        return Files.readString(Path.of(folder, name), StandardCharsets.ISO_8859_1);
    }
}
