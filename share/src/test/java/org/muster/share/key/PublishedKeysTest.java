package org.muster.share.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.alliance.source.Provenance;

/// The tables of real keys: which document, and how sure.
class PublishedKeysTest {
    private static final LocalDate EDF9 = LocalDate.of(2000, 6, 23);
    private static final LocalDate EDF11 = LocalDate.of(2013, 6, 26);

    private static Settlement.Settled edf2023() {
        List<Key> series = List.of(Tables.edf(1, "k9", EDF9), Tables.edf(2, "k11", EDF11));
        Key now = KeyVintage.inForce(series, LocalDate.of(2022, 11, 1));
        Key then = KeyVintage.inForce(series, LocalDate.of(2005, 1, 1));
        return Settlement.of(List.of(
                new Settlement.Movement("call", 75_000_000_000L, Settlement.Direction.CALL, now),
                new Settlement.Movement("refund", 4_250_000_000L, Settlement.Direction.REFUND, then),
                new Settlement.Movement("EIB", 10_000_000_000L, Settlement.Direction.CALL, now)));
    }

    /// Council Decision (EU) 2022/2242, annex: euros, five columns.
    @ParameterizedTest
    @CsvSource({
        "BEL, 24369525, 1666000, 3249270, 25952795",
        "BGR, 1638975, 0, 218530, 1857505",
        "CZE, 5980875, 0, 797450, 6778325",
        "DNK, 14853375, 909500, 1980450, 15924325",
        "DEU, 154348500, 9928000, 20579800, 165000300",
        "EST, 647625, 0, 86350, 733975",
        "IRL, 7050450, 263500, 940060, 7727010",
        "GRC, 11305125, 531250, 1507350, 12281225",
        "ESP, 59493600, 2482000, 7932480, 64944080",
        "FRA, 133595175, 10327500, 17812690, 141080365",
        "HRV, 1688850, 0, 225180, 1914030",
        "ITA, 93975675, 5329500, 12530090, 101176265",
        "CYP, 837150, 0, 111620, 948770",
        "LVA, 870900, 0, 116120, 987020",
        "LTU, 1355775, 0, 180770, 1536545"
    })
    void edfFirstInstalment2023ToTheEuro_domainT1(String state, long call, long refund, long eib, long total) {
        Settlement.Settled settled = edf2023();
        assertThat(settled.byMovement().get("call")).containsEntry(state, call * 100);
        assertThat(settled.byMovement().get("refund").getOrDefault(state, 0L)).isEqualTo(-refund * 100);
        assertThat(settled.byMovement().get("EIB")).containsEntry(state, eib * 100);
        assertThat(settled.total()).containsEntry(state, total * 100);
        assertThat(String.join("\n", settled.explanations().get(state).lines()))
                .contains("valid from 2013-06-26", "key of the agreement");
    }

