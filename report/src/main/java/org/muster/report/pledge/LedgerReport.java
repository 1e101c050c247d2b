package org.muster.report.pledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Money;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.pledge.ledger.Consolidated;
import org.muster.pledge.ledger.LedgerView;
import org.muster.pledge.ledger.PromiseState;
import org.muster.report.write.Json;
import org.muster.report.write.Screen;

/// The ledger as text and as JSON.
///
/// @param alliance whose ledger
/// @param view     the ledger on a day
/// @param promise  the only promise to be shown, event by event
public record LedgerReport(Alliance alliance, LedgerView view, Optional<String> promise) {
    private static final List<String> STAGES = List.of("Promised", "Allocated", "Delivered", "Lapsed", "Open");

    private List<PromiseState> shown() {
        return view.promises().stream()
                .filter(p -> promise.isEmpty() || promise.get().equals(p.promise()))
                .toList();
    }

    /// The text, as wide as the screen.
    public String text(Screen screen) {
        StringBuilder out =
                new StringBuilder("Contributions as of %s, as known on %s\n".formatted(view.asOf(), view.knownAt()));
        List<List<String>> rows = new ArrayList<>();
        for (PromiseState p : shown()) {
            rows.add(List.of(
                    p.promise(),
                    name(p.giver()),
                    name(p.receiver()),
                    p.promised().toPlainString(),
                    p.allocated().toPlainString(),
                    p.delivered().toPlainString(),
                    p.lapsed().toPlainString(),
                    p.open().toPlainString(),
                    p.unit(),
                    notes(p)));
        }
        out.append(screen.table(
                List.of(
                        "Promise",
                        "From",
                        "To",
                        "Promised",
                        "Allocated",
                        "Delivered",
                        "Lapsed",
                        "Open",
                        "Unit",
                        "Notes"),
                3,
                rows));
        if (promise.isPresent()) {
            events(out, screen);
        } else {
            consolidated(out, screen);
        }
        return out.toString();
    }

    private String notes(PromiseState p) {
        List<String> notes = new ArrayList<>();
        if (p.lowered().signum() > 0) {
            notes.add("lowered by " + p.lowered().toPlainString());
        }
        if (p.redated() > 0) {
            notes.add("redated");
        }
        if (p.isOverdue(view.asOf())) {
            notes.add("overdue");
        }
        if (p.beyond().signum() > 0) {
            notes.add("beyond the promise " + p.beyond().toPlainString());
        }
        if (p.unmatched().signum() > 0) {
            notes.add("unmatched " + p.unmatched().toPlainString());
        }
        if (p.values().isEmpty()) {
            notes.add("not valued");
        }
        if (p.events().stream().anyMatch(e -> e.provenance().isIllustrative())) {
            notes.add("illustrative");
        }
        return String.join(", ", notes);
    }

    private void events(StringBuilder out, Screen screen) {
        for (PromiseState p : shown()) {
            out.append('\n');
            List<List<String>> rows = new ArrayList<>();
            for (LedgerEvent event : p.events()) {
                rows.add(List.of(
                        event.kind().word(),
                        event.provenance().status().word() + ": "
                                + event.provenance().source(),
                        event.date().toString(),
                        event.knownFrom().toString(),
                        event.amount().toPlainString(),
                        event.unit(),
                        event.value().map(v -> v.rate().toPlainString()).orElse(""),
                        event.due().map(Object::toString).orElse("")));
            }
            out.append(screen.table(
                    List.of("Event", "Document", "Date", "Known from", "Amount", "Unit", "Rate", "Due"), 2, rows));
        }
    }

    private void consolidated(StringBuilder out, Screen screen) {
        Consolidated all = Consolidated.of(view);
        out.append("\nConsolidated, ")
                .append(alliance.currency())
                .append(": each amount once, where it leaves a member\n");
        List<List<String>> rows = new ArrayList<>();
        all.byGiver().forEach((giver, stages) -> rows.add(row(name(giver), stages)));
        rows.add(row("All", all.total()));
        List<String> header = new ArrayList<>(List.of("Member"));
        header.addAll(STAGES);
        out.append(screen.table(header, 1, rows));
        out.append('\n')
                .append(screen.wrapped(
                        "Delivered: %s reached beneficiaries, %s is held in funds; %s counted again on the way is eliminated."
                                .formatted(
                                        money(all.reached().values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum()),
                                        money(all.held()),
                                        money(all.eliminated())),
                        "  "));
        if (!view.unvalued().isEmpty()) {
            out.append("Not included in totals (no valuation): ")
                    .append(String.join(
                            ", ",
                            view.unvalued().stream().map(PromiseState::promise).toList()))
                    .append(".\n");
        }
    }

