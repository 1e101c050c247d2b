package org.muster.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.alliance.Member;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.bill.Money;
import org.muster.alliance.bill.PriceBasis;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Pool;
import org.muster.answer.PlanAnswer;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.report.plan.DiffText;
import org.muster.report.plan.PlanFacts;
import org.muster.report.plan.PlanJson;
import org.muster.report.plan.Timeline;
import org.muster.report.plan.WorldMap;
import org.muster.report.write.Table;
import org.muster.web.ask.Remedy;
import org.muster.web.ask.Tried;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// The room of one mission: the answer first, then who may go as links that try it otherwise, then why.
public final class MissionRoom {
    private static final WorldMap MAP = new WorldMap();

    private final Tried tried;
    private final PlanAnswer answer;
    private final PlanAnswer inFolder;
    private final Plan plan;
    private final Markup page = new Markup();

    private final List<Remedy> remedies;
    private final String whoPays;

    private MissionRoom(Tried tried, PlanAnswer answer, PlanAnswer inFolder, List<Remedy> remedies, String whoPays) {
        this.whoPays = whoPays;
        this.remedies = remedies;
        this.tried = tried;
        this.answer = answer;
        this.inFolder = inFolder;
        this.plan = answer.plan();
    }

    /// The page.
    ///
    /// @param answer   the plan of what is tried
    /// @param inFolder the plan of the mission as its folder has it
    /// @param remedies what why-not found to try, where it was asked
    /// @param whoPays  the section on who pays, see [org.muster.report.bill.WhoPaysSection#served]
    public static Reply write(
            Tried tried, PlanAnswer answer, PlanAnswer inFolder, List<Remedy> remedies, String whoPays) {
        MissionRoom room = new MissionRoom(tried, answer, inFolder, remedies, whoPays);
        room.body();
        Held held = tried.held();
        Frame frame = Frame.of(held, tried.mission().title())
                .under(tried.plain(), tried.mission().title())
                .form(tried.address(".json"), "JSON")
                .form(tried.address(".html"), "one page to send")
                .form(tried.address("/assignments.csv"), "CSV of assignments")
                .form(tried.address("/gaps.csv"), "gaps")
                .form(tried.address("/bill.csv"), "bill")
                .form(tried.address("/who_pays.csv"), "who pays")
                .form(tried.address(".xlsx"), "Excel")
                .script("page.js");
        if (tried.isPlain()) {
            frame.command(
                    "muster plan " + Frame.folder(held) + " " + tried.inFolder().id());
        }
        return frame.around(room.page);
    }

    private void body() {
        page.open("div", "class", "room").open("div", "class", "answer");
        Answered.head(page, answer);
        differences();
        remedy();
        facts();
        goers();
        map();
        page.close("div");
        choices();
        page.close("div");
        coverage();
        page.raw(Switches.of(tried, answer));
        whyNot();
        whoPays();
        bill();
        waiver();
        knowledge();
        invented();
    }

    private void facts() {
        Plan other = inFolder.plan();
        String currency = answer.alliance().currency();
        page.open("dl", "class", "facts");
        fact("Members that go", String.valueOf(plan.coalition().size()));
        fact("Bill", Money.words(plan.bill().totalMinor(), currency));
        if (!tried.isPlain()) {
            long more =
                    Math.subtractExact(plan.bill().totalMinor(), other.bill().totalMinor());
            fact(
                    "Against the folder",
                    more == 0 ? "the same" : Money.words(Math.abs(more), currency) + (more > 0 ? " more" : " less"));
        }
        fact("Lines short", String.valueOf(plan.gaps().size()));
        fact("Lead", plan.lead().map(answer::nameOf).orElse("none asked for"));
        page.close("dl");
        String basis = PriceBasis.sentence(plan.bill());
        if (!basis.isEmpty()) {
            page.element("p", basis, "class", "basis");
        }
    }

    private void fact(String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close("div");
    }

