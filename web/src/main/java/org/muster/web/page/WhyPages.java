package org.muster.web.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.muster.answer.Named;
import org.muster.answer.PlanAnswer;
import org.muster.input.Nearest;
import org.muster.input.Shown;
import org.muster.report.bill.ExplanationJson;
import org.muster.share.WhoPays;
import org.muster.share.explain.Explanation;
import org.muster.web.ask.Tried;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;

/// Why a member pays what it pays under a rule.
public final class WhyPages {
    private WhyPages() {}

    /// The address of an explanation.
    ///
    /// @param what the page, `/why`, or its JSON
    public static String at(Tried tried, String what, String rule, String member) {
        String address = tried.address(what);
        return address + (address.contains("?") ? "&" : "?") + "rule=" + Query.encoded(rule) + "&member="
                + Query.encoded(member);
    }

    /// What an address asks about.
    ///
    /// @param member by its code
    private record Amount(WhoPays.Column column, String member) {
        static Amount of(PlanAnswer answer, Query query) {
            String rule = query.one("rule").orElse("");
            String member = query.one("member").orElse("");
            List<String> rules = answer.whoPays().columns().stream()
                    .map(column -> column.rule().id())
                    .toList();
            int at = rules.indexOf(rule);
            if (at < 0) {
                throw new Fault(
                        Code.REFUSED,
                        "no rule here is called \"" + Shown.plain(rule) + "\". " + Nearest.advice(rule, rules));
            }
            if (answer.alliance().member(member).isEmpty()) {
                throw new Fault(Code.REFUSED, Named.noMember(answer.alliance(), member));
            }
            return new Amount(answer.whoPays().columns().get(at), member);
        }

        Explanation why() {
            return column.why().apply(member);
        }
    }

    /// The explanation as JSON.
    ///
    /// @throws Fault where there is no such rule or member
    public static ObjectNode tree(PlanAnswer answer, Query query) {
        return ExplanationJson.tree(Amount.of(answer, query).why());
    }

    /// The explanation as a page.
    ///
    /// @throws Fault where there is no such rule or member
    public static Reply write(Tried tried, PlanAnswer answer, Query query) {
        Amount amount = Amount.of(answer, query);
        String name = answer.nameOf(amount.member());
        Markup page = new Markup();
        page.element("h1", "Why " + name + " pays what it pays")
                .element(
                        "p",
                        amount.column().rule().title() + ": "
                                + answer.alliance().currency() + " "
                                + answer.grouped(amount.column().amounts().getOrDefault(amount.member(), 0L)) + ".",
                        "class",
                        "verdict")
                .element("p", amount.column().rule().description());
        page.open("div", "id", "why");
        part(page, amount.why(), 0);
        page.close("div");
        String rule = amount.column().rule().id();
        return Frame.of(tried.held(), "Why " + name + " pays what it pays")
                .under(tried.address(), tried.mission().title())
                .under(at(tried, "/why", rule, amount.member()), "Why")
                .form(at(tried, "/why.json", rule, amount.member()), "JSON")
                .around(page);
    }

    private static void part(Markup page, Explanation why, int depth) {
        String said = why.what() + (why.value().isEmpty() ? "" : ": " + why.value());
        String source = String.join(
                "; ",
                List.of(why.source(), why.vintage()).stream()
                        .filter(one -> !one.isEmpty())
                        .toList());
        String more = (why.how().isEmpty() ? "" : " = " + why.how()) + (source.isEmpty() ? "" : " [" + source + "]");
        if (why.parts().isEmpty()) {
            page.open("p").text(said).element("small", more).close("p");
            return;
        }
        if (depth < 2) {
            page.open("details", "open", "");
        } else {
            page.open("details");
        }
        page.open("summary").text(said).element("small", more).close("summary");
        why.parts().forEach(child -> part(page, child, depth + 1));
        page.close("details");
    }
}
