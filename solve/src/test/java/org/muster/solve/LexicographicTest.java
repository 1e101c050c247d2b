package org.muster.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small random programs, of which every point is looked at.
class LexicographicTest {
    private static final int PROGRAMS = 1500;

    /// @param scale what every number is a multiple of: large ones lie beyond what floating point tells apart
    private record Program(LinearModel model, List<Level> levels) {
        static Program of(SplittableRandom random, long scale) {
            ModelDraft draft = new ModelDraft();
            int variables = random.nextInt(1, 5);
            for (int j = 0; j < variables; j++) {
                long lower = random.nextInt(3) == 0 ? -random.nextInt(3) : 0;
                long upper = lower + random.nextInt(4);
                if (lower == 0 && random.nextBoolean()) {
                    draft.yesNo("x" + j, 0, Math.min(1, upper));
                } else {
                    draft.variable("x" + j, lower, upper);
                }
            }
            int rows = random.nextInt(4);
            for (int i = 0; i < rows; i++) {
                ModelDraft.Sum sum = sum(random, variables, i % 2 == 0 ? 1 : scale);
                long side = random.nextInt(-6, 9) * (i % 2 == 0 ? 1 : scale) + random.nextInt(3);
                switch (random.nextInt(4)) {
                    case 0 -> draft.atLeast("row" + i, sum, side);
                    case 1 -> draft.atMost("row" + i, sum, side);
                    case 2 -> draft.between("row" + i, sum, side - 2, side + 1);
                    default -> draft.equal("row" + i, sum, side);
                }
            }
            List<Level> levels = new ArrayList<>();
            int count = random.nextInt(1, 4);
            for (int k = 0; k < count; k++) {
                levels.add(ModelDraft.level("level " + k, sum(random, variables, k == 1 ? scale : 1)));
            }
            return new Program(draft.toModel(), levels);
        }

        private static ModelDraft.Sum sum(SplittableRandom random, int variables, long scale) {
            ModelDraft.Sum sum = new ModelDraft.Sum();
            for (int j = 0; j < variables; j++) {
                if (random.nextInt(4) > 0) {
                    sum.plus(random.nextInt(-4, 5) * scale + (scale > 1 ? random.nextInt(2) : 0), j);
                }
            }
            return sum;
        }

        private void forEachPoint(Consumer<long[]> point) {
            walk(new long[model.variables().size()], 0, point);
        }

        private void walk(long[] values, int from, Consumer<long[]> point) {
            if (from == values.length) {
                if (model.isMetBy(values)) {
                    point.accept(values.clone());
                }
                return;
            }
            LinearModel.Variable variable = model.variables().get(from);
            for (long value = variable.lower(); value <= variable.upper(); value++) {
                values[from] = value;
                walk(values, from + 1, point);
            }
        }

        /// The values of the levels at a best point, looked for level by level; empty where no point meets the rows.
        Optional<List<Long>> best() {
            List<List<Long>> values = new ArrayList<>();
            forEachPoint(point -> values.add(
                    levels.stream().map(level -> level.valueOf(point)).toList()));
            return values.stream().min(Program::inOrder);
        }

        private static int inOrder(List<Long> one, List<Long> other) {
            for (int k = 0; k < one.size(); k++) {
                int sign = Long.compare(one.get(k), other.get(k));
                if (sign != 0) {
                    return sign;
                }
            }
            return 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_003, 900_000_000_001L})
    void whatIsProvenIsBestOfAllPoints(long scale) {
        SplittableRandom random = new SplittableRandom(scale);
        int infeasible = 0;
        for (int number = 0; number < PROGRAMS; number++) {
            Program program = Program.of(random, scale);
            Lexicographic.Answer answer =
                    Lexicographic.solve(program.model(), program.levels(), Optional.empty(), SolveOptions.defaults());
            Optional<List<Long>> found = answer.values()
                    .map(point -> program.levels().stream()
                            .map(level -> level.valueOf(point))
                            .toList());
            Optional<List<Long>> best = program.best();
            assertThat(answer.sureness()).as("program %d", number).isEqualTo(Sureness.PROVEN);
            assertThat(found).as("program %d of scale %d", number, scale).isEqualTo(best);
            answer.values()
                    .ifPresent(
                            point -> assertThat(program.model().isMetBy(point)).isTrue());
            infeasible += best.isEmpty() ? 1 : 0;
        }
        assertThat(infeasible).isBetween(PROGRAMS / 20, PROGRAMS * 19 / 20);
    }

    @Test
    void aPointThatIsHandedInChangesNoAnswer() {
        SplittableRandom random = new SplittableRandom(7);
        for (int number = 0; number < PROGRAMS / 5; number++) {
            Program program = Program.of(random, 1);
            List<long[]> points = new ArrayList<>();
            program.forEachPoint(points::add);
            if (points.isEmpty()) {
                continue;
            }
            long[] start = points.get(random.nextInt(points.size()));
            Lexicographic.Answer answer =
                    Lexicographic.solve(program.model(), program.levels(), Optional.of(start), SolveOptions.defaults());
            assertThat(answer.values()
                            .map(point -> program.levels().stream()
                                    .map(level -> level.valueOf(point))
                                    .toList()))
                    .as("program %d", number)
                    .isEqualTo(program.best());
        }
    }
}