    @Test
    void edfColumnsAddUpToTheMinorUnit_domainT1() {
        Settlement.Settled settled = edf2023();
        assertThat(settled.total().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(75_000_000_000L - 4_250_000_000L + 10_000_000_000L);
        assertThatThrownBy(() -> KeyVintage.inForce(List.of(Tables.edf(1, "k9", EDF9)), LocalDate.of(1999, 1, 1)))
                .hasMessage("no key was in force on 1999-01-01; the first is valid from 2000-06-23");
    }

    /// UN, "Scale of Assessments for the regular budget 1946-2027" (column of each period's last year).
    @ParameterizedTest
    @CsvSource({"2012", "2015", "2018", "2021", "2024", "2027"})
    void unRegularScaleSumsToExactlyOneHundred_domainT2(int year) throws IOException {
        Map<String, BigDecimal> scale = regularScale(year);
        assertThat(scale.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100.000");
        assertThat(scale.values().stream().reduce(BigDecimal::min).orElseThrow())
                .isEqualByComparingTo("0.001");
        assertThat(scale.values().stream().reduce(BigDecimal::max).orElseThrow())
                .isEqualByComparingTo("22");
    }

    static Map<String, BigDecimal> regularScale(int year) throws IOException {
        Map<String, BigDecimal> scale = new LinkedHashMap<>();
        try (var in = PublishedKeysTest.class.getResourceAsStream("/key/un_regular_scale.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .filter(f -> f[1].equals(String.valueOf(year)))
                    .forEach(f -> scale.put(
                            f[0], new BigDecimal(f[2]).setScale(3, java.math.RoundingMode.HALF_EVEN))); // binary noise
        }
        return scale;
    }

    /// Regular rates: UN scale 2022-24 and 2025-27. Peacekeeping rates of the five: **recalled**. The discounts of all
    /// others are inferred from the rate of the United States; the other four must then come out as printed.
    @ParameterizedTest
    @CsvSource({
        "2024, 26.9493, 1.22497, 18.6857, 5.3592, 5.2894, 2.2858",
        "2027, 26.1584, 1.18902, 23.7851, 4.7454, 4.5872, 2.4898"
    })
    void oneFactorRaisesAllFivePermanentMembers_domainT5(
            int year, BigDecimal usa, String factor, String chn, String gbr, String fra, String rus)
            throws IOException {
        Map<String, BigDecimal> published = regularScale(year);
        List<String> five = List.of("USA", "CHN", "GBR", "FRA", "RUS");
        BigDecimal regular = five.stream().map(published::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal discounts = usa.divide(new BigDecimal("22"), 12, java.math.RoundingMode.HALF_EVEN)
                .subtract(BigDecimal.ONE)
                .multiply(regular);
        Map<String, BigDecimal> scale = new LinkedHashMap<>();
        five.forEach(member -> scale.put(member, published.get(member)));
        BigDecimal levelI = discounts.divide(new BigDecimal("0.8"), 12, java.math.RoundingMode.HALF_EVEN);
        scale.put("those of level I", levelI);
        scale.put("those of level B", Key.WHOLE.subtract(regular).subtract(levelI));
        Map<String, PeacekeepingScale.Level> levels = new LinkedHashMap<>();
        five.forEach(member -> levels.put(member, PeacekeepingScale.Level.A));
        levels.put("those of level I", PeacekeepingScale.Level.I);
        PeacekeepingScale.Scale peacekeeping = PeacekeepingScale.of(scale, levels, 4);
        assertThat(peacekeeping.factor().doubleValue()).isCloseTo(Double.parseDouble(factor), within(5e-6));
        Map<String, String> printed = Map.of("CHN", chn, "GBR", gbr, "FRA", fra, "RUS", rus);
        printed.forEach((member, rate) -> assertThat(
                        peacekeeping.key().shares().get(member).doubleValue())
                .as(member)
                .isCloseTo(Double.parseDouble(rate), within(1.0001e-4)));
    }

    /// UN, A/73/350/Add.1 (2019-21).
    @ParameterizedTest
    @CsvSource({"NGA, 0.250, 0.0500", "PAK, 0.115, 0.0230", "ZAF, 0.272, 0.0544", "THA, 0.307, 0.0614"})
    void levelIPaysAFifthOfTheRegularRate_domainT6(String member, BigDecimal regular, String peacekeeping)
            throws IOException {
        assertThat(regularScale(2021)).containsEntry(member, regular);
        assertThat(PeacekeepingScale.discounted(regular, PeacekeepingScale.Level.I))
                .isEqualByComparingTo(peacekeeping);
    }

    @Test
    void natoKeyOf2021FollowsFromThatOf2018ByConstrainedRescale_domainT7_recalled() {
        ConstrainedRescale.Rescaled rescaled = ConstrainedRescale.of(
                Tables.nato(1),
                new ConstrainedRescale.Terms(
                        Map.of("FRA", new BigDecimal("10.4913")),
                        Set.of("USA", "DEU"),
                        new BigDecimal("16.3444"),
                        Map.of("MKD", new BigDecimal("0.0778"))),
                4);
        assertThat(rescaled.factor().doubleValue()).isCloseTo(1.07876, within(5e-6));
        Tables.nato(2)
                .forEach((member, share) -> assertThat(rescaled.key()
                                .shares()
                                .get(member)
                                .subtract(share)
                                .abs())
                        .as(member)
                        .isLessThanOrEqualTo(new BigDecimal("0.0006")));
        assertThat(rescaled.key().shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
    }

    @Test
    void natoKeyOf2024FollowsFromThatOf2021ByDilution_domainT7_recalled() {
        ConstrainedRescale.Rescaled diluted = Accession.of(
                Tables.nato(2), Map.of("FIN", new BigDecimal("0.9057"), "SWE", new BigDecimal("1.9277")), 4);
        assertThat(diluted.factor().doubleValue()).isCloseTo(0.971666, within(5e-7));
        Tables.nato(3)
                .forEach((member, share) -> assertThat(diluted.key()
                                .shares()
                                .get(member)
                                .subtract(share)
                                .abs())
                        .as(member)
                        .isLessThanOrEqualTo(new BigDecimal("0.0001")));
        assertThat(String.join("\n", diluted.key().explanations().get("FRA").lines()))
                .contains("old share: 10.4913 %", "(100 - 2.8334) / 100.0000");
    }

    /// Zeit and dpa, November 2019; Czech Ministry of Defence 2020: the total follows from Czechia's old payment.
    @Test
    void natoEurosOf2019_domainT8() {
        BigDecimal total = new BigDecimal("2120350000");
        assertThat(million(total, "22.1387")).isEqualByComparingTo("469.4"); // "almost 470"
        assertThat(million(total, "14.7638")).isEqualByComparingTo("313.0"); // "about 313"
        assertThat(million(total, "0.9788")).isEqualByComparingTo("20.8"); // 20.754
        assertThat(million(total, "1.0558")).isEqualByComparingTo("22.4"); // 22.387
        assertThat(million(total, "22.1387").subtract(million(total, "16.35"))).isEqualByComparingTo("122.7");
        assertThat(million(total, "16.35").subtract(million(total, "14.7638")))
                .isBetween(new BigDecimal("33.6"), new BigDecimal("33.7"));
    }

    private static BigDecimal million(BigDecimal total, String percent) {
        long cents = total.movePointRight(2).longValueExact();
        BigDecimal share = new BigDecimal(percent);
        long part = Apportionment.byLargestRemainder(cents, List.of(share, Key.WHOLE.subtract(share)))
                .getFirst();
        return BigDecimal.valueOf(part, 8).setScale(1, java.math.RoundingMode.HALF_EVEN);
    }

    /// SAC programme site and pages of ministries; four of the twelve **recalled**, backed by the total. Baltic Times,
    /// December 2019: 45 hours become 40.5 after the levy, and 35.5 in the lean year.
    @Test
    void sacHoursSumTo3165AndATenthStaysWithTheUnit_domainT10() {
        Map<String, Long> hours = new LinkedHashMap<>();
        hours.put("USA", 1000L);
        hours.put("SWE", 550L);
        hours.put("NLD", 500L);
        hours.put("NOR", 400L);
        hours.put("ROU", 200L);
        hours.put("POL", 150L);
        hours.put("FIN", 100L);
        hours.put("BGR", 65L);
        hours.put("SVN", 60L);
        hours.put("HUN", 50L);
        hours.put("EST", 45L);
        hours.put("LTU", 45L);
        Quota.Shares sac = Quota.of(hours, 3165, new BigDecimal("10"));
        assertThat(sac.problem()).isEmpty();
        assertThat(sac.percent().get("USA")).isEqualByComparingTo("31.60");
        assertThat(sac.percent().get("BGR")).isEqualByComparingTo("2.05");
        assertThat(sac.afterLevy().get("EST")).isEqualByComparingTo("40.5");
        assertThat(sac.afterLevy().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("2848.5");
        BigDecimal lean = Quota.leanYear(new BigDecimal("45"), new BigDecimal("35.5"), 3165);
        assertThat(lean).isEqualByComparingTo("2496.8");
    }

    /// NSPA, September 2020; portalmilitarny.pl 2023 states 8,900 and lists Luxembourg with 1,200: its parts do not
    /// sum.
    @Test
    void mrttFleetGrowsFrom8900To9900AndTheInconsistentArticleIsDetected_domainT11() {
        Map<String, Long> before = new LinkedHashMap<>();
        before.put("DEU", 5500L);
        before.put("NLD", 2000L);
        before.put("BEL", 1000L);
        before.put("LUX", 200L);
        before.put("NOR", 100L);
        before.put("CZE", 100L);
        Quota.Shares first = Quota.of(before, 8900, BigDecimal.ZERO);
        assertThat(first.problem()).isEmpty();
        assertThat(first.percent().get("DEU")).isEqualByComparingTo("61.80");
        Map<String, Long> after = new LinkedHashMap<>(before);
        after.put("LUX", 1200L);
        assertThat(Quota.of(after, 9900, BigDecimal.ZERO).percent().get("DEU")).isEqualByComparingTo("55.56");
        assertThat(Quota.of(after, 8900, BigDecimal.ZERO).problem())
                .contains("the parts add up to 9900, not to the stated 8900: 1000 too much");
    }

    /// AGI, January 2017.
    @Test
    void salisHoursOf2017_domainT12() {
        Map<String, Long> operators = new LinkedHashMap<>();
        operators.put("first operator", 973L);
        operators.put("second operator", 629L);
        assertThat(Quota.of(operators, 1602, BigDecimal.ZERO).problem()).isEmpty();
        Map<String, Long> users = new LinkedHashMap<>();
        users.put("DEU", 1080L);
        users.put("the others", 522L);
        assertThat(Quota.of(users, 1602, BigDecimal.ZERO)
                        .percent()
                        .get("DEU")
                        .setScale(1, java.math.RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("67.4");
    }

    @Test
    void hostsAreNettedAndNothingIsLeftOver() {
        Key key = new Key(
                "k",
                "k",
                EDF11,
                Map.of("AAA", new BigDecimal("50"), "BBB", new BigDecimal("50")),
                Provenance.illustrative(""));
        HostNationNetting.Netted netted = HostNationNetting.of(key, Map.of("AAA", 101L, "HOST", 30L));
        assertThat(netted.net().values().stream().mapToLong(Long::longValue).sum())
                .isZero();
        assertThat(netted.net()).containsEntry("HOST", -30L);
        assertThat(netted.assessed().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(131);
    }
}
