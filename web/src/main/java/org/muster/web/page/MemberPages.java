package org.muster.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Offer;
import org.muster.answer.PlanAnswer;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.report.write.Table;
import org.muster.share.WhoPays;
import org.muster.web.ask.Answers;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// Members and pools: each with what it is in the folder, and what becomes of it in the missions' plans.
public final class MemberPages {
    private MemberPages() {}

    /// All members.
    public static Reply all(Held held) {
        Alliance alliance = held.alliance();
        Markup page = new Markup();
        page.element("h1", "Members of " + alliance.title());
        page.raw(
                "<div class=\"wide\"><table><thead><tr><th>Member</th><th>Code</th><th>Kind</th><th>Offers</th></tr></thead><tbody>");
        for (Member member : alliance.members()) {
            long offers = alliance.offers().stream()
                    .filter(offer -> offer.member().equals(member.code()))
                    .count();
            page.open("tr")
                    .open("th")
                    .link(Frame.address(held) + "/members/" + Query.encoded(member.code()), member.name())
                    .close("th")
                    .element("td", member.code())
                    .element("td", member.kind().word())
                    .element("td", String.valueOf(offers))
                    .close("tr");
        }
        page.raw("</tbody></table></div>");
        return Frame.of(held, "Members")
                .under(Frame.address(held) + "/members", "Members")
                .form(Frame.address(held) + "/members.json", "JSON")
                .form(Frame.address(held) + "/offers.json", "JSON of the offers")
                .command("muster show " + Frame.folder(held) + " members")
                .around(page);
    }

    /// One member: what it sends and pays, what it offers, and on what conditions.
    public static Reply one(Held held, Member member, Answers answers) {
        Alliance alliance = held.alliance();
        Markup page = new Markup();
        List<PlanAnswer> plans = alliance.missions().stream()
                .map(mission -> answers.plan(held, mission))
                .toList();
        page.element("h1", member.name())
                .element("p", member.kind().word() + " of " + alliance.title(), "class", "where");
        inOneSentence(page, alliance, member, plans);
        page.element("h2", "What it sends");
        plans.forEach(plan -> mission(page, held, member, plan));
        pays(page, member, plans);
        offers(page, alliance, member);
        conditions(page, alliance, member);
        pools(page, alliance, member);
        return Frame.of(held, member.name())
                .under(Frame.address(held) + "/members", "Members")
                .under(Frame.address(held) + "/members/" + Query.encoded(member.code()), member.name())
                .around(page);
    }

    /// What it does in all missions, and what that costs it by the first rule and by the agreed key.
    private static void inOneSentence(Markup page, Alliance alliance, Member member, List<PlanAnswer> plans) {
        if (plans.isEmpty()) {
            return;
        }
        long goes = plans.stream()
                .filter(answer -> answer.plan().coalition().contains(member.code()))
                .count();
        page.open("p", "class", "verdict", "id", "in-short")
                .text(member.name() + " goes in " + goes + " of " + Counted.of(plans.size(), "missions")
                        + ", each planned alone");
        List<String> pays = Stream.of("lie-where-they-fall", "agreed-key")
                .flatMap(rule -> paid(member, plans, rule).stream())
                .toList();
        page.text(
                        pays.isEmpty()
                                ? ""
                                : "; in all of them it pays " + alliance.currency() + " " + String.join(", ", pays))
                .text(", a plan and no record.")
                .close("p");
    }

    /// What it pays in all missions under a rule, in words; empty where the rule does not fit every one of them.
    private static Optional<String> paid(Member member, List<PlanAnswer> plans, String rule) {
        long sum = 0;
        String title = "";
        for (PlanAnswer answer : plans) {
            Optional<WhoPays.Column> column = answer.whoPays().columns().stream()
                    .filter(one -> one.rule().id().equals(rule))
                    .findFirst();
            if (column.isEmpty()) {
                return Optional.empty();
            }
            sum = Math.addExact(sum, column.get().amounts().getOrDefault(member.code(), 0L));
            title = column.get().rule().title();
        }
        return Optional.of(plans.getFirst().grouped(sum) + " under \"" + title + "\"");
    }

    private static void mission(Markup page, Held held, Member member, PlanAnswer answer) {
        Plan plan = answer.plan();
        boolean goes = plan.coalition().contains(member.code());
        page.open("section")
                .open("h3")
                .link(
                        Frame.address(held) + "/missions/"
                                + Query.encoded(answer.mission().id()),
                        answer.mission().title())
                .close("h3")
                .open("p")
                .element(
                        "span",
                        plan.status().word(),
                        "class",
                        "state " + plan.status().word())
                .text(" " + member.name() + (goes ? " goes" : " does not go") + sends(answer, member) + ".");
        if (!goes) {
            page.raw(" ")
                    .link(
                            Frame.address(held) + "/missions/"
                                    + Query.encoded(answer.mission().id()) + "/why-not?about="
                                    + Query.encoded(member.code()),
                            "Why not?");
        }
        page.close("p").close("section");
    }

