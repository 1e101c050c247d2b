package org.muster.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.lab.Measure;
import org.muster.input.Refusal;

class ParetoTest {
    private static final List<Measure> ONE_WAY = List.of(Measure.values()).stream()
            .filter(one -> one.better() != Measure.Better.NEITHER)
            .toList();

    private static Comparison.OfReform reform(String name, Map<Measure, Integer> means) {
        Map<Measure, Comparison.Stats> stats = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            double mean = means.getOrDefault(measure, 0);
            stats.put(
                    measure,
                    new Comparison.Stats(
                            mean,
                            mean,
                            mean,
                            mean,
                            mean,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        return new Comparison.OfReform(name, stats, 0, 0, 0);
    }

    /// By the definition, on whole numbers: how much `a` is better than `b` in each measure.
    private static boolean dominates(Map<Measure, Integer> a, Map<Measure, Integer> b, Map<Measure, Double> epsilon) {
        List<Double> gains = ONE_WAY.stream()
                .map(m -> (double) (m.better() == Measure.Better.UP ? 1 : -1)
                        * (a.getOrDefault(m, 0) - b.getOrDefault(m, 0)))
                .toList();
        return IntStream.range(0, gains.size())
                        .allMatch(i -> gains.get(i) >= -epsilon.getOrDefault(ONE_WAY.get(i), 0.0))
                && IntStream.range(0, gains.size())
                        .anyMatch(i -> gains.get(i) > epsilon.getOrDefault(ONE_WAY.get(i), 0.0));
    }

    @Test
    void whoIsDominatedIsAsByTheDefinitionOnFiveHundredRandomStudies() {
        SplittableRandom random = new SplittableRandom(29);
        int dominated = 0;
        int free = 0;
        int ignoring = 0;
        for (int trial = 0; trial < 500; trial++) {
            List<Map<Measure, Integer>> means = new ArrayList<>();
            List<Comparison.OfReform> reforms = new ArrayList<>();
            for (int r = 0; r < 2 + random.nextInt(6); r++) {
                Map<Measure, Integer> some = new EnumMap<>(Measure.class);
                for (int k = 0; k < 3; k++) {
                    some.put(ONE_WAY.get(random.nextInt(4)), random.nextInt(4));
                }
                // better neither way: of no account
                some.put(Measure.POOL_USED, random.nextInt(9));
                means.add(some);
                reforms.add(reform("r" + r, some));
            }
            Map<Measure, Double> epsilon = new EnumMap<>(Measure.class);
            if (trial % 2 == 1) {
                epsilon.put(ONE_WAY.get(random.nextInt(4)), 1.0);
                epsilon.put(ONE_WAY.get(random.nextInt(4)), 2.0);
            }
            Pareto pareto = Pareto.of(reforms, epsilon);
            Pareto strict = Pareto.of(reforms, Map.of());
            for (int r = 0; r < means.size(); r++) {
                int one = r;
                List<String> by = IntStream.range(0, means.size())
                        .filter(o -> dominates(means.get(o), means.get(one), epsilon))
                        .mapToObj(o -> "r" + o)
                        .toList();
                Optional<String> told = pareto.reforms().get(r).dominatedBy();
                assertThat(told.isPresent()).isEqualTo(!by.isEmpty());
                told.ifPresent(name -> assertThat(name).isIn(by));
                // the one that is named is dominated by none itself: without epsilon there always is such a one
                if (epsilon.isEmpty() && told.isPresent()) {
                    assertThat(pareto.reforms()
                                    .get(Integer.parseInt(told.get().substring(1)))
                                    .dominatedBy())
                            .isEmpty();
                }
                dominated += told.isPresent() ? 1 : 0;
                free += told.isPresent() ? 0 : 1;
                ignoring += told.equals(strict.reforms().get(r).dominatedBy()) ? 0 : 1;
            }
        }
        assertThat(List.of(dominated, free, ignoring)).allMatch(count -> count > 100);
    }

    @Test
    void moneyIsWrittenInMajorUnits() {
        assertThat(Pareto.epsilon(List.of("failed=0.5", "bill=1000"), 100))
                .isEqualTo(Map.of(Measure.FAILED, 0.5, Measure.BILL, 100_000.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed|--epsilon is \"failed\". Right would be a measure and what does not count in it: --epsilon failed=0.5",
                "failed=-1|--epsilon is \"failed=-1\". Right would be a number from 0 on behind the measure, in its unit: --epsilon failed=0.5",
                "failed=1e3|--epsilon is \"failed=1e3\". Right would be a number from 0 on",
                "fialed=1|no measure is called \"fialed\". Did you mean \"failed\"?",
                "asked=1|--epsilon is \"asked=1\". Right would be a measure that is better one way. ",
                "failed=1,failed=2|--epsilon names measure failed twice"
            })
    void badInputGetsASentence(String text, String sentence) {
        assertThatThrownBy(() -> Pareto.epsilon(List.of(text.split(",")), 100))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }
}
