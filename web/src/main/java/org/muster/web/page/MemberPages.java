package org.muster.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Offer;
import org.muster.answer.PlanAnswer;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.report.member.MemberAnswer;
import org.muster.report.write.Table;
import org.muster.share.WhoPays;
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
    public static Reply one(Held held, MemberAnswer answer) {
        return frame(held, answer.member()).around(body(held, answer, new Markup()));
    }

    /// The same as a page to keep or to send.
    public static Reply page(Held held, MemberAnswer answer) {
        return frame(held, answer.member()).alone(body(held, answer, Markup.alone()));
    }

    private static Frame frame(Held held, Member member) {
        String at = Frame.address(held) + "/members/" + Query.encoded(member.code());
        return Frame.of(held, member.name())
                .under(Frame.address(held) + "/members", "Members")
                .under(at, member.name())
                .form(at + ".json", "JSON")
                .form(at + ".csv", "CSV")
                .form(at + ".xlsx", "Excel")
                .form(at + ".html", "one page to send");
    }

    private static Markup body(Held held, MemberAnswer answer, Markup page) {
        Alliance alliance = held.alliance();
        Member member = answer.member();
        List<PlanAnswer> plans =
                answer.missions().stream().map(MemberAnswer.OfMission::plan).toList();
        page.open("div", "class", "two-sides")
                .element("h1", member.name())
                .element("p", member.kind().word() + " of " + alliance.title(), "class", "where");
        inOneSentence(page, alliance, member, plans);
        page.element("h2", "What it sends");
        plans.forEach(plan -> mission(page, held, member, plan));
        pays(page, member, plans);
        staysOut(page, answer);
        offers(page, alliance, member);
        conditions(page, answer);
        pools(page, alliance, member);
        left(page, answer);
        sources(page, alliance, member);
        return page.close("div");
    }

    /// What it would pay if it stayed out, where it goes and may.
    private static void staysOut(Markup page, MemberAnswer answer) {
        List<MemberAnswer.OfMission> goes = answer.missions().stream()
                .filter(one -> one.without().isPresent())
                .toList();
        if (goes.isEmpty()) {
            return;
        }
        Map<String, String> rules = new LinkedHashMap<>();
        goes.forEach(one -> one.plan()
                .whoPays()
                .columns()
                .forEach(column ->
                        rules.putIfAbsent(column.rule().id(), column.rule().title())));
        Table.Draft out = Table.of(
                1,
                Stream.concat(
                                Stream.of("Under the rule"),
                                goes.stream().map(one -> one.plan().mission().title()))
                        .toArray(String[]::new));
        out.row(Stream.concat(
                        Stream.of("The mission then"),
                        goes.stream()
                                .map(one -> one.without().stream()
                                        .map(then -> then.plan().status().word())
                                        .collect(Collectors.joining())))
                .toArray(String[]::new));
        List<String> nothing = new ArrayList<>();
        rules.forEach((id, title) -> {
            boolean pays = goes.stream()
                    .anyMatch(one -> one.without()
                            .flatMap(then -> answer.pays(then, id))
                            .filter(minor -> minor == 0)
                            .isEmpty());
            if (pays) {
                out.row(Stream.concat(
                                Stream.of(title),
                                goes.stream()
                                        .map(one -> one.without()
                                                .flatMap(then -> answer.pays(then, id))
                                                .map(one.plan()::grouped)
                                                .orElse("does not fit")))
                        .toArray(String[]::new));
            } else {
                nothing.add(title);
            }
        });
        page.open("section", "id", "stays-out")
                .element(
                        "h2",
                        "What it would pay if it stayed out, "
                                + answer.alliance().currency())
                .raw(out.table().html())
                .element(
                        "p",
                        "The best plan without it; of a mission that is refused or has gaps then, the bill of what is"
                                + " left."
                                + (nothing.isEmpty()
                                        ? ""
                                        : " It would pay nothing under: " + String.join("; ", nothing) + "."))
                .close("section");
    }

    /// What is left of its own in pools, mission by mission.
    private static void left(Markup page, MemberAnswer answer) {
        Table.Draft left = Table.of(3, "Pool", "Mission, planned alone", "In", "Drawn of its own", "Left");
        answer.drawn()
                .forEach(drawn -> left.row(
                        drawn.use().pool().title(),
                        drawn.use().plan().mission().title(),
                        drawn.use().period(),
                        String.valueOf(drawn.own().drawn()),
                        String.valueOf(drawn.own().left())));
        Table table = left.table();
        if (!table.rows().isEmpty()) {
            page.element("h3", "What is left of it").raw(table.html());
        }
    }

    /// Where what stands here comes from.
    private static void sources(Markup page, Alliance alliance, Member member) {
        Set<String> sources = new LinkedHashSet<>();
        alliance.offers().stream()
                .filter(offer -> offer.member().equals(member.code()))
                .forEach(offer -> {
                    sources.add(offer.quantityProvenance().source());
                    sources.add(offer.costProvenance().source());
                });
        alliance.policies().stream()
                .filter(policy -> policy.member().equals(member.code()))
                .forEach(policy -> sources.add(policy.provenance().source()));
        alliance.caveats().stream()
                .filter(caveat -> caveat.member().equals(member.code()))
                .forEach(caveat -> sources.add(caveat.provenance().source()));
        sources.remove("");
        if (!sources.isEmpty()) {
            page.open("section", "id", "sources")
                    .element("h2", "Sources")
                    .element("p", String.join("; ", sources) + ".", "class", "where")
                    .close("section");
        }
    }

    /// In which missions a rule binds the plan, and what the plan would be without it.
    private static String binds(MemberAnswer answer, String rule) {
        List<String> words = new ArrayList<>();
        for (MemberAnswer.OfMission one : answer.missions()) {
            for (MemberAnswer.Bound bound : one.bound()) {
                if (bound.rule().equals(rule) && bound.binds() != MemberAnswer.Binds.NO) {
                    PlanAnswer then = bound.then();
                    words.add(one.plan().mission().title() + ": "
                            + (bound.binds() == MemberAnswer.Binds.NOT_KNOWN
                                    ? "not known"
                                    : "without it " + then.plan().status().word() + " for "
                                            + then.grouped(then.plan().bill().totalMinor())
                                            + ", with it "
                                            + one.plan().plan().status().word() + " for "
                                            + then.grouped(
                                                    one.plan().plan().bill().totalMinor())));
                }
            }
        }
        return words.isEmpty() ? "no plan" : String.join("; ", words);
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
        page.text(most(member, plans));
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

    /// The most that it sends into one phase of one mission, capability by capability.
    private static String most(Member member, List<PlanAnswer> plans) {
        Map<String, Long> most = new LinkedHashMap<>();
        for (PlanAnswer answer : plans) {
            Map<String, Map<String, Long>> byPhase = new LinkedHashMap<>();
            answer.plan().assignments().stream()
                    .filter(one -> one.member().filter(member.code()::equals).isPresent())
                    .forEach(one -> byPhase.computeIfAbsent(one.phase(), phase -> new LinkedHashMap<>())
                            .merge(answer.capabilityOf(one), one.units(), Math::addExact));
            byPhase.values().forEach(sent -> sent.forEach((what, units) -> most.merge(what, units, Math::max)));
        }
        List<String> words = new ArrayList<>();
        most.forEach((what, units) -> words.add(Counted.of(units, what.replace('-', ' '))));
        return words.isEmpty() ? "" : "; at most, in one phase, it sends " + String.join(", ", words);
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
        if (!goes && !page.isAlone()) {
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

    private static void conditions(Markup page, MemberAnswer answer) {
        Alliance alliance = answer.alliance();
        Member member = answer.member();
        Table.Draft said = Table.of(5, "What it said", "In words", "Missions", "Status", "It binds");
        alliance.policies().stream()
                .filter(policy -> policy.member().equals(member.code()))
                .forEach(policy -> said.row(
                        "policy " + policy.id(),
                        Words.of(policy.condition()),
                        policy.missions().isEmpty() ? "all" : String.join(", ", policy.missions()),
                        policy.provenance().status().word(),
                        binds(answer, "policy:" + policy.id())));
        alliance.caveats().stream()
                .filter(caveat -> caveat.member().equals(member.code()))
                .forEach(caveat -> said.row(
                        "caveat " + caveat.id(),
                        Words.of(caveat),
                        "all",
                        caveat.provenance().status().word(),
                        binds(answer, "caveat:" + caveat.id())));
        alliance.stances().stream()
                .filter(stance -> stance.member().equals(member.code()))
                .forEach(stance -> said.row(
                        "stance",
                        stance.position().word(),
                        stance.mission(),
                        stance.provenance().status().word(),
                        inMission(answer, stance.mission(), "stance:" + stance.member())));
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
                                pledge.provenance().status().word(),
                                "no plan: plans do not ask for pledges")));
        Table table = said.table();
        page.element("h2", "What it said, and which plans it binds")
                .element(
                        "p",
                        "A rule binds a plan where the best plan without that rule alone is better, and both are proven"
                                + " best. Amounts in " + alliance.currency() + ".")
                .raw(table.rows().isEmpty() ? "<p>No policy, caveat, stance or pledge.</p>" : table.html());
    }

    /// Of a rule that is about one mission alone.
    private static String inMission(MemberAnswer answer, String mission, String rule) {
        return binds(
                new MemberAnswer(
                        answer.alliance(),
                        answer.member(),
                        answer.missions().stream()
                                .filter(one -> one.plan().mission().id().equals(mission))
                                .toList()),
                rule);
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
