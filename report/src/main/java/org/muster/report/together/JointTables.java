package org.muster.report.together;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.answer.JointAnswer;
import org.muster.answer.PlanAnswer;
import org.muster.plan.together.JointPlan;
import org.muster.report.plan.PlanCsv;
import org.muster.report.write.Table;
import org.muster.report.write.Tables;

/// Missions planned together as tables: the missions, what they share, and the tables of every plan.
public final class JointTables {
    private JointTables() {}

    /// The tables.
    public static Tables of(JointAnswer answer) {
        List<Tables.Named> tables = new ArrayList<>(List.of(
                Tables.Named.of("missions", missions(answer)).numbers("priority", "gaps", "bill"),
                Tables.Named.of("shared", shared(answer))
                        .numbers("capacity", "units")
                        .days("from", "to")));
        Map<String, Tables> plans = new LinkedHashMap<>();
        answer.reports().forEach(plan -> plans.put(plan.mission().id(), PlanCsv.all(plan)));
        tables.addAll(Tables.together("mission", plans));
        return new Tables(tables);
    }

    private static Table missions(JointAnswer answer) {
        Table.Draft rows = Table.of(
                0, "mission", "title", "priority", "status", "reason", "coalition", "gaps", "bill", "currency");
        for (PlanAnswer one : answer.reports()) {
            rows.row(
                    one.mission().id(),
                    one.mission().title(),
                    one.mission().priority().isPresent()
                            ? String.valueOf(one.mission().priority().getAsInt())
                            : "",
                    one.plan().status().word(),
                    one.plan().reason(),
                    String.join(" ", one.plan().coalition()),
                    String.valueOf(one.plan().gaps().size()),
                    one.decimal(one.plan().bill().totalMinor()),
                    one.plan().bill().currency());
        }
        return rows.table();
    }

    private static Table shared(JointAnswer answer) {
        Table.Draft rows = Table.of(0, "source", "id", "period", "from", "to", "capacity", "mission", "units");
        for (JointPlan.Shared one : answer.joint().shared()) {
            one.units()
                    .forEach((mission, units) -> rows.row(
                            one.kind().word(),
                            one.id(),
                            one.period().orElse(""),
                            one.from().toString(),
                            one.to().toString(),
                            String.valueOf(one.capacity()),
                            mission,
                            String.valueOf(units)));
        }
        return rows.table();
    }
}
