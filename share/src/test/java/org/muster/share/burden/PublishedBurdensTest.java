package org.muster.share.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedBurdensTest {
    /// NATO PR/CP(2019)069, 28 allies without Iceland; money of 2015.
    private static List<Country> nato(int year) throws IOException {
        List<Country> countries = new ArrayList<>();
        try (var in = PublishedBurdensTest.class.getResourceAsStream("/burden/nato_2019_06.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(f -> f[1].equals(String.valueOf(year)))
                    .forEach(f -> countries.add(new Country(
                            f[0],
                            new BigDecimal(f[4]).movePointRight(3),
                            new BigDecimal(f[3]),
                            new BigDecimal(f[2]),
                            f[5].isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(f[5])),
                            Optional.empty())));
        }
        return countries;
    }

    /// The figures of domain, section 6.2, worked out from that release by a separate program.
    @ParameterizedTest
    @CsvSource({
        "2014, 0.22770, 0.244, 0.16931, 0.13859, 3, 7, 2, 1.43140, 2.58686, 104.417",
        "2017, 0.13738, 0.486, 0.08466, 0.03785, 4, 11, 2, 1.48227, 2.40313, 100.613",
        "2019, 0.03120, 0.875, 0.00529, -0.08059, 7, 16, 5, 1.55650, 2.50935, 89.821"
    })
    void natoRelease2019ToFiveDigits_domainT15(
            int year,
            double rho,
            double p,
            double kendall,
            double withoutUs,
            int two,
            int twenty,
            int both,
            String europeAndCanada,
            String all,
            String belowTwoBillion)
            throws IOException {
        List<Country> countries = nato(year);
        assertThat(countries).hasSize(28);
        Sensitivity rank = Sensitivity.of(countries, 1);
        assertThat(rank.all().rho()).isCloseTo(rho, within(6e-6));
        assertThat(rank.all().pValue()).isCloseTo(p, within(6e-4));
        assertThat(rank.all().kendall()).isCloseTo(kendall, within(6e-6));
        assertThat(rank.largest()).isEqualTo("USA");
        // 2014 is 1 - 6 * 2822 / (27 * 728) = 0.138584 exactly; the table has 0.13859
        assertThat(rank.withoutLargest().orElseThrow().rho()).isCloseTo(withoutUs, within(1e-5));
        assertThat(rank.lower()).isLessThan(rho);
        assertThat(rank.upper()).isGreaterThan(rho);
        Totals totals = Totals.of(
                countries, countries.stream().map(Country::burdenPercent).toList(), "USA", new BigDecimal("2"));
        assertThat(totals.atTarget()).isEqualTo(two);
        assertThat(totals.atEquipment()).hasValue(twenty);
        assertThat(totals.atBoth()).hasValue(both);
        assertThat(totals.percentWithout()).isEqualByComparingTo(europeAndCanada);
        assertThat(totals.percent()).isEqualByComparingTo(all);
        assertThat(totals.shortfall().movePointLeft(3).doubleValue())
                .isCloseTo(Double.parseDouble(belowTwoBillion), within(5e-4));
    }

    @Test
    void theSeedDecidesTheInterval() throws IOException {
        List<Country> countries = nato(2014);
        assertThat(Sensitivity.of(countries, 7)).isEqualTo(Sensitivity.of(countries, 7));
        assertThat(Sensitivity.of(countries, 7).lower())
                .isNotEqualTo(Sensitivity.of(countries, 8).lower());
        assertThat(Sensitivity.of(countries, 7).signIsOpen()).isTrue();
    }

    @Test
    void aRankThatDependsOnTheWeightsHasAWideRange() {
        Map<String, double[]> measures = new LinkedHashMap<>();
        measures.put("first", new double[] {3, 2, 1, 0});
        measures.put("second", new double[] {0, 2, 1, -3});
        measures.put("constant", new double[] {1, 1, 1, 1});
        BurdenIndex index = BurdenIndex.of(List.of("AAA", "BBB", "CCC", "DDD"), measures, 500, 3);
        assertThat(index.measures()).containsExactly("first", "second");
        Map<String, BurdenIndex.Row> rows = new LinkedHashMap<>();
        index.rows().forEach(row -> rows.put(row.member(), row));
        assertThat(rows.get("DDD").best()).isEqualTo(4);
        assertThat(rows.get("DDD").worst()).isEqualTo(4);
        assertThat(rows.get("AAA").best()).isEqualTo(1);
        assertThat(rows.get("AAA").worst()).isGreaterThan(1);
        assertThat(rows.get("CCC").best()).isGreaterThanOrEqualTo(2); // never above BBB
    }

    @Test
    void refusesInSentences() {
        assertThatThrownBy(() -> Country.of("AAA", BigDecimal.ZERO, BigDecimal.ONE))
                .hasMessage("the GDP of AAA is not above zero");
    }
}
