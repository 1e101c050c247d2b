package org.muster.web.page;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.mission.Mission;
import org.muster.answer.JointAnswer;
import org.muster.answer.PlanAnswer;
import org.muster.input.Counted;
import org.muster.input.Problem;
import org.muster.plan.together.JointPlan;
import org.muster.report.folder.CheckReport;
import org.muster.report.folder.Listings;
import org.muster.report.write.Json;
import org.muster.report.write.Table;
import org.muster.web.ask.Answers;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// Pages about a folder as a whole: what is served, what an alliance holds, its missions together, what is wrong.
public final class AlliancePages {
    private AlliancePages() {}

    /// What is served.
    public static Reply all(List<Held> served) {
        Markup page = new Markup();
        page.element("h1", "The planning room").open("ul", "class", "cards");
        served.forEach(held -> page.open("li")
                .open("h2")
                .link(Frame.address(held), held.alliance().title())
                .close("h2")
                .element("p", held.alliance().description())
                .element(
                        "p",
                        CheckReport.summary(
                                        held.alliance(),
                                        held.reading().warnings().size()) + ".",
                        "class",
                        "where")
                .close("li"));
        page.close("ul")
                .open("p")
                .link("/games", "Games")
                .text(": any cooperative game, typed or pasted.")
                .close("p");
        return Frame.plain("Muster: the planning room").around(page);
    }

    /// An alliance: its missions with their state, and what else it holds.
    public static Reply one(Held held, Answers answers) {
        Markup page = new Markup();
        page.element("h1", held.alliance().title()).element("p", held.alliance().description());
        page.open("form", "method", "get", "action", Frame.address(held) + "/missions")
                .element("h2", "Missions");
        page.open("div", "class", "wide")
                .open("table", "id", "missions")
                .raw(
                        "<thead><tr><th>Mission</th><th>Phases</th><th>State</th><th>Who goes</th><th>Bill</th></tr></thead><tbody>");
        held.alliance().missions().forEach(mission -> row(page, held, mission, answers.plan(held, mission)));
        page.raw("</tbody></table></div>");
        if (held.alliance().missions().size() > 1) {
            page.open("p")
                    .element("button", "Plan the chosen ones together")
                    .text(" so that no unit, hour or crew is counted twice.")
                    .close("p");
        }
        page.close("form");
        holds(page, held);
        invented(page, held, answers);
        return Frame.of(held, held.alliance().title())
                .form(Frame.address(held) + ".json", "JSON")
                .form(Frame.address(held) + "/missions.json", "JSON of the missions")
                .command("muster show " + Frame.folder(held))
                .around(page);
    }

    private static void row(Markup page, Held held, Mission mission, PlanAnswer answer) {
        String id = "m-" + mission.id();
        page.open("tr")
                .open("th")
                .open(
                        "input",
                        "type",
                        "checkbox",
                        "name",
                        "m",
                        "value",
                        mission.id(),
                        "id",
                        id,
                        "aria-label",
                        "choose " + mission.title())
                .raw(" ")
                .link(Frame.address(held) + "/missions/" + Query.encoded(mission.id()), mission.title())
                .close("th")
                .element(
                        "td",
                        mission.phases().getFirst().from() + " to "
                                + mission.phases().getLast().to())
                .open("td")
                .element(
                        "span",
                        answer.plan().status().word(),
                        "class",
                        "state " + answer.plan().status().word())
                .close("td")
                .element("td", Counted.of(answer.plan().coalition().size(), "members"))
                .element(
                        "td",
                        answer.alliance().currency() + " "
                                + answer.grouped(answer.plan().bill().totalMinor()))
                .close("tr");
    }

    private static void holds(Markup page, Held held) {
        page.element("h2", "What the folder holds")
                .element(
                        "p",
                        CheckReport.summary(
                                        held.alliance(),
                                        held.reading().warnings().size()) + ".");
        held.alliance()
                .pledges()
                .forEach(pledge -> page.open("p")
                        .text("Pledge: ")
                        .link(Frame.address(held) + "/pledge?pledge=" + Query.encoded(pledge.id()), pledge.title())
                        .close("p"));
        held.alliance()
                .investments()
                .plans()
                .forEach(plan -> page.open("p")
                        .text("What to hold in common: ")
                        .link(Frame.address(held) + "/invest?plan=" + Query.encoded(plan.id()), plan.title())
                        .close("p"));
        warnings(page, held.reading().warnings());
        page.element("h2", "Sources").open("ul");
        held.alliance().attributions().forEach(line -> page.element("li", line));
        page.close("ul");
    }

    private static void invented(Markup page, Held held, Answers answers) {
        page.element("h2", "What is invented");
        held.alliance().missions().forEach(mission -> {
            List<String> phrases = answers.plan(held, mission).illustrative();
            page.open("details")
                    .element("summary", mission.title() + ": " + Counted.of(phrases.size(), "statements"))
                    .element("p", phrases.isEmpty() ? "Nothing." : String.join("; ", phrases) + ".")
                    .close("details");
        });
    }

