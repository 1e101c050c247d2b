package org.muster.report.bill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.muster.answer.PlanAnswer;
import org.muster.answer.ShareAnswer;
import org.muster.plan.spare.EmptyHanded;
import org.muster.plan.spare.Spare;
import org.muster.share.WhoPays;
import org.muster.share.game.BenefitGame;
import org.muster.share.game.Leavers;
import org.muster.share.verdict.Gains;
import org.muster.share.verdict.StayingHome;

/// Who can be spared, who gains and who would rather do its own, as JSON.
public final class SpareJson {
    private SpareJson() {}

    /// Adds what is said of who can be spared and who gains.
    public static void write(ShareAnswer report, ObjectNode root) {
        PlanAnswer plan = report.plan();
        ArrayNode spares = root.putArray("spare");
        report.spares().singles().forEach(spare -> spare(spare, report, spares.addObject()));
        ArrayNode pairs = root.putArray("notBoth");
        for (Spare pair : report.spares().pairs()) {
            ObjectNode node = pairs.addObject();
            pair.members().forEach(node.putArray("members")::add);
            node.put("kept", pair.kept().word());
            node.put("why", pair.why());
        }
        root.put("pairsLookedAt", report.spares().pairsLooked());
        root.put("spareAccount", report.spares().account());
        ArrayNode numbers = root.putArray("forANumberOnly");
        for (EmptyHanded one : report.emptyHanded()) {
            one.numberOf().ifPresent(owner -> {
                ObjectNode node = numbers.addObject();
                node.put("member", one.member());
                node.put("numberOf", owner);
            });
        }
        worth(plan, root.putObject("worth"));
        leavers(plan, root);
    }

    private static void spare(Spare spare, ShareAnswer report, ObjectNode node) {
        PlanAnswer plan = report.plan();
        node.put("member", spare.member());
        node.put("kept", spare.kept().word());
        node.put("why", spare.why());
        if (spare.riseMinor().isEmpty()) {
            return;
        }
        node.put("billRise", plan.decimal(spare.riseMinor().getAsLong()));
        StayingHome home = report.home().get(spare.member());
        Map<String, Long> pays = home == null ? Map.of() : home.asked();
        ArrayNode asked = node.putArray("asked");
        for (Spare.Asked one : spare.asked()) {
            ObjectNode who = asked.addObject();
            who.put("member", one.member());
            who.put("pays", plan.decimal(pays.getOrDefault(one.member(), 0L)));
            who.put("joins", one.joins());
            who.put("brings", one.brings());
            one.numberOf().ifPresent(owner -> who.put("forTheNumberOf", owner));
        }
        ObjectNode saves = node.putObject("saves");
        ObjectNode byRule = node.putObject("savesByRule");
        if (home != null) {
            home.byClass().forEach((staying, saving) -> saves.put(staying.word(), plan.decimal(saving.amountMinor())));
            home.saves().forEach((rule, minor) -> byRule.put(rule, plan.decimal(minor)));
        }
    }

    private static void worth(PlanAnswer plan, ObjectNode node) {
        node.put(
                "declared",
                plan.alliance()
                        .sharing()
                        .termsOf(plan.mission().id())
                        .worth()
                        .map(worth -> plan.decimal(worth.amountMinor()))
                        .orElse(null));
        ObjectNode rules = node.putObject("rules");
        for (WhoPays.Column column : plan.whoPays().columns()) {
            column.verdict()
                    .gains()
                    .ifPresent(gains ->
                            gains(gains, plan, rules.putObject(column.rule().id())));
        }
    }

    private static void gains(Gains gains, PlanAnswer plan, ObjectNode node) {
        if (gains.allFrom().isPresent()) {
            node.put("allGainFrom", plan.decimal(gains.allFrom().getAsLong()));
        } else {
            node.putNull("allGainFrom");
        }
        gains.last().forEach(node.putArray("last")::add);
        ArrayNode at = node.putArray("at");
        for (Gains.At one : gains.at()) {
            ObjectNode where = at.addObject();
            where.put("worth", plan.decimal(one.worthMinor()));
            ObjectNode losers = where.putObject("losers");
            one.losers().forEach((member, minor) -> losers.put(member, plan.decimal(minor)));
            where.put("sum", plan.decimal(one.sumMinor()));
        }
        ObjectNode not = node.putObject("notJudged");
        gains.notJudged().forEach((member, minor) -> not.put(member, plan.decimal(minor)));
    }

    private static void leavers(PlanAnswer plan, ObjectNode root) {
        WhoPays whoPays = plan.whoPays();
        ArrayNode leavers = root.putArray("leavers");
        root.put(
                "leaversAmong",
                whoPays.benefitGame()
                        .map(game -> game.byLine() ? "coalitions" : "members")
                        .orElse("nobody"));
        root.put("noBenefitGame", whoPays.benefitGame().isPresent() ? null : whoPays.noBenefitGame());
        if (whoPays.benefitGame().isEmpty()) {
            return;
        }
        BenefitGame game = whoPays.benefitGame().get();
        for (WhoPays.Column column : whoPays.columns()) {
            for (Leavers.Leaver leaver : column.verdict().leavers()) {
                long benefit = GainWords.benefit(leaver, game);
                ObjectNode node = leavers.addObject();
                node.put("rule", column.rule().id());
                leaver.coalition().forEach(node.putArray("coalition")::add);
                node.put("pays", plan.decimal(leaver.paysMinor()));
                node.put("benefit", plan.decimal(benefit));
                node.put("gainsAlone", plan.decimal(benefit - leaver.aloneMinor()));
            }
        }
    }
}
