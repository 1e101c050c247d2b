package org.muster.report.whynot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.plan.model.Rule;
import org.muster.plan.whynot.Change;
import org.muster.plan.whynot.Conflict;
import org.muster.plan.whynot.WhyNot;
import org.muster.report.write.Json;

/// What stands in the way as JSON, by `docs/schema/why-not.schema.json`: amounts are decimal strings.
public final class WhyNotJson {
    private final Alliance alliance;

    private WhyNotJson(Alliance alliance) {
        this.alliance = alliance;
    }

    /// The JSON, ending in a line end.
    public static String write(WhyNot.Answer answer, Alliance alliance) {
        return Json.text(new WhyNotJson(alliance).tree(answer));
    }

    private ObjectNode tree(WhyNot.Answer answer) {
        ObjectNode root = Json.head("muster-why-not", "1");
        root.put("alliance", answer.plan().alliance());
        root.put("mission", answer.plan().mission());
        root.put("status", answer.plan().status().word());
        root.put("reason", answer.plan().reason());
        alliance.recordOf(answer.plan().mission())
                .ifPresent(
                        record -> root.put("record", record.beside(answer.plan().coalition())));
        root.put("currency", alliance.currency());
        root.put("complete", answer.isComplete());
        ArrayNode conflicts = root.putArray("conflicts");
        answer.conflicts().forEach(conflict -> conflicts.add(conflict(conflict)));
        ObjectNode absent = root.putObject("absent");
        answer.absent().forEach(absent::put);
        answer.unprovided().ifPresent(day -> root.put("dayAfterFrom", day.toString()));
        change(root, "cheapestSingleChange", answer.single());
        change(root, "smallestSetOfChanges", answer.smallest());
        return root;
    }

    private static ObjectNode conflict(Conflict conflict) {
        ObjectNode node = Json.object();
        node.put("impossible", conflict.impossible());
        ArrayNode rules = node.putArray("rules");
        conflict.rules().forEach(rule -> rules.add(rule(rule)));
        return node;
    }

    private static ObjectNode rule(Rule rule) {
        return Json.object().put("id", rule.id()).put("subject", rule.subject()).put("sentence", rule.sentence());
    }

    private void change(ObjectNode root, String key, Optional<Change> found) {
        if (found.isEmpty()) {
            return;
        }
        Change change = found.get();
        ObjectNode node = root.putObject(key);
        ArrayNode lifts = node.putArray("lifts");
        change.lifts().forEach(rule -> lifts.add(rule(rule)));
        units(node, "found", change.added());
        units(node, "beyondPools", change.beyond());
        if (change.isPriced()) {
            node.put("cost", Money.decimal(change.costMinor(), alliance.currency()));
            node.put("price", Money.decimal(change.priceMinor(), alliance.currency()));
            ObjectNode payers = node.putObject("payers");
            change.payers().forEach((who, minor) -> payers.put(who, Money.decimal(minor, alliance.currency())));
        }
    }

    private static void units(ObjectNode node, String key, Map<String, Long> units) {
        if (!units.isEmpty()) {
            ObjectNode by = node.putObject(key);
            units.forEach(by::put);
        }
    }
}
