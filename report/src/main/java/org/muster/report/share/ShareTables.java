package org.muster.report.share;

import java.util.List;
import org.muster.answer.PlanAnswer;
import org.muster.answer.ShareAnswer;
import org.muster.report.write.Table;
import org.muster.report.write.Tables;
import org.muster.share.WhoPays;

/// A shared bill as tables: what each member pays under each rule, what is said beside the rules, which do not fit, and
/// what members receive.
public final class ShareTables {
    private ShareTables() {}

    /// The tables.
    public static Tables of(ShareAnswer share) {
        return Tables.of(
                Tables.Named.of("amounts", amounts(share.plan())).numbers("amount", "free_riding_gain"),
                Tables.Named.of("rules", rules(share.plan()))
                        .numbers(
                                "participants_total",
                                "non_participants_total",
                                "inequality_gini",
                                "distance_from_ability"),
                Tables.Named.of("not_applicable", not(share.plan().whoPays())),
                Tables.Named.of("received", received(share.plan())).numbers("amount"));
    }

    private static Table amounts(PlanAnswer plan) {
        Table.Draft rows = Table.of(0, "rule", "member", "participates", "amount", "currency", "free_riding_gain");
        List<String> goes = plan.whoPays().participants();
        for (WhoPays.Column column : plan.whoPays().columns()) {
            column.amounts().forEach((member, minor) -> {
                Long gain = column.verdict().freeRiding().get(member);
                rows.row(
                        column.rule().id(),
                        member,
                        String.valueOf(goes.contains(member)),
                        plan.decimal(minor),
                        plan.whoPays().currency(),
                        gain == null ? "" : plan.decimal(gain));
            });
        }
        return rows.table();
    }

    private static Table rules(PlanAnswer plan) {
        Table.Draft rows = Table.of(
                0,
                "rule",
                "title",
                "version",
                "participants_total",
                "non_participants_total",
                "currency",
                "inequality_gini",
                "distance_from_ability");
        for (WhoPays.Column column : plan.whoPays().columns()) {
            rows.row(
                    column.rule().id(),
                    column.rule().title(),
                    column.rule().version(),
                    plan.decimal(column.participantsTotal()),
                    plan.decimal(column.nonParticipantsTotal()),
                    plan.whoPays().currency(),
                    column.verdict().inequality().toPlainString(),
                    column.verdict()
                            .distanceFromAbility()
                            .map(away -> away.toPlainString())
                            .orElse(""));
        }
        return rows.table();
    }

    private static Table not(WhoPays whoPays) {
        Table.Draft rows = Table.of(0, "rule", "reason");
        whoPays.notApplicable().forEach(rows::row);
        return rows.table();
    }

    private static Table received(PlanAnswer plan) {
        Table.Draft rows = Table.of(0, "member", "amount", "currency");
        plan.whoPays()
                .received()
                .forEach((member, minor) ->
                        rows.row(member, plan.decimal(minor), plan.whoPays().currency()));
        return rows.table();
    }
}
