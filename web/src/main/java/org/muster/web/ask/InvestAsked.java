package org.muster.web.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.invest.AskedPlan;
import org.muster.invest.InvestQuestion;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.shelf.Held;

/// What to hold in common, as an address or a form asks it.
///
/// @param question what is asked
/// @param query    what says so: without the step that is looked at
public record InvestAsked(Held held, InvestQuestion question, Query query) {
    /// Names that an address may use: those of the command's flags, and of the step of the frontier that is shown.
    private static final String[] NAMES = {
        "plan",
        "budget",
        "target",
        "without_any",
        "losing_any",
        "no_targets",
        "known_at",
        "frontier",
        "who_pays",
        "wait",
        "at_once",
        "explain",
        "seed",
        "step"
    };

    private static final AskedPlan.Called AS_NAMES = new AskedPlan.Called(name -> "\"" + name + "\"", "=");

    /// Reads what stands in an address or a form.
    ///
    /// @throws Fault where it is not understood, or the folder holds no plan
    public static InvestAsked of(Held held, Query asked) {
        Query query = asked.only(NAMES).with("step", List.of());
        Alliance alliance = held.alliance();
        AskedPlan asks = new AskedPlan(
                query.one("plan")
                        .or(() -> alliance.investments().plans().stream()
                                .findFirst()
                                .map(InvestPlan::id)),
                query.all("target"),
                query.all("without_any"),
                query.all("losing_any"),
                query.one("no_targets").isPresent(),
                query.one("budget"));
        InvestPlan wanted;
        LocalDate ordered;
        try {
            wanted = asks.of(alliance, AS_NAMES);
            ordered = AskedPlan.orderedOn(wanted, query.day("known_at"), AS_NAMES);
        } catch (Refusal refusal) {
            throw new Fault(
                    alliance.investments().plans().isEmpty() ? Code.REFUSED : Code.PARAMETER, refusal.sentence());
        }
        return new InvestAsked(
                held,
                new InvestQuestion(
                        alliance,
                        wanted,
                        ordered,
                        besides(query),
                        explained(alliance, query),
                        Optional.empty(),
                        query.number("seed", 0, Integer.MAX_VALUE)
                                .map(Integer::longValue)
                                .orElse(InvestQuestion.SEED)),
                query);
    }

    private static Optional<String> explained(Alliance alliance, Query query) {
        List<String> known = new ArrayList<>(alliance.investments().candidates().stream()
                .map(InvestCandidate::id)
                .toList());
        known.addAll(alliance.memberCodes());
        Optional<String> asked = query.one("explain");
        asked.filter(what -> !known.contains(what)).ifPresent(what -> {
            throw new Fault(
                    Code.PARAMETER,
                    "no candidate and no member is called \"" + Shown.plain(what) + "\". "
                            + Nearest.adviceWithAll(what, known));
        });
        return asked;
    }

    private static Set<InvestQuestion.Besides> besides(Query query) {
        Set<InvestQuestion.Besides> besides = EnumSet.noneOf(InvestQuestion.Besides.class);
        if (query.one("frontier").isPresent()) {
            besides.add(InvestQuestion.Besides.FRONTIER);
        }
        if (query.one("who_pays").isPresent()) {
            besides.add(InvestQuestion.Besides.WHO_PAYS);
        }
        if (query.one("wait").isPresent()) {
            besides.add(InvestQuestion.Besides.WAITING);
        }
        if (query.one("at_once").isPresent()) {
            besides.add(InvestQuestion.Besides.AT_ONCE);
        }
        return besides;
    }

    /// What a form says: what is asked of a mission stands in a field of its own there, `target.MISSION`.
    public static InvestAsked sent(Held held, Query form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        form.values().forEach((name, all) -> {
            int dot = name.indexOf('.');
            if (dot < 0) {
                values.put(name, all);
            } else {
                all.forEach(value -> values.computeIfAbsent(name.substring(0, dot), key -> new ArrayList<>())
                        .add(name.substring(dot + 1) + "=" + value.trim()));
            }
        });
        return of(held, new Query(values));
    }

    /// What its answer is kept under.
    String key() {
        return "invest " + held.version() + " " + query.text();
    }

    /// Its address.
    ///
    /// @param ending of the form that is wanted; empty for the page
    public String address(String ending) {
        return "/a/" + Query.encoded(held.id()) + "/invest" + ending + query.text();
    }

    /// The same with a step of the frontier looked at.
    public String step(int number) {
        return "/a/" + Query.encoded(held.id()) + "/invest"
                + query.with("step", List.of(String.valueOf(number))).text() + "#step";
    }
}
