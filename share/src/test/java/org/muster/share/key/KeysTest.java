package org.muster.share.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.source.Provenance;
import org.muster.alliance.source.Status;

class KeysTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static Figure income(String member, String value, String unit) {
        return new Figure(
                member,
                "gni",
                2013,
                new BigDecimal(value),
                unit,
                "WDI-2025-07",
                new Provenance(Status.PUBLISHED, "World Bank"));
    }

    @Nested
    class FromABase {
        @Test
        void sumsToOneHundredAndSaysWhoWasRounded() {
            Map<String, Figure> base = new LinkedHashMap<>();
            for (String member : List.of("AAA", "BBB", "CCC")) {
                base.put(member, income(member, "1", "USD"));
            }
            WorkedKey key = KeyFromBase.of(base, 4);
            assertThat(key.shares().values())
                    .containsExactly(new BigDecimal("33.3334"), new BigDecimal("33.3333"), new BigDecimal("33.3333"));
            assertThat(key.residual()).isEqualByComparingTo("0.0001");
            assertThat(key.corrected()).containsExactly("AAA");
            assertThat(key.explanations().get("AAA").lines())
                    .containsExactly(
                            "share of AAA: 33.3334 %  [key from a base, version 1 (share = 100 x base / sum of bases)]",
                            "  exact share: 33.3333333333 %  = 100 x base / sum of bases",
                            "    gni of AAA, 2013: 1 USD  [World Bank (published); WDI-2025-07]",
                            "    sum of bases: 3 USD  = over 3 members",
                            "  rounding: 33.3333333333 -> 33.3334  [largest remainder, 4 decimals, sum exactly 100;"
                                    + " the nearest would be 33.3333]");
        }

        @Test
        void refusesInSentences() {
            assertThatThrownBy(() -> KeyFromBase.of(
                            Map.of("AAA", income("AAA", "1", "USD"), "BBB", income("BBB", "1", "EUR")), 4))
                    .hasMessageStartingWith("the bases are in different units");
            assertThatThrownBy(() -> KeyFromBase.of(Map.of("AAA", income("AAA", "-1", "USD")), 4))
                    .hasMessage("the base of AAA is -1, below zero");
            assertThatThrownBy(() -> KeyFromBase.of(Map.of("AAA", income("AAA", "0", "USD")), 4))
                    .hasMessage("the bases add up to nothing");
            assertThatThrownBy(() -> KeyFromBase.of(Map.of(), 13)).hasMessage("a key has 0 to 12 decimals, not 13");
        }
    }

    @Nested
    class Rescaled {
        @ParameterizedTest
        @MethodSource("org.muster.share.key.KeysTest#seeds")
        void freeSharesKeepTheirRatiosAndAllSumTo100(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, BigDecimal> old = new LinkedHashMap<>();
            int n = 4 + random.nextInt(20);
            for (int i = 0; i < n; i++) {
                old.put("M" + i, BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4));
            }
            ConstrainedRescale.Rescaled rescaled = ConstrainedRescale.of(
                    old,
                    new ConstrainedRescale.Terms(
                            Map.of("M0", BigDecimal.valueOf(random.nextInt(300), 1)),
                            Set.of("M1", "M2"),
                            BigDecimal.valueOf(random.nextInt(150), 1),
                            Map.of("NEW", BigDecimal.valueOf(random.nextInt(100), 1))),
                    6);
            assertThat(rescaled.key().shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("100");
            for (int i = 3; i < n; i++) {
                double exact =
                        old.get("M" + i).doubleValue() * rescaled.factor().doubleValue();
                assertThat(rescaled.key().shares().get("M" + i).doubleValue())
                        .isCloseTo(exact, org.assertj.core.api.Assertions.within(1e-6));
            }
            assertThat(rescaled.key().shares().get("M1"))
                    .isEqualTo(rescaled.key().shares().get("M2"));
        }

        @Test
        void refusesInSentences() {
            Map<String, BigDecimal> old = Map.of("AAA", new BigDecimal("60"), "BBB", new BigDecimal("40"));
            assertThatThrownBy(() -> Accession.of(old, Map.of("AAA", BigDecimal.ONE), 4))
                    .hasMessage("AAA is to join and is in the old key already");
            assertThatThrownBy(() -> Accession.of(old, Map.of("CCC", new BigDecimal("101")), 4))
                    .hasMessage("the negotiated shares add up to 101.0000, more than 100");
            assertThatThrownBy(() -> ConstrainedRescale.of(
                            old,
                            new ConstrainedRescale.Terms(Map.of(), Set.of("AAA", "BBB"), BigDecimal.TEN, Map.of()),
                            4))
                    .hasMessage("no member is left to take the remaining 80.0000 percent");
        }
    }

    @Nested
    class OptOut {
        @ParameterizedTest
        @MethodSource("org.muster.share.key.KeysTest#seeds")
        void isBudgetNeutralOrRefused(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, BigDecimal> key = new LinkedHashMap<>();
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                key.put("M" + i, BigDecimal.valueOf(1 + random.nextInt(1000)));
            }
            List<AbstentionMakeUp.Measure> measures = new ArrayList<>();
            for (int m = 0; m < 1 + random.nextInt(5); m++) {
                Set<String> out = new LinkedHashSet<>();
                key.keySet().stream().filter(k -> random.nextInt(6) == 0).forEach(out::add);
                measures.add(new AbstentionMakeUp.Measure("m" + m, random.nextLong(1_000_000), out));
            }
            long pool = measures.stream()
                    .filter(m -> m.abstainers().isEmpty())
                    .mapToLong(AbstentionMakeUp.Measure::costMinor)
                    .sum();
            switch (AbstentionMakeUp.of(key, measures)) {
                case AbstentionMakeUp.Outcome.Settled settled -> {
                    assertThat(settled.pool().values()).allMatch(minor -> minor >= 0);
                    assertThat(sum(settled.pool())).isEqualTo(pool);
                    for (AbstentionMakeUp.Measure measure : measures) {
                        if (!measure.abstainers().isEmpty()) {
                            Map<String, Long> parts = settled.contested().get(measure.id());
                            assertThat(sum(parts)).isEqualTo(measure.costMinor());
                            measure.abstainers()
                                    .forEach(out -> assertThat(parts.getOrDefault(out, 0L))
                                            .isZero());
                        }
                    }
                    settled.total()
                            .forEach((member, total) -> assertThat(
                                            settled.pool().get(member)
                                                    + settled.contested().values().stream()
                                                            .mapToLong(parts -> parts.getOrDefault(member, 0L))
                                                            .sum())
                                    .isEqualTo(total));
                }
                case AbstentionMakeUp.Outcome.Refused refused ->
                    assertThat(refused.reason()).containsAnyOf("too small to make up", "nobody is left to finance");
            }
        }

        private static long sum(Map<String, Long> amounts) {
            return amounts.values().stream().mapToLong(Long::longValue).sum();
        }

        @Test
        void refusesWhereThePoolIsTooSmall() {
            Map<String, BigDecimal> key = new LinkedHashMap<>();
            key.put("AAA", new BigDecimal("50"));
            key.put("BBB", new BigDecimal("50"));
            AbstentionMakeUp.Outcome outcome = AbstentionMakeUp.of(
                    key,
                    List.of(
                            new AbstentionMakeUp.Measure("contested", 1000, Set.of("AAA")),
                            new AbstentionMakeUp.Measure("open", 400, Set.of())));
            assertThat(outcome)
                    .isEqualTo(new AbstentionMakeUp.Outcome.Refused(
                            "the uncontested measures (400 minor units) are too small to make up: BBB would have to be"
                                    + " paid back 300"));
        }
    }

    @Nested
    class Cascade {
        private static EligibilityCascade.Facts facts(
                Optional<String> group, boolean over, Optional<LocalDate> agreed, Optional<String> trust) {
            return new EligibilityCascade.Facts("headquarters", group, over, agreed, trust);
        }

        @Test
        void takesTheFirstTestThatIsPassed() {
            LocalDate day = LocalDate.of(2014, 9, 5);
            assertThat(EligibilityCascade.of(facts(Optional.of("SAC"), true, Optional.of(day), Optional.of("fund")))
                            .bearer())
                    .isEqualTo(new EligibilityCascade.Bearer.Group("SAC"));
            assertThat(EligibilityCascade.of(facts(Optional.empty(), true, Optional.of(day), Optional.of("fund")))
                            .bearer())
                    .isEqualTo(new EligibilityCascade.Bearer.CommonFund(day));
            assertThat(EligibilityCascade.of(facts(Optional.empty(), true, Optional.empty(), Optional.of("fund")))
                            .bearer())
                    .isEqualTo(new EligibilityCascade.Bearer.TrustFund("fund"));
            EligibilityCascade.Decision last =
                    EligibilityCascade.of(facts(Optional.empty(), false, Optional.of(day), Optional.empty()));
            assertThat(last.bearer()).isEqualTo(new EligibilityCascade.Bearer.WhereItFalls());
            assertThat(last.explanation().lines())
                    .containsExactly(
                            "who bears headquarters: lies where it falls  = first test passed"
                                    + "  [eligibility cascade, version 1]",
                            "  1 jointly funded: no",
                            "  2 over and above, and agreed: not over and above",
                            "  3 trust fund: none");
        }
    }
}
