package org.muster.web.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Variant;
import org.muster.folder.FolderSetting;
import org.muster.input.Shown;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Shelf;

/// A mission as an address asks for it: of which folder, and what is tried.
///
/// @param held     the folder
/// @param inFolder the mission as its folder has it
/// @param variant  who and which rules are tried
/// @param settings numbers that are tried
/// @param knownAt  the day whose published figures are known; empty where all of the folder are
/// @param seconds  how long may be looked for an answer, from 1 to 600
/// @param alliance the alliance with all that
/// @param mission  the mission with all that
/// @param query    the address's part that says what is tried, and nothing else
public record Tried(
        Held held,
        Mission inFolder,
        Variant variant,
        List<FolderSetting> settings,
        Optional<LocalDate> knownAt,
        int seconds,
        Alliance alliance,
        Mission mission,
        Query query) {
    private static final String[] NAMES = {
        "must", "mustNot", "free", "waive", "waiveDate", "waiveReason", "off", "set", "known_at", "seconds"
    };
    private static final int MOST_SETTINGS = 100;

    /// Seconds that a question has where it says nothing else.
    private static final int SECONDS = 60;

    private static final int MOST_SECONDS = 600;

    public Tried {
        settings = List.copyOf(settings);
    }

    /// Reads an address that says nothing beside a mission and what is tried with it.
    public static Tried of(Shelf shelf, Ask ask, Answers answers) {
        return of(Found.held(shelf, ask), ask.named("mission"), ask.query(), answers);
    }

    /// The same of an address that says more.
    public static Tried beside(Shelf shelf, Ask ask, Answers answers, String... more) {
        String[] names = Arrays.copyOf(NAMES, NAMES.length + more.length);
        System.arraycopy(more, 0, names, NAMES.length, more.length);
        Query query = ask.query().only(names);
        for (String name : more) {
            query = query.with(name, List.of());
        }
        return of(Found.held(shelf, ask), ask.named("mission"), query, answers);
    }

    /// A mission with what a query says.
    ///
    /// @throws Fault where it cannot be tried
    public static Tried of(Held held, String id, Query query, Answers answers) {
        query.only(NAMES);
        Mission inFolder = Found.mission(held, id);
        List<FolderSetting> settings = settings(query);
        Alliance read = settings.isEmpty() ? held.alliance() : answers.read(held, id, settings);
        Mission as = read.mission(id).orElse(inFolder);
        Variant variant = new Variant(
                set(query, "must"), set(query, "mustNot"), set(query, "free"), waiver(query), set(query, "off"));
        Optional<LocalDate> knownAt = query.day("known_at");
        Alliance ruled = variant.in(read, as);
        Alliance alliance = knownAt.map(ruled::knownAt).orElse(ruled);
        int seconds = query.number("seconds", 1, MOST_SECONDS).orElse(SECONDS);
        return new Tried(
                held, inFolder, variant, settings, knownAt, seconds, alliance, variant.of(alliance, as), query);
    }

    private static List<FolderSetting> settings(Query query) {
        List<String> said = query.values().getOrDefault("set", List.of());
        if (said.size() > MOST_SETTINGS) {
            throw new Fault(
                    Code.PARAMETER,
                    "more than " + MOST_SETTINGS + " numbers are tried at once. Write them into a copy of the folder");
        }
        return said.stream()
                .map(
                        text -> FolderSetting.of(text)
                                .orElseThrow(
                                        () -> new Fault(
                                                Code.PARAMETER,
                                                "\"set\" is \"" + Shown.plain(text)
                                                        + "\". Write it as THING:ID:FIELD:VALUE, for example"
                                                        + " line:PHASE/LINE:quantity:4; things are line, offer, charter, pool, found and sharing")))
                .toList();
    }

    /// Whether nothing is tried; how long may be looked for an answer is none of it.
    public boolean isPlain() {
        return variant.isNone() && settings.isEmpty() && knownAt.isEmpty();
    }

    /// The address of the mission's page with a rule switched off, or on again.
    ///
    /// @param rule by its id in [org.muster.answer.RulesOff]
    public String switched(String rule) {
        List<String> off = new ArrayList<>(query.all("off"));
        if (!off.remove(rule)) {
            off.add(rule);
        }
        return address("", query.with("off", off));
    }

    /// The query with a number tried besides, in the place of what was tried for the same field.
    public Query with(FolderSetting setting) {
        List<String> all = new ArrayList<>(settings.stream()
                .filter(other -> !other.isOfTheSameFieldAs(setting))
                .map(FolderSetting::text)
                .toList());
        all.add(setting.text());
        return query.with("set", all);
    }

    /// The address of the mission's page without a number that is tried.
    public String without(FolderSetting setting) {
        return address(
                "",
                query.with(
                        "set",
                        settings.stream()
                                .filter(other -> !other.equals(setting))
                                .map(FolderSetting::text)
                                .toList()));
    }

    /// The address of the mission's page with something else tried.
    public String addressOf(Query other) {
        return address("", other);
    }

    private static Set<String> set(Query query, String name) {
        return new TreeSet<>(query.all(name));
    }

    private static Optional<Mission.Waiver> waiver(Query query) {
        Optional<String> authority = query.one("waive");
        Optional<LocalDate> date = query.day("waiveDate");
        Optional<String> reason = query.one("waiveReason");
        if (authority.isEmpty() && date.isEmpty() && reason.isEmpty()) {
            return Optional.empty();
        }
        if (authority.isEmpty() || date.isEmpty() || reason.isEmpty()) {
            throw new Fault(
                    Code.PARAMETER,
                    "a waiver has an authority (waive), a day (waiveDate) and a reason (waiveReason). Give all three");
        }
        return Optional.of(new Mission.Waiver(authority.get(), date.get(), reason.get()));
    }

    /// The address of the mission's page, with what is tried.
    public String address() {
        return address("", query);
    }

    /// The address of something about the mission, with what is tried.
    ///
    /// @param what behind the mission's own address, such as `/share` or `.json`
    public String address(String what) {
        return address(what, query);
    }

    /// The address of something about the mission, with something else tried.
    ///
    /// @param what behind the mission's own address, such as `/share` or `.json`
    public String address(String what, Query asked) {
        return "/a/" + Query.encoded(held.id()) + "/missions/" + Query.encoded(inFolder.id()) + what + asked.text();
    }

    /// The address of the mission's page with a member asked for otherwise.
    ///
    /// @param how `must`, `mustNot` or `free`; nothing is asked where the folder says so already
    public String with(String member, String how) {
        Query asked = query;
        for (String name : List.of("must", "mustNot", "free")) {
            List<String> left = query.all(name).stream()
                    .filter(code -> !code.equals(member))
                    .toList();
            asked = asked.with(name, left);
        }
        boolean pinned = inFolder.pins().mustJoin().contains(member);
        boolean barred = inFolder.pins().mustNot().contains(member);
        boolean asInFolder = switch (how) {
            case "must" -> pinned;
            case "mustNot" -> barred;
            default -> !pinned && !barred;
        };
        if (!asInFolder) {
            List<String> more = new ArrayList<>(asked.all(how));
            more.add(member);
            asked = asked.with(how, more);
        }
        return address("", asked);
    }

    /// The address of the mission's page as its folder has it.
    public String plain() {
        return address("", Query.NONE);
    }

    /// What names the question: two of the same name have the same answer.
    public String key(String what) {
        return what + " " + held.version() + " " + inFolder.id() + query.text();
    }
}