    /// Rules by missions: on paper it has to fit beside all else on two sheets.
    private static void pays(Markup page, Member member, List<PlanAnswer> plans) {
        if (plans.isEmpty()) {
            return;
        }
        Map<String, String> rules = new LinkedHashMap<>();
        plans.forEach(answer -> answer.whoPays()
                .columns()
                .forEach(column ->
                        rules.putIfAbsent(column.rule().id(), column.rule().title())));
        String[] header = Stream.concat(
                        Stream.of("Under the rule"),
                        plans.stream().map(answer -> answer.mission().title()))
                .toArray(String[]::new);
        Table.Draft pays = Table.of(1, header);
        rules.forEach((id, title) ->
                pays.row(Stream.concat(Stream.of(title), plans.stream().map(answer -> paid(answer, id, member)))
                        .toArray(String[]::new)));
        page.open("section", "id", "pays")
                .element(
                        "h2",
                        "What it pays, rule by rule, "
                                + plans.getFirst().alliance().currency())
                .raw(pays.table().html())
                .element(
                        "p",
                        "Rules that go by what coalitions could do alone (Shapley value, nucleolus and others) stand with"
                                + " each mission, under who pays.")
                .close("section");
    }

    private static String paid(PlanAnswer answer, String rule, Member member) {
        return answer.whoPays().columns().stream()
                .filter(column -> column.rule().id().equals(rule))
                .findFirst()
                .map(column -> answer.grouped(column.amounts().getOrDefault(member.code(), 0L)))
                .orElse("does not fit");
    }

    private static String sends(PlanAnswer answer, Member member) {
        List<String> sends = answer.plan().assignments().stream()
                .filter(one -> one.member().map(member.code()::equals).orElse(false))
                .map(one -> Counted.of(one.units(), answer.capabilityOf(one).replace('-', ' ')) + " for "
                        + one.lineKey() + dates(answer.mission(), one.phase()))
                .toList();
        return sends.isEmpty() ? "" : ", with " + String.join("; ", sends);
    }

    private static String dates(Mission mission, String phase) {
        return mission.phases().stream()
                .filter(one -> one.id().equals(phase))
                .map(one -> ", " + one.from() + " to " + one.to())
                .findFirst()
                .orElse("");
    }

    private static void offers(Markup page, Alliance alliance, Member member) {
        Table.Draft offers = Table.of(
                5, "Offer", "Capability", "Stage", "Status of quantity", "Status of cost", "Notice, days", "Units");
        List<Offer> own = alliance.offers().stream()
                .filter(offer -> offer.member().equals(member.code()))
                .toList();
        own.forEach(offer -> offers.row(
                offer.id(),
                offer.capability(),
                offer.stage().word(),
                offer.quantityProvenance().status().word(),
                offer.costProvenance().status().word(),
                String.valueOf(offer.noticeDays()),
                String.valueOf(offer.units())));
        page.element("h2", "What it offers")
                .raw(own.isEmpty() ? "<p>Nothing.</p>" : offers.table().html());
    }

    private static void conditions(Markup page, Alliance alliance, Member member) {
        Table.Draft said = Table.of(4, "What it said", "In words", "Missions", "Status");
        alliance.policies().stream()
                .filter(policy -> policy.member().equals(member.code()))
                .forEach(policy -> said.row(
                        "policy " + policy.id(),
                        Words.of(policy.condition()),
                        policy.missions().isEmpty() ? "all" : String.join(", ", policy.missions()),
                        policy.provenance().status().word()));
        alliance.caveats().stream()
                .filter(caveat -> caveat.member().equals(member.code()))
                .forEach(caveat -> said.row(
                        "caveat " + caveat.id(),
                        Words.of(caveat),
                        "all",
                        caveat.provenance().status().word()));
        alliance.stances().stream()
                .filter(stance -> stance.member().equals(member.code()))
                .forEach(stance -> said.row(
                        "stance",
                        stance.position().word(),
                        stance.mission(),
                        stance.provenance().status().word()));
        alliance.pledges()
                .forEach(pledge -> pledge.who().stream()
                        .filter(party -> party.member().equals(member.code()))
                        .forEach(party -> said.row(
                                "pledge " + pledge.id(),
                                pledge.title()
                                        + party.since()
                                                .map(day -> ", since " + day)
                                                .orElse(""),
                                "none",
                                pledge.provenance().status().word())));
        Table table = said.table();
        page.element("h2", "What it said")
                .raw(table.rows().isEmpty() ? "<p>No policy, caveat, stance or pledge.</p>" : table.html());
    }

    private static void pools(Markup page, Alliance alliance, Member member) {
        Table.Draft owns = Table.of(3, "Pool", "Unit", "Period", "It owns", "After the levy");
        alliance.pools().stream()
                .filter(pool -> pool.entitlements().containsKey(member.code()))
                .forEach(pool -> owns.row(
                        pool.title(),
                        PoolPages.unit(alliance, pool),
                        PoolPages.period(pool),
                        String.valueOf(pool.entitlements().get(member.code())),
                        String.valueOf(pool.availableEntitlement(member.code()))));
        Table table = owns.table();
        page.element("h2", "What it owns in pools").raw(table.rows().isEmpty() ? "<p>Nothing.</p>" : table.html());
    }
}
