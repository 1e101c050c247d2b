package org.muster.share.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muster.games.Fraction;
import org.muster.input.Counted;
import org.muster.share.exact.Decimals;
import org.muster.share.exact.WholeParts;
import org.muster.share.explain.Explanation;
import org.muster.share.game.BenefitGame;
import org.muster.share.game.MissionGame;

/// A rule that goes by what the mission costs each coalition.
///
/// The players' shares add up to the cost for all members together; where the bill differs from it (pools drawn, pins),
/// they are stretched to the bill. Members that are no players pay nothing.
///
/// @param scans      whether it looks at all coalitions, not at a few
/// @param ofBenefits whether it divides the benefit game, not the obligation game
record GameRule(
        String id, String title, String description, String source, Concept concept, boolean scans, boolean ofBenefits)
        implements SharingRule {
    GameRule(String id, String title, String description, String source, Concept concept) {
        this(id, title, description, source, concept, false, false);
    }

    GameRule(String id, String title, String description, String source, Concept concept, boolean scans) {
        this(id, title, description, source, concept, scans, false);
    }

    @Override
    public Basis basis() {
        return Basis.GAME;
    }

    @Override
    public Staying staying() {
        return Staying.OWES;
    }

    private Optional<MissionGame> game(SharingCase sharing) {
        return ofBenefits ? sharing.benefitGame().map(BenefitGame::charges) : sharing.game();
    }

    /// How shares come from a game.
    @FunctionalInterface
    interface Concept {
        /// The shares of all players, or why there are none.
        Solution solve(MissionGame game, int threads);
    }

    /// What a concept comes to.
    sealed interface Solution {
        /// Shares per player, adding up to the cost for all together.
        ///
        /// @param shares    exact, or the nearest numbers where they were worked out in floating point
        /// @param note      how sure they are, in words
        record Shares(List<Fraction> shares, String note) implements Solution {}

        /// None, for the reason given.
        record None(String reason) implements Solution {}
    }

    @Override
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        game(sharing).ifPresent(game -> parameters.put("costs", game.method().word()));
        return parameters;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        Optional<MissionGame> found = game(sharing);
        if (found.isEmpty()) {
            return new Outcome.NotApplicable(
                    ofBenefits ? sharing.noBenefitGame() : "what the mission would cost other coalitions is not known");
        }
        MissionGame game = found.get();
        long bill = sharing.bill().totalMinor();
        long all = game.costOfAll();
        if (all == 0 && bill != 0) {
            return new Outcome.NotApplicable("all members together would have no cost, so there is nothing to go by");
        }
        if (ofBenefits && sharing.benefitGame().map(BenefitGame::gainOfAll).orElse(0L) <= 0) {
            return new Outcome.NotApplicable("the mission is worth less to all together than it costs: nobody gains");
        }
        return switch (concept.solve(game, sharing.threads())) {
            case Solution.None none -> new Outcome.NotApplicable(none.reason());
            case Solution.Shares shares -> shared(sharing, game, shares, all, bill);
        };
    }

    private Outcome shared(SharingCase sharing, MissionGame game, Solution.Shares solved, long all, long bill) {
        // equal remainders go by code, so that the odd minor unit does not hang on the order of rows in the folder
        List<Integer> byCode = IntStream.range(0, game.players().size())
                .boxed()
                .sorted(Comparator.comparing(game.players()::get))
                .toList();
        List<Fraction> shares = byCode.stream().map(i -> solved.shares().get(i)).toList();
        List<Long> whole = all == bill ? WholeParts.of(shares) : WholeParts.scaled(shares, bill);
        Map<String, Long> amounts = new LinkedHashMap<>();
        sharing.members().forEach(member -> amounts.put(member, 0L));
        for (int i = 0; i < whole.size(); i++) {
            amounts.put(game.players().get(byCode.get(i)), whole.get(i));
        }
        return new Outcome.Shared(
                amounts, member -> explain(sharing, game, solved, all, bill, member, amounts.getOrDefault(member, 0L)));
    }

    private Explanation explain(
            SharingCase sharing,
            MissionGame game,
            Solution.Shares solved,
            long all,
            long bill,
            String member,
            long amount) {
        int i = game.players().indexOf(member);
        List<Explanation> parts = new ArrayList<>();
        if (i < 0) {
            parts.add(Explanation.input("no player", member, "partners sell at their cost and pay nothing", ""));
            return Ledger.root(this, sharing, member, amount, "", parts);
        }
        parts.add(Explanation.worked(
                        "share of " + member + " in " + sharing.money(all),
                        Decimals.text(solved.shares().get(i), 2) + " minor units",
                        description + " " + solved.note(),
                        cost(sharing, what("alone"), game, game.alone(i)),
                        cost(sharing, what("all together"), game, all),
                        cost(sharing, what("all but " + member), game, game.costOfAllBut(i)))
                .by(game.account()));
        if (all != bill) {
            parts.add(Explanation.worked(
                    "stretched to the bill",
                    sharing.money(bill) + " / " + sharing.money(all),
                    "the bill differs from the least cost for all together (pools drawn, pins, partners), so every"
                            + " share is stretched alike"));
        }
        parts.add(Explanation.input("rounding", sharing.money(amount), "largest remainder over all players", ""));
        return Ledger.root(
                this, sharing, member, amount, all == bill ? "share, rounded" : "share x bill / cost, rounded", parts);
    }

    private String what(String who) {
        return ofBenefits ? "benefit less own gain, " + who : "cost " + who;
    }

    private static Explanation cost(SharingCase sharing, String who, MissionGame game, long minor) {
        return Explanation.input(
                who,
                sharing.money(minor),
                "game of " + Counted.of(game.players().size(), "members") + ", "
                        + game.method().word(),
                "");
    }
}
