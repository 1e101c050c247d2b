package org.muster.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.source.Provenance;
import org.muster.lab.design.Design;
import org.muster.lab.design.FactorValue;
import org.muster.lab.design.Points;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.AtLeast;
import org.muster.plan.fold.Fold;

/// Numbers that others have published, reproduced; each test is named after its source.
class PublishedNumbersTest {
    /// Where the environment says that the 882 runs lie; they are not ours to pass on.
    private static final String FOLDER = "MUSTER_PUBLISHED_DATA";

    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    private record Runs(List<String> names, double[][] points, boolean[] interest) {}

    private static Runs bryantLempert() throws IOException {
        String folder = System.getenv(FOLDER);
        assumeTrue(
                folder != null,
                "set " + FOLDER
                        + " to the folder that holds bryant_lempert_2010.csv, the 882 runs of Bryant and Lempert");
        List<String> lines = Files.readAllLines(Path.of(folder, "bryant_lempert_2010.csv"));
        List<String> header = List.of(lines.getFirst().replace("\"", "").split(",", -1));
        // The nine uncertainties of the workbench's example. Peels that gain alike are many, since gains are ratios
        // of small whole numbers; the first of them is taken, and in this order the trajectory is the published one.
        int[] columns = {3, 7, 10, 2, 4, 5, 6, 8, 9};
        List<String> names = Arrays.stream(columns).mapToObj(header::get).toList();
        List<double[]> points = new ArrayList<>();
        List<Boolean> interest = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replace("\"", "").split(",", -1);
            points.add(Arrays.stream(columns)
                    .mapToDouble(column -> Double.parseDouble(cells[column]))
                    .toArray());
            interest.add(Double.parseDouble(cells[15]) > 0.5);
        }
        boolean[] of = new boolean[interest.size()];
        IntStream.range(0, of.length).forEach(r -> of[r] = interest.get(r));
        return new Runs(names, points.toArray(double[][]::new), of);
    }

    /// EMAworkbench, `scenario_discovery.ipynb` (BSD-3), on the runs of B. Bryant and R. Lempert 2010: box 21.
    @Test
    void bryantLempert2010PrimBox21() throws IOException {
        Runs runs = bryantLempert();
        assertThat(runs.points()).hasDimensions(882, 9);
        List<Box> trajectory = new Prim(runs.points(), runs.interest(), 0.1, 0.05).trajectory();
        Box box = trajectory.get(21);

        assertThat(box.allHits()).isEqualTo(89);
        assertThat(box.coverage()).isCloseTo(0.752809, within(5e-7));
        assertThat(box.density()).isCloseTo(0.770115, within(5e-7));
        assertThat(box.mass()).isCloseTo(0.0986395, within(5e-8));
        assertThat(box.restricted()).isEqualTo(4);
        assertThat(box.bounds().stream().map(Bound::value).sorted().toList())
                .satisfiesExactly(
                        v -> assertThat(v).isCloseTo(-0.422, within(5e-4)),
                        v -> assertThat(v).isCloseTo(72.650002, within(5e-6)),
                        v -> assertThat(v).isCloseTo(150.049995, within(5e-6)),
                        v -> assertThat(v).isCloseTo(755.799988, within(5e-6)));
    }

    /// The end of the same trajectory before pasting.
    @Test
    void bryantLempert2010PrimEnd() throws IOException {
        Runs runs = bryantLempert();
        List<Box> trajectory = new Prim(runs.points(), runs.interest(), 0.1, 0.05).trajectory();

        assertThat(trajectory).anySatisfy(box -> {
            assertThat(box.mass()).isCloseTo(0.0510204, within(5e-8));
            assertThat(box.coverage()).isCloseTo(0.5056180, within(5e-8));
            assertThat(box.density()).isEqualTo(1.0);
        });
        Box box = trajectory.get(21);
        List<Bound> fewer = box.bounds().stream()
                .filter(bound -> Math.abs(bound.value() - 72.650002) > 1e-3)
                .toList();
        Box wider = new Box(fewer, 0, 0, 0, 0).on(runs.points(), runs.interest());
        assertThat(wider.coverage()).isCloseTo(0.764045, within(5e-7));
        assertThat(wider.density()).isCloseTo(0.715789, within(5e-7));
    }

    /// The same notebook's tree, with leaves of at least 44 runs.
    @Test
    void bryantLempert2010Cart() throws IOException {
        Runs runs = bryantLempert();
        List<Box> leaves = Cart.leaves(runs.points(), runs.interest(), 44);

        assertThat(leaves.stream().map(Box::inside)).containsExactlyInAnyOrder(46, 482, 91, 44, 46, 44, 45, 84);
        assertThat(leaves).anySatisfy(leaf -> {
            assertThat(leaf.inside()).isEqualTo(84);
            assertThat(leaf.coverage()).isCloseTo(0.606742, within(5e-7));
            assertThat(leaf.density()).isCloseTo(0.642857, within(5e-7));
        });
    }

    static List<Factor> factors(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Factor(
                        "x" + i,
                        Factor.Kind.REAL,
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        List.of(),
                        new Factor.Distribution.Uniform(),
                        Factor.Target.PRICE,
                        Factor.ALL,
                        Optional.empty(),
                        Provenance.illustrative("")))
                .toList();
    }

    private interface Of {
        double at(double[] x);
    }

    private static List<WhatMatters.Indices> indices(int factors, int blocks, Of of) {
        int futures = blocks * (factors + 2);
        Points points = new Points(Design.SALTELLI, 11, futures, factors(factors));
        double[] output = new double[futures];
        for (int f = 0; f < futures; f++) {
            output[f] = of.at(points.point(f));
        }
        return WhatMatters.sobol(factors, output, 1);
    }

    /// T. Ishigami, T. Homma 1990, a = 7, b = 0.1: closed form.
    @Test
    void ishigami1990() {
        List<WhatMatters.Indices> indices = indices(3, 1 << 13, x -> {
            double a = Math.PI * (2 * x[0] - 1);
            double b = Math.PI * (2 * x[1] - 1);
            double c = Math.PI * (2 * x[2] - 1);
            return Math.sin(a) + 7 * Math.sin(b) * Math.sin(b) + 0.1 * Math.pow(c, 4) * Math.sin(a);
        });
        double[] first = {0.313905, 0.442411, 0};
        double[] total = {0.557589, 0.442411, 0.243684};
        for (int i = 0; i < 3; i++) {
            assertThat(indices.get(i).first()).isCloseTo(first[i], within(0.02));
            assertThat(indices.get(i).total()).isCloseTo(total[i], within(0.02));
            assertThat(total[i])
                    .isBetween(indices.get(i).low() - 0.01, indices.get(i).high() + 0.01);
        }
    }

    /// I. Sobol's g with a = 0, 1, 4.5, 9 and four of 99: closed form.
    @Test
    void sobolG() {
        double[] a = {0, 1, 4.5, 9, 99, 99, 99, 99};
        List<WhatMatters.Indices> indices = indices(8, 1 << 13, x -> {
            double product = 1;
            for (int i = 0; i < a.length; i++) {
                product *= (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
            }
            return product;
        });
        double[] first = {0.716192, 0.179048, 0.023676, 0.007162, 0.000072};
        double[] total = {0.787144, 0.242198, 0.034317, 0.010460, 0.000105};
        for (int i = 0; i < a.length; i++) {
            assertThat(indices.get(i).first()).isCloseTo(first[Math.min(i, 4)], within(0.02));
            assertThat(indices.get(i).total()).isCloseTo(total[Math.min(i, 4)], within(0.02));
        }
    }

    /// M. Morris 1991: of a linear function the effect of a factor is its coefficient, everywhere.
    @Test
    void morris1991LinearFunction() {
        double[] coefficient = {3, -2, 0.5, 0};
        Points points = new Points(Design.MORRIS, 3, 50, factors(4));
        double[] output = new double[50];
        for (int f = 0; f < 50; f++) {
            double[] x = points.point(f);
            output[f] = 1
                    + IntStream.range(0, 4)
                            .mapToDouble(i -> coefficient[i] * x[i])
                            .sum();
        }
        List<WhatMatters.Effect> effects = WhatMatters.morris(points, 4, output, 1);
        for (int i = 0; i < 4; i++) {
            assertThat(effects.get(i).muStar()).isCloseTo(Math.abs(coefficient[i]), within(1e-9));
            assertThat(effects.get(i).sigma()).isCloseTo(0, within(1e-9));
        }
    }

    /// The first factor alone decides which half an outcome is in, so that its two distributions lie wholly apart; the
    /// second does nothing. Kolmogorov's limit: a distance of 1.36 by the root of the harmonic half is met by chance in
    /// 5 of 100 cases (tables of any textbook; with Stephens's correction the sample is taken for a little larger).
    @Test
    void spearHornberger1980() {
        int n = 4_000;
        java.util.SplittableRandom random = new java.util.SplittableRandom(11);
        List<double[]> points = new ArrayList<>();
        double[] output = new double[n];
        for (int f = 0; f < n; f++) {
            points.add(new double[] {random.nextDouble(), random.nextDouble()});
            output[f] = points.get(f)[0] > 0.5 ? 2 + points.get(f)[0] : points.get(f)[0];
        }
        List<WhatMatters.Regional> regional = WhatMatters.regional(points, output, 1);
        assertThat(regional.get(0).distance()).isCloseTo(1, within(1e-12));
        assertThat(regional.get(0).chance()).isLessThan(1e-9);
        assertThat(regional.get(1).distance()).isBetween(0.0, 1.36 / Math.sqrt(n / 4.0));
        assertThat(regional.get(1).chance()).isGreaterThan(0.05);
        assertThat(regional.get(1).low()).isLessThanOrEqualTo(regional.get(1).high());

        // ten and ten that differ in place by half their number: (3.162.. / sqrt 2 + 0.12 + 0.0492) x 0.5 = 1.2026
        List<double[]> twenty = new ArrayList<>();
        double[] half = new double[20];
        for (int f = 0; f < 20; f++) {
            twenty.add(new double[] {f});
            half[f] = (f >= 5 && f < 10) || f >= 15 ? 1 + f : 0;
        }
        WhatMatters.Regional one = WhatMatters.regional(twenty, half, 1).getFirst();
        assertThat(one.distance()).isCloseTo(0.5, within(1e-12));
        assertThat(one.chance()).isCloseTo(2 * Math.exp(-2 * 1.2026 * 1.2026), within(1e-3));
    }

    /// Of a run that has no number the indices are refused with its number.
    @Test
    void aMissingRunIsRefusedWithItsNumber() {
        double[] output = new double[20];
        output[13] = Double.NaN;
        assertThatThrownBy(() -> WhatMatters.sobol(2, output, 1)).hasMessage("the run of future 13 has no number");
        assertThatThrownBy(() -> WhatMatters.sobol(2, new double[19], 1))
                .hasMessageContaining("the run of future 19 is missing");
    }

    /// T. Palfrey, H. Rosenthal 1984, without refund, in mixed strategies: whoever is indifferent gives with the
    /// chance at which the others are one short as often as giving costs. That is how often a mission hangs on a
    /// member.
    @Test
    void palfreyRosenthal1984MixedEquilibriaAreWhereAMissionHangsOnAMemberAsOftenAsGoingCosts() {
        double[][] cases = {
            {5, 3, 0.2, 0.240335189}, {5, 3, 0.2, 0.759664811}, {10, 4, 0.1, 0.144969694}, {10, 4, 0.1, 0.568060657}
        };
        for (double[] one : cases) {
            int n = (int) one[0];
            Ability threshold = new Ability(
                    n,
                    0,
                    List.of(new AtLeast(
                            (long) one[1],
                            IntStream.range(0, n).mapToObj(i -> 1L).toList())),
                    List.of());
            Fold fold = Fold.of(threshold, 1000).orElseThrow();
            double[] willing = new double[n];
            Arrays.fill(willing, one[3]);
            assertThat(fold.chances(willing).importances()[0]).isCloseTo(one[2], within(1e-8));
        }
    }

    @Test
    void aValueOfAFactorIsItsQuantile() {
        assertThat(FactorValue.at(factors(1).getFirst(), 0.25)).isEqualTo(0.25);
    }
}
