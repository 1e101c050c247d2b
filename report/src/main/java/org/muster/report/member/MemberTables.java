package org.muster.report.member;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.answer.PlanAnswer;
import org.muster.plan.Plan;
import org.muster.report.write.Json;
import org.muster.report.write.Table;
import org.muster.report.write.Tables;
import org.muster.share.WhoPays;

/// A member as tables, and the same as JSON: missions, what it sends, what it pays now and if it stayed out, which of
/// its rules bind, and its hours in pools.
public final class MemberTables {
    private MemberTables() {}

    /// The tables.
    public static Tables of(MemberAnswer answer) {
        return Tables.of(
                Tables.Named.of("missions", missions(answer)).numbers("bill", "bill_if_it_stayed_out"),
                Tables.Named.of("sends", sends(answer)).numbers("units", "cost").days("from", "to"),
                Tables.Named.of("pays", pays(answer)).numbers("pays", "pays_if_it_stayed_out"),
                Tables.Named.of("rules", rules(answer)).numbers("bill_without_it"),
                Tables.Named.of("pools", pools(answer)).numbers("owns", "drawn_of_its_own", "left"));
    }

    /// The tables as JSON: a list of rows each; amounts are decimal strings.
    public static String json(MemberAnswer answer) {
        ObjectNode root = Json.head("muster-member", "1");
        root.put("alliance", answer.alliance().id());
        root.put("member", answer.member().code());
        root.put("name", answer.member().name());
        root.put("currency", answer.alliance().currency());
        for (Tables.Named table : of(answer).tables()) {
            ArrayNode rows = root.putArray(table.name());
            for (List<String> row : table.table().rows()) {
                ObjectNode node = rows.addObject();
                for (int at = 0; at < row.size(); at++) {
                    String cell = row.get(at);
                    node.put(table.table().header().get(at), cell.isEmpty() ? null : cell);
                }
            }
        }
        answer.alliance().attributions().forEach(root.putArray("attributions")::add);
        return Json.text(root);
    }

    private static Table missions(MemberAnswer answer) {
        Table.Draft rows = Table.of(
                0,
                "mission",
                "title",
                "status",
                "goes",
                "bill",
                "status_if_it_stayed_out",
                "bill_if_it_stayed_out",
                "currency");
        for (MemberAnswer.OfMission one : answer.missions()) {
            PlanAnswer plan = one.plan();
            rows.row(
                    plan.mission().id(),
                    plan.mission().title(),
                    plan.plan().status().word(),
                    String.valueOf(answer.goes(one)),
                    plan.decimal(plan.plan().bill().totalMinor()),
                    one.without().map(out -> out.plan().status().word()).orElse(""),
                    one.without()
                            .map(out -> out.decimal(out.plan().bill().totalMinor()))
                            .orElse(""),
                    answer.alliance().currency());
        }
        return rows.table();
    }

    private static Table sends(MemberAnswer answer) {
        Table.Draft rows = Table.of(
                0, "mission", "phase", "requirement", "from", "to", "source", "id", "capability", "units", "cost");
        for (MemberAnswer.OfMission one : answer.missions()) {
            PlanAnswer plan = one.plan();
            for (Plan.Assignment sent : plan.plan().assignments()) {
                if (sent.member().filter(answer.member().code()::equals).isPresent()) {
                    Optional<Phase> phase = phase(plan.mission(), sent.phase());
                    rows.row(
                            plan.mission().id(),
                            sent.phase(),
                            sent.requirement(),
                            phase.map(some -> some.from().toString()).orElse(""),
                            phase.map(some -> some.to().toString()).orElse(""),
                            sent.source().word(),
                            sent.id(),
                            plan.capabilityOf(sent),
                            String.valueOf(sent.units()),
                            plan.decimal(sent.costMinor()));
                }
            }
        }
        return rows.table();
    }

    private static Optional<Phase> phase(Mission mission, String id) {
        return mission.phases().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static Table pays(MemberAnswer answer) {
        Table.Draft rows = Table.of(0, "mission", "rule", "title", "pays", "pays_if_it_stayed_out", "currency");
        for (MemberAnswer.OfMission one : answer.missions()) {
            for (WhoPays.Column column : one.plan().whoPays().columns()) {
                String rule = column.rule().id();
                rows.row(
                        one.plan().mission().id(),
                        rule,
                        column.rule().title(),
                        answer.pays(one.plan(), rule).map(one.plan()::decimal).orElse(""),
                        one.without()
                                .flatMap(out -> answer.pays(out, rule))
                                .map(one.plan()::decimal)
                                .orElse(""),
                        answer.alliance().currency());
            }
        }
        return rows.table();
    }

    private static Table rules(MemberAnswer answer) {
        Table.Draft rows = Table.of(0, "mission", "rule", "binds", "status_without_it", "bill_without_it", "currency");
        for (MemberAnswer.OfMission one : answer.missions()) {
            for (MemberAnswer.Bound bound : one.bound()) {
                rows.row(
                        one.plan().mission().id(),
                        bound.rule(),
                        bound.binds().word(),
                        bound.then().plan().status().word(),
                        bound.then().decimal(bound.then().plan().bill().totalMinor()),
                        answer.alliance().currency());
            }
        }
        return rows.table();
    }

    private static Table pools(MemberAnswer answer) {
        Table.Draft rows = Table.of(0, "pool", "mission", "in", "goes", "owns", "drawn_of_its_own", "left");
        answer.drawn()
                .forEach(drawn -> rows.row(
                        drawn.use().pool().id(),
                        drawn.use().plan().mission().id(),
                        drawn.use().period(),
                        String.valueOf(drawn.own().goes()),
                        String.valueOf(drawn.own().owns()),
                        String.valueOf(drawn.own().drawn()),
                        String.valueOf(drawn.own().left())));
        return rows.table();
    }
}
