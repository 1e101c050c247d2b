package org.muster.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.source.Provenance;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingCase;
import org.muster.share.rule.SharingRule;

class WhoPaysTest {
    private static final LocalDate DAY = LocalDate.of(2014, 9, 5);
    private static final List<String> MEMBERS = List.of("AAA", "BBB", "CCC", "DDD", "EEE");

    private static CostLine line(String id, long amount, CostLine.Incurrer by, boolean eligible) {
        return new CostLine(
                id, DAY, "running", id, amount, by, eligible ? Optional.of("fund") : Optional.empty(), false);
    }

    private static Key key(String... shares) {
        Map<String, BigDecimal> byMember = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i++) {
            byMember.put(MEMBERS.get(i), new BigDecimal(shares[i]));
        }
        return new Key("key", "Key", DAY, byMember, Provenance.illustrative(""));
    }

    private static SharingCase of(Bill bill, List<String> participants, Optional<Long> ceiling) {
        Map<String, Figure> income = new LinkedHashMap<>();
        for (int i = 0; i < MEMBERS.size(); i++) {
            BigDecimal value = new BigDecimal("17.3").multiply(BigDecimal.valueOf(i + 1L));
            income.put(
                    MEMBERS.get(i),
                    new Figure(MEMBERS.get(i), "gni", 2013, value, "USD", "v", Provenance.illustrative("")));
        }
        Key key = key("40.5", "30.25", "20", "9.25", "0");
        return new SharingCase(
                bill,
                new SharingCase.Company(MEMBERS, MEMBERS, participants, List.of()),
                new SharingCase.AgreedKeys(Optional.of(key), Map.of("key", key)),
                new SharingCase.Means(income, Map.of()),
                new SharingCase.Setting(
                        List.of(pool()),
                        Optional.of(new Mission.CommonFund("fund", "Fund", "key", Set.of("running"), ceiling)),
                        MissionTerms.none("mission")),
                new SharingCase.Games(Optional.empty()),
                1);
    }

    private static Pool pool() {
        Map<String, Long> owners = new LinkedHashMap<>();
        owners.put("AAA", 3L);
        owners.put("DDD", 4L);
        return new Pool(
                "pool",
                "Pool",
                "hours",
                new Pool.Size(Pool.Period.YEAR, 7, BigDecimal.ZERO),
                new Pool.Shares(owners, Optional.empty(), new Access.Owners()),
                new Pool.Crewing(Map.of(), Set.of()),
                new Pool.Draw(0, 1, Optional.empty()),
                new Pool.Sources(
                        Provenance.illustrative(""),
                        Provenance.illustrative(""),
                        Optional.empty(),
                        Map.of(),
                        Map.of()));
    }

    private static Map<String, Long> amounts(String rule, SharingCase sharing) {
        SharingRule found =
                Rules.ALL.stream().filter(r -> r.id().equals(rule)).findFirst().orElseThrow();
        return ((SharingRule.Outcome.Shared) found.share(sharing)).amounts();
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRuleAddsUpToTheBillToTheMinorUnit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CostLine> lines = new ArrayList<>();
        for (int k = 0; k < 1 + seed % 12; k++) {
            CostLine.Incurrer by = switch (random.nextInt(3)) {
                case 0 -> new CostLine.Incurrer.OfMember(MEMBERS.get(random.nextInt(5)));
                case 1 -> new CostLine.Incurrer.OfPool("pool", Map.of("AAA", 3L));
                default -> new CostLine.Incurrer.OfAll();
            };
            lines.add(line("l" + k, random.nextLong(1_000_000_007L), by, random.nextBoolean()));
        }
        Bill bill = new Bill("EUR", lines);
        List<String> participants = MEMBERS.subList(0, random.nextInt(6));
        Optional<Long> ceiling = random.nextBoolean() ? Optional.of(random.nextLong(1_000_000_000L)) : Optional.empty();
        for (WhoPays.Column column :
                WhoPays.of(of(bill, participants, ceiling), Rules.ALL).columns()) {
            SharingRule rule = column.rule();
            Map<String, Long> amounts = column.amounts();
            assertThat(amounts.keySet()).containsExactlyElementsOf(MEMBERS);
            assertThat(amounts.values()).allMatch(amount -> amount >= 0);
            assertThat(amounts.values().stream().mapToLong(Long::longValue).sum())
                    .as(rule.id())
                    .isEqualTo(bill.totalMinor());
        }
    }

    @Test
    void costsLieOnThoseWhoRunThemUp() {
        Bill bill = new Bill(
                "EUR",
                List.of(
                        line("a", 100, new CostLine.Incurrer.OfMember("BBB"), false),
                        line("b", 70, new CostLine.Incurrer.OfPool("pool", Map.of("AAA", 3L, "DDD", 4L)), false),
                        line("c", 11, new CostLine.Incurrer.OfAll(), false)));
        assertThat(amounts("lie-where-they-fall", of(bill, List.of("AAA", "BBB"), Optional.empty())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("AAA", 36L, "BBB", 105L, "CCC", 0L, "DDD", 40L, "EEE", 0L));
    }

    @Test
    void theFundCarriesEligibleLinesUpToItsCeiling() {
        Bill bill = new Bill(
                "EUR",
                List.of(
                        line("a", 1000, new CostLine.Incurrer.OfMember("EEE"), true),
                        line("b", 500, new CostLine.Incurrer.OfMember("EEE"), false)));
        assertThat(amounts("common-fund-first", of(bill, List.of("EEE"), Optional.of(400L))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("AAA", 162L, "BBB", 121L, "CCC", 80L, "DDD", 37L, "EEE", 1100L));
    }

    @Test
    void roundingIsCarriedFromLineToLine() {
        // A third of one minor unit, three times: each of three members bears exactly one.
        List<CostLine> lines = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            lines.add(line("l" + k, 1, new CostLine.Incurrer.OfAll(), false));
        }
        assertThat(amounts("equal", of(new Bill("EUR", lines), List.of("AAA", "BBB", "CCC"), Optional.empty())))
                .containsEntry("AAA", 1L)
                .containsEntry("BBB", 1L)
                .containsEntry("CCC", 1L);
    }

    @Test
    void anOwnerThatStaysOutBearsItsShareOfThePoolUnderEntitlement() {
        Bill bill =
                new Bill("EUR", List.of(line("a", 70, new CostLine.Incurrer.OfPool("pool", Map.of("AAA", 3L)), false)));
        assertThat(amounts("entitlement", of(bill, List.of("AAA"), Optional.empty())))
                .containsEntry("AAA", 30L)
                .containsEntry("DDD", 40L);
    }
}
