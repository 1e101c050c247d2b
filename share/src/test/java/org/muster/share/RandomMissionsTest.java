package org.muster.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.alliance.sharing.RuleComposition;
import org.muster.alliance.sharing.RuleName;
import org.muster.alliance.sharing.Sharing;
import org.muster.games.Fraction;
import org.muster.games.value.Shapley;
import org.muster.share.explain.Explanation;
import org.muster.share.game.Leavers;
import org.muster.share.game.MissionGame;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingCase;
import org.muster.share.rule.SharingRule;

/// Laws that hold on every mission, on random ones; the seed stands in the failure's message.
///
/// `-Dmissions.block=1000 -Dmissions.orders=100` for more of them.
class RandomMissionsTest {
    private static final int BLOCK = Integer.getInteger("missions.block", 300);
    private static final int ORDERS = Integer.getInteger("missions.orders", 40);

    private static List<SharingRule> rules() {
        RuleComposition own = new RuleComposition(
                "own",
                "Own",
                "The fund's key first, then income, then Shapley.",
                "7",
                List.of(
                        new RuleComposition.Step(
                                Set.of("headquarters", "running"),
                                new RuleComposition.By.OfKey("old"),
                                Optional.of(1000L)),
                        new RuleComposition.Step(
                                Set.of("running"),
                                new RuleComposition.By.OfRule(RuleName.INCOME_PARTICIPANTS),
                                Optional.empty()),
                        new RuleComposition.Step(
                                Set.of("deployment"),
                                new RuleComposition.By.OfRule(RuleName.PROPORTIONAL),
                                Optional.of(70L))),
                Cases.INVENTED);
        return Rules.of(new Sharing(List.of(), List.of(own)));
    }