    private List<String> row(String name, Consolidated.Stages stages) {
        return List.of(
                name,
                money(stages.promised()),
                money(stages.allocated()),
                money(stages.delivered()),
                money(stages.lapsed()),
                money(stages.open()));
    }

    private String money(long minor) {
        return Money.grouped(minor, alliance.currency());
    }

    private String name(String account) {
        return alliance.member(account).map(Member::name).orElse(account);
    }

    /// The JSON, ending in a line end.
    public String json() {
        ObjectNode root = Json.head("muster-ledger", "1");
        root.put("alliance", alliance.id());
        root.put("asOf", view.asOf().toString());
        root.put("knownAt", view.knownAt().toString());
        root.put("currency", alliance.currency());
        ArrayNode promises = root.putArray("promises");
        shown().forEach(p -> promise(promises.addObject(), p));
        Consolidated all = Consolidated.of(view);
        ObjectNode consolidated = root.putObject("consolidated");
        stages(consolidated.putObject("total"), all.total());
        ObjectNode byGiver = consolidated.putObject("byMember");
        all.byGiver().forEach((giver, stages) -> stages(byGiver.putObject(giver), stages));
        ObjectNode funds = consolidated.putObject("funds");
        all.funds()
                .forEach((fund, flow) -> funds.putObject(fund)
                        .put("in", decimal(flow.in()))
                        .put("out", decimal(flow.out()))
                        .put("held", decimal(flow.held())));
        ObjectNode reached = consolidated.putObject("reached");
        all.reached().forEach((to, minor) -> reached.put(to, decimal(minor)));
        consolidated.put("eliminated", decimal(all.eliminated()));
        ArrayNode unvalued = consolidated.putArray("notValued");
        view.unvalued().forEach(p -> unvalued.add(p.promise()));
        return Json.text(root);
    }

    private void promise(ObjectNode node, PromiseState p) {
        node.put("promise", p.promise());
        node.put("giver", p.giver());
        node.put("receiver", p.receiver());
        node.put("title", p.title());
        node.put("unit", p.unit());
        node.put("promised", p.promised());
        node.put("allocated", p.allocated());
        node.put("delivered", p.delivered());
        node.put("lapsed", p.lapsed());
        node.put("open", p.open());
        node.put("lowered", p.lowered());
        node.put("beyond", p.beyond());
        node.put("unmatched", p.unmatched());
        Json.put(node, "due", p.due());
        node.put("redated", p.redated());
        node.put("overdue", p.isOverdue(view.asOf()));
        if (p.values().isPresent()) {
            PromiseState.Values values = p.values().get();
            node.putObject("value")
                    .put("promised", decimal(values.promised()))
                    .put("allocated", decimal(values.allocated()))
                    .put("delivered", decimal(values.delivered()))
                    .put("lapsed", decimal(values.lapsed()))
                    .put("open", decimal(values.open()))
                    .put("deliveredAtOwnRates", decimal(values.deliveredAtOwnRates()));
        } else {
            node.putNull("value");
        }
        ArrayNode events = node.putArray("events");
        for (LedgerEvent event : p.events()) {
            ObjectNode one = events.addObject();
            one.put("id", event.id());
            one.put("event", event.kind().word());
            one.put("amount", event.amount());
            Json.put(one, "rate", event.value().map(LedgerEvent.UnitValue::rate));
            Json.put(one, "rateDate", event.value().map(LedgerEvent.UnitValue::on));
            Json.put(one, "rateSource", event.value().map(LedgerEvent.UnitValue::source));
            one.put("date", event.date().toString());
            one.put("knownFrom", event.knownFrom().toString());
            Json.put(one, "due", event.due());
            one.put("status", event.provenance().status().word());
            one.put("source", event.provenance().source());
        }
    }

    private void stages(ObjectNode node, Consolidated.Stages stages) {
        node.put("promised", decimal(stages.promised()))
                .put("allocated", decimal(stages.allocated()))
                .put("delivered", decimal(stages.delivered()))
                .put("lapsed", decimal(stages.lapsed()))
                .put("open", decimal(stages.open()));
    }

    private String decimal(long minor) {
        return Money.decimal(minor, alliance.currency());
    }
}
