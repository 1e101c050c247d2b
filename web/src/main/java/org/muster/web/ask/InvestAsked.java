package org.muster.web.ask;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Money;
import org.muster.alliance.invest.InvestPlan;
import org.muster.input.Nearest;
import org.muster.input.Shown;
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
        "step"
    };

    /// Reads what stands in an address or a form.
    ///
    /// @throws Fault where it is not understood, or the folder holds no plan
    public static InvestAsked of(Held held, Query asked) {
        Query query = asked.only(NAMES).with("step", List.of());
        Alliance alliance = held.alliance();
        InvestPlan plan = plan(alliance, query.one("plan"));
        InvestPlan.Targets targets = new InvestPlan.Targets(
                chances(plan, query, "target"), chances(plan, query, "without_any"), losing(alliance, plan, query));
        boolean none = query.one("no_targets").isPresent();
        if (none && !targets.isEmpty()) {
            throw new Fault(Code.PARAMETER, "\"no_targets\" stands beside a target. Leave one of them out");
        }
        InvestPlan wanted = none || !targets.isEmpty() ? plan.withTargets(targets) : plan;
        Optional<String> budget = query.one("budget");
        if (budget.isPresent()) {
            wanted = wanted.withBudget(Optional.of(minor(alliance, budget.get())));
        }
        LocalDate ordered = query.day("known_at").orElse(plan.from());
        if (ordered.isAfter(plan.to())) {
            throw new Fault(Code.REFUSED, "\"known_at\" lies after the plan's last day, " + plan.to());
        }
        return new InvestAsked(
                held,
                new InvestQuestion(
                        alliance,
                        wanted,
                        ordered,
                        query.one("frontier").isPresent(),
                        query.one("who_pays").isPresent(),
                        Optional.empty()),
                query);
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

    private static InvestPlan plan(Alliance alliance, Optional<String> named) {
        List<String> known =
                alliance.investments().plans().stream().map(InvestPlan::id).toList();
        if (known.isEmpty()) {
            throw new Fault(Code.REFUSED, alliance.id() + " has no invest.yaml: docs/invest.md says what it holds");
        }
        String id = named.orElse(known.getFirst());
        return alliance.investments()
                .plan(id)
                .orElseThrow(() -> new Fault(
                        Code.REFUSED, "no plan is called \"" + Shown.plain(id) + "\". " + Nearest.advice(id, known)));
    }

    private static Map<String, BigDecimal> chances(InvestPlan plan, Query query, String name) {
        Map<String, BigDecimal> chances = new LinkedHashMap<>();
        numbers(plan, query, name).forEach((mission, number) -> {
            if (!number.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
                throw new Fault(
                        Code.PARAMETER,
                        "\"" + name + "\" of " + mission + " is \"" + Shown.plain(number)
                                + "\", not a chance from 0 to 1. Write " + name + "=" + mission + "=0.9");
            }
            chances.put(mission, new BigDecimal(number));
        });
        return chances;
    }

    private static Map<String, Integer> losing(Alliance alliance, InvestPlan plan, Query query) {
        long most =
                Math.max(1, alliance.members().stream().filter(Member::isAlly).count() - 1);
        Map<String, Integer> losing = new LinkedHashMap<>();
        numbers(plan, query, "losing_any").forEach((mission, number) -> {
            if (!number.matches("[1-9][0-9]{0,3}") || Integer.parseInt(number) > most) {
                throw new Fault(
                        Code.PARAMETER,
                        "\"losing_any\" of " + mission + " is \"" + Shown.plain(number)
                                + "\", not a number of members from 1 to " + most + ". Write losing_any=" + mission
                                + "=1");
            }
            losing.put(mission, Integer.parseInt(number));
        });
        return losing;
    }

    /// What stands behind `MISSION=`, by mission.
    private static Map<String, String> numbers(InvestPlan plan, Query query, String name) {
        List<String> known =
                plan.missions().stream().map(InvestPlan.Recurring::mission).toList();
        Map<String, String> numbers = new LinkedHashMap<>();
        for (String text : query.all(name)) {
            int sign = text.lastIndexOf('=');
            String mission = sign < 0 ? text : text.substring(0, sign);
            if (!known.contains(mission)) {
                throw new Fault(
                        Code.PARAMETER,
                        "the plan has no mission \"" + Shown.plain(mission) + "\" for \"" + name + "\". "
                                + Nearest.advice(mission, known));
            }
            numbers.put(mission, sign < 0 ? "" : text.substring(sign + 1));
        }
        return numbers;
    }

    private static long minor(Alliance alliance, String text) {
        if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw new Fault(
                    Code.PARAMETER,
                    "\"budget\" is \"" + Shown.plain(text) + "\", not an amount. Write digits, for example 250000");
        }
        try {
            return Money.minor(text, alliance.currency());
        } catch (ArithmeticException tooFine) {
            throw new Fault(Code.PARAMETER, "\"budget\" " + text + " has more decimals than " + alliance.currency());
        }
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
