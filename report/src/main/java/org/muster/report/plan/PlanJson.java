package org.muster.report.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.bill.Money;
import org.muster.alliance.bill.PriceBasis;
import org.muster.answer.PlanAnswer;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.plan.Plan;
import org.muster.plan.SavedPlan;
import org.muster.plan.model.SourceKind;
import org.muster.plan.together.AlsoWanted;
import org.muster.report.write.Json;
import org.muster.share.WhoPays;
import org.muster.solve.Lexicographic;
import org.muster.solve.Sureness;

/// A plan as JSON, by `docs/schema/plan.schema.json`, and back as far as comparing plans needs it.
public final class PlanJson {
    /// The version of the format that is written.
    public static final String VERSION = "1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlanJson() {}

    /// The report as JSON text, ending in a line end; the same report gives the same bytes.
    public static String write(PlanAnswer report) {
        return Json.text(tree(report));
    }

    /// The plan as a tree, for reports that hold plans.
    public static ObjectNode tree(PlanAnswer report) {
        Plan plan = report.plan();
        ObjectNode root = Json.head("muster-plan", VERSION);
        root.put("alliance", plan.alliance());
        root.put("mission", plan.mission());
        root.put("title", report.mission().title());
        root.put("status", plan.status().word());
        root.put("reason", plan.reason());
        record(report, root);
        root.put("mode", plan.mode().name().toLowerCase(java.util.Locale.ROOT));
        plan.objectors().forEach(root.putArray("objectors")::add);
        root.set("proof", proof(plan));
        plan.coalition().forEach(root.putArray("coalition")::add);
        plan.lead().ifPresent(lead -> root.put("lead", lead));
        ArrayNode assignments = root.putArray("assignments");
        plan.assignments().forEach(a -> assignments.add(assignment(a, report)));
        ArrayNode gaps = root.putArray("gaps");
        plan.gaps().forEach(g -> gaps.add(gap(g)));
        plan.firstGap().ifPresent(first -> {
            ObjectNode node = root.putObject("firstUncovered");
            node.put("day", first.day().toString());
            node.put("line", first.line());
            node.put("quantity", first.missing());
            node.put("capability", first.capability());
        });
        ArrayNode releases = root.putArray("releases");
        plan.releases().forEach(r -> {
            ObjectNode node = releases.addObject();
            node.put("pool", r.pool());
            node.put("period", r.period());
            node.put("units", r.units());
            node.put("compensation", report.decimal(r.compensationMinor()));
        });
        root.set("bill", bill(report));
        root.set("whoPays", whoPays(report));
        report.illustrative().forEach(root.putArray("illustrative")::add);
        report.alliance().attributions().forEach(root.putArray("attributions")::add);
        return root;
    }

    private static ObjectNode proof(Plan plan) {
        ObjectNode proof = Json.object();
        proof.put("proven", plan.proven());
        proof.put("label", plan.sureness().word());
        ArrayNode levels = proof.putArray("levels");
        ArrayNode objective = proof.putArray("objective");
        ArrayNode bound = proof.putArray("bound");
        ArrayNode claimedBy = proof.arrayNode();
        ArrayNode labels = proof.putArray("labels");
        for (Lexicographic.Proof level : plan.proof()) {
            levels.add(level.level());
            objective.add(level.value());
            bound.add(level.bound());
            labels.add(level.sureness().word());
            if (level.sureness() == Sureness.CLAIMED) {
                claimedBy.add(level.solver());
            }
        }
        if (!claimedBy.isEmpty()) {
            proof.putArray("claimedBy").addAll(claimedBy);
        }
        return proof;
    }

    private static ObjectNode assignment(Plan.Assignment a, PlanAnswer report) {
        ObjectNode node = Json.object();
        node.put("phase", a.phase());
        node.put("requirement", a.requirement());
        node.put("source", a.source().word());
        node.put("id", a.id());
        node.put("member", a.member().orElse(null));
        node.put("units", a.units());
        node.put("cost", report.decimal(a.costMinor()));
        return node;
    }

    private static ObjectNode gap(Plan.Gap g) {
        ObjectNode node = Json.object();
        node.put("phase", g.phase());
        node.put("requirement", g.requirement());
        node.put("capability", g.capability());
        node.put("short", g.missing());
        node.put("quantity", g.quantity());
        node.put("essential", g.essential());
        node.put("from", g.from().toString());
        return node;
    }

    private static ObjectNode bill(PlanAnswer report) {
        ObjectNode bill = Json.object();
        bill.put("currency", report.plan().bill().currency());
        bill.put("total", report.decimal(report.plan().bill().totalMinor()));
        ArrayNode lines = bill.putArray("lines");
        for (CostLine line : report.plan().bill().lines()) {
            ObjectNode node = lines.addObject();
            node.put("id", line.id());
            node.put("date", line.date().toString());
            node.put("category", line.category());
            node.put("text", line.text());
            node.put("amount", report.decimal(line.amountMinor()));
            switch (line.incurredBy()) {
                case CostLine.Incurrer.OfMember by -> node.put("member", by.member());
                case CostLine.Incurrer.OfPool by -> node.put("pool", by.pool());
                case CostLine.Incurrer.OfAll by -> node.put("member", (String) null);
            }
            node.put("fund", line.fund().orElse(null));
            node.put("illustrative", line.illustrative());
            node.put("price", line.price().word());
        }
        restsOn(report, bill);
        return bill;
    }

