package org.muster.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.muster.alliance.bill.Money;
import org.muster.answer.PlanAnswer;
import org.muster.input.Counted;
import org.muster.report.plan.DiffText;
import org.muster.report.plan.PlanFacts;
import org.muster.report.plan.PlanJson;
import org.muster.web.ask.Answers;
import org.muster.web.ask.Tried;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;

/// Two to four variants of a mission side by side, with what differs as `muster diff` says it.
public final class Forks {
    private static final int MOST = 4;
    private static final String AS_IN_FOLDER = "folder";

    private Forks() {}

    /// The address that puts a variant beside the mission as its folder has it.
    static String address(Tried tried) {
        return address(tried, List.of(tried.query()));
    }

    private static String address(Tried tried, List<Query> others) {
        StringBuilder address =
                new StringBuilder(tried.plain()).append("/forks?fork=").append(AS_IN_FOLDER);
        others.forEach(query -> address.append("&fork=").append(Query.encoded(said(query))));
        return address.toString();
    }

    /// What an address of forks says of one: what stands behind the question mark of its own address.
    private static String said(Query query) {
        return query.values().isEmpty() ? AS_IN_FOLDER : query.text().substring(1);
    }

    /// What is put side by side. A fork is `folder`, or what an address of the mission says behind its question mark;
    /// the whole address does too.
    ///
    /// @throws Fault where they are fewer than two, or too many
    public static List<Query> queries(Ask ask) {
        List<String> said = ask.query().only("fork").values().getOrDefault("fork", List.of());
        if (said.isEmpty() || said.size() > MOST) {
            throw new Fault(
                    Code.PARAMETER,
                    "name one to " + MOST
                            + " variants, as fork=folder&fork=VARIANT, a variant being what its address says behind the"
                            + " question mark");
        }
        return said.stream().map(Forks::query).distinct().toList();
    }

    private static Query query(String said) {
        String text = said.strip();
        if (text.equals(AS_IN_FOLDER)) {
            return Query.NONE;
        }
        int mark = text.indexOf('?');
        boolean address = text.startsWith("/") || text.startsWith("http");
        if (address && mark < 0) {
            return Query.NONE;
        }
        return Query.of(mark < 0 ? text : text.substring(mark + 1));
    }

    /// What differs between the first and each other, a blank line between them.
    public static String lines(List<Tried> forks, Answers answers) {
        List<PlanAnswer> plans = forks.stream().map(answers::plan).toList();
        List<String> parts = new ArrayList<>();
        for (PlanAnswer other : plans.subList(1, plans.size())) {
            parts.add(String.join(
                    "",
                    diff(plans.getFirst(), other).stream()
                            .map(line -> line + "\n")
                            .toList()));
        }
        return String.join("\n", parts);
    }

    /// In the lines of `muster diff`.
    static List<String> diff(PlanAnswer one, PlanAnswer other) {
        String before = PlanJson.write(one);
        String after = PlanJson.write(other);
        return DiffText.of(PlanJson.read(before), PlanJson.read(after), PlanFacts.of(before), PlanFacts.of(after));
    }

    /// The page.
    public static Reply write(List<Tried> forks, Answers answers) {
        Tried first = forks.getFirst();
        List<PlanAnswer> plans = forks.stream().map(answers::plan).toList();
        Markup page = new Markup();
        page.element("h1", "Side by side: " + first.mission().title());
        table(page, forks, plans);
        for (int at = 1; at < forks.size(); at++) {
            List<String> lines = diff(plans.getFirst(), plans.get(at));
            page.open("section", "id", "diff-" + letter(at)).element("h2", "From " + letter(0) + " to " + letter(at));
            if (lines.isEmpty()) {
                page.element("p", "The plans are the same.");
            } else {
                page.open("ul", "class", "lines");
                lines.forEach(line -> page.element("li", line));
                page.close("ul");
            }
            page.close("section");
        }
        more(page, forks);
        String asked = forks.stream()
                .map(fork -> "fork=" + Query.encoded(said(fork.query())))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        return Frame.of(first.held(), "Side by side: " + first.mission().title())
                .under(first.plain(), first.mission().title())
                .under(first.plain() + "/forks?" + asked, "Side by side")
                .form(first.plain() + "/forks.txt?" + asked, "lines of muster diff")
                .around(page);
    }

    private static String letter(int at) {
        return String.valueOf((char) ('A' + at));
    }

    private static void table(Markup page, List<Tried> forks, List<PlanAnswer> plans) {
        page.open("div", "class", "wide")
                .open("table", "id", "forks")
                .open("thead")
                .open("tr");
        page.element("th", "What is compared", "scope", "col");
        for (int at = 0; at < forks.size(); at++) {
            page.open("th", "scope", "col")
                    .link(forks.get(at).address(), letter(at) + ": " + name(forks.get(at)))
                    .close("th");
        }
        page.close("tr").close("thead").open("tbody");
        row(
                page,
                plans,
                "Verdict",
                answer -> answer.plan().status().word() + ": " + answer.plan().reason());
        row(page, plans, "Proof", PlanAnswer::proofPhrase);
        row(
                page,
                plans,
                "Members that go",
                answer -> answer.plan().coalition().size() + ": "
                        + String.join(
                                ", ",
                                answer.plan().coalition().stream()
                                        .map(answer::nameOf)
                                        .toList()));
        row(
                page,
                plans,
                "Bill",
                answer -> Money.words(
                        answer.plan().bill().totalMinor(), answer.alliance().currency()));
        row(
                page,
                plans,
                "Lines short",
                answer -> answer.plan().gaps().isEmpty()
                        ? "none"
                        : String.join(
                                ", ",
                                answer.plan().gaps().stream()
                                        .map(gap -> gap.lineKey() + " " + gap.missing() + " of " + gap.quantity())
                                        .toList()));
        page.close("tbody").close("table").close("div");
    }

    private static void row(Markup page, List<PlanAnswer> plans, String name, Function<PlanAnswer, String> cell) {
        page.open("tr").element("th", name, "scope", "row");
        plans.forEach(answer -> page.element("td", cell.apply(answer)));
        page.close("tr");
    }

    /// What a fork tries, in few words.
    private static String name(Tried fork) {
        List<String> said = new ArrayList<>();
        fork.variant().mustNot().forEach(code -> said.add("without " + code));
        fork.variant().mustJoin().forEach(code -> said.add("with " + code));
        fork.variant().free().forEach(code -> said.add(code + " free"));
        fork.variant().waiver().ifPresent(waiver -> said.add("waived"));
        fork.variant().off().forEach(rule -> said.add(Switches.words(fork, rule) + " off"));
        fork.settings().forEach(setting -> said.add(Switches.words(setting)));
        fork.knownAt().ifPresent(day -> said.add("figures as published by " + day));
        return said.isEmpty() ? "as in the folder" : String.join(", ", said);
    }

    private static void more(Markup page, List<Tried> forks) {
        page.open("section", "id", "more").element("h2", "Put another beside them");
        if (forks.size() >= MOST) {
            page.element("p", "No more than " + Counted.of(MOST, "variants") + " stand side by side.")
                    .close("section");
            return;
        }
        page.element("p", "Try something in the mission's room, and paste the address of its page here.")
                .open("form", "method", "get", "action", forks.getFirst().plain() + "/forks", "class", "row");
        forks.forEach(fork -> page.open("input", "type", "hidden", "name", "fork", "value", said(fork.query())));
        page.open("label")
                .text("Address ")
                .open("input", "name", "fork", "required", "", "size", "50")
                .close("label")
                .element("button", "Put beside")
                .close("form")
                .close("section");
    }
}
