package org.muster.report.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.muster.answer.PlanAnswer;
import org.muster.answer.ShareAnswer;
import org.muster.plan.atlas.Atlas;
import org.muster.report.bill.ExplanationJson;
import org.muster.report.bill.SpareJson;
import org.muster.report.plan.PlanJson;
import org.muster.share.WhoPays;
import org.muster.share.game.MissionGame;
import org.muster.share.rule.Joining;
import org.muster.share.verdict.Verdict;

/// A shared bill as JSON, by `docs/schema/share.schema.json`; amounts are decimal strings.
public final class ShareJson {
    /// The version of the format that is written.
    public static final String VERSION = "1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ShareJson() {}

    /// The report as JSON text, ending in a line end; the same report gives the same bytes.
    public static String write(ShareAnswer report) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(report)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values", e);
        }
    }

    private static ObjectNode tree(ShareAnswer report) {
        PlanAnswer plan = report.plan();
        WhoPays whoPays = plan.whoPays();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", "muster-share");
        root.put("version", VERSION);
        root.put("alliance", plan.alliance().id());
        root.put("mission", plan.mission().id());
        root.put("currency", whoPays.currency());
        root.put("total", plan.decimal(whoPays.totalMinor()));
        root.put("status", plan.plan().status().word());
        PlanJson.record(plan, root);
        PlanJson.restsOn(plan, root);
        root.put("method", whoPays.game().map(game -> game.method().word()).orElse(null));
        root.put("account", whoPays.game().map(MissionGame::account).orElse(null));
        root.put(
                "costOfAll",
                whoPays.game().map(game -> plan.decimal(game.costOfAll())).orElse(null));
        whoPays.participants().forEach(root.putArray("participants")::add);
        ArrayNode rules = root.putArray("rules");
        whoPays.columns().forEach(column -> rules.add(rule(column, report)));
        ObjectNode not = root.putObject("notApplicable");
        whoPays.notApplicable().forEach(not::put);
        root.put("noGame", report.noGame().isEmpty() ? null : report.noGame());
        ObjectNode received = root.putObject("received");
        whoPays.received().forEach((member, minor) -> received.put(member, plan.decimal(minor)));
        root.put("net", plan.decimal(whoPays.netMinor()));
        SpareJson.write(report, root);
        root.set("atlas", report.atlas().map(atlas -> atlas(atlas, plan)).orElse(null));
        plan.illustrative().forEach(root.putArray("illustrative")::add);
        plan.alliance().attributions().forEach(root.putArray("attributions")::add);
        return root;
    }

    private static ObjectNode rule(WhoPays.Column column, ShareAnswer report) {
        PlanAnswer plan = report.plan();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", column.rule().id());
        node.put("title", column.rule().title());
        node.put("description", column.rule().description());
        node.put("source", column.rule().source());
        node.put("version", column.rule().version());
        ObjectNode parameters = node.putObject("parameters");
        column.parameters().forEach(parameters::put);
        ObjectNode amounts = node.putObject("amounts");
        column.amounts().forEach((member, minor) -> amounts.put(member, plan.decimal(minor)));
        node.put("participantsTotal", plan.decimal(column.participantsTotal()));
        node.put("nonParticipantsTotal", plan.decimal(column.nonParticipantsTotal()));
        verdict(column.verdict(), plan, node);
        report.explain()
                .ifPresent(member ->
                        node.set("explain", ExplanationJson.tree(column.why().apply(member))));
        return node;
    }

    private static void verdict(Verdict verdict, PlanAnswer plan, ObjectNode node) {
        node.put("inequality", verdict.inequality().toPlainString());
        node.put("inequalityMeasure", "Gini");
        node.put(
                "distanceFromAbility",
                verdict.distanceFromAbility().map(d -> d.toPlainString()).orElse(null));
        ObjectNode gains = node.putObject("freeRidingGain");
        verdict.freeRiding().forEach((member, minor) -> gains.put(member, plan.decimal(minor)));
        Joining.Result joining = verdict.joining();
        ObjectNode joins = node.putObject("whenAMemberJoins");
        joins.put("verdict", joining.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        joining.joins().ifPresent(member -> joins.put("joins", member));
        joining.pays().ifPresent(member -> {
            joins.put("pays", member);
            joins.put("more", plan.decimal(joining.byMinor()));
        });
        if (!joining.reason().isEmpty()) {
            joins.put("reason", joining.reason());
        }
    }

    private static ObjectNode atlas(Atlas atlas, PlanAnswer plan) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("coalitions", atlas.coalitions());
        node.put("feasible", atlas.feasible());
        if (atlas.minimalCount().isPresent()) {
            node.put("minimalCount", atlas.minimalCount().getAsLong());
        } else {
            node.putNull("minimalCount");
        }
        ArrayNode minimal = node.putArray("minimal");
        atlas.minimal().forEach(one -> one.members().forEach(minimal.addArray()::add));
        ArrayNode cheapest = node.putArray("cheapestBySize");
        for (Atlas.Priced one : atlas.cheapest()) {
            ObjectNode priced = cheapest.addObject();
            one.members().forEach(priced.putArray("coalition")::add);
            priced.put("cost", plan.decimal(one.costMinor()));
        }
        atlas.indispensable().forEach(node.putArray("indispensable")::add);
        ObjectNode pivotal = node.putObject("pivotal");
        atlas.pivotal().forEach(pivotal::put);
        return node;
    }
}