    /// Who really went, where the folder knows: the plan is no history.
    public static void record(PlanAnswer report, ObjectNode root) {
        ArrayNode wanted = root.putArray("alsoWanted");
        for (AlsoWanted also : report.alsoWanted()) {
            ObjectNode node = wanted.addObject();
            node.put("mission", also.mission());
            also.pools().forEach(node.putArray("pools")::add);
            also.members().forEach(node.putArray("members")::add);
            also.charters().forEach(node.putArray("charters")::add);
        }
        report.record().ifPresent(record -> {
            ObjectNode node = root.putObject("record");
            node.put("note", record.beside(report.plan().coalition()));
            record.tookPart().forEach(node.putArray("tookPart")::add);
            record.stayedOut().forEach(node.putArray("stayedOut")::add);
        });
    }

    /// What the prices of the bill rest on.
    public static void restsOn(PlanAnswer report, ObjectNode node) {
        ArrayNode rests = node.putArray("restsOn");
        for (PriceBasis.Part part : PriceBasis.of(report.plan().bill())) {
            rests.addObject()
                    .put("basis", part.basis().word())
                    .put("amount", report.decimal(part.amountMinor()))
                    .put("percent", part.percent());
        }
    }

    private static ObjectNode whoPays(PlanAnswer report) {
        WhoPays whoPays = report.whoPays();
        ObjectNode node = Json.object();
        ArrayNode rules = node.putArray("rules");
        ObjectNode amounts = node.putObject("amounts");
        ObjectNode totals = node.putObject("totals");
        ObjectNode distance = node.putObject("distanceFromIncomeShare");
        for (WhoPays.Column column : whoPays.columns()) {
            rules.add(column.rule().id());
            ObjectNode byMember = amounts.putObject(column.rule().id());
            column.amounts().forEach((member, minor) -> byMember.put(member, report.decimal(minor)));
            ObjectNode total = totals.putObject(column.rule().id());
            total.put("participants", report.decimal(column.participantsTotal()));
            total.put("nonParticipants", report.decimal(column.nonParticipantsTotal()));
            ObjectNode away = distance.putObject(column.rule().id());
            column.distance().forEach((member, points) -> away.put(member, points.toPlainString()));
        }
        ObjectNode received = node.putObject("received");
        whoPays.received().forEach((member, minor) -> received.put(member, report.decimal(minor)));
        report.keyOutOfTime().ifPresent(sentence -> node.put("keyOutOfTime", sentence));
        ObjectNode not = node.putObject("notApplicable");
        whoPays.notApplicable().forEach(not::put);
        return node;
    }

    /// The plan in a JSON text that [#write] wrote.
    ///
    /// @throws Refusal with a sentence, where it is no such text
    public static SavedPlan read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!"muster-plan".equals(root.path("format").asText())) {
                throw new Refusal("no plan: `format` is not \"muster-plan\". Write one with "
                        + "`muster plan FOLDER MISSION --json`");
            }
            if (!VERSION.equals(root.path("version").asText())) {
                throw new Refusal("a plan of version " + root.path("version").asText() + ", not " + VERSION
                        + ". Plan again with this muster");
            }
            String currency = currencyOf(root.path("bill").path("currency").asText());
            List<Plan.Assignment> assignments = new ArrayList<>();
            for (JsonNode a : root.path("assignments")) {
                assignments.add(new Plan.Assignment(
                        a.path("phase").asText(),
                        a.path("requirement").asText(),
                        sourceOf(a.path("source").asText()),
                        a.path("id").asText(),
                        Optional.ofNullable(a.path("member").asText(null)),
                        a.path("units").asLong(),
                        Money.minor(a.path("cost").asText(), currency)));
            }
            List<String> coalition = new ArrayList<>();
            root.path("coalition").forEach(member -> coalition.add(member.asText()));
            List<SavedPlan.MissingUnits> gaps = new ArrayList<>();
            root.path("gaps")
                    .forEach(g -> gaps.add(new SavedPlan.MissingUnits(
                            g.path("phase").asText(),
                            g.path("requirement").asText(),
                            g.path("short").asLong())));
            return new SavedPlan(
                    root.path("mission").asText(),
                    root.path("status").asText(),
                    coalition,
                    assignments,
                    gaps,
                    currency,
                    Money.minor(root.path("bill").path("total").asText(), currency));
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": no JSON: " + e.getOriginalMessage(),
                    e);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Refusal("an amount in it is no decimal with the digits of its currency", e);
        }
    }

    private static String currencyOf(String code) {
        try {
            Money.digits(code);
            return code;
        } catch (IllegalArgumentException noCode) {
            throw new Refusal(
                    "the currency of the bill is \"" + Shown.plain(code)
                            + "\", no code of ISO 4217. Write one, such as EUR",
                    noCode);
        }
    }

    private static SourceKind sourceOf(String word) {
        return SourceKind.of(word)
                .orElseThrow(() -> new Refusal(
                        "the source of an assignment is \"" + Shown.plain(word) + "\". Write offer, pool or market"));
    }
}
