package org.muster.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.policy.Policy;
import org.muster.answer.PlanAnswer;
import org.muster.folder.FolderSetting;
import org.muster.folder.FolderSetting.Thing;
import org.muster.input.Counted;
import org.muster.web.ask.Remedy;
import org.muster.web.ask.Tried;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;

/// What can be tried with a mission beside who goes: rules switched off, other numbers, and what why-not found.
public final class Switches {
    private final Tried tried;
    private final PlanAnswer answer;
    private final Markup page = new Markup();

    private Switches(Tried tried, PlanAnswer answer) {
        this.tried = tried;
        this.answer = answer;
    }

    /// The sections of the mission's room.
    static String of(Tried tried, PlanAnswer answer) {
        Switches switches = new Switches(tried, answer);
        switches.page.open("section", "id", "try").element("h2", "Try other numbers and rules");
        switches.numbers();
        switches.rules();
        switches.page.close("section");
        return switches.page.toString();
    }

    /// What is to be tried, as links that try it.
    static String remedies(Tried tried, List<Remedy> remedies) {
        Markup page = new Markup();
        if (remedies.isEmpty()) {
            return "";
        }
        page.open("div", "class", "remedies", "id", "remedies");
        for (Remedy remedy : remedies) {
            page.open("p")
                    .element("strong", remedy.name() + ": ")
                    .text(remedy.words() + " ")
                    .element(
                            "a",
                            "Try it",
                            "class",
                            "button",
                            "rel",
                            "nofollow",
                            "href",
                            tried.addressOf(remedy.query()))
                    .close("p");
        }
        return page.close("div").toString();
    }

    /// The rest of an address as fields of a form that nobody sees.
    static void hidden(Markup page, Query query, List<String> but) {
        query.values().forEach((name, all) -> {
            if (!but.contains(name)) {
                all.forEach(value -> page.open("input", "type", "hidden", "name", name, "value", value));
            }
        });
    }

    /// The address to which a form with a number leads; empty where none was sent.
    ///
    /// @throws Fault where a part of it is missing
    public static Optional<String> set(Tried tried, Query query) {
        Optional<String> what = query.one("what");
        Optional<String> field = query.one("field");
        Optional<String> value = query.one("value");
        if (what.isEmpty() && field.isEmpty() && value.isEmpty()) {
            return Optional.empty();
        }
        if (what.isEmpty() || field.isEmpty() || value.isEmpty()) {
            throw new Fault(
                    Code.PARAMETER, "a number that is tried is of a thing (what), a field and a value. Give all three");
        }
        FolderSetting setting = FolderSetting.of(what.get() + ":" + field.get() + ":" + value.get())
                .orElseThrow(() -> new Fault(Code.PARAMETER, "\"what\" is not written as THING:ID"));
        return Optional.of(tried.addressOf(tried.with(setting)));
    }

    /// A number that is tried, in words.
    static String words(FolderSetting setting) {
        String field = setting.field().replace('_', ' ');
        if (setting.thing() == Thing.SHARING) {
            return "rules of who pays of your own";
        }
        return setting.thing() == Thing.FOUND
                ? field + " of what is found for " + setting.id() + ": " + setting.value()
                : field + " of " + setting.thing().word() + " " + setting.id() + ": "
                        + (setting.value().isEmpty() ? "open" : setting.value());
    }

    /// A rule that is switched off, in words.
    static String words(Tried tried, String rule) {
        String[] parts = rule.split(":", -1);
        return switch (parts[0]) {
            case "policy" -> "policy " + parts[1];
            case "caveat" -> "caveat " + parts[1];
            case "stance" ->
                "the stance of "
                        + tried.alliance()
                                .member(parts[1])
                                .map(member -> member.name())
                                .orElse(parts[1]);
            case "floor" -> parts[1].equals("members") ? "the least number of allies" : "the least share of the key";
            case "pool" -> "who may use pool " + parts[1] + (parts[2].equals("crews") ? " (crews)" : "");
            default -> "who leads";
        };
    }