    private void differences() {
        if (tried.isPlain()) {
            return;
        }
        List<String> said = new ArrayList<>();
        say(said, "must take part", tried.variant().mustJoin());
        say(said, "must not take part", tried.variant().mustNot());
        say(said, "may choose freely", tried.variant().free());
        tried.variant().waiver().ifPresent(waiver -> said.add("day after waived by " + waiver.authority()));
        tried.variant().off().forEach(rule -> said.add(Switches.words(tried, rule) + " is off"));
        tried.settings().forEach(setting -> said.add(Switches.words(setting)));
        tried.knownAt().ifPresent(day -> said.add("figures as published by " + day));
        String before = PlanJson.write(inFolder);
        String after = PlanJson.write(answer);
        List<String> lines =
                DiffText.of(PlanJson.read(before), PlanJson.read(after), PlanFacts.of(before), PlanFacts.of(after));
        page.open("div", "class", "tried", "id", "tried")
                .element("p", "You try: " + String.join("; ", said) + ".")
                .open("p")
                .text(against())
                .raw(" ")
                .link(tried.plain(), "Back to the folder's mission")
                .raw(" \u00b7 ")
                .link(Forks.address(tried), "Put it beside others")
                .close("p")
                .open("details")
                .element("summary", Counted.of(lines.size(), "differences") + ", line by line")
                .open("ul", "class", "lines");
        lines.forEach(line -> page.element("li", line));
        page.close("ul").close("details").close("div");
    }

    /// What would cover it: found already, or to be asked for.
    private void remedy() {
        boolean covers = plan.status() == Plan.Status.COVERED || plan.status() == Plan.Status.WAIVED;
        if (!remedies.isEmpty()) {
            page.raw(Switches.remedies(tried, remedies));
        } else if (!covers) {
            page.open("form", "method", "post", "action", tried.address("/why-not"), "class", "row remedy")
                    .element("button", "Find the cheapest change that covers it")
                    .close("form");
        }
    }

    private void say(List<String> said, String how, Set<String> members) {
        if (!members.isEmpty()) {
            said.add(String.join(", ", members.stream().map(answer::nameOf).toList()) + " " + how);
        }
    }

    private String against() {
        List<String> before = inFolder.plan().coalition();
        List<String> after = plan.coalition();
        List<String> said = new ArrayList<>();
        List<String> joins = after.stream()
                .filter(code -> !before.contains(code))
                .map(answer::nameOf)
                .toList();
        List<String> leaves = before.stream()
                .filter(code -> !after.contains(code))
                .map(answer::nameOf)
                .toList();
        if (!joins.isEmpty()) {
            said.add(String.join(", ", joins) + (joins.size() == 1 ? " joins" : " join"));
        }
        if (!leaves.isEmpty()) {
            said.add(String.join(", ", leaves) + (leaves.size() == 1 ? " does" : " do") + " not go");
        }
        return said.isEmpty() ? "The same members go." : String.join("; ", said) + ".";
    }

    private void goers() {
        page.open("section", "id", "goes").element("h2", "Who goes, with what");
        if (plan.coalition().isEmpty()) {
            page.element("p", "Nobody goes.").close("section");
            return;
        }
        Map<String, List<String>> brings = new LinkedHashMap<>();
        plan.coalition().forEach(code -> brings.put(code, new ArrayList<>()));
        List<String> common = new ArrayList<>();
        for (Plan.Assignment one : plan.assignments()) {
            String what = Counted.of(one.units(), answer.capabilityOf(one)) + " on " + one.lineKey();
            one.member()
                    .map(brings::get)
                    .ifPresentOrElse(list -> list.add(what), () -> common.add(one.id() + ": " + what));
        }
        page.open("ul", "class", "goers");
        brings.forEach((code, what) -> page.open("li")
                .element("strong", answer.nameOf(code))
                .element("span", what.isEmpty() ? "with no units of its own" : String.join("; ", what))
                .close("li"));
        page.close("ul");
        if (!common.isEmpty()) {
            page.element("p", "From pools and charters: " + String.join("; ", common) + ".");
        }
        page.close("section");
    }

    private void choices() {
        page.open("aside", "class", "choices", "id", "choices", "aria-label", "Who may go")
                .element("h2", "Who may go")
                .element("p", "Choose, and the plan is made again.", "class", "hint");
        part("Go", member -> plan.coalition().contains(member.code()));
        part("Stay out", member -> !plan.coalition().contains(member.code()) && member.isAlly());
        part("Partners that stay out", member -> !plan.coalition().contains(member.code()) && !member.isAlly());
        page.close("aside");
    }