    private static void warnings(Markup page, List<Problem> warnings) {
        if (!warnings.isEmpty()) {
            page.element("h3", "What may be meant, and may as well be a mistake")
                    .open("ul", "class", "lines");
            warnings.forEach(warning -> page.element("li", warning.sentence()));
            page.close("ul");
        }
    }

    /// What is wrong with a folder.
    public static Reply problems(Held held) {
        Markup page = new Markup();
        List<Problem> problems = held.reading().problems();
        page.element("h1", "What is wrong with " + held.folder());
        if (problems.isEmpty()) {
            page.element("p", "Nothing is wrong.");
        } else {
            Table.Draft table = Table.of(4, "File", "Line", "Column", "What is wrong", "What would be right");
            problems.forEach(problem -> table.row(
                    problem.place().file(),
                    String.valueOf(problem.place().line()),
                    String.valueOf(problem.place().column()),
                    problem.wrong(),
                    problem.right()));
            page.raw(table.table().html());
        }
        warnings(page, held.reading().warnings());
        return Frame.of(held, "What is wrong")
                .under(Frame.address(held) + "/problems", "What is wrong")
                .form(Frame.address(held) + "/problems.json", "JSON")
                .command("muster check " + Frame.folder(held))
                .around(page);
    }

    /// Where a folder stands, for a page that is open.
    public static Reply state(Held held) {
        return Reply.json(Json.text(Json.object()
                .put("alliance", held.id())
                .put("revision", held.revision())
                .put("problems", held.reading().problems().size())));
    }

    /// A listing as `muster show` has it.
    ///
    /// @param kind one of [Listings#KINDS]; empty for the overview
    public static Reply listing(Held held, Optional<String> kind) {
        Listings listings = new Listings(held.alliance(), null);
        return Reply.json(kind.map(listings::of)
                .orElseGet(listings::overview)
                .json(held.alliance().id()));
    }

    /// Missions planned together.
    ///
    /// @param query the missions, as they stand in the address
    public static Reply together(Held held, JointAnswer answer, Query query) {
        Markup page = new Markup();
        int all = answer.reports().size();
        page.element("h1", all + " missions together");
        page.open("p", "class", "verdict " + (answer.covered() == all ? "covered" : "gaps"), "id", "verdict")
                .element("strong", answer.covered() + " of " + all + " covered")
                .text(" " + answer.reports().getFirst().sharedProofPhrase())
                .close("p");
        Table.Draft missions = Table.of(
                5,
                "Mission",
                "Priority",
                "Status",
                "Who goes",
                "Short",
                "Bill " + answer.alliance().currency());
        for (PlanAnswer one : answer.reports()) {
            missions.row(
                    one.mission().title(),
                    one.mission().priority().isPresent()
                            ? String.valueOf(one.mission().priority().getAsInt())
                            : "",
                    one.plan().status().word() + ": " + one.plan().reason(),
                    one.plan().coalition().isEmpty()
                            ? "nobody"
                            : String.join(
                                    ", ",
                                    one.plan().coalition().stream()
                                            .map(one::nameOf)
                                            .toList()),
                    Counted.of(one.plan().gaps().size(), "lines"),
                    one.grouped(one.plan().bill().totalMinor()));
        }
        missions.row("All", "", "", "", "", answer.grouped(answer.totalMinor()));
        page.raw(missions.table().html());
        shared(page, answer);
        String at = Frame.address(held) + "/missions";
        return Frame.of(held, all + " missions together")
                .under(at + query.text(), all + " missions together")
                .form(at + ".json" + query.text(), "JSON")
                .form(at + ".csv" + query.text(), "CSV")
                .form(at + ".xlsx" + query.text(), "Excel")
                .form(at + ".html" + query.text(), "one page to send, with the timeline")
                .command("muster plan " + Frame.folder(held) + " " + String.join(" ", query.all("m")))
                .around(page);
    }

    private static void shared(Markup page, JointAnswer answer) {
        page.element("h2", "What they share");
        List<JointPlan.Shared> contested = answer.contested();
        if (contested.isEmpty()) {
            page.element("p", "No unit, hour or crew is used by several of them, and none is used up.");
            return;
        }
        Table.Draft table = Table.of(2, "Source", "Who has how much of it", "There is");
        contested.forEach(one -> table.row(
                answer.nameOf(one),
                String.join(
                                ", ",
                                one.units().entrySet().stream()
                                        .map(use -> use.getKey() + " " + use.getValue())
                                        .toList())
                        + (one.isUsedUp() ? "; nothing is left" : ""),
                String.valueOf(one.capacity())));
        page.raw(table.table().html());
    }
}
