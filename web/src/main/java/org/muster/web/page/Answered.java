package org.muster.web.page;

import org.muster.answer.PlanAnswer;
import org.muster.plan.Plan;

/// What stands first wherever a plan is shown.
final class Answered {
    private Answered() {}

    /// Title and verdict, with how sure it is and what is invented of it.
    static void head(Markup page, PlanAnswer answer) {
        Plan plan = answer.plan();
        page.element("h1", answer.mission().title());
        verdict(page, plan.status().word(), plan.reason() + " \u00b7 " + answer.proofPhrase());
        if (!answer.illustrative().isEmpty()) {
            page.open("p", "class", "invented")
                    .element("a", "Some of the figures are illustrative", "href", "#illustrative")
                    .text(": invented, not published.")
                    .close("p");
        }
        answer.alsoWantedInWords().forEach(line -> page.element("p", line, "class", "also"));
        answer.record().ifPresent(record -> page.element("p", record.beside(plan.coalition()), "class", "record"));
        answer.keyOutOfTime().ifPresent(line -> page.element("p", line));
    }

    /// The verdict alone.
    static void verdict(Markup page, String status, String reason) {
        page.open("p", "class", "verdict " + status, "id", "verdict")
                .element("strong", status)
                .text(" " + reason)
                .close("p");
    }
}