    /// Whoever goes is asked to stay out by a click, whoever stays out to go, and whoever is asked is set free.
    private void map() {
        Mission.Pins pins = tried.mission().pins();
        Map<String, String> styles = new LinkedHashMap<>();
        Map<String, String> links = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (Member member : answer.alliance().members()) {
            String code = member.code();
            boolean goes = plan.coalition().contains(code);
            boolean must = pins.mustJoin().contains(code);
            boolean out = pins.mustNot().contains(code);
            styles.put(code, must ? "must" : out ? "out" : goes ? "goes" : member.isAlly() ? "ally" : "partner");
            links.put(code, tried.with(code, must || out ? "free" : goes ? "mustNot" : "must"));
            titles.put(
                    code,
                    member.name()
                            + (must ? " must go" : out ? " is out" : goes ? " goes" : " does not go")
                            + (must || out ? ": set it free" : goes ? ": try without it" : ": try with it"));
        }
        MAP.svg(styles, code -> titles.getOrDefault(code, code), links)
                .ifPresent(svg -> page.open("section", "id", "map")
                        .element("h2", "Map")
                        .raw(svg)
                        .open("p", "class", "legend")
                        .element("span", "goes", "class", "goes")
                        .raw(" ")
                        .element("span", "member that does not", "class", "ally")
                        .raw(" ")
                        .element("span", "partner that does not", "class", "partner")
                        .raw(" ")
                        .element("span", "must go", "class", "must")
                        .raw(" ")
                        .element("span", "out", "class", "out")
                        .raw(" ")
                        .element("small", "Choose a country to try it; each stands in the list, too.")
                        .close("p")
                        .close("section"));
    }

    private void part(String title, Predicate<Member> which) {
        List<Member> members =
                answer.alliance().members().stream().filter(which).toList();
        if (members.isEmpty()) {
            return;
        }
        page.element("h3", title + " (" + members.size() + ")").open("ul");
        for (Member member : members) {
            page.open("li", "data-member", member.code())
                    .link(Frame.address(tried.held()) + "/members/" + Query.encoded(member.code()), member.name())
                    .open("span", "class", "how");
            Mission.Pins pins = tried.mission().pins();
            boolean must = pins.mustJoin().contains(member.code());
            boolean out = pins.mustNot().contains(member.code());
            choice(member, "mustNot", "out", out);
            choice(member, "free", "free", !must && !out);
            choice(member, "must", "must", must);
            page.close("span").close("li");
        }
        page.close("ul");
    }

    private void choice(Member member, String how, String word, boolean chosen) {
        if (chosen) {
            page.element("strong", word, "aria-current", "true");
        } else {
            page.element(
                    "a",
                    word,
                    "href",
                    tried.with(member.code(), how),
                    "rel",
                    "nofollow",
                    "aria-label",
                    word + ": " + member.name());
        }
    }

    private void coverage() {
        page.open("section", "id", "coverage").element("h2", "Phases, covered and short");
        page.raw(Timeline.html(tried.mission().phases(), plan));
        if (!plan.gaps().isEmpty()) {
            Table.Draft gaps = Table.of(3, "From", "Line", "Capability", "Short", "Asked", "Unit");
            plan.gaps()
                    .forEach(gap -> gaps.row(
                            gap.from().toString(),
                            gap.lineKey() + (gap.essential() ? "" : " (desirable)"),
                            gap.capability(),
                            String.valueOf(gap.missing()),
                            String.valueOf(gap.quantity()),
                            answer.unitOf(gap.capability())));
            page.element("h3", "What is missing").raw(gaps.table().html());
        }
        page.close("section");
    }

