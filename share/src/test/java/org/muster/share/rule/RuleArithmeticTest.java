package org.muster.share.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.key.Key;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.sharing.RuleName;
import org.muster.alliance.source.Provenance;
import org.muster.games.Fraction;
import org.muster.games.TableGame;
import org.muster.share.WhoPays;
import org.muster.share.game.MissionGame;

/// Rules on one small case, worked out by hand.
class RuleArithmeticTest {
    private static final LocalDate DAY = LocalDate.of(2014, 9, 5);
    private static final Provenance INVENTED = Provenance.illustrative("");
    private static final List<String> MEMBERS = List.of("AAA", "BBB", "CCC");

    /// Three towns and a common water works: alone 120, 140, 120; in pairs 170, 190, 190; all together 255.
    private static final MissionGame GAME = new MissionGame(
            MEMBERS,
            TableGame.ofInts(0, 120, 140, 170, 120, 190, 190, 255),
            MissionGame.Method.CACHED,
            "Invented costs.");

    private static Key key(String id, LocalDate from, String a, String b, String c) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put("AAA", new BigDecimal(a));
        shares.put("BBB", new BigDecimal(b));
        shares.put("CCC", new BigDecimal(c));
        return new Key(id, id, from, shares, INVENTED);
    }

    private static CostLine line(String category, long amount, CostLine.Incurrer by) {
        return new CostLine(category, DAY, category, category, amount, by, Optional.empty(), false);
    }

    private static Map<String, Figure> figures(String measure, long... values) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (int i = 0; i < MEMBERS.size(); i++) {
            figures.put(
                    MEMBERS.get(i),
                    new Figure(MEMBERS.get(i), measure, 2013, BigDecimal.valueOf(values[i]), "u", "v", INVENTED));
        }
        return figures;
    }

    private static SharingCase sharing(MissionTerms terms, CostLine... lines) {
        Map<String, Long> owners = new LinkedHashMap<>();
        owners.put("AAA", 10L);
        owners.put("BBB", 30L);
        Pool pool = new Pool(
                "pool",
                "Pool",
                "hours",
                new Pool.Size(Pool.Period.YEAR, 40, BigDecimal.ZERO),
                new Pool.Shares(owners, Optional.empty(), new Access.OwnersPlusReleased(Set.of(), 50)),
                new Pool.Crewing(Map.of(), Set.of()),
                new Pool.Draw(0, 100, Optional.empty()),
                new Pool.Sources(INVENTED, INVENTED, Optional.empty(), Map.of(), Map.of()));
        Key now = key("now", DAY.minusDays(10), "50", "30", "20");
        Map<String, Key> keys = new LinkedHashMap<>();
        keys.put("then", key("then", DAY.minusYears(5), "60", "40", "0"));
        keys.put("now", now);
        return new SharingCase(
                new Bill("EUR", List.of(lines)),
                new SharingCase.Company(MEMBERS, MEMBERS, List.of("AAA"), List.of("AAA")),
                new SharingCase.AgreedKeys(Optional.of(now), keys),
                new SharingCase.Means(figures("gni", 100, 60, 40), figures("population", 10, 10, 20)),
                new SharingCase.Setting(List.of(pool), Optional.empty(), terms),
                new SharingCase.Games(Optional.of(GAME)),
                1);
    }

    private static Map<String, Long> amounts(RuleName rule, SharingCase sharing) {
        return ((SharingRule.Outcome.Shared) Rules.named(rule).share(sharing)).amounts();
    }

    private static MissionTerms terms(
            List<MissionTerms.OptOut> optOuts,
            List<MissionTerms.Credit> credits,
            String cap,
            List<MissionTerms.Agreement> agreements) {
        return new MissionTerms("m", List.of(), optOuts, credits, new BigDecimal(cap), agreements);
    }

    private static final MissionTerms NONE = MissionTerms.none("m");

    /// 40 hours are drawn at 100: 10 are AAA's own, 30 are released by BBB, which stays out and gets 50 an hour.
    private static SharingCase released() {
        CostLine.Incurrer drawn = new CostLine.Incurrer.OfPool("pool", Map.of("AAA", 10L));
        SharingCase lines = sharing(NONE, line("pool-draw", 4000, drawn), line("compensation", 1500, drawn));
        List<CostLine> bill = lines.bill().lines();
        return lines.with(
                new Bill("EUR", bill, List.of(new Bill.Receipt(bill.getLast().id(), "BBB", 1500))));
    }

    @Test
    void releasedHoursArePaidByThoseWhoDrewAndReceivedByTheOwner() {
        SharingCase sharing = released();
        // The draws lie 1,000 on AAA and 3,000 on BBB. By entitlement the compensation does too, 375 and 1,125.
        assertThat(amounts(RuleName.ENTITLEMENT, sharing).values()).containsExactly(1375L, 4125L, 0L);
        assertThat(amounts(RuleName.ENTITLEMENT_RELEASED, sharing).values()).containsExactly(2500L, 3000L, 0L);
        SharingRule.Outcome.Shared net = ((SharingRule.Outcome.Shared)
                        Rules.named(RuleName.ENTITLEMENT_RELEASED).share(sharing))
                .lessReceiptsOf(sharing.bill());
        assertThat(net.amounts().values()).containsExactly(2500L, 1500L, 0L);
        assertThat(net.why().apply("BBB").value()).isEqualTo("EUR 15.00");
        assertThat(String.join("\n", net.why().apply("BBB").lines())).contains("received for released entitlements");
    }

    /// What is paid for released hours is received, whatever the rule: both sides are added.
    @Test
    void underEveryRulePaymentsAndReceiptsBalance() {
        SharingCase sharing = released();
        WhoPays whoPays = WhoPays.of(sharing, Rules.ALL);
        assertThat(whoPays.receivedMinor()).isEqualTo(1500);
        assertThat(whoPays.columns()).hasSizeGreaterThan(8);
        for (WhoPays.Column column : whoPays.columns()) {
            long paid = 0;
            for (Map.Entry<String, Long> amount : column.amounts().entrySet()) {
                paid += amount.getValue() + whoPays.received().getOrDefault(amount.getKey(), 0L);
            }
            assertThat(paid).as(column.rule().id()).isEqualTo(5500);
            assertThat(column.participantsTotal() + column.nonParticipantsTotal())
                    .isEqualTo(4000);
        }
        Map<String, Long> lie = whoPays.columns().getFirst().amounts();
        assertThat(lie).containsEntry("AAA", 5500L).containsEntry("BBB", -1500L);
    }

    @Test
    void whereNoReleasedHoursAreDrawnThereIsNothingToPayFor() {
        SharingCase sharing =
                sharing(NONE, line("pool-draw", 4000, new CostLine.Incurrer.OfPool("pool", Map.of("AAA", 10L))));
        assertThat(Rules.named(RuleName.ENTITLEMENT_RELEASED).share(sharing))
                .isInstanceOf(SharingRule.Outcome.NotApplicable.class);
    }

    @Test
    void aContributionInKindIsCreditedUpToTheCapAndBorneByAll() {
        // CCC's key asks 20 % of 1,000; half of that, 100, is credited of its 900. All bear 1,100 by the key.
        SharingCase sharing = sharing(
                terms(List.of(), List.of(new MissionTerms.Credit("CCC", "base", 900, INVENTED)), "50", List.of()),
                line("headquarters", 1000, new CostLine.Incurrer.OfAll()));
        assertThat(amounts(RuleName.IN_KIND_CREDIT, sharing).values()).containsExactly(550L, 330L, 120L);
    }

    @Test
    void whoOptsOutPaysItsKeyInAll() {
        SharingCase sharing = sharing(
                terms(
                        List.of(new MissionTerms.OptOut("CCC", Set.of("headquarters"), INVENTED)),
                        List.of(),
                        "100",
                        List.of()),
                line("headquarters", 160, new CostLine.Incurrer.OfAll()),
                line("running", 840, new CostLine.Incurrer.OfMember("AAA")));
        assertThat(amounts(RuleName.OPT_OUT, sharing).values()).containsExactly(500L, 300L, 200L);
        String why = String.join(
                "\n",
                ((SharingRule.Outcome.Shared) Rules.named(RuleName.OPT_OUT).share(sharing))
                        .why()
                        .apply("CCC")
                        .lines());
        assertThat(why)
                .contains("contested: headquarters: EUR 0.00  = opts out", "into what nobody contests: EUR 2.00");
    }

    @Test
    void anAgreementKeepsTheKeyOfItsDay() {
        SharingCase sharing = sharing(
                terms(
                        List.of(),
                        List.of(),
                        "100",
                        List.of(new MissionTerms.Agreement(
                                "hq", DAY.minusYears(1), Set.of("headquarters"), List.of("now", "then"), INVENTED))),
                line("headquarters", 1000, new CostLine.Incurrer.OfAll()),
                line("running", 1000, new CostLine.Incurrer.OfMember("AAA")));
        assertThat(amounts(RuleName.AGREED_KEY_BY_VINTAGE, sharing).values()).containsExactly(1100L, 700L, 200L);
    }

    @Test
    void levelsGoByIncomePerHeadAgainstTheAverage() {
        assertThat(Peacekeeping.level(Fraction.of(new BigDecimal("0.99")))).hasToString("I");
        assertThat(Peacekeeping.level(Fraction.ONE)).hasToString("H");
        assertThat(Peacekeeping.level(Fraction.of(new BigDecimal("1.79")))).hasToString("E");
        assertThat(Peacekeeping.level(Fraction.of(new BigDecimal("1.8")))).hasToString("D");
        assertThat(Peacekeeping.level(Fraction.of(2))).hasToString("B");
        // Average 200 / 40 = 5 a head; BBB has 6 (1.2 times: level G, 70 % off), CCC 2 (level I, 80 % off).
        SharingCase sharing = sharing(NONE, line("headquarters", 1000, new CostLine.Incurrer.OfAll()));
        assertThat(amounts(RuleName.PEACEKEEPING, sharing).values()).containsExactly(870L, 90L, 40L);
    }

    @Test
    void theRulesOfTheoryOnThreeTowns() {
        SharingCase sharing = sharing(NONE, line("headquarters", 255, new CostLine.Incurrer.OfAll()));
        assertThat(amounts(RuleName.EQUAL_AWARDS, sharing).values()).containsExactly(85L, 85L, 85L);
        assertThat(amounts(RuleName.EQUAL_LOSSES, sharing).values()).containsExactly(79L, 98L, 78L);
        // Separable: 255 - 190 = 65, 255 - 190 = 65, 255 - 170 = 85; 40 is left.
        assertThat(amounts(RuleName.ENSC, sharing).values()).containsExactly(79L, 78L, 98L);
        // ... in proportion to 55, 75 and 35 of remaining benefits.
        assertThat(amounts(RuleName.SCRB, sharing).values()).containsExactly(78L, 83L, 94L);
        // (120 + 120 + 30 + 70 + 65 + 65) / 6 = 78 1/3, then 88 1/3 twice; the unit left over goes to the first.
        assertThat(amounts(RuleName.SHAPLEY, sharing).values()).containsExactly(79L, 88L, 88L);
        // AAA (120, as cheap as CCC, comes first): 40, then 70 more for CCC and 35 each for two, then BBB 65.
        assertThat(amounts(RuleName.SERIAL, sharing).values()).containsExactly(40L, 140L, 75L);
    }

    @Test
    void aBillThatDiffersStretchesTheShares() {
        SharingCase sharing = sharing(NONE, line("headquarters", 510, new CostLine.Incurrer.OfAll()));
        assertThat(amounts(RuleName.EQUAL_AWARDS, sharing).values()).containsExactly(170L, 170L, 170L);
        String why = String.join(
                "\n",
                ((SharingRule.Outcome.Shared) Rules.named(RuleName.EQUAL_AWARDS).share(sharing))
                        .why()
                        .apply("AAA")
                        .lines());
        assertThat(why).contains("stretched to the bill: EUR 5.10 / EUR 2.55");
    }

    @Test
    void estimatedCostsGiveShapleyWithItsWidthAndNoNucleolus() {
        MissionGame estimated =
                new MissionGame(MEMBERS, GAME.costs(), MissionGame.Method.ESTIMATED, "A sample of invented costs.");
        SharingCase exact = sharing(NONE, line("headquarters", 255, new CostLine.Incurrer.OfAll()));
        SharingCase sharing = new SharingCase(
                exact.bill(),
                new SharingCase.Company(MEMBERS, MEMBERS, exact.participants(), exact.lead()),
                new SharingCase.AgreedKeys(exact.key(), exact.keys()),
                new SharingCase.Means(exact.income(), exact.population()),
                new SharingCase.Setting(exact.pools(), exact.fund(), exact.terms()),
                new SharingCase.Games(Optional.of(estimated)),
                1);
        assertThat(Rules.named(RuleName.NUCLEOLUS).share(sharing))
                .isEqualTo(new SharingRule.Outcome.NotApplicable(
                        "it needs the cost of every coalition, and costs are estimated"));
        assertThat(amounts(RuleName.SHAPLEY, sharing).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(255);
    }

    @Test
    void joiningRaisesNobodysShareWhereCostsFallWithCompany() {
        SharingCase sharing = sharing(NONE, line("headquarters", 255, new CostLine.Incurrer.OfAll()));
        Map<String, Long> equal = amounts(RuleName.EQUAL_AWARDS, sharing);
        // Two pay 85 and 95 without the third, and 85 with it.
        assertThat(Joining.of(Rules.named(RuleName.EQUAL_AWARDS), sharing, equal)
                        .verdict())
                .isEqualTo(Joining.Verdict.NOBODY_PAYS_MORE);
        // Serial without CCC: AAA 60 and BBB 60 + 50 = 110; with CCC: BBB 140.
        Joining.Result serial = Joining.of(Rules.named(RuleName.SERIAL), sharing, amounts(RuleName.SERIAL, sharing));
        assertThat(serial.verdict()).isEqualTo(Joining.Verdict.SOMEBODY_PAYS_MORE);
        assertThat(serial.joins()).contains("CCC");
        assertThat(serial.pays()).contains("BBB");
        assertThat(serial.byMinor()).isEqualTo(30);
        assertThat(Joining.of(Rules.named(RuleName.LIE_WHERE_THEY_FALL), sharing, equal)
                        .verdict())
                .isEqualTo(Joining.Verdict.NOT_TESTED);
    }
}