    private void numbers() {
        if (!tried.settings().isEmpty()) {
            page.open("ul", "class", "settings");
            for (FolderSetting setting : tried.settings()) {
                page.open("li")
                        .text(words(setting) + " ")
                        .element("a", "as in the folder", "href", tried.without(setting), "rel", "nofollow")
                        .close("li");
            }
            page.close("ul");
        }
        page.open("form", "method", "get", "action", tried.plain(), "class", "row", "id", "numbers");
        hidden(page, tried.query(), List.of());
        page.open("label").text("Of ").open("select", "name", "what");
        things();
        page.close("select").close("label");
        page.open("label").text("try ").open("select", "name", "field");
        Set<String> fields = new TreeSet<>();
        for (Thing thing : List.of(Thing.LINE, Thing.POOL, Thing.CHARTER, Thing.OFFER)) {
            fields.addAll(thing.fields());
        }
        List<String> order = new ArrayList<>(List.of("quantity", "notice_days"));
        fields.stream().filter(field -> !order.contains(field)).forEach(order::add);
        order.forEach(field -> page.element("option", field.replace('_', ' '), "value", field));
        page.close("select").close("label");
        page.open("label")
                .text("as ")
                .open("input", "name", "value", "required", "", "size", "10")
                .close("label")
                .element("button", "Try it")
                .close("form");
    }

    private void things() {
        Alliance alliance = tried.alliance();
        page.open("optgroup", "label", "Lines");
        for (Phase phase : tried.mission().phases()) {
            for (Requirement line : phase.requirements()) {
                String key = phase.id() + "/" + line.id();
                page.element(
                        "option",
                        key + " (" + Counted.of(line.quantity(), line.capability()) + ", notice " + line.noticeDays()
                                + ")",
                        "value",
                        "line:" + key);
            }
        }
        Set<String> asked = tried.mission().phases().stream()
                .flatMap(phase -> phase.requirements().stream())
                .map(Requirement::capability)
                .collect(Collectors.toSet());
        page.close("optgroup").open("optgroup", "label", "Pools");
        alliance.pools().stream()
                .filter(pool -> asked.contains(pool.capability()))
                .forEach(pool -> page.element(
                        "option", pool.id() + " (capacity " + pool.capacity() + ")", "value", "pool:" + pool.id()));
        page.close("optgroup").open("optgroup", "label", "Charters");
        alliance.market().stream()
                .filter(charter -> asked.contains(charter.capability()))
                .forEach(charter -> page.element("option", charter.id(), "value", "charter:" + charter.id()));
        page.close("optgroup").open("optgroup", "label", "Offers");
        alliance.offers().stream()
                .filter(offer -> asked.contains(offer.capability())
                        && offer.mission()
                                .map(only -> only.equals(tried.mission().id()))
                                .orElse(true))
                .forEach(offer -> page.element("option", offer.id(), "value", "offer:" + offer.id()));
        page.close("optgroup");
    }

    /// The rules of the folder that are about the mission, each with a link that switches it off or on.
    private void rules() {
        Alliance all = tried.held().alliance();
        String mission = tried.mission().id();
        List<Policy> policies = all.policies().stream()
                .filter(policy -> policy.isAbout(mission))
                .toList();
        List<Caveat> caveats = all.caveats();
        page.open("details")
                .element(
                        "summary",
                        Counted.of(policies.size(), "policies") + ", " + Counted.of(caveats.size(), "caveats")
                                + " and other rules: switch one off")
                .open("ul", "class", "rules");
        policies.forEach(policy ->
                rule("policy:" + policy.id(), answer.nameOf(policy.member()) + " " + Words.of(policy.condition())));
        caveats.forEach(
                caveat -> rule("caveat:" + caveat.id(), answer.nameOf(caveat.member()) + ": " + Words.of(caveat)));
        all.stances().stream()
                .filter(stance -> stance.mission().equals(mission))
                .forEach(stance -> rule(
                        "stance:" + stance.member(),
                        answer.nameOf(stance.member()) + " says: "
                                + stance.position().word()));
        all.pools()
                .forEach(pool ->
                        rule("pool:" + pool.id() + ":access", "Pool " + pool.id() + ": " + Words.of(pool.access())));
        if (tried.inFolder().floor().members() > 0) {
            rule("floor:members", "At least " + tried.inFolder().floor().members() + " allies");
        }
        if (tried.inFolder().floor().sharePercent().signum() > 0) {
            rule(
                    "floor:share",
                    "Members with at least "
                            + tried.inFolder().floor().sharePercent().toPlainString() + " percent of the key");
        }
        if (!tried.inFolder().lead().isEmpty()) {
            rule("lead", "Led by " + String.join(" or ", tried.inFolder().lead()));
        }
        page.close("ul").close("details");
    }

    private void rule(String id, String words) {
        boolean off = tried.variant().off().contains(id);
        page.open("li", "data-rule", id)
                .text(words + " ")
                .element(
                        "a",
                        off ? "off: switch on" : "switch off",
                        "href",
                        tried.switched(id),
                        "rel",
                        "nofollow",
                        "aria-label",
                        (off ? "switch on: " : "switch off: ") + words)
                .close("li");
    }
}