    private void whyNot() {
        page.open("section", "id", "why-not")
                .element("h2", "Why not?")
                .element(
                        "p",
                        "What stands in the way of the mission, of somebody that does not go, of a pool or a line; and"
                                + " the cheapest change. It takes some seconds.")
                .open("form", "method", "post", "action", tried.address("/why-not"), "class", "row")
                .open("label")
                .text("About ")
                .open("select", "name", "about");
        page.element("option", "the mission", "value", "");
        page.open("optgroup", "label", "Members that do not go");
        answer.alliance().members().stream()
                .filter(member -> !plan.coalition().contains(member.code()))
                .forEach(member -> page.element("option", member.name(), "value", member.code()));
        page.close("optgroup").open("optgroup", "label", "Pools");
        answer.alliance().pools().stream().map(Pool::id).forEach(id -> page.element("option", id, "value", id));
        page.close("optgroup").open("optgroup", "label", "Lines");
        for (Phase phase : tried.mission().phases()) {
            phase.requirements().forEach(line -> {
                String key = phase.id() + "/" + line.id();
                page.element("option", key, "value", key);
            });
        }
        page.close("optgroup")
                .close("select")
                .close("label")
                .raw(" ")
                .element("button", "Ask why")
                .close("form")
                .close("section");
    }

    private void whoPays() {
        page.open("section", "id", "who-pays")
                .element("h2", "Who pays")
                .open("form", "method", "post", "action", tried.address("/share"), "class", "row")
                .element(
                        "span",
                        "Under rules that go by the bill alone. With those that compare all coalitions, who can be spared"
                                + " and who gains: ")
                .element("button", "Share the bill under every rule")
                .close("form")
                .raw(whoPays)
                .close("section");
    }

    private void bill() {
        page.open("section", "id", "bill").element("h2", "Bill");
        Table.Draft lines = Table.of(
                5,
                "Date",
                "Category",
                "What for",
                "Price",
                "Fund",
                answer.alliance().currency());
        for (CostLine line : plan.bill().lines()) {
            lines.row(
                    line.date().toString(),
                    line.category(),
                    line.text() + (line.illustrative() ? " (illustrative)" : ""),
                    line.price().word(),
                    line.fund().orElse(""),
                    answer.grouped(line.amountMinor()));
        }
        page.open("details")
                .element("summary", Counted.of(plan.bill().lines().size(), "lines"))
                .raw(lines.table().html())
                .close("details")
                .close("section");
    }

    private void waiver() {
        page.open("section", "id", "waiver").element("h2", "The day after");
        tried.mission()
                .waiver()
                .ifPresent(waiver -> page.element(
                        "p",
                        "Waived by " + waiver.authority() + " on " + waiver.date() + ": " + waiver.reason() + "."));
        page.open("details")
                .element("summary", "Try a waiver")
                .open("form", "method", "get", "action", tried.plain(), "class", "row");
        Switches.hidden(page, tried.query(), List.of("waive", "waiveDate", "waiveReason"));
        field("Authority", "waive", "text", "required", "");
        field("Day", "waiveDate", "date", "required", "");
        field("Reason", "waiveReason", "text", "required", "");
        page.element("button", "Try it").close("form").close("details").close("section");
    }

    /// What somebody knew on an earlier day would have paid by, and how long may be looked.
    private void knowledge() {
        page.open("section", "id", "knowledge")
                .element("h2", "What is known, and how long is looked")
                .element(
                        "p",
                        "Figures of the folder "
                                + tried.knownAt()
                                        .map(day -> "that had been published by " + day)
                                        .orElse("as published last")
                                + "; rules that go by figures share the bill by them.")
                .open("details")
                .element("summary", "Try another day")
                .open("form", "method", "get", "action", tried.plain(), "class", "row");
        Switches.hidden(page, tried.query(), List.of("known_at", "seconds"));
        field("As known on", "known_at", "date", "required", "");
        field("Seconds at most", "seconds", "number", "min", "1", "max", "600", "required", "");
        page.element("button", "Try it").close("form").close("details").close("section");
    }

    private void field(String label, String name, String type, String... more) {
        List<String> attributes = new ArrayList<>(List.of(
                "name",
                name,
                "type",
                type,
                "value",
                tried.query().one(name).orElse(name.equals("seconds") ? "60" : "")));
        attributes.addAll(List.of(more));
        page.open("label")
                .text(label + " ")
                .open("input", attributes.toArray(String[]::new))
                .close("label");
    }

    private void invented() {
        page.open("section", "id", "illustrative").element("h2", "Illustrative");
        List<String> phrases = answer.illustrative();
        page.element(
                        "p",
                        "Invented, not published: " + (phrases.isEmpty() ? "nothing" : String.join("; ", phrases))
                                + ".")
                .close("section");
    }
}
