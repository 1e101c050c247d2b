package org.muster.web.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Variant;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Shelf;

/// A mission as an address asks for it: of which folder, and what is tried.
///
/// @param held    the folder
/// @param inFolder the mission as its folder has it
/// @param variant what is tried
/// @param mission the mission with that
/// @param query   the address's part that says what is tried, and nothing else
public record Tried(Held held, Mission inFolder, Variant variant, Mission mission, Query query) {
    private static final String[] NAMES = {"must", "mustNot", "free", "waive", "waiveDate", "waiveReason"};

    /// Reads an address that says nothing beside a mission and what is tried with it.
    public static Tried of(Shelf shelf, Ask ask) {
        return of(shelf, ask, ask.query().only(NAMES));
    }

    /// The same of an address that says one thing more.
    public static Tried beside(Shelf shelf, Ask ask, String more) {
        String[] names = Arrays.copyOf(NAMES, NAMES.length + 1);
        names[NAMES.length] = more;
        return of(shelf, ask, ask.query().only(names).with(more, List.of()));
    }

    private static Tried of(Shelf shelf, Ask ask, Query query) {
        Held held = Found.held(shelf, ask);
        Mission mission = Found.mission(held, ask.named("mission"));
        Variant variant = new Variant(set(query, "must"), set(query, "mustNot"), set(query, "free"), waiver(query));
        return new Tried(held, mission, variant, variant.of(held.alliance(), mission), query);
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

    private String address(String what, Query asked) {
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
