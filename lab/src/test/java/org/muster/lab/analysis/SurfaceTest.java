package org.muster.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Measure;
import org.muster.folder.AllianceFolder;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Row;
import org.muster.lab.run.Stack;
import org.muster.lab.study.Chunks;

class SurfaceTest {
    private static final Alliance WALES =
            AllianceFolder.read(Path.of("../examples/wales-2014")).alliance().orElseThrow();

    /// Under the first reform 10 * crises + 12 * (larger-missions - 1) missions fail, under the second one fewer;
    /// crises is from 0.5 to 2, larger-missions 1 or 1.25, and nothing else matters.
    private static Results results(int futures) {
        Question question = new Question(
                WALES,
                List.of(Stack.of(WALES.lab(), "as-was"), Stack.of(WALES.lab(), "bigger-pool")),
                Design.MC,
                futures,
                1,
                Question.Reaction.NONE,
                Settle.TOP);
        List<String> names = new Chunks(question).numberNames();
        SplittableRandom random = new SplittableRandom(2);
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        rows.put("as-was", new ArrayList<>());
        rows.put("bigger-pool", new ArrayList<>());
        List<double[]> points = new ArrayList<>();
        for (int f = 0; f < futures; f++) {
            double[] point = new double[names.size()];
            for (int c = 0; c < point.length; c++) {
                point[c] = random.nextDouble();
            }
            point[names.indexOf("crises")] = 0.5 + 1.5 * random.nextDouble();
            point[names.indexOf("larger-missions")] = random.nextBoolean() ? 1 : 1.25;
            points.add(point);
            double failed = 10 * point[names.indexOf("crises")] + 12 * (point[names.indexOf("larger-missions")] - 1);
            rows.get("as-was").add(row(f, failed));
            rows.get("bigger-pool").add(row(f, failed - 1));
        }
        return new Results(question, names, points, rows);
    }

    private static Row row(int future, double failed) {
        List<Long> values = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            values.add(measure == Measure.FAILED ? Math.round(1e9 * failed) : 0L);
        }
        List<Long> goes = new ArrayList<>();
        WALES.members().stream().filter(one -> one.isAlly()).forEach(one -> goes.add(0L));
        return new Row(future, values, goes, Row.Replied.NONE);
    }

    @Test
    void whatMattersIsAnAxisAndTheGridIsCloseToTheTruth() {
        Results results = results(600);
        Surface surface = Surface.of(results, Measure.FAILED);
        List<String> axes = surface.axes().stream().map(Surface.Axis::name).toList();
        // what tells nothing is no axis
        assertThat(axes).containsExactly("crises", "larger-missions");
        int crises = axes.indexOf("crises");
        int larger = axes.indexOf("larger-missions");
        assertThat(surface.axes().get(larger).levels()).containsExactly(1.0, 1.25);
        assertThat(surface.cells()).hasSize(5 * 2);
        for (Surface.Cell cell : surface.cells()) {
            double at = surface.axes().get(crises).levels().get(cell.levels().get(crises));
            double size = surface.axes().get(larger).levels().get(cell.levels().get(larger));
            double truth = 10 * at + 12 * (size - 1);
            assertThat(cell.values().get(0)).isCloseTo(truth, within(1.2));
            assertThat(cell.values().get(1)).isCloseTo(cell.values().get(0) - 1, within(1e-6));
            double[] near = results.futures().get(cell.nearest());
            assertThat(near[surface.axes().get(crises).column()]).isCloseTo(at, within(0.3));
        }
        // told from the others, a run is off by far less than the mean of all is
        for (int r = 0; r < 2; r++) {
            assertThat(surface.error().get(r))
                    .isPositive()
                    .isLessThan(surface.spread().get(r) / 4);
        }
    }

    @Test
    void ofFewFuturesOrWhereNothingVariesNothingIsTold() {
        assertThat(Surface.of(results(19), Measure.FAILED).axes()).isEmpty();
        assertThat(Surface.of(results(60), Measure.VETOES).axes()).isEmpty();
    }
}
