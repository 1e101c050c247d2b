package org.muster.answer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.plan.atlas.MissionCosts;
import org.muster.plan.atlas.MissionGains;
import org.muster.share.game.BenefitGame;
import org.muster.share.game.MissionGame;

/// Where declared worth and benefits become the game in which a coalition does only what is worth it to its members.
final class BenefitGames {
    /// The game, or why there is none.
    record Found(Optional<BenefitGame> game, String whyNot) {}

    private BenefitGames() {}

    static Found of(Alliance alliance, Mission mission) {
        MissionTerms terms = alliance.sharing().termsOf(mission.id());
        if (!terms.hasBenefits()) {
            return none("no benefits are declared for this mission (sharing.yaml: benefits, or lines)");
        }
        if (terms.worth().isEmpty()) {
            return none("benefits are declared, but not what the mission is worth (sharing.yaml: worth)");
        }
        long worth = terms.worth().get().amountMinor();
        boolean byLine = !terms.lines().isEmpty();
        Map<String, Map<String, Long>> shares = byLine ? byLine(terms, worth) : Map.of("", whole(terms, worth));
        Optional<MissionGains> gains = byLine
                ? MissionGains.byLine(alliance, mission, shares)
                : MissionGains.whole(alliance, mission, shares.getOrDefault("", Map.of()));
        if (gains.isEmpty()) {
            return none(
                    "its lines compete for units, its numbers are too large to be summed exactly, or there are more than "
                            + MissionCosts.MOST_IN_ATLAS
                            + " allies: what coalitions would gain by themselves is not worked out");
        }
        if (!(gains.get().charges().wholeBound() <= MissionGame.MOST)) {
            return none("worth and costs together exceed 2^53 minor units");
        }
        Map<String, Long> benefits = new LinkedHashMap<>();
        gains.get()
                .players()
                .forEach(player -> benefits.put(
                        player,
                        shares.values().stream()
                                .mapToLong(one -> one.getOrDefault(player, 0L))
                                .sum()));
        String account = byLine
                ? "A coalition does the lines that are worth it to its own members, with its own units, those of partners,"
                        + " pools and the market; what arises whoever goes is taken off its gain."
                : "A coalition does the whole mission where that is worth it to its own members and it can cover every line,"
                        + " with its own units, those of partners, pools and the market; else nothing.";
        return new Found(
                Optional.of(new BenefitGame(
                        new MissionGame(
                                gains.get().players(), gains.get().charges(), MissionGame.Method.ATLAS, account),
                        byLine,
                        worth,
                        benefits,
                        account)),
                "");
    }

    static Found none(String whyNot) {
        return new Found(Optional.empty(), whyNot);
    }

    private static Map<String, Map<String, Long>> byLine(MissionTerms terms, long worth) {
        Map<String, BigDecimal> lines = new java.util.TreeMap<>();
        terms.lines().forEach(line -> lines.put(line.line(), line.sharePercent()));
        Map<String, Long> worths = split(worth, lines);
        Map<String, Map<String, Long>> shares = new LinkedHashMap<>();
        terms.lines()
                .forEach(line -> shares.put(line.line(), split(worths.getOrDefault(line.line(), 0L), line.benefits())));
        return shares;
    }

    private static Map<String, Long> whole(MissionTerms terms, long worth) {
        Map<String, BigDecimal> benefits = new LinkedHashMap<>();
        terms.beneficiaries().forEach(member -> benefits.put(member, terms.benefitOf(member)));
        return split(worth, benefits);
    }

    /// By largest remainder; the odd minor unit goes by name.
    private static Map<String, Long> split(long amount, Map<String, BigDecimal> weights) {
        List<String> names = weights.keySet().stream().sorted().toList();
        List<Long> parts = Apportionment.byLargestRemainder(
                amount,
                names.stream()
                        .map(name -> weights.getOrDefault(name, BigDecimal.ZERO))
                        .toList());
        Map<String, Long> split = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            split.put(names.get(i), parts.get(i));
        }
        return split;
    }
}