    /// A sample: five blocks of three hundred seeds.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void everyRuleAddsUpAndLeaversReallyPayLessAlone(int block) {
        Set<String> applied = new TreeSet<>();
        for (long seed = (long) block * BLOCK; seed < (block + 1L) * BLOCK; seed++) {
            SharingCase sharing = Cases.of(seed, seed < 100 ? 3 : 7);
            WhoPays whoPays = WhoPays.of(sharing, rules());
            for (WhoPays.Column column : whoPays.columns()) {
                applied.add(column.rule().id());
                String at = "seed " + seed + ", " + column.rule().id();
                assertThat(column.amounts().keySet()).as(at).containsExactlyElementsOf(sharing.members());
                assertThat(sum(column.amounts()))
                        .as(at)
                        .isEqualTo(sharing.bill().totalMinor());
                assertThat(column.participantsTotal() + column.nonParticipantsTotal())
                        .isEqualTo(sharing.bill().totalMinor());
                worstByBruteForce(sharing.game().orElseThrow(), column, at);
            }
            nullMembersPayNothing(sharing, whoPays, seed);
        }
        assertThat(applied)
                .contains("own", "opt-out", "in-kind-credit", "nucleolus", "entitlement-released", "benefit");
    }

    private static long sum(Map<String, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Every coalition once more, one by one.
    private static void worstByBruteForce(MissionGame game, WhoPays.Column column, String at) {
        int n = game.players().size();
        long most = 0;
        for (long mask = 1; mask < (1L << n) - 1; mask++) {
            long pays = 0;
            for (String member : game.names(mask)) {
                pays += column.amounts().get(member);
            }
            most = Math.max(most, pays - game.cost(mask));
        }
        List<Leavers.Leaver> leavers = new ArrayList<>();
        Leavers.of(game, List.of(column.amounts()), 2).getFirst().ifPresent(leavers::add);
        leavers.addAll(Leavers.singles(game, column.amounts()));
        assertThat(leavers.isEmpty()).as(at).isEqualTo(most == 0);
        if (!leavers.isEmpty()) {
            assertThat(leavers.getFirst().excessMinor()).as(at).isEqualTo(most);
        }
        for (Leavers.Leaver leaver : leavers) {
            long mask = 0;
            long pays = 0;
            for (String member : leaver.coalition()) {
                mask |= 1L << game.players().indexOf(member);
                pays += column.amounts().get(member);
            }
            assertThat(game.cost(mask)).as(at).isEqualTo(leaver.aloneMinor()).isLessThan(pays);
            assertThat(leaver.paysMinor()).as(at).isEqualTo(pays);
        }
    }

    /// A member without interest that brings nothing changes no cost; it pays nothing by these rules.
    private static void nullMembersPayNothing(SharingCase sharing, WhoPays whoPays, long seed) {
        MissionGame game = sharing.game().orElseThrow();
        for (int i = 0; i < game.players().size(); i++) {
            if (isNull(game, i)) {
                String member = game.players().get(i);
                for (WhoPays.Column column : whoPays.columns()) {
                    if (Set.of("shapley", "nucleolus").contains(column.rule().id())) {
                        assertThat(column.amounts().get(member))
                                .as("seed " + seed + ", " + column.rule().id())
                                .isZero();
                    }
                }
            }
        }
    }

    private static boolean isNull(MissionGame game, int i) {
        for (long mask = 0; mask < 1L << game.players().size(); mask++) {
            if (game.cost(mask) != game.cost(mask | 1L << i)) {
                return false;
            }
        }
        return true;
    }

    /// A sample: the first forty seeds of each hundred, the last hundred with eight members.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void shapleyIsTheMeanOverAllOrders(int block) {
        for (long seed = block * 100L; seed < block * 100L + ORDERS; seed++) {
            MissionGame game = Cases.of(seed, seed < 700 ? 5 : 8).game().orElseThrow();
            List<Fraction> mean = new ArrayList<>();
            game.players().forEach(p -> mean.add(Fraction.ZERO));
            long orders = orders(game, 0, mean);
            assertThat(Shapley.of(game.costs(), 2).fractions().orElseThrow())
                    .as("seed " + seed)
                    .containsExactlyElementsOf(
                            mean.stream().map(sum -> sum.over(orders)).toList());
        }
    }

    private static long orders(MissionGame game, long before, List<Fraction> sums) {
        long count = 0;
        for (int i = 0; i < game.players().size(); i++) {
            if ((before >>> i & 1) == 0) {
                long orders = orders(game, before | 1L << i, sums);
                long adds = game.cost(before | 1L << i) - game.cost(before);
                sums.set(i, sums.get(i).plus(Fraction.of(adds).times(orders)));
                count += orders;
            }
        }
        return count == 0 ? 1 : count;
    }

    @Test
    void someMissionsHaveMembersThatChangeNothing() {
        long found = 0;
        for (long seed = 0; seed < 2000; seed++) {
            MissionGame game = Cases.of(seed, 7).game().orElseThrow();
            for (int i = 0; i < game.players().size() && game.costOfAll() > 0; i++) {
                found += isNull(game, i) ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void everyAmountIsExplainedToItsLeaves() {
        for (long seed = 200; seed < 260; seed++) {
            SharingCase sharing = Cases.of(seed, 6);
            for (WhoPays.Column column : WhoPays.of(sharing, rules()).columns()) {
                for (String member : sharing.members()) {
                    Explanation why = column.why().apply(member);
                    assertThat(why.value())
                            .isEqualTo(org.muster.alliance.bill.Money.words(
                                    column.amounts().get(member), "EUR"));
                    assertThat(why.source())
                            .contains(
                                    "rule " + column.rule().id(),
                                    "version " + column.rule().version());
                    if (column.amounts().get(member) != 0) {
                        assertThat(why.lines()).hasSizeGreaterThan(1);
                    }
                }
            }
        }
    }

    @Test
    void theRulesHaveTheNamesThatAFolderMayUse() {
        assertThat(Rules.ALL.stream().map(SharingRule::id))
                .containsExactlyElementsOf(java.util.Arrays.stream(RuleName.values())
                        .map(RuleName::word)
                        .toList());
    }
}
