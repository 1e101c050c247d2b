package org.muster.share.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.source.Provenance;
import org.muster.games.Game;
import org.muster.share.WhoPays;
import org.muster.share.game.BenefitGame;
import org.muster.share.game.MissionGame;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingCase;

/// At what worth members gain, and coalitions that would rather do only what is worth it to themselves.
class GainsTest {
    private static final Provenance INVENTED = Provenance.illustrative("");
    private static final List<String> MEMBERS = List.of("AAA", "BBB", "CCC");

    private static MissionTerms terms(Optional<Long> worth, String... shares) {
        List<MissionTerms.Benefit> benefits = new java.util.ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            benefits.add(new MissionTerms.Benefit(MEMBERS.get(i), new BigDecimal(shares[i]), INVENTED));
        }
        return new MissionTerms(
                "m",
                benefits,
                worth.map(w -> new MissionTerms.Worth(w, INVENTED)),
                List.of(),
                List.of(),
                List.of(),
                MissionTerms.WHOLE,
                List.of());
    }

    private static Map<String, Long> amounts(long... minor) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (int i = 0; i < minor.length; i++) {
            amounts.put(MEMBERS.get(i), minor[i]);
        }
        return amounts;
    }

    @Test
    void theLeastWorthAtWhichAllGainAndWhoIsFirstNotTo() {
        // 60 of 50 percent asks for 120, 30 of 49 percent for 61.22..., 10 of 1 percent for 1,000
        Gains gains = Gains.of(terms(Optional.empty(), "50", "49", "1"), amounts(60, 30, 10), 100);
        assertThat(gains.allFrom()).hasValue(1000);
        assertThat(gains.last()).containsExactly("CCC");
        assertThat(gains.at().stream().map(Gains.At::worthMinor)).containsExactly(100L, 200L, 500L);
        assertThat(gains.at().get(0).losers()).containsExactly(Map.entry("AAA", 10L), Map.entry("CCC", 9L));
        assertThat(gains.at().get(1).losers()).containsExactly(Map.entry("CCC", 8L));
        assertThat(gains.at().get(0).sumMinor()).isEqualTo(19);
    }

    @Test
    void thresholdsWithinOnePercentAreToldTogetherAndTheUndeclaredAreNotJudged() {
        Gains gains = Gains.of(terms(Optional.of(150L), "50", "50"), amounts(1000, 995, 7), 2002);
        assertThat(gains.allFrom()).hasValue(2000);
        assertThat(gains.last()).containsExactly("AAA", "BBB");
        assertThat(gains.notJudged()).containsExactly(Map.entry("CCC", 7L));
        assertThat(gains.at()).hasSize(1);
        assertThat(gains.at().getFirst().losers()).containsEntry("AAA", 925L).containsEntry("BBB", 920L);
    }

    @Test
    void whereNobodyWithAShareLosesItSaysNobody() {
        Gains gains = Gains.of(terms(Optional.of(500L), "60", "40"), amounts(60, 40, 0), 100);
        assertThat(gains.at().getFirst().losers()).isEmpty();
        assertThat(gains.allFrom()).hasValue(100);
        assertThat(Gains.of(terms(Optional.empty(), "60", "40"), amounts(0, -5, 5), 0)
                        .allFrom())
                .isEmpty();
    }

    /// AAA and BBB can do their line for 40 together, and nobody alone; it is worth 50 to each. So by themselves
    /// they gain 60. Under a rule that asks 45 of each they gain 10: both leave, and neither by itself, which would
    /// gain nothing.
    private static SharingCase twoTogether(boolean byLine) {
        long[] benefit = {50, 50, 20};
        Game charges = Game.streamedWhole(3, 1000, mask -> {
            long own = 0;
            for (int i = 0; i < 3; i++) {
                own += (mask >>> i & 1) != 0 ? benefit[i] : 0;
            }
            long gain = mask == 7 ? 65 : (mask & 3) == 3 ? 60 : 0;
            return own - gain;
        });
        Map<String, Long> benefits = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            benefits.put(MEMBERS.get(i), benefit[i]);
        }
        Bill bill = new Bill("EUR", List.of(line("a", "AAA", 45), line("b", "BBB", 45), line("c", "CCC", 10)));
        SharingCase plain = new SharingCase(
                bill,
                new SharingCase.Company(MEMBERS, MEMBERS, MEMBERS, List.of()),
                new SharingCase.AgreedKeys(Optional.empty(), Map.of()),
                new SharingCase.Means(Map.of(), Map.of()),
                new SharingCase.Setting(List.of(), Optional.empty(), terms(Optional.of(120L), "50", "30", "20")),
                new SharingCase.Games(Optional.empty()),
                1);
        return plain.with(new BenefitGame(
                new MissionGame(MEMBERS, charges, MissionGame.Method.ATLAS, "By hand."),
                byLine,
                120,
                benefits,
                "By hand."));
    }

    private static CostLine line(String id, String member, long amount) {
        return new CostLine(
                id,
                LocalDate.of(2027, 3, 1),
                "running",
                id,
                amount,
                new CostLine.Incurrer.OfMember(member),
                Optional.empty(),
                false);
    }

    @Test
    void aCoalitionOfTwoLeavesAndNoSingleMember() {
        WhoPays whoPays = WhoPays.of(twoTogether(true), Rules.ALL);
        Verdict lie = whoPays.columns().getFirst().verdict();
        assertThat(lie.leavers()).hasSize(1);
        assertThat(lie.leavers().getFirst().coalition()).containsExactly("AAA", "BBB");
        assertThat(lie.leavers().getFirst().paysMinor()).isEqualTo(90);
        assertThat(lie.leavers().getFirst().aloneMinor())
                .as("benefit 100 less own gain 60")
                .isEqualTo(40);
    }

    /// With benefits for the whole mission only single members are compared, and the report says so.
    @Test
    void withBenefitsForTheWholeMissionOnlySingleMembersAreCompared() {
        WhoPays whoPays = WhoPays.of(twoTogether(false), Rules.ALL);
        assertThat(whoPays.columns().getFirst().verdict().leavers()).isEmpty();
    }

    /// Of a division in the core nobody leaves: the nucleolus of the gains; it asks 55 in all, stretched to the
    /// bill, so it is looked at for a bill of as much.
    @Test
    void nobodyLeavesTheNucleolusOfTheGains() {
        SharingCase sharing = twoTogether(true);
        SharingCase asMuch = sharing.with(
                MEMBERS, new Bill("EUR", List.of(line("a", "AAA", 20), line("b", "BBB", 20), line("c", "CCC", 15))));
        WhoPays whoPays = WhoPays.of(asMuch, Rules.ALL);
        List<String> rules =
                whoPays.columns().stream().map(column -> column.rule().id()).toList();
        assertThat(rules).contains("benefit-shapley", "benefit-nucleolus", "benefit-per-capita-nucleolus");
        WhoPays.Column nucleolus = whoPays.columns().get(rules.indexOf("benefit-nucleolus"));
        assertThat(nucleolus.verdict().leavers()).isEmpty();
        assertThat(nucleolus.amounts().get("AAA")).isEqualTo(nucleolus.amounts().get("BBB"));
        WhoPays.Column shapley = whoPays.columns().get(rules.indexOf("benefit-shapley"));
        // gains 31 2/3, 31 2/3 and 1 2/3: everybody pays 18 1/3, and the odd cent goes by code
        assertThat(shapley.amounts())
                .containsExactly(Map.entry("AAA", 19L), Map.entry("BBB", 18L), Map.entry("CCC", 18L));
    }
}
